import { addBlock, Cell, CellBook, MAGIC_KERNELS } from '../cell';
import { expect, test } from '../fixtures';
import { Jigsaw, openFile, reload, runFromPalette } from '../jigsaw';
import { Book, notebookFor } from '../notebook';

// Blocks in a notebook, and the notebook around them.

test('the wheel scrolls the notebook over blocks that are not in use, else the blocks, and makes them larger', async ({
  page,
  tmpPath
}) => {
  const made = await CellBook.make(page, `${tmpPath}/a.ipynb`, {
    more: Array.from({ length: 12 }, (_, n) => `# ${n}\n\n\n\n`)
  });
  await addBlock(page, made.blocks);
  await made.book.source(0).click();
  const block = made.drawn.first();
  const before = (await block.boundingBox())!;
  await page.mouse.move(before.x + 10, before.y + 10);
  const ground = made.blocks.locator('.blocklyMainBackground').first();
  const inside = async () =>
    (await block.boundingBox())!.y - (await ground.boundingBox())!.y;
  const there = await inside();
  await page.mouse.wheel(0, 100);
  await expect
    .poll(async () => (await block.boundingBox())!.y)
    .toBeLessThan(before.y - 50);
  expect(await inside()).toBeCloseTo(there, 0);
  // In use, they are what is scrolled.
  await block.click({ position: { x: 8, y: 8 } });
  await page.mouse.wheel(0, 40);
  await expect.poll(inside).toBeLessThan(there - 20);
  const { width } = (await block.boundingBox())!;
  const larger = async () => (await block.boundingBox())!.width / width;
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -100);
  await page.keyboard.up('Control');
  await expect.poll(larger).toBeGreaterThan(1.1);
  // The keys do it, too.
  const zoomed = await larger();
  await page.keyboard.press('+');
  await expect.poll(larger).toBeGreaterThan(zoomed * 1.1);
  await page.keyboard.press('-');
  await page.keyboard.press('NumpadSubtract');
  await expect.poll(larger).toBeLessThan(zoomed / 1.1);
});

test('categories that a low cell cuts off are scrolled to, also when the blocks are not in use', async ({
  page,
  tmpPath
}) => {
  const made = await CellBook.make(page, `${tmpPath}/a.ipynb`, {
    magic: '%jigsaw --height 250'
  });
  await made.book.source(0).click();
  const toolbox = made.blocks.locator('.blocklyToolbox');
  const last = toolbox.locator('.blocklyToolboxCategory').last();
  await expect(last).not.toBeInViewport();
  await toolbox.hover();
  await page.mouse.wheel(0, 400);
  await expect(last).toBeInViewport({ ratio: 1 });
});

test('the keyboard is the notebook’s after a click beside the blocks', async ({
  page,
  tmpPath
}) => {
  const made = await CellBook.makeWithBlock(page, `${tmpPath}/a.ipynb`);
  await expect(made.book.cells).toHaveCount(2);
  await made.book.cells.nth(1).locator('.jp-InputPrompt').click();
  await page.keyboard.press('d');
  await page.keyboard.press('d');
  await expect(made.book.cells).toHaveCount(1);
});

test('code that was inserted runs with a key', async ({ page, tmpPath }) => {
  const made = await CellBook.makeWithBlock(page, `${tmpPath}/a.ipynb`);
  await made.button('Insert Code').click();
  await expect(made.book.source(2)).toHaveText("print('Hello')");
  await page.keyboard.press('Control+Enter');
  await expect(made.at(2).printed).toHaveText(['Hello']);
});

test('an error marks its block in a cell', async ({ page, tmpPath }) => {
  const made = await CellBook.make(page, `${tmpPath}/a.ipynb`);
  await addBlock(page, made.blocks, 'expression', 'Python');
  await made.type("print('Hello')", '1 / 0');
  await made.button('Run').click();
  const failed = made.blocks.locator('.jp-Jigsaw-failed');
  await expect(failed).toHaveCount(1);
  await expect(made.output).toContainText('ZeroDivisionError');
  await made.type('1 / 0', '1 / 1');
  await expect(failed).toHaveCount(0);
});

