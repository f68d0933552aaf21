import type { ICodeCellModel } from '@jupyterlab/cells';
import { NotebookModel, type NotebookPanel } from '@jupyterlab/notebook';

import { outputOf } from '../../cell/cellBlocks';
import { readBundle } from '../../cell/bundle';
import { BLOCKS_MIME_TYPE } from '../../cell/names';
import { NEW_BUNDLE } from '../../testutils/bundles';
import { keepBlocks } from '../keepBlocks';

describe('keepBlocks', () => {
  it('keeps them once for all views of a notebook', async () => {
    const model = new NotebookModel();
    model.sharedModel.insertCell(0, {
      cell_type: 'code',
      source: '%jigsaw\n%jigsaw'
    });
    for (let view = 0; view < 2; view++) {
      const panel: unknown = { context: { model } };
      keepBlocks(panel as NotebookPanel, new WeakMap());
    }
    const cell = model.cells.get(0) as ICodeCellModel;
    for (const state of ['one', 'two']) {
      cell.outputs.add(outputOf({ ...NEW_BUNDLE, state }));
    }
    await Promise.resolve();
    cell.executionState = 'running';
    cell.outputs.clear();
    await Promise.resolve();
    for (let line = 0; line < 2; line++) {
      cell.outputs.add(outputOf({ ...NEW_BUNDLE, language: 'lua' }));
      await Promise.resolve();
    }
    cell.executionState = 'idle';
    await Promise.resolve();
    const states = Array.from(
      { length: cell.outputs.length },
      (_, n) => readBundle(cell.outputs.get(n).data[BLOCKS_MIME_TYPE])!.state
    );
    expect(states).toEqual(['one', 'two']);
    model.dispose();
  });
});
