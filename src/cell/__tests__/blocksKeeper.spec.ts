import type { YNotebook } from '@jupyter/ydoc';
import type { ICodeCellModel } from '@jupyterlab/cells';
import { NotebookModel } from '@jupyterlab/notebook';
import type { SharedCell } from '@jupyter/ydoc';
import type { PartialJSONObject } from '@lumino/coreutils';

import { MARK_TYPE } from '../../notebook';
import { NEW_BUNDLE } from '../../testutils/bundles';
import { countListeners } from '../../testutils/signals';
import { BlocksKeeper } from '../blocksKeeper';
import { readBundle, type IBundle } from '../bundle';
import { outputOf } from '../cellBlocks';
import { dropCopy } from '../copies';
import { setDrawing } from '../drawings';
import { BLOCKS_MIME_TYPE, METADATA_KEY } from '../names';
import { setWriter } from '../unwritten';

describe('BlocksKeeper', () => {
  let notebook: NotebookModel;
  let cell: ICodeCellModel;

  beforeEach(() => {
    notebook = new NotebookModel();
    notebook.sharedModel.insertCell(0, {
      cell_type: 'code',
      source: '%jigsaw'
    });
    cell = notebook.cells.get(0) as ICodeCellModel;
    new BlocksKeeper(notebook);
  });

  afterEach(() => notebook.dispose());

  /**
   * As when the cell is run: its outputs go, and others come.
   */
  async function run(...bundles: Partial<IBundle>[]): Promise<void> {
    cell.executionState = 'running';
    await putOut(...bundles);
    cell.executionState = 'idle';
    await Promise.resolve();
  }

  async function putOut(...bundles: Partial<IBundle>[]): Promise<void> {
    cell.outputs.clear();
    for (const bundle of bundles) {
      cell.outputs.add(outputOf({ ...NEW_BUNDLE, ...bundle }));
    }
    await Promise.resolve();
  }

  function edit(index: number, state: string, more = {}): void {
    const output = cell.outputs.get(index);
    const bundle = output.data[BLOCKS_MIME_TYPE] as PartialJSONObject;
    output.setData({
      data: {
        ...output.data,
        [BLOCKS_MIME_TYPE]: { ...bundle, state },
        ...more
      }
    });
  }

  /** As when the cell is run, and the kernel is at work on something else. */
  async function wait(): Promise<void> {
    cell.outputs.clear();
    cell.executionState = 'running';
    await settled();
  }

  const settled = () => new Promise<void>(resolve => setTimeout(resolve));

  const states = () =>
    Array.from({ length: cell.outputs.length }, (_, index) => {
      const { data } = cell.outputs.get(index);
      return readBundle(data[BLOCKS_MIME_TYPE])?.state;
    });

  it('gives each of two outputs its own', async () => {
    await run({}, {});
    edit(0, 'one');
    edit(1, 'two');
    await run({}, {});
    expect(states()).toEqual(['one', 'two']);
    expect(cell.getMetadata(METADATA_KEY)).toBeUndefined();
  });

  it.each([
    ['of other languages', { language: 'python' }, { language: 'lua' }],
    ['that are the same', {}, {}]
  ])(
    'leaves the first of two lines %s empty, if it was',
    async (_, first, second) => {
      await run(first, second);
      edit(1, 'two');
      await run(first, second);
      expect(states()).toEqual(['', 'two']);
      await run(first, second);
      expect(states()).toEqual(['', 'two']);
      expect(cell.getMetadata(METADATA_KEY)).toBeUndefined();
    }
  );

  describe('while the kernel has not answered yet', () => {
    const put = async (bundle: Partial<IBundle>) => {
      cell.outputs.add(outputOf({ ...NEW_BUNDLE, ...bundle }));
      await settled();
    };
    const end = async () => {
      cell.executionState = 'idle';
      await settled();
    };

    it('shows the blocks, which go on when it has, with what was edited', async () => {
      await run({});
      edit(0, 'one');
      await wait();
      expect(states()).toEqual(['one']);
      const shown = cell.outputs.get(0);
      edit(0, 'edited meanwhile');
      cell.outputs.add({
        output_type: 'display_data',
        data: { [MARK_TYPE]: { version: 1 } },
        metadata: {}
      });
      await put({});
      await end();
      expect(states()).toEqual(['edited meanwhile', undefined]);
      expect(cell.outputs.get(0)).toBe(shown);
      expect(cell.sharedModel.getOutputs()).toHaveLength(2);
      expect(cell.getMetadata(METADATA_KEY)).toBeUndefined();
    });

    it('listens no more for having waited', async () => {
      await run({});
      edit(0, 'one');
      const listeners = countListeners([cell.outputs.changed]);
      for (let count = 0; count < 3; count++) {
        await wait();
        await put({});
        await end();
      }
      expect(states()).toEqual(['one']);
      expect(listeners()).toBe(0);
    });

    it('leaves them when it has none', async () => {
      await run({});
      edit(0, 'one');
      await wait();
      edit(0, 'edited meanwhile');
      await end();
      expect(states()).toEqual(['edited meanwhile']);
      await run({});
      expect(states()).toEqual(['edited meanwhile']);
    });

    it('gives what was edited to a line that was changed', async () => {
      await run({});
      edit(0, 'one');
      cell.sharedModel.setSource('%jigsaw lua');
      await wait();
      edit(0, 'edited meanwhile');
      await put({ language: 'lua' });
      await end();
      expect(states()).toEqual(['edited meanwhile']);
      expect(cell.getMetadata(METADATA_KEY)).toBeUndefined();
    });

    it('lets what its cell prints come before them', async () => {
      await run({});
      edit(0, 'one');
      await wait();
      cell.outputs.add({
        output_type: 'stream',
        name: 'stdout',
        text: 'first'
      });
      await put({});
      await end();
      expect(cell.outputs.length).toBe(2);
      expect(cell.outputs.get(0).type).toBe('stream');
      expect(
        readBundle(cell.outputs.get(1).data[BLOCKS_MIME_TYPE])!.state
      ).toBe('one');
    });

    it('keeps those for which no output comes', async () => {
      cell.sharedModel.setSource('%jigsaw\n%jigsaw');
      await run({}, {});
      edit(0, 'one');
      edit(1, 'two');
      await wait();
      edit(1, 'edited meanwhile');
      await put({});
      await end();
      expect(states()).toEqual(['one']);
      await wait();
      await put({});
      await put({});
      await end();
      expect(states()).toEqual(['one', 'edited meanwhile']);
    });
  });

  it('keeps the blocks of all outputs, however many', async () => {
    const all = Array.from({ length: 25 }, (_, n) => String(n));
    await run(...all.map(() => ({})));
    all.forEach((state, n) => edit(n, state));
    await run(...all.map(() => ({})));
    expect(states()).toEqual(all);
  });

  it('trusts no blocks since they were cleared', async () => {
    await run({});
    edit(0, 'strange');
    cell.trusted = false;
    cell.clearExecution();
    await Promise.resolve();
    await Promise.resolve();
    expect(states()).toEqual(['strange']);
    expect(cell.trusted).toBe(false);
    expect(cell.outputs.get(0).trusted).toBe(false);
  });

  it('trusts those of a cell that is run', async () => {
    await run({});
    edit(0, 'strange');
    cell.trusted = false;
    // As JupyterLab runs it.
    cell.clearExecution();
    cell.executionState = 'running';
    await settled();
    expect(states()).toEqual(['strange']);
    expect(cell.trusted).toBe(true);
    cell.executionState = 'idle';
    await settled();
    expect(cell.trusted).toBe(true);
  });

  it('keeps edits that were not in the output yet', async () => {
    await run({});
    const output = cell.outputs.get(0);
    setWriter(output, () =>
      output.setData({
        data: { [BLOCKS_MIME_TYPE]: { ...NEW_BUNDLE, state: 'late' } }
      })
    );
    await run({});
    expect(states()).toEqual(['late']);
  });

  it('keeps what an output does not have any more', async () => {
    await run({}, {});
    edit(0, 'one');
    edit(1, 'two');
    await run({});
    expect(states()).toEqual(['one']);
    await run({}, {});
    expect(states()).toEqual(['one', 'two']);
  });

  it('gives blocks to a line that has got a workspace, and keeps a copy', async () => {
    await run({});
    edit(0, 'mine');
    await run({ workspace: 'ws' });
    expect(states()).toEqual(['mine']);
    // If the file was there, it went before.
    edit(0, 'the file’s');
    await run({});
    expect(states()).toEqual(['mine']);
  });

  it('keeps no copy of blocks that are in the file of a workspace', async () => {
    await run({});
    edit(0, 'mine');
    await run({ workspace: 'ws' });
    dropCopy(cell.outputs.get(0));
    expect(cell.getMetadata(METADATA_KEY)).toBeUndefined();
    edit(0, 'edited in the file');
    await run({});
    expect(states()).toEqual(['edited in the file']);
    expect(cell.getMetadata(METADATA_KEY)).toBeUndefined();
  });

  it('keeps edits for a body that was changed, until it is back', async () => {
    await run({ given: 'a', state: 'body a' });
    edit(0, 'edited a');
    await run({ given: 'b', state: 'body b' });
    expect(states()).toEqual(['body b']);
    await run({ given: 'a', state: 'body a' });
    expect(states()).toEqual(['edited a']);
  });

  it('gives back that the file does not have them', async () => {
    await run({ workspace: 'ws' });
    edit(0, 'mine');
    const { data } = cell.outputs.get(0);
    cell.outputs.get(0).setData({
      data: {
        [BLOCKS_MIME_TYPE]: {
          ...readBundle(data[BLOCKS_MIME_TYPE]),
          unsaved: true
        }
      }
    });
    await run({ workspace: 'ws', state: 'the file’s' });
    expect(readBundle(cell.outputs.get(0).data[BLOCKS_MIME_TYPE])).toEqual({
      ...NEW_BUNDLE,
      workspace: 'ws',
      state: 'mine',
      unsaved: true
    });
  });

  const LOOKS = {
    'text/html': '<img onerror="alert(1)">',
    'text/plain': 'print(1)'
  };

  /** As if this page had drawn the blocks of an output. */
  function draw(index: number): void {
    const output = cell.outputs.get(index);
    const { state } = readBundle(output.data[BLOCKS_MIME_TYPE])!;
    setDrawing(output, { state, data: LOOKS });
  }

  it('gives back the picture and the code that were made here', async () => {
    await run({});
    edit(0, 'one');
    draw(0);
    for (let time = 0; time < 2; time++) {
      await run({});
      expect(cell.outputs.get(0).data).toMatchObject(LOOKS);
    }
    cell.outputs.clear();
    await Promise.resolve();
    expect(cell.outputs.get(0).data).toMatchObject(LOOKS);
  });

  it.each([
    ['came with the notebook', () => undefined],
    ['were made of other blocks', () => (draw(0), edit(0, 'two', LOOKS))]
  ])('gives back none that %s', async (_, prepare) => {
    await run({});
    edit(0, 'one', LOOKS);
    prepare();
    await run({});
    expect(Object.keys(cell.outputs.get(0).data)).toEqual([BLOCKS_MIME_TYPE]);
    cell.outputs.clear();
    await Promise.resolve();
    expect(Object.keys(cell.outputs.get(0).data)).toEqual([BLOCKS_MIME_TYPE]);
  });

  it('leaves the blocks of a cell without code where they are', async () => {
    cell.sharedModel.setSource('');
    await run({});
    edit(0, 'mine');
    cell.outputs.clear();
    await Promise.resolve();
    expect(states()).toEqual(['mine']);
  });

  it('shows blocks again whose output was cleared', async () => {
    await run({}, {});
    edit(0, 'one');
    edit(1, 'two');
    cell.outputs.clear();
    await Promise.resolve();
    expect(states()).toEqual(['one', 'two']);
    await run({}, {});
    expect(states()).toEqual(['one', 'two']);
    expect(cell.getMetadata(METADATA_KEY)).toBeUndefined();
  });

  it('shows blocks again behind what the magic says in their place', async () => {
    await run({});
    edit(0, 'one');
    for (let time = 0; time < 2; time++) {
      cell.outputs.clear();
      cell.executionState = 'running';
      await Promise.resolve();
      expect(states()).toEqual(['one']);
    }
    cell.outputs.add({ output_type: 'stream', name: 'stderr', text: 'no' });
    cell.executionState = 'idle';
    await settled();
    expect(states()).toEqual([undefined, 'one']);
    await run({});
    expect(states()).toEqual(['one']);
    expect(cell.getMetadata(METADATA_KEY)).toBeUndefined();
  });

  it('shows blocks that were inserted behind the output of code', async () => {
    cell.sharedModel.setSource('');
    await run({ inserted: true });
    edit(0, 'mine');
    cell.sharedModel.setSource('y = 2');
    for (let time = 0; time < 2; time++) {
      cell.outputs.clear();
      cell.executionState = 'running';
      cell.outputs.add({ output_type: 'stream', name: 'stdout', text: '2' });
      cell.executionState = 'idle';
      await Promise.resolve();
      expect(states()).toEqual([undefined, 'mine']);
    }
    expect(cell.getMetadata(METADATA_KEY)).toBeUndefined();
  });

  it('shows inserted blocks that were kept when the page was left', async () => {
    cell.sharedModel.setSource('y = 2');
    cell.setMetadata(METADATA_KEY, [
      { ...NEW_BUNDLE, state: 'mine', inserted: true }
    ]);
    await run();
    expect(states()).toEqual(['mine']);
  });

  it('shows them again in a cell that had code for a while', async () => {
    cell.sharedModel.setSource('');
    await run({});
    edit(0, 'mine');
    cell.sharedModel.setSource('y = 2');
    cell.outputs.clear();
    await Promise.resolve();
    expect(states()).toEqual([]);
    cell.sharedModel.setSource('');
    cell.outputs.clear();
    await Promise.resolve();
    expect(states()).toEqual(['mine']);
    expect(cell.getMetadata(METADATA_KEY)).toBeUndefined();
  });

  /** As JupyterLab does it. */
  async function replace(count: number, by: Partial<SharedCell.Cell>) {
    const { metadata, source } = cell.sharedModel.toJSON();
    notebook.sharedModel.transact(() => {
      notebook.sharedModel.deleteCell(0);
      notebook.sharedModel.insertCell(0, {
        cell_type: 'code',
        metadata,
        source,
        ...by
      } as SharedCell.Cell);
      for (let n = 1; n < count; n++) {
        notebook.sharedModel.deleteCell(1);
      }
    });
    await Promise.resolve();
    cell = notebook.cells.get(0) as ICodeCellModel;
  }

  it('keeps the blocks of cells that are merged', async () => {
    await run({});
    edit(0, 'one');
    notebook.sharedModel.insertCell(1, {
      cell_type: 'code',
      source: '%jigsaw lua',
      outputs: [outputOf({ ...NEW_BUNDLE, language: 'lua', state: 'two' })]
    });
    notebook.sharedModel.clearUndoHistory();
    await replace(2, { source: '%jigsaw\n\n%jigsaw lua' });
    await run({}, { language: 'lua' });
    expect(states()).toEqual(['one', 'two']);
    notebook.sharedModel.undo();
    await Promise.resolve();
    expect(notebook.cells.length).toBe(2);
    cell = notebook.cells.get(0) as ICodeCellModel;
    expect(states()).toEqual(['one']);
  });

  it('keeps them while a cell is none of code', async () => {
    await run({});
    edit(0, 'one');
    await replace(1, { cell_type: 'markdown' });
    await replace(1, { cell_type: 'code' });
    await run({});
    expect(states()).toEqual(['one']);
  });

  it('leaves blocks that come back without being run as they are', async () => {
    await run({});
    edit(0, 'one');
    await putOut({ state: 'newer' });
    expect(states()).toEqual(['newer']);
    expect(cell.getMetadata(METADATA_KEY)).toBeUndefined();
  });

  it('leaves blocks that are put back into a cell that was moved while it ran', async () => {
    await run({});
    edit(0, 'one');
    const { sharedModel } = notebook;
    sharedModel.insertCell(1, { cell_type: 'code', source: 'x' });
    cell.executionState = 'running';
    sharedModel.clearUndoHistory();
    sharedModel.moveCell(0, 1);
    cell = notebook.cells.get(1) as ICodeCellModel;
    edit(0, 'newer');
    sharedModel.undo();
    // As JupyterLab does, in the same task; the state is that of the move.
    cell = notebook.cells.get(0) as ICodeCellModel;
    cell.executionState = 'running';
    await putOut({ state: 'newer' });
    expect(states()).toEqual(['newer']);
    expect(cell.getMetadata(METADATA_KEY)).toBeUndefined();
  });

  describe('of a cell that was moved, and edited there,', () => {
    const move = async (change: () => void, to: number) => {
      change();
      await Promise.resolve();
      cell = notebook.cells.get(to) as ICodeCellModel;
    };

    beforeEach(async () => {
      await run({}, { given: 'b' });
      edit(0, 'one');
      edit(1, 'two', { 'text/plain': 'two as code' });
      const { sharedModel } = notebook;
      sharedModel.insertCell(1, { cell_type: 'code', source: 'x' });
      sharedModel.clearUndoHistory();
      await move(() => sharedModel.moveCell(0, 1), 1);
      edit(1, 'edited');
    });

    it('keeps the edits when the move is undone, and done again', async () => {
      const { sharedModel } = notebook;
      await move(() => sharedModel.undo(), 0);
      expect(states()).toEqual(['one', 'edited']);
      // That was made of the blocks before.
      expect(cell.outputs.get(1).data['text/plain']).not.toBe('two as code');
      edit(0, 'edited, too');
      await move(() => sharedModel.redo(), 1);
      expect(states()).toEqual(['edited, too', 'edited']);
    });

    it('takes what the file has when that is read again', async () => {
      // Older ones have no ids.
      (notebook.sharedModel as YNotebook).nbformat_minor = 5;
      const content = notebook.toJSON();
      edit(1, 'not saved');
      await move(() => notebook.fromJSON(content), 1);
      expect(states()).toEqual(['one', 'edited']);
    });
  });

  it('gives blocks to no cell that has none of the code', async () => {
    await run({});
    edit(0, 'one');
    await replace(1, { source: 'print(1)', metadata: {} });
    expect(cell.getMetadata(METADATA_KEY)).toBeUndefined();
  });

  /** As when the notebook is opened in a new page. */
  function open(source: string, kept: Partial<IBundle>[]): void {
    cell.sharedModel.setSource(source);
    cell.setMetadata(
      METADATA_KEY,
      kept.map(bundle => ({ ...NEW_BUNDLE, ...bundle }))
    );
    new BlocksKeeper(notebook);
  }

  it.each([
    ['%jigsaw', [{ state: 'new' }, { state: 'old' }], ['new']],
    ['%jigsaw\n%jigsaw', [{ state: 'one' }, { state: 'two' }], ['one', 'two']],
    [
      'y = 2',
      [{ state: 'no' }, { state: 'in', inserted: true as const }],
      ['in']
    ],
    ['y = 2', [{ state: 'no' }], []]
  ])(
    'shows blocks that were waiting for their output when the page was left: %j',
    (source, kept, shown) => {
      open(source, kept);
      expect(states()).toEqual(shown);
      open(source, []);
      expect(states()).toEqual(shown);
    }
  );

  it.each([
    ['another output', [{}], ['mine']],
    ['none', [], ['mine']],
    ['blocks of its own', [{ given: 'b', state: 'body' }], ['body']]
  ])(
    'keeps what went before it was there, where there is %s now',
    async (_, now, shown) => {
      const early = new NotebookModel();
      early.sharedModel.insertCell(0, {
        cell_type: 'code',
        source: '%jigsaw',
        outputs: [outputOf({ ...NEW_BUNDLE, state: 'mine' })]
      });
      const { cells } = early.sharedModel.toJSON();
      cell = early.cells.get(0) as ICodeCellModel;
      // Nobody follows it.
      await run(...now);
      new BlocksKeeper(early).catchUp(cells);
      expect(states()).toEqual(shown);
      early.dispose();
    }
  );

  it.each<[string, (notebook: NotebookModel['sharedModel']) => void]>([
    [
      'inserted above',
      notebook => {
        notebook.insertCell(0, { cell_type: 'code', source: 'import math' });
      }
    ],
    ['deleted above', notebook => notebook.deleteCell(0)],
    ['moved below', notebook => notebook.moveCell(0, 2)]
  ])(
    'keeps what went before it was there, where a cell was %s since',
    async (_, edit) => {
      const early = new NotebookModel();
      // Older ones have no ids.
      early.fromJSON({
        nbformat: 4,
        nbformat_minor: 5,
        metadata: {},
        cells: []
      });
      const { sharedModel } = early;
      sharedModel.insertCells(0, [
        { cell_type: 'code', source: 'x = 1' },
        { cell_type: 'code', source: 'y = 2' },
        {
          cell_type: 'code',
          source: '%jigsaw',
          outputs: [outputOf({ ...NEW_BUNDLE, state: 'mine' })]
        }
      ]);
      const { cells } = sharedModel.toJSON();
      cell = early.cells.get(2) as ICodeCellModel;
      await run({});
      edit(sharedModel);
      await Promise.resolve();
      new BlocksKeeper(early).catchUp(cells);
      cell = Array.from(early.cells).find(({ sharedModel: { source } }) =>
        source.startsWith('%jigsaw')
      ) as ICodeCellModel;
      expect(states()).toEqual(['mine']);
      early.dispose();
    }
  );

  it('shows them while the cell of them runs', () => {
    cell.executionState = 'running';
    open('%jigsaw', [{ state: 'one' }]);
    expect(states()).toEqual(['one']);
  });

  it('shows blocks again when their cell is one of code again', async () => {
    await run({});
    edit(0, 'one');
    await replace(1, { cell_type: 'markdown' });
    await replace(1, { cell_type: 'code' });
    await Promise.resolve();
    expect(states()).toEqual(['one']);
    expect(cell.getMetadata(METADATA_KEY)).toBeUndefined();
  });

  it('reads what an older version has kept', async () => {
    cell.setMetadata(METADATA_KEY, { ...NEW_BUNDLE, state: 'old' });
    await run({});
    expect(states()).toEqual(['old']);
  });
});
