import type { YNotebook } from '@jupyter/ydoc';
import type { IJupyterLabPageFixture } from '@jupyterlab/galata';
import type { NotebookPanel } from '@jupyterlab/notebook';

import { addBlock, CellBook, MAGIC_KERNELS } from '../cell';
import { list } from '../disk';
import { expect, notebookTest, test } from '../fixtures';
import { giveAway } from '../frameRows';
import { reload } from '../jigsaw';
import { Book, notebook } from '../notebook';

/**
 * Run commands of the notebook, one after the other, as keys would: not before
 * a frame has shown what was done before.
 */
async function command(
  page: IJupyterLabPageFixture,
  ...ids: string[]
): Promise<void> {
  for (const id of ids) {
    await page.evaluate(async name => {
      await new Promise(resolve => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      });
      await window.jupyterapp.commands.execute(name);
    }, id);
  }
}

/**
 * Have what is done next undone by itself: else what was done within half a
 * second is undone at once (`captureTimeout` of Yjs).
 */
async function beginEdit(page: IJupyterLabPageFixture): Promise<void> {
  await page.evaluate(() => {
    const { model } = (window.jupyterapp.shell.currentWidget as NotebookPanel)
      .content;
    (model!.sharedModel as YNotebook).undoManager.stopCapturing();
  });
}

test('what was done to blocks stays when the move of their cell is undone, and done again', async ({
  page,
  tmpPath
}) => {
  const made = await CellBook.makeWithBlock(page, `${tmpPath}/a.ipynb`);
  await made.type('Hello', 'first');
  await page.keyboard.press('Escape');
  await beginEdit(page);
  await command(page, 'notebook:move-cell-up');
  const moved = made.at(0);
  await moved.type('first', 'second');
  await page.keyboard.press('Escape');
  await beginEdit(page);
  await command(page, 'notebook:undo-cell-action');
  await expect(made.drawn).toContainText(['second']);
  await command(page, 'notebook:redo-cell-action');
  await expect(moved.drawn).toContainText(['second']);
  await command(page, 'notebook:undo-cell-action');
  await expect(made.drawn).toContainText(['second']);
});

test('what was done to blocks that were not run here stays when the move of their cell is undone', async ({
  page,
  tmpPath
}) => {
  const made = await CellBook.makeWithBlock(page, `${tmpPath}/a.ipynb`);
  await made.type('Hello', 'first');
  await made.save();
  await reload(page);
  const again = await CellBook.find(page, 'a.ipynb');
  await again.drawn.first().click();
  await page.keyboard.press('Escape');
  await beginEdit(page);
  await command(page, 'notebook:move-cell-up');
  const moved = again.at(0);
  await moved.type('first', 'second');
  await page.keyboard.press('Escape');
  await beginEdit(page);
  await command(page, 'notebook:undo-cell-action');
  await expect(again.drawn).toContainText(['second']);
});

