import type { ICodeCellModel } from '@jupyterlab/cells';
import type { NotebookPanel } from '@jupyterlab/notebook';
import type { Widget } from '@lumino/widgets';

import type { BlocklyEditor } from '../../src/editor';
import { MainThread } from '../lib/cpu';
import { settle, test } from '../lib/fixtures';
import { samples } from '../lib/options';
import { record } from '../lib/record';
import { fileText, generateState } from '../lib/state';

const TYPE = 'application/vnd.jupyterlab-jigsaw.blocks+json';

/**
 * The sizes of programs whose picture is drawn.
 */
const SIZES = [100, 1000];

/**
 * Cells of a large notebook, and the blocks in each.
 */
const CELLS = 200;
const BLOCKS = 20;

type Output = Record<string, unknown>;

interface ICellView {
  editor: BlocklyEditor;
}

/**
 * An output of so many blocks, as the magic puts them out: without a picture.
 */
function outputOf(count: number): Output {
  return {
    [TYPE]: {
      version: 1,
      language: 'python',
      toolbox: '',
      height: 350,
      workspace: null,
      given: '',
      state: fileText(generateState(count), 'python')
    },
    'text/plain': 'blocks'
  };
}

/**
 * The text of a notebook with these cells.
 */
function notebook(cells: { source: string; data?: Output }[]): string {
  return JSON.stringify({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {
      kernelspec: { name: 'python3', display_name: 'Python 3 (ipykernel)' }
    },
    cells: cells.map(({ source, data }, index) => ({
      cell_type: 'code',
      id: `cell-${index}`,
      metadata: {},
      source,
      outputs: data
        ? [{ output_type: 'display_data', data, metadata: {} }]
        : [],
      execution_count: null
    }))
  });
}

test('cells: %jigsaw → blocks that can be dragged', async ({ lab }, info) => {
  const count = samples(10, 3);
  await lab.evaluate(
    async ({ path, text }) => {
      await window.panels.write(path, text);
      const { commands } = window.jupyterapp;
      const panel: NotebookPanel = await commands.execute('docmanager:open', {
        path
      });
      const { sessionContext } = panel;
      await sessionContext.ready;
      // What is asked for before is forgotten.
      while (sessionContext.session?.kernel?.status !== 'idle') {
        await new Promise(resolve => requestAnimationFrame(resolve));
      }
    },
    {
      path: 'magic.ipynb',
      text: notebook([
        { source: '%load_ext jupyterlab_jigsaw' },
        ...Array.from({ length: count }, () => ({
          source: '%jigsaw --height 150'
        }))
      ])
    }
  );
  const times = await lab.evaluate(runEach, count + 1);
  const [, first, ...others] = times;
  await record(info, {
    id: 'cells-first',
    figure: '%jigsaw → blocks that can be dragged: first cell',
    unit: 'ms',
    ours: [first],
    note: 'Blockly is loaded with it'
  });
  await record(info, {
    id: 'cells-next',
    figure: `%jigsaw → blocks that can be dragged: second to ${count}th cell`,
    unit: 'ms',
    ours: others,
    note: `the last: ${others.at(-1)?.toFixed(0)} ms`
  });
});

/**
 * Runs in the page.
 *
 * @returns the milliseconds from running each cell to its end, or to its blocks
 */
async function runEach(count: number): Promise<number[]> {
  const { commands, shell } = window.jupyterapp;
  const { content } = shell.currentWidget as NotebookPanel;
  const times: number[] = [];
  for (let index = 0; index < count; index++) {
    content.activeCellIndex = index;
    content.widgets[index].node.scrollIntoView({ block: 'start' });
    await window.bench.nextPaint();
    const began = performance.now();
    const done = commands.execute('notebook:run-cell');
    const { node } = content.widgets[index];
    const isMagic = content.widgets[index].model.sharedModel
      .getSource()
      .startsWith('%jigsaw');
    while (isMagic && !node.querySelector('.blocklyToolbox')) {
      await new Promise(resolve => requestAnimationFrame(resolve));
    }
    await done;
    times.push((await window.bench.nextPaint()) - began);
  }
  return times;
}

for (const count of SIZES) {
  const blocks = `${count.toLocaleString('en')} blocks`;

  test(`cells: edit and save ${blocks}`, async ({ lab }, info) => {
    const path = `picture-${count}.ipynb`;
    const first = await lab.evaluate(openDrawn, {
      path,
      text: notebook([{ source: '%jigsaw', data: outputOf(count) }])
    });
    const thread = await MainThread.of(lab);
    const edits: number[] = [];
    const saves: number[] = [];
    for (let value = 1000; value < 1000 + samples(20, 5); value++) {
      await settle(lab);
      const edit = await thread.during(() => lab.evaluate(editNumber, value));
      const save = await thread.during(() => lab.evaluate(saveNotebook));
      edits.push(edit.cpu);
      saves.push(save.cpu);
    }
    const { [TYPE]: own, ...others } = first;
    const size = (data: unknown) => JSON.stringify(data).length / 1000;
    await record(info, {
      id: `cells-edit-${count}`,
      figure: `Edit → in the output of a cell of ${blocks}: main thread's work`,
      unit: 'ms',
      ours: edits
    });
    await record(info, {
      id: `cells-save-${count}`,
      figure: `Save a cell of ${blocks} after an edit: main thread's work`,
      unit: 'ms',
      ours: saves
    });
    await record(info, {
      id: `cells-size-${count}`,
      figure: `What other front ends show of ${blocks}, against the blocks`,
      unit: 'kB',
      ours: [size(others)],
      baseline: [size(own)]
    });
  });
}

