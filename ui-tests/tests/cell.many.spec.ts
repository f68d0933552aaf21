import type { NotebookPanel } from '@jupyterlab/notebook';

import { Cell } from '../cell';
import { read } from '../disk';
import { expect, test } from '../fixtures';
import { Book } from '../notebook';

const TYPE = 'application/vnd.jupyterlab-jigsaw.blocks+json';
const CELLS = 200;

interface INotebook {
  cells: { outputs: { data?: Record<string, { state: string }> }[] }[];
}

/**
 * A saved notebook with blocks that print another text in each cell.
 */
function manyCells(): string {
  const cells = Array.from({ length: CELLS }, (_, index) => {
    const state = {
      format: 'jigsaw',
      version: 1,
      language: 'python',
      workspace: {
        blocks: {
          languageVersion: 0,
          blocks: [
            {
              type: 'text_print',
              x: 20,
              y: 20,
              inputs: {
                TEXT: {
                  block: { type: 'text', fields: { TEXT: `number ${index}` } }
                }
              }
            }
          ]
        }
      }
    };
    const blocks = {
      version: 1,
      language: 'python',
      toolbox: '',
      height: 350,
      workspace: null,
      given: '',
      state: JSON.stringify(state)
    };
    return {
      cell_type: 'code',
      id: `cell-${index}`,
      metadata: {},
      source: '%jigsaw',
      execution_count: null,
      outputs: [
        {
          output_type: 'display_data',
          metadata: {},
          data: { [TYPE]: blocks, 'text/plain': 'blocks' }
        }
      ]
    };
  });
  return JSON.stringify({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: { kernelspec: { name: 'python3', display_name: 'Python 3' } },
    cells
  });
}

test('of 200 cells those in sight are drawn, the others when they come', async ({
  page,
  request,
  tmpPath
}) => {
  const path = `${tmpPath}/a.ipynb`;
  await page.contents.uploadContent(manyCells(), 'text', path);
  await page.evaluate(file => {
    void window.jupyterapp.commands.execute('docmanager:open', { path: file });
  }, path);
  const book = await Book.find(page, 'a.ipynb');
  const drawn = book.root.locator('.jp-Jigsaw-cell svg.blocklySvg');
  const first = new Cell(book.output(0));
  await expect(first.drawn).toContainText(['number 0']);
  expect(await drawn.count()).toBeLessThan(CELLS / 4);

  const last = new Cell(
    book.root.locator(
      `[data-windowed-list-index="${CELLS - 1}"] .jp-Cell-outputArea`
    )
  );
  // JupyterLab guesses where cells are that it has not measured yet, and may
  // stop short of the one that was asked for.
  await expect(async () => {
    await page.evaluate(index => {
      const panel = window.jupyterapp.shell.currentWidget as NotebookPanel;
      void panel.content.scrollToItem(index);
    }, CELLS - 1);
    await expect(last.drawn).toContainText([`number ${CELLS - 1}`], {
      timeout: 3000
    });
  }).toPass();
  expect(await drawn.count()).toBeLessThan(CELLS / 2);
  await last.type(`number ${CELLS - 1}`, 'the last');
  await last.button('Run').click();
  await expect(last.printed).toHaveText(['the last']);

  await book.save();
  const saved = JSON.parse(await read(request, path)) as INotebook;
  const texts = saved.cells.map(
    ({ outputs }) =>
      /"TEXT":"(?<text>[^"]*)"/.exec(outputs[0].data![TYPE].state)?.groups?.text
  );
  expect(texts).toEqual([
    ...Array.from({ length: CELLS - 1 }, (_, index) => `number ${index}`),
    'the last'
  ]);
});
