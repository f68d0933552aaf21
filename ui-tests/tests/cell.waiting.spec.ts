import type { IJupyterLabPageFixture } from '@jupyterlab/galata';

import { addBlock, Cell, CellBook, lesson } from '../cell';
import { expect, test } from '../fixtures';
import { reload } from '../jigsaw';

/**
 * Open a notebook that was saved with blocks.
 */
async function openLesson(
  page: IJupyterLabPageFixture,
  tmpPath: string
): Promise<CellBook> {
  const file = `${tmpPath}/a.ipynb`;
  await page.contents.uploadContent(lesson('kept', null), 'text', file);
  await page.evaluate(path => {
    void window.jupyterapp.commands.execute('docmanager:open', { path });
  }, file);
  return CellBook.find(page, 'a.ipynb');
}

test('blocks whose cell waited for a busy kernel when the page was left are there again', async ({
  page,
  tmpPath
}) => {
  const made = await CellBook.make(page, `${tmpPath}/a.ipynb`, {
    more: ['import time; time.sleep(600)']
  });
  await addBlock(page, made.blocks);
  await expect(made.drawn).toHaveCount(1);
  await made.book.run(2);
  await made.book.run(1);
  await expect(made.blocks).toHaveCount(1);
  await made.save();
  await reload(page);
  // The kernel is at work still.
  const cells = page.locator('.jp-NotebookPanel .jp-Notebook-cell');
  const again = new Cell(cells.nth(1).locator('.jp-Cell-outputArea'));
  await expect(again.drawn).toHaveCount(1);
  await again.type('Hello', 'edited');
  await expect(again.drawn).toContainText(['edited']);
});

test('blocks that could not be loaded are, when the server is there again, and lose nothing that was run meanwhile', async ({
  page,
  tmpPath
}) => {
  let isAway = true;
  await page.route(/jupyterlab-jigsaw\/static\/.*\.js/, route =>
    isAway ? route.abort() : route.continue()
  );
  const { book, drawn, output } = await openLesson(page, tmpPath);
  const again = output.getByRole('button', { name: 'Try Again' });
  const said = page.waitForEvent('requestfailed');
  await again.click();
  await said;
  await expect(again).toHaveCount(1);
  await book.runFirst();
  await book.runFirst(1);
  await expect(again).toHaveCount(1);
  isAway = false;
  await again.click();
  await expect(drawn).toContainText(['kept']);
  await expect(again).toHaveCount(0);
});

test('blocks of a notebook that is run before what keeps them has come are kept', async ({
  page,
  tmpPath
}) => {
  let come = () => {};
  const coming = new Promise<void>(resolve => (come = resolve));
  await page.route(/jupyterlab-jigsaw\/static\/.*\.js/, async route => {
    await coming;
    await route.continue();
  });
  const { book, drawn } = await openLesson(page, tmpPath);
  await book.runFirst();
  await book.runFirst(1);
  come();
  await expect(drawn).toContainText(['kept']);
});
