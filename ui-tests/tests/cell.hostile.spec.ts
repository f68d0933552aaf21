import type { NotebookPanel } from '@jupyterlab/notebook';
import type { Page } from '@playwright/test';

import { CellBook } from '../cell';
import { read } from '../disk';
import { expect, test } from '../fixtures';
import { HIT, PAYLOADS, PLACES, watchEvil } from '../hostileTexts';
import { notebookFor } from '../notebook';

const TYPE = 'application/vnd.jupyterlab-jigsaw.blocks+json';

/**
 * A notebook with a cell for each text, in all places, and in the output
 * beside them.
 */
function hostileNotebook(): string {
  const cells = PAYLOADS.map((text, index) => {
    const state = {
      format: 'jigsaw',
      version: 1,
      language: 'python',
      toolbox: text,
      kernelspec: { name: text, display_name: text },
      extra: text,
      workspace: {
        blocks: {
          languageVersion: 0,
          blocks: [
            ...Object.values(PLACES).map((make, at) => ({
              id: `block-${at}`,
              x: 10 + 20 * at,
              y: 10 + 60 * at,
              ...make(text)
            })),
            {
              type: 'variables_get',
              fields: { VAR: { id: 'v', name: text, type: '' } }
            }
          ]
        },
        variables: [{ name: text, id: 'v' }],
        workspaceComments: [{ text, x: 300, y: 10, width: 100, height: 50 }]
      }
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
          data: {
            [TYPE]: {
              version: 1,
              language: index % 2 ? 'python' : text,
              toolbox: text,
              height: 150,
              workspace: text,
              given: text,
              state: JSON.stringify(state)
            },
            // No more in HTML: JupyterLab looks for headings in it itself.
            'text/html': `<img alt="Blocks" src="data:image/svg+xml;base64,${Buffer.from(
              `<svg xmlns="http://www.w3.org/2000/svg" onload="${HIT}">${text}</svg>`
            ).toString('base64')}">`,
            'text/plain': text
          }
        }
      ]
    };
  });
  return JSON.stringify({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {
      kernelspec: { name: 'python3', display_name: 'Python 3' }
    },
    cells
  });
}

test('no text of a workspace is more than a text', async ({
  page,
  tmpPath
}) => {
  // Each cell is looked at twice.
  test.setTimeout(180_000);
  // In the workspace: each place, the variable, the comment beside the blocks.
  expect(
    PAYLOADS.length * (Object.keys(PLACES).length + 2)
  ).toBeGreaterThanOrEqual(200);
  const fetched = await watchEvil(page);
  await page.contents.uploadContent(
    hostileNotebook(),
    'text',
    `${tmpPath}/a.ipynb`
  );
  await page.evaluate(path => {
    void window.jupyterapp.commands.execute('docmanager:open', { path });
  }, `${tmpPath}/a.ipynb`);
  const { book } = await CellBook.find(page, 'a.ipynb');
  const look = async () => {
    for (let index = 0; index < PAYLOADS.length; index++) {
      const cell = book.cells.nth(index);
      await cell.scrollIntoViewIfNeeded();
      const shown = cell.locator('svg.blocklySvg, .jp-Jigsaw-cellProblem');
      await expect(shown.first()).toBeVisible();
    }
    expect(await page.evaluate(() => 'hit' in window)).toBe(false);
  };
  await look();
  // With a user that trusts it.
  const before = book.cells.locator('svg.blocklySvg');
  await before.evaluateAll(all =>
    all.forEach(node => node.setAttribute('data-before', ''))
  );
  await trust(page);
  await look();
  await expect(book.cells.locator('svg[data-before]')).toHaveCount(0);
  const cell = book.cells.nth(1);
  await cell.scrollIntoViewIfNeeded();
  for (const block of await cell
    .locator('g.blocklyBlockCanvas > .blocklyDraggable')
    .all()) {
    // For its tooltip.
    await block.hover({ position: { x: 5, y: 5 }, force: true });
  }
  expect(await page.evaluate(() => 'hit' in window)).toBe(false);
  expect(fetched).toEqual([]);
});

test('what is edited in a notebook after it was trusted is saved with it', async ({
  page,
  request,
  tmpPath
}) => {
  const path = `${tmpPath}/a.ipynb`;
  const text = (TEXT: string) => ({
    shadow: { type: 'text', fields: { TEXT } }
  });
  const state = {
    blocks: {
      blocks: [{ type: 'text_print', inputs: { TEXT: text('theirs') } }]
    }
  };
  const data = {
    [TYPE]: {
      version: 1,
      language: 'python',
      toolbox: '',
      height: 200,
      workspace: null,
      given: '',
      state: JSON.stringify(state)
    },
    'text/html': '<img alt="Blocks" src="data:image/svg+xml,<svg/>">',
    'text/plain': 'theirs'
  };
  const content = JSON.parse(notebookFor('python3', ['1', '%jigsaw']));
  content.cells[1].outputs = [
    { output_type: 'display_data', metadata: {}, data }
  ];
  await page.contents.uploadContent(JSON.stringify(content), 'text', path);
  await page.evaluate(file => {
    void window.jupyterapp.commands.execute('docmanager:open', { path: file });
  }, path);
  const made = await CellBook.find(page, 'a.ipynb');
  await made.type('theirs', 'seen');
  await trust(page);
  await expect(made.drawn).toContainText(['seen']);
  await made.type('seen', 'mine');
  await made.save();
  await expect.poll(() => read(request, path)).toContain('mine');
  await expect(made.output.locator('img')).toHaveCount(0);
});

test('what a notebook of somebody else brings for other front ends is not signed with its cell', async ({
  page,
  request,
  tmpPath
}) => {
  const path = `${tmpPath}/a.ipynb`;
  const theirs = {
    [TYPE]: {
      version: 1,
      language: 'python',
      toolbox: '',
      height: 200,
      workspace: null,
      given: '',
      state: JSON.stringify({
        blocks: { blocks: [{ type: 'text_print', id: 'p', x: 20, y: 20 }] }
      })
    },
    'text/html': `<img alt="evil" src=x onerror="${HIT}">`,
    'text/plain': 'evil'
  };
  const content = JSON.parse(
    notebookFor('python3', ['%load_ext jupyterlab_jigsaw', '%jigsaw'])
  );
  content.cells[1].outputs = [
    { output_type: 'display_data', metadata: {}, data: theirs }
  ];
  await page.contents.uploadContent(JSON.stringify(content), 'text', path);
  await page.evaluate(file => {
    void window.jupyterapp.commands.execute('docmanager:open', { path: file });
  }, path);
  const made = await CellBook.find(page, 'a.ipynb');
  await expect(made.drawn).toHaveCount(1);
  await made.book.run(0);
  await made.book.run(1);
  // As it is run by who trusts the code that they see.
  await expect
    .poll(() =>
      page.evaluate(() => {
        const { content: book } = window.jupyterapp.shell
          .currentWidget as NotebookPanel;
        return Array.from(book.widgets, ({ model }) => model.trusted);
      })
    )
    .toEqual([true, true]);
  await expect(made.drawn).toHaveCount(1);
  await made.save();
  const saved = await read(request, path);
  expect(saved).toContain('text_print');
  expect(saved).not.toContain('evil');
});

/**
 * Trust the notebook that is open.
 */
async function trust(page: Page): Promise<void> {
  await page.evaluate(() => {
    void window.jupyterapp.commands.execute('notebook:trust');
  });
  await page.locator('.jp-Dialog .jp-mod-accept').click();
}
