import type { NotebookPanel } from '@jupyterlab/notebook';

import { MainThread } from '../lib/cpu';
import { settle, test } from '../lib/fixtures';
import { samples } from '../lib/options';
import { record } from '../lib/record';
import { fileText, generateState } from '../lib/state';

const TYPE = 'application/vnd.jupyterlab-jigsaw.blocks+json';

/**
 * Cells of a large notebook, and the blocks in each.
 */
const CELLS = 200;
const BLOCKS = 20;

type Output = Record<string, unknown>;

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

for (const [name, isOurs] of [
  ['with blocks', true],
  ['with their pictures alone', false]
] as const) {
  test(`cells: a notebook of ${CELLS} ${name}`, async ({ lab }, info) => {
    const state = fileText(generateState(BLOCKS), 'python');
    const picture =
      '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="350"></svg>';
    await lab.evaluate(
      async ({ path, text }) => window.panels.write(path, text),
      {
        path: 'cells.ipynb',
        text: notebook(
          Array.from({ length: CELLS }, () => ({
            source: '%jigsaw',
            data: {
              ...(isOurs && {
                [TYPE]: {
                  version: 1,
                  language: 'python',
                  toolbox: '',
                  height: 350,
                  workspace: null,
                  given: '',
                  state: JSON.stringify(JSON.parse(state))
                }
              }),
              'image/svg+xml': picture,
              'text/plain': 'blocks'
            }
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