test('blocks stay in their place when the window is resized behind another tab', async ({
  page,
  tmpPath
}) => {
  const made = await CellBook.makeWithBlock(page, `${tmpPath}/a.ipynb`);
  const canvas = made.blocks.locator(
    'svg.blocklySvg > g.blocklyWorkspace > g.blocklyBlockCanvas'
  );
  // Not by its box, which is larger while it has the keyboard.
  const place = () =>
    Promise.all(
      [canvas, made.drawn.first()].map(async one =>
        (await one.getAttribute('transform'))?.replace(/[\d.]+/g, number =>
          Number(number).toFixed(6)
        )
      )
    );
  const before = await place();
  await page.menu.clickMenuItem('File>New Launcher');
  await expect(made.drawn.first()).toBeHidden();
  await page.setViewportSize({ width: 1100, height: 700 });
  await Jigsaw.tab(page, 'a.ipynb').click();
  await expect(made.drawn.first()).toBeVisible();
  expect(await place()).toEqual(before);
});

test('a reload while the panel of a cell is in use opens the notebook', async ({
  page,
  tmpPath
}) => {
  const made = await CellBook.makeWithBlock(page, `${tmpPath}/a.ipynb`);
  await made.save();
  const panel = await made.openPanel();
  await panel.focus();
  await expect(page).toHaveURL(/a\.ipynb/);
  await made.book.source(0).click();
  await panel.focus();
  await expect(page).toHaveURL(/a\.ipynb/);
  await page.evaluate(
    ([from, to]) => window.jupyterapp.serviceManager.contents.rename(from, to),
    [`${tmpPath}/a.ipynb`, `${tmpPath}/b.ipynb`]
  );
  await expect(Jigsaw.tab(page, 'b.ipynb')).toBeVisible();
  await expect(page).toHaveURL(/b\.ipynb/);
  await reload(page);
  await CellBook.find(page, 'b.ipynb');
  await expect(page.locator('.jp-Dialog')).toHaveCount(0);
  await openFile(page, 'b.ipynb');
});

for (const { first, kernel } of MAGIC_KERNELS) {
  test(`in ${kernel} what is done to blocks is undone and redone, by buttons and keys`, async ({
    page,
    tmpPath
  }) => {
    const made = await CellBook.make(page, `${tmpPath}/a.ipynb`, {
      first,
      kernel
    });
    await expect(made.button('Undo')).toBeDisabled();
    await addBlock(page, made.blocks);
    await made.type('Hello', 'typed');
    await made.button('Undo').click();
    await expect(made.drawn).toContainText(['Hello']);
    await made.button('Redo').click();
    await expect(made.drawn).toContainText(['typed']);
    await made.drawn.first().click({ position: { x: 8, y: 8 } });
    await page.keyboard.press('Control+z');
    await expect(made.drawn).toContainText(['Hello']);
    await page.keyboard.press('Control+z');
    await expect(made.drawn).toHaveCount(0);
    // The notebook's own cells are not what is undone.
    await expect(made.book.cells).toHaveCount(2);
    await page.keyboard.press('Control+Shift+z');
    await expect(made.drawn).toContainText(['Hello']);
    await made.save();
    await reload(page);
    const again = await CellBook.find(page, 'a.ipynb');
    await expect(again.drawn).toContainText(['Hello']);
  });
}

test('a cell of blocks works with a kernel that knows nothing of Jigsaw', async ({
  page,
  tmpPath
}) => {
  const path = `${tmpPath}/a.ipynb`;
  await page.contents.uploadContent(
    notebookFor('octave', [`x = 1;${'\n'.repeat(25)}`]),
    'text',
    path
  );
  const book = await Book.open(page, 'a.ipynb');
  await book.source(0).click();
  await runFromPalette(page, 'Insert Jigsaw Cell');
  const cell = new Cell(book.output(1));
  await expect(cell.blocks).toBeInViewport({ ratio: 0.99 });
  await addBlock(page, cell.blocks);
  await cell.button('Run').click();
  await expect(cell.printed).toHaveText(['Hello']);
  await cell.button('Insert Code').click();
  await expect(book.source(2)).toHaveText("disp('Hello');");
});
