import { addBlock, Cell, CellBook } from '../cell';
import { expect, test } from '../fixtures';
import { reload } from '../jigsaw';

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
  await expect(made.blocks).toHaveCount(0);
  await made.save();
  await reload(page);
  // The kernel is at work still.
  const cells = page.locator('.jp-NotebookPanel .jp-Notebook-cell');
  const again = new Cell(cells.nth(1).locator('.jp-Cell-outputArea'));
  await expect(again.drawn).toHaveCount(1);
  await again.type('Hello', 'edited');
  await expect(again.drawn).toContainText(['edited']);
});
