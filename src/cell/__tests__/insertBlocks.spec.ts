import type { CodeCell } from '@jupyterlab/cells';

import { FakeServer } from '../../testutils/fakeServer';
import { openNotebook } from '../../testutils/panelServices';
import { readBundle } from '../bundle';
import { insertBlocks } from '../insertBlocks';
import { BLOCKS_MIME_TYPE } from '../names';

describe('insertBlocks', () => {
  afterEach(() => jest.restoreAllMocks());

  it('puts a cell that is trusted under the active one', async () => {
    // A notebook in jsdom speaks of what jsdom lacks.
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    const server = new FakeServer({ ir: 'R' });
    const panel = await openNotebook(server, 'a.ipynb', 'ir');
    const { content, context } = panel;
    await insertBlocks(panel);
    expect(content.activeCellIndex).toBe(1);
    const { model } = content.activeCell as CodeCell;
    expect(
      readBundle(model.outputs.get(0).data[BLOCKS_MIME_TYPE])
    ).toMatchObject({ language: 'R', state: '', inserted: true });
    // Else its blocks could not be run, and touched no files.
    expect(model.trusted).toBe(true);
    panel.dispose();
    context.dispose();
  });
});