/**
 * Runs in the page: open a notebook of one cell.
 *
 * @returns the data of its output, with the picture
 */
async function openDrawn({
  path,
  text
}: {
  path: string;
  text: string;
}): Promise<Output> {
  await window.panels.write(path, text);
  const panel: NotebookPanel = await window.jupyterapp.commands.execute(
    'docmanager:open',
    { path }
  );
  await panel.revealed;
  const { outputs } = panel.content.model!.cells.get(0) as ICodeCellModel;
  while (!('text/html' in outputs.get(0).data)) {
    await new Promise(resolve => requestAnimationFrame(resolve));
  }
  return outputs.get(0).data;
}

/**
 * Runs in the page: put a number into a block, and wait until the output has
 * it.
 */
async function editNumber(value: number): Promise<void> {
  const { content } = window.jupyterapp.shell.currentWidget as NotebookPanel;
  const find = (widget: Widget): ICellView | undefined =>
    widget.hasClass('jp-Jigsaw-cell')
      ? (widget as unknown as ICellView)
      : Array.from(widget.children(), find).find(Boolean);
  const blocks = find(content.widgets[0])!
    .editor.workspace!.getAllBlocks()
    .filter(({ type }) => type === 'math_number');
  const { outputs } = content.model!.cells.get(0) as ICodeCellModel;
  blocks[value % blocks.length].setFieldValue(value, 'NUM');
  while (!JSON.stringify(outputs.get(0).data).includes(String(value))) {
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  await window.bench.nextPaint();
  await window.bench.nextPaint();
}

/** Runs in the page. */
async function saveNotebook(): Promise<void> {
  await (window.jupyterapp.shell.currentWidget as NotebookPanel).context.save();
  await window.bench.nextPaint();
}

for (const [name, isOurs] of [
  ['with blocks', true],
  ['with their pictures alone', false]
] as const) {
  test(`cells: a notebook of ${CELLS} ${name}`, async ({ lab }, info) => {
    // With the picture that is made of them.
    const data = await lab.evaluate(openDrawn, {
      path: 'one.ipynb',
      text: notebook([{ source: '%jigsaw', data: outputOf(BLOCKS) }])
    });
    const { [TYPE]: _, ...others } = data;
    await lab.evaluate(
      async ({ path, text }) => {
        const { shell } = window.jupyterapp;
        const panel = shell.currentWidget as NotebookPanel;
        panel.context.model.dirty = false;
        panel.close();
        await window.panels.write(path, text);
      },
      {
        path: 'cells.ipynb',
        text: notebook(
          Array.from({ length: CELLS }, () => ({
            source: '%jigsaw',
            data: isOurs ? data : others
          }))
        )
      }
    );
    const thread = await MainThread.of(lab);
    const empty = await thread.heap();
    const { opened, tasks } = await lab.evaluate(openNotebook, isOurs);
    await settle(lab);
    const after = await thread.heap();
    const scrolled = await lab.evaluate(scrollThrough, isOurs);
    await settle(lab);
    const end = await thread.heap();
    const id = isOurs ? 'cells-200' : 'cells-200-pictures';
    const rows: [string, string, 'ms' | 'MB', number][] = [
      ['open', 'opened', 'ms', opened],
      ['task', 'longest task', 'ms', Math.max(0, ...tasks, ...scrolled)],
      ['heap', 'heap when opened', 'MB', (after - empty) / 1e6],
      ['heap-all', 'heap when all were seen', 'MB', (end - empty) / 1e6]
    ];
    for (const [key, what, unit, value] of rows) {
      await record(info, {
        id: `${id}-${key}`,
        figure: `${CELLS} cells ${name}: ${what}`,
        unit,
        ours: [value]
      });
    }
  });
}

/**
 * Runs in the page.
 *
 * @returns milliseconds to the first blocks, and the tasks over 50 ms
 */
async function openNotebook(
  hasBlocks: boolean
): Promise<{ opened: number; tasks: number[] }> {
  const tasks: number[] = [];
  const observer = new PerformanceObserver(list => {
    tasks.push(...list.getEntries().map(({ duration }) => duration));
  });
  observer.observe({ entryTypes: ['longtask'] });
  const began = performance.now();
  const panel: NotebookPanel = await window.jupyterapp.commands.execute(
    'docmanager:open',
    { path: 'cells.ipynb' }
  );
  await panel.revealed;
  const wanted = hasBlocks ? '.blocklyToolbox' : '.jp-OutputArea-output';
  while (!panel.node.querySelector(wanted)) {
    await new Promise(resolve => requestAnimationFrame(resolve));
  }
  const opened = (await window.bench.nextPaint()) - began;
  await window.bench.nextPaint();
  observer.disconnect();
  return { opened, tasks };
}

/**
 * Runs in the page: look at every cell.
 *
 * @returns the tasks over 50 ms
 */
async function scrollThrough(hasBlocks: boolean): Promise<number[]> {
  const { content } = window.jupyterapp.shell.currentWidget as NotebookPanel;
  const tasks: number[] = [];
  const observer = new PerformanceObserver(list => {
    tasks.push(...list.getEntries().map(({ duration }) => duration));
  });
  observer.observe({ entryTypes: ['longtask'] });
  const wanted = hasBlocks ? '.blocklyToolbox' : '.jp-OutputArea-output';
  for (let index = 0; index < content.widgets.length; index++) {
    await content.scrollToItem(index, 'start');
    const { node } = content.widgets[index];
    while (!node.querySelector(wanted)) {
      await new Promise(resolve => requestAnimationFrame(resolve));
    }
  }
  await window.bench.nextPaint();
  observer.disconnect();
  return tasks;
}
