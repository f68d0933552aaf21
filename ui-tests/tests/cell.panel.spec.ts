import { addBlock, button, Cell, CellBook, OPEN_PANEL } from '../cell';
import { read } from '../disk';
import { expect, test } from '../fixtures';
import { closeTab, Jigsaw, openFile, reload } from '../jigsaw';
import { runInConsole } from '../notebook';
import { file, print } from '../programs';

test('the blocks of a cell can be edited in a panel, in step with it', async ({
  page,
  request,
  tmpPath
}) => {
  const made = await CellBook.makeWithBlock(page, `${tmpPath}/a.ipynb`);
  const panel = await made.openPanel();
  await panel.expectCode("print('Hello')", '');
  await panel.type('Hello', 'from the panel');
  await expect(made.drawn).toContainText(['from the panel']);
  await made.type('from the panel', 'from the cell');
  await panel.expectCode("print('from the cell')", '');
  await panel.run();
  await expect(panel.output).toContainText('from the cell');
  // In the notebook's session, and in no other.
  const sessions = (await (await request.get('api/sessions')).json()) as {
    path: string;
  }[];
  expect(
    sessions
      .map(({ path }) => path)
      .filter(path => path.includes(tmpPath) || path.includes('Blocks of'))
  ).toEqual([`${tmpPath}/a.ipynb`]);
  await made.save();
  expect(await read(request, `${tmpPath}/a.ipynb`)).toContain('from the cell');
  // The page's address is that of the notebook, which a reload can open.
  await Jigsaw.tab(page, 'Blocks of a').click();
  await expect(page).toHaveURL(/a\.ipynb/);
  await reload(page);
  const again = await CellBook.find(page, 'a.ipynb');
  await expect(again.drawn).toContainText(['from the cell']);
  await expect(page.locator('.jp-Dialog')).toHaveCount(0);
  await expect(Jigsaw.tab(page, 'Blocks of a')).toHaveCount(0);
});

test('a panel stays in step with its cell when the notebook is renamed and the cell run again', async ({
  page,
  request,
  tmpPath
}) => {
  const made = await CellBook.makeWithBlock(page, `${tmpPath}/a.ipynb`);
  await made.save();
  const panel = await made.openPanel();
  await page.evaluate(
    folder =>
      window.jupyterapp.serviceManager.contents.rename(
        `${folder}/a.ipynb`,
        `${folder}/b.ipynb`
      ),
    tmpPath
  );
  await expect(Jigsaw.tab(page, 'b.ipynb')).toBeVisible();
  await made.book.run(1);
  await expect(made.drawn).toContainText(['Hello']);
  await panel.type('Hello', 'from the panel');
  await expect(made.drawn).toContainText(['from the panel']);
  await page.keyboard.press('Control+s');
  await expect(Jigsaw.tab(page, 'b.ipynb')).not.toHaveClass(/jp-mod-dirty/);
  expect(await read(request, `${tmpPath}/b.ipynb`)).toContain('from the panel');
  await expect(page.locator('.jp-Dialog')).toHaveCount(0);
});

test('the page’s address leads to the notebook of a panel, also when that was closed', async ({
  page,
  tmpPath
}) => {
  const made = await CellBook.makeWithBlock(page, `${tmpPath}/a.ipynb`);
  await made.save();
  await made.openPanel();
  await closeTab(page, 'a.ipynb');
  await openFile(page, 'a.ipynb');
  await CellBook.find(page, 'a.ipynb');
  await closeTab(page, 'a.ipynb');
  await page.evaluate(() => {
    void window.jupyterapp.commands.execute('launcher:create');
  });
  await expect(page).not.toHaveURL(/a\.ipynb/);
  await Jigsaw.tab(page, 'Blocks of a').click();
  await expect(page).toHaveURL(/a\.ipynb/);
  await reload(page);
  const again = await CellBook.find(page, 'a.ipynb');
  await expect(again.drawn).toContainText(['Hello']);
  await expect(page.locator('.jp-Dialog')).toHaveCount(0);
});

test('the page’s address names no panel of blocks in a console', async ({
  page,
  tmpPath
}) => {
  await runInConsole(page, tmpPath, 'python3', [
    '%load_ext jupyterlab_jigsaw',
    '%jigsaw'
  ]);
  const made = new Cell(page.locator('.jp-CodeConsole-content'));
  await made.button(OPEN_PANEL).click();
  await expect(
    page.locator('.lm-TabBar-tab.lm-mod-current', { hasText: 'Blocks of' })
  ).toBeVisible();
  await expect(page).not.toHaveURL(/JigsawCell/);
  await reload(page);
  await expect(page.locator('.jp-CodeConsole-promptCell')).toBeVisible();
  await expect(page.locator('.jp-DirListing-content')).toBeVisible();
  await expect(page.locator('.jp-Dialog')).toHaveCount(0);
});