for (const { first, kernel } of MAGIC_KERNELS) {
  test(`in ${kernel} blocks stay with a cell that is copied, moved, deleted or given to another notebook`, async ({
    page,
    tmpPath
  }) => {
    const made = await CellBook.make(page, `${tmpPath}/a.ipynb`, {
      first,
      kernel
    });
    await addBlock(page, made.blocks);
    await made.type('Hello', 'first');
    await page.keyboard.press('Escape');
    await command(page, 'notebook:duplicate-below');
    const copy = made.at(2);
    await expect(copy.drawn).toContainText(['first']);
    // Each has its own.
    await copy.type('first', 'second');
    await copy.button('Run').click();
    await expect(copy.printed).toHaveText(['second']);
    await expect(made.drawn).toContainText(['first']);
    await page.keyboard.press('Escape');
    await command(page, 'notebook:move-cell-up');
    await expect(made.drawn).toContainText(['second']);
    await expect(made.at(2).drawn).toContainText(['first']);
    await beginEdit(page);
    await command(page, 'notebook:delete-cell');
    await expect(made.drawn).toContainText(['first']);
    await command(page, 'notebook:undo-cell-action');
    // Blocks are drawn in sight only: the cell under them is the active one.
    await made.output.scrollIntoViewIfNeeded();
    // Wherever that puts it: what was done at once is undone at once.
    const back = made.book.cells.filter({
      has: page.locator('.jp-Jigsaw-cell', { hasText: 'second' })
    });
    await expect(back).toHaveCount(1);
    await back.locator('.jp-InputPrompt').click();
    await command(page, 'notebook:copy-cell');
    await page.contents.uploadContent(
      notebook('x = 1'),
      'text',
      `${tmpPath}/b.ipynb`
    );
    const other = await Book.open(page, 'b.ipynb');
    await other.cells.first().locator('.jp-InputPrompt').click();
    await command(page, 'notebook:paste-cell-below');
    const given = other.output(1);
    await expect(given.locator('.jp-Jigsaw-cell')).toContainText('second');
  });

  test(`in ${kernel} a notebook of somebody else shows its blocks, and touches no file`, async ({
    page,
    request,
    tmpPath
  }) => {
    const made = await CellBook.make(page, `${tmpPath}/a.ipynb`, {
      first,
      kernel,
      magic: '%jigsaw --workspace ws'
    });
    await addBlock(page, made.blocks);
    await expect
      .poll(() => list(request, tmpPath))
      .toEqual(['a.ipynb', 'ws.jigsaw']);
    await made.save();
    await giveAway(page, `${tmpPath}/a.ipynb`, `${tmpPath}/b.ipynb`);
    await page.notebook.close();
    // The notebook of the user's own would make it again.
    await page.contents.deleteFile(`${tmpPath}/ws.jigsaw`);
    await page.evaluate(path => {
      void window.jupyterapp.commands.execute('docmanager:open', { path });
    }, `${tmpPath}/b.ipynb`);
    const theirs = await CellBook.find(page, 'b.ipynb');
    await theirs.type('Hello', 'edited');
    // Only a click of the user's runs it.
    await theirs.button('Run').click();
    await expect(theirs.printed).toHaveText(['edited']);
    await theirs.save();
    expect(await list(request, tmpPath)).toEqual(['a.ipynb', 'b.ipynb']);
  });
}

test('nothing is fetched from elsewhere', async ({ page, tmpPath }) => {
  const asked: string[] = [];
  page.on('request', request => asked.push(request.url()));
  // With all that the page itself loads.
  await reload(page);
  const made = await CellBook.makeWithBlock(page, `${tmpPath}/a.ipynb`);
  await made.button('Run').click();
  await expect(made.printed).toHaveText(['Hello']);
  const { origin } = new URL(page.url());
  expect(asked.some(url => url.includes('remoteEntry'))).toBe(true);
  expect(
    asked.filter(url => !url.startsWith(origin) && !/^(data|blob):/.test(url))
  ).toEqual([]);
});

notebookTest(
  'in Notebook 7 blocks run, and are kept',
  async ({ page, tmpPath }) => {
    await page.contents.uploadContent(
      notebook('%load_ext jupyterlab_jigsaw', '%jigsaw'),
      'text',
      `${tmpPath}/a.ipynb`
    );
    const tab = await page.context().newPage();
    await tab.goto(`notebooks/${tmpPath}/a.ipynb`);
    let made = await CellBook.only(tab);
    await made.book.run(0);
    await made.book.run(1);
    await addBlock(tab, made.blocks);
    // A cell below, in the notebook.
    await tab.keyboard.press('b');
    await tab.keyboard.press('Shift+Enter');
    await expect(made.printed).toHaveText(['Hello']);
    await expect(made.book.cells).toHaveCount(2);
    await tab.keyboard.press('Control+s');
    await expect(tab.locator('.jp-NotebookCheckpoint')).toContainText(
      /seconds ago|now/
    );
    await tab.reload();
    made = await CellBook.only(tab);
    await expect(made.drawn).toHaveCount(1);
    await expect(made.printed).toHaveText(['Hello']);
  }
);