test('what is saved in the panel of a cell is saved with its notebook', async ({
  page,
  request,
  tmpPath
}) => {
  const made = await CellBook.makeWithBlock(page, `${tmpPath}/a.ipynb`);
  const panel = await made.openPanel();
  await panel.type('Hello', 'saved from the panel');
  await expect(Jigsaw.tab(page, 'a.ipynb')).toHaveClass(/jp-mod-dirty/);
  await page.keyboard.press('Control+s');
  await expect(Jigsaw.tab(page, 'a.ipynb')).not.toHaveClass(/jp-mod-dirty/);
  expect(await read(request, `${tmpPath}/a.ipynb`)).toContain(
    'saved from the panel'
  );
  // The panel shows no file that could be opened again.
  const recent = await page.menu.openLocator('File>Open Recent');
  await expect(recent!).toContainText('a.ipynb');
  await expect(recent!).not.toContainText('Blocks of a');
});

test('the file of a workspace is open in a panel and in a cell, in step', async ({
  page,
  request,
  tmpPath
}) => {
  const made = await CellBook.make(page, `${tmpPath}/a.ipynb`, {
    magic: '%jigsaw --workspace ws'
  });
  const panel = await made.openPanel('ws.jigsaw');
  await panel.take('Text', 'print', await panel.at(180, 60));
  await expect(made.drawn).toContainText(['Hello']);
  await made.type('Hello', 'both');
  await panel.expectCode("print('both')", '');
  await expect
    .poll(() => read(request, `${tmpPath}/ws.jigsaw`), { timeout: 20_000 })
    .toContain('both');
  await closeTab(page, 'ws.jigsaw');
  await made.type('both', 'the cell alone');
  await expect
    .poll(() => read(request, `${tmpPath}/ws.jigsaw`))
    .toContain('the cell alone');
  await expect(page.locator('.Toastify__toast')).toHaveCount(0);
});

test('each of two workspaces of a cell has a panel of its own', async ({
  page,
  tmpPath
}) => {
  const made = await CellBook.make(page, `${tmpPath}/a.ipynb`, {
    magic: '%jigsaw --height 100\n%jigsaw --height 100'
  });
  const second = made.blocks.nth(1);
  const first = made.blocks.first();
  const tabs = page.locator('.lm-TabBar-tabLabel', { hasText: 'Blocks of a' });
  await button(second, OPEN_PANEL).click();
  await expect(tabs).toHaveCount(1);
  const name = (await tabs.textContent())!;
  await button(first, OPEN_PANEL).click();
  await expect(tabs).toHaveCount(2);
  await Jigsaw.tab(page, name).click();
  const panel = await Jigsaw.find(page, name);
  await panel.take('Text', 'print', await panel.at(180, 60));
  const drawn = '.blocklySvg > .blocklyWorkspace > .blocklyBlockCanvas';
  await expect(second.locator(drawn)).toContainText('Hello');
  await expect(first.locator(drawn)).not.toContainText('Hello');
});

test('what a panel has not saved yet comes to the cells of its file', async ({
  page,
  tmpPath
}) => {
  const path = `${tmpPath}/ws.jigsaw`;
  await page.contents.uploadContent(file([print('saved')]), 'text', path);
  await openFile(page, 'ws.jigsaw');
  const panel = await Jigsaw.find(page, 'ws.jigsaw');
  await panel.type('saved', 'not saved');
  const magic = '%jigsaw --workspace ws';
  const made = await CellBook.make(page, `${tmpPath}/a.ipynb`, {
    magic,
    more: [magic]
  });
  await expect(made.drawn).toContainText(['not saved']);
  await made.book.run(2);
  const other = made.at(2);
  await expect(other.drawn).toContainText(['not saved']);
  // Once, for as many cells as there are.
  await addBlock(page, other.blocks);
  await expect(other.drawn).toHaveCount(2);
  await expect(made.drawn).toHaveCount(2);
  await Jigsaw.tab(page, 'ws.jigsaw').click();
  await expect(
    panel.codeLines.filter({ hasText: "print('Hello')" })
  ).toHaveCount(1);
  await Jigsaw.tab(page, 'a.ipynb').click();
  // A cell that goes leaves the others in step.
  await other.output.locator('..').click();
  await page.evaluate(() =>
    window.jupyterapp.commands.execute('notebook:delete-cell')
  );
  await made.type('Hello', 'by the first');
  await Jigsaw.tab(page, 'ws.jigsaw').click();
  await expect(
    panel.codeLines.filter({ hasText: "print('by the first')" })
  ).toHaveCount(1);
});

test('a panel has the blocks of its file where a cell had others before it went', async ({
  page,
  request,
  tmpPath
}) => {
  const path = `${tmpPath}/ws.jigsaw`;
  const made = await CellBook.make(page, `${tmpPath}/a.ipynb`, {
    magic: '%jigsaw --workspace ws'
  });
  await addBlock(page, made.blocks);
  await expect
    .poll(() => read(request, path), { timeout: 20_000 })
    .toContain('text_print');
  await made.book.cells.nth(1).locator('.jp-InputPrompt').click();
  await page.evaluate(() =>
    window.jupyterapp.commands.execute('notebook:delete-cell')
  );
  await expect(made.blocks).toHaveCount(0);
  await page.contents.uploadContent(file([print('newer')]), 'text', path);
  await openFile(page, 'ws.jigsaw');
  const panel = await Jigsaw.find(page, 'ws.jigsaw');
  await panel.expectCode("print('newer')", '');
});
