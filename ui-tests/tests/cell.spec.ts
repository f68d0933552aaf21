import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

import type { NotebookPanel } from '@jupyterlab/notebook';

import { addBlock, Cell, CellBook } from '../cell';
import { read } from '../disk';
import { expect, test } from '../fixtures';
import { Jigsaw, reload } from '../jigsaw';
import { program } from '../metakernel';
import { answerWhereMoved, ASKING } from '../moves';

const TYPE = 'application/vnd.jupyterlab-jigsaw.blocks+json';

test('blocks run, insert their code, and are kept with the notebook', async ({
  page,
  request,
  tmpPath
}) => {
  let made = await CellBook.make(page, `${tmpPath}/a.ipynb`);
  await expect(made.button('Stop')).toBeDisabled();
  await addBlock(page, made.blocks);
  await made.button('Run').click();
  await expect(made.printed).toHaveText(['Hello']);
  await made.button('Insert Code').click();
  await expect(made.book.source(2)).toHaveText("print('Hello')");
  await made.save();
  const saved = await read(request, `${tmpPath}/a.ipynb`);
  const { cells } = JSON.parse(saved) as {
    cells: { outputs: { data: Record<string, unknown> }[] }[];
  };
  const { data } = cells[1].outputs[0];
  expect(JSON.stringify(data[TYPE])).toContain('text_print');
  await reload(page);
  made = await CellBook.find(page, 'a.ipynb');
  await expect(made.drawn).toHaveCount(1);
  await expect(made.printed).toHaveText(['Hello']);
  await made.type('Hello', 'again');
  await made.button('Run').click();
  await expect(made.printed).toHaveText(['again']);
  await made.button('Clear Output').click();
  await expect(made.printed).toHaveCount(0);
  await expect(made.drawn).toHaveCount(1);
});

test('what blocks print below the fold comes into sight', async ({
  page,
  tmpPath
}) => {
  const made = await CellBook.make(page, `${tmpPath}/a.ipynb`, {
    magic: '%jigsaw --height 560'
  });
  await addBlock(page, made.blocks);
  await made.blocks.evaluate(node => node.scrollIntoView({ block: 'end' }));
  await made.button('Run').click();
  await expect(made.printed).toHaveText(['Hello']);
  await expect(made.printed).toBeInViewport();
  await expect(made.button('Run')).toBeInViewport();
});

test('blocks are kept when their cell is run again, fails, or its output is cleared', async ({
  page,
  request,
  tmpPath
}) => {
  let made = await CellBook.make(page, `${tmpPath}/a.ipynb`);
  await addBlock(page, made.blocks);
  await made.type('Hello', 'kept');
  await made.book.run(1);
  await expect(made.drawn).toContainText(['kept']);
  await page.evaluate(() =>
    window.jupyterapp.commands.execute('notebook:clear-all-cell-outputs')
  );
  await expect(made.drawn).toContainText(['kept']);
  await made.save();
  await reload(page);
  made = await CellBook.find(page, 'a.ipynb');
  await expect(made.drawn).toContainText(['kept']);
  // Where nobody knows the magic.
  await page.evaluate(() =>
    (
      window.jupyterapp.shell.currentWidget as NotebookPanel
    ).sessionContext.session!.kernel!.restart()
  );
  await made.book.run(1);
  await expect(made.output).toContainText('not found');
  await expect(made.drawn).toContainText(['kept']);
  await made.book.run(0);
  await made.book.run(1);
  await expect(made.output).not.toContainText('not found');
  await expect(made.drawn).toContainText(['kept']);
  await made.save();
  const text = await read(request, `${tmpPath}/a.ipynb`);
  expect(text.match(/text_print/g)).toHaveLength(1);
});

test('an endless loop is stopped, in a cell that was moved and after a reload, too', async ({
  page,
  tmpPath
}) => {
  const made = await CellBook.make(page, `${tmpPath}/a.ipynb`, {
    magic: [
      '%%jigsaw',
      '{"blocks": {"blocks": [{"type": "expression_statement", "x": 10, "y": 10,',
      '"fields": {"expression": "while True: print(\\"on\\"); __import__(\\"time\\").sleep(0.05)"}}]}}'
    ].join('\n')
  });
  await made.button('Run').click();
  await expect(made.output).toContainText('on');
  await made.button('Stop').click();
  await expect(made.output).toContainText('KeyboardInterrupt');
  await expect(made.button('Stop')).toBeDisabled();

  await made.button('Run').click();
  await expect(made.output).not.toContainText('KeyboardInterrupt');
  await made.book.cells.nth(1).locator('.jp-InputPrompt').click();
  await page.evaluate(() =>
    window.jupyterapp.commands.execute('notebook:move-cell-up')
  );
  const moved = made.at(0);
  // It goes on there.
  await expect(moved.printed).toContainText('on');
  const length = (await moved.printed.innerText()).length;
  await expect
    .poll(async () => (await moved.printed.innerText()).length)
    .toBeGreaterThan(length);
  await moved.button('Stop').click();
  await expect(moved.output).toContainText('KeyboardInterrupt');
  await expect(moved.button('Stop')).toBeDisabled();

  await moved.button('Run').click();
  await expect(moved.printed).toContainText('on');
  await made.save();
  await reload(page);
  const again = new Cell(page.locator('.jp-Cell-outputArea').first());
  await again.button('Stop').click();
  await expect(page.locator('[data-status="idle"]').first()).toBeVisible();
  await expect(again.button('Stop')).toBeDisabled();
});

test('an answer stands among what the blocks put out, and the keys are theirs again', async ({
  page,
  tmpPath
}) => {
  const made = await CellBook.make(page, `${tmpPath}/a.ipynb`, {
    magic: `%%jigsaw\n${program('input("Name?")')}`
  });
  await made.blocks.locator('.blocklyText', { hasText: 'Name' }).click();
  await page.keyboard.press('Escape');
  const question = made.output.locator('.jp-Stdin-input');
  for (const name of ['Ada', 'Grace']) {
    await page.keyboard.press('Shift+Enter');
    await expect(question).toBeFocused();
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await expect(question).toHaveCount(0);
    await expect(made.printed).toHaveText([`Name? ${name}`]);
  }
  await expect(made.drawn).toHaveCount(1);
  await made.button('Clear Output').click();
  await expect(made.printed).toHaveCount(0);
});

test('what was edited just now is in a copy of its cell', async ({
  page,
  tmpPath
}) => {
  const made = await CellBook.make(page, `${tmpPath}/a.ipynb`);
  const tab = Jigsaw.tab(page, 'a.ipynb');
  await addBlock(page, made.blocks);
  await expect(made.drawn).toHaveCount(1);
  await made.save();
  await expect(tab).not.toHaveClass(/jp-mod-dirty/);
  await made.type('Hello', 'just now');
  await expect(tab).toHaveClass(/jp-mod-dirty/);
  for (const key of ['Escape', 'c', 'v']) {
    await page.keyboard.press(key);
  }
  await expect(made.at(2).drawn).toContainText(['just now']);
});

test('a run goes on, with what was answered, where its cell is moved, cut and pasted', async ({
  page,
  tmpPath
}) => {
  const made = await CellBook.make(page, `${tmpPath}/a.ipynb`, {
    magic: `%%jigsaw\n${program(...ASKING)}`
  });
  await made.button('Run').click();
  await answerWhereMoved(
    made.book,
    index => made.at(index),
    (cell, isRunning) =>
      expect(cell.button('Stop')).toBeEnabled({ enabled: isRunning })
  );
});

test('what is typed in a field runs by Shift+Enter', async ({
  page,
  tmpPath
}) => {
  const made = await CellBook.make(page, `${tmpPath}/a.ipynb`, {
    more: [`%%jigsaw\n${program('print("other")')}`]
  });
  await made.book.run(2);
  const other = made.at(2);
  await expect(other.drawn).toHaveCount(1);
  await addBlock(page, made.blocks);
  await made.drawn.getByText('Hello', { exact: true }).click();
  await page.locator('.blocklyHtmlInput').fill('typed');
  await page.keyboard.press('Shift+Enter');
  await expect(made.printed).toHaveText(['typed']);
  await expect(made.drawn).toContainText(['typed']);
  await made.type('typed', 'not run');
  await other.drawn.getByText('other').click();
  await page.keyboard.press('Shift+Enter');
  await expect(other.printed).toHaveText(['other']);
  await expect(made.printed).toHaveText(['typed']);
});

test('blocks whose turn was given up say so, in the place of what they printed before', async ({
  page,
  tmpPath
}) => {
  const made = await CellBook.make(page, `${tmpPath}/a.ipynb`, {
    magic: `%%jigsaw\n${program('print("first")')}`,
    more: [
      `%%jigsaw\n${program('print("on")', 'while True: __import__("time").sleep(0.05)')}`
    ]
  });
  await made.button('Run').click();
  await expect(made.printed).toHaveText(['first']);
  await made.book.run(2);
  const endless = made.at(2);
  await endless.button('Run').click();
  await expect(endless.printed).toHaveText(['on']);
  await made.button('Run').click();
  await endless.button('Stop').click();
  await expect(endless.output).toContainText('KeyboardInterrupt');
  await expect(made.output).toContainText('The code was not run');
  await expect(made.printed).toHaveCount(0);
});

test('Run waits for its turn where the kernel was at work before the page came', async ({
  page,
  request,
  tmpPath
}) => {
  const loop =
    'import os, time\nwhile not os.path.exists("go"): time.sleep(0.05)';
  const made = await CellBook.make(page, `${tmpPath}/a.ipynb`, {
    more: [loop]
  });
  await addBlock(page, made.blocks);
  await made.save();
  await made.book.cells.nth(2).locator('.cm-content').click();
  await page.keyboard.press('Shift+Enter');
  await expect(page.locator('[data-status="busy"]').first()).toBeVisible();
  await reload(page);
  const again = new Cell(page.locator('.jp-Cell-outputArea').nth(1));
  await again.button('Run').click();
  await expect(again.button('Stop')).toBeEnabled();
  await expect(again.printed).toHaveCount(0);
  await request.put(`api/contents/${tmpPath}/go`, {
    data: { type: 'file', format: 'text', content: '' }
  });
  await expect(again.printed).toHaveText(['Hello']);
  await expect(again.button('Stop')).toBeDisabled();
});

test('keys belong to the blocks, until Escape gives them back', async ({
  page,
  tmpPath
}) => {
  const made = await CellBook.makeWithBlock(page, `${tmpPath}/a.ipynb`);
  const cells = await made.book.cells.count();
  for (const key of ['a', 'b', 'm']) {
    await page.keyboard.press(key);
  }
  await expect(made.book.cells).toHaveCount(cells);
  // Blockly tells a frame later of what was done, which is what is undone.
  await page.evaluate(
    () =>
      new Promise(resolve => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      })
  );
  await page.keyboard.press('Control+z');
  await expect(made.drawn).toHaveCount(0);
  // The keyboard goes from the block that has gone to the ground.
  await expect(made.blocks.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Control+Shift+z');
  await expect(made.drawn).toHaveCount(1);
  await made.type('Hello', 'by key');
  await page.keyboard.press('Shift+Enter');
  await expect(made.printed).toHaveText(['by key']);
  await expect(made.book.cells).toHaveCount(cells);
  // JupyterLab's own keys do what they do.
  const dirty = page.locator('.lm-TabBar-tab.lm-mod-current.jp-mod-dirty');
  await expect(dirty).toHaveCount(1);
  await page.keyboard.press('Control+s');
  await expect(dirty).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('b');
  await expect(made.book.cells).toHaveCount(cells + 1);
});

test('where there is no Jigsaw, the blocks are a picture and their code', async ({
  page,
  request,
  tmpPath
}, testInfo) => {
  const made = await CellBook.makeWithBlock(page, `${tmpPath}/a.ipynb`);
  await made.type('Hello', 'a < b');
  await made.save();
  const file = testInfo.outputPath('a.ipynb');
  const html = testInfo.outputPath('a.html');
  await writeFile(file, await read(request, `${tmpPath}/a.ipynb`));
  await promisify(execFile)('jupyter', ['nbconvert', '--to', 'html', file]);
  const other = await page.context().newPage();
  await other.route(/^https?:/, route => route.abort());
  await other.goto(pathToFileURL(html).href);
  await expect(
    other.locator('pre', { hasText: "print('a < b')" })
  ).toBeVisible();
  const picture = other.locator('img[alt="Blocks"]');
  await expect(picture).toBeVisible();
  const { height, width } = (await picture.boundingBox())!;
  expect(width).toBeGreaterThan(100);
  expect(height).toBeGreaterThan(30);
  await other.screenshot({ path: testInfo.outputPath('a.png') });
  await other.close();
  // Nor when they are out of sight as they are saved.
  await made.type('a < b', 'hidden');
  await page.menu.clickMenuItem('File>New Launcher');
  await expect(made.drawn.first()).toBeHidden();
  await page.evaluate(() =>
    window.jupyterapp.commands.execute('docmanager:save-all')
  );
  await expect
    .poll(() => read(request, `${tmpPath}/a.ipynb`))
    .toMatch(/<img alt=.*\s*.*<pre><code>print\('hidden'\)/);
});

test('a cell of blocks needs nothing of the kernel', async ({
  page,
  tmpPath
}) => {
  const made = await CellBook.make(page, `${tmpPath}/a.ipynb`);
  await made.book.cells
    .nth(1)
    .locator('.jp-InputPrompt')
    .click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Insert Jigsaw Cell' }).click();
  const cell = made.at(2);
  await addBlock(page, cell.blocks);
  await cell.type('Hello', 'inserted');
  await cell.button('Run').click();
  await expect(cell.printed).toHaveText(['inserted']);
  // The code of the cell is none, and its blocks stay.
  await made.book.run(2);
  await expect(cell.printed).toHaveCount(0);
  await expect(cell.drawn).toContainText(['inserted']);
  // Nor does code that is run in it all the same take them away.
  await made.book.source(2).fill('print("code")');
  await made.book.run(2);
  await expect(cell.printed).toHaveText(['code']);
  await expect(cell.drawn).toContainText(['inserted']);
  await made.save();
  await reload(page);
  const again = await CellBook.find(page, 'a.ipynb');
  await expect(again.at(2).drawn).toContainText(['inserted']);
});

test('a workspace with a name is kept in a file, and its cells are in step', async ({
  page,
  request,
  tmpPath
}) => {
  await page.contents.uploadContent(
    program('print("of MetaKernel")'),
    'text',
    `${tmpPath}/ws.xml`
  );
  const magic = '%jigsaw --workspace ws --height 250';
  const made = await CellBook.make(page, `${tmpPath}/a.ipynb`, {
    magic,
    more: [magic]
  });
  await expect(made.drawn).toContainText(['of MetaKernel']);
  await made.book.run(2);
  const other = made.at(2);
  await expect(other.drawn).toContainText(['of MetaKernel']);
  await made.type('print("of MetaKernel")', 'print("mine")');
  await expect(other.drawn).toContainText(['mine']);
  await other.button('Run').click();
  await expect(other.printed).toHaveText(['mine']);
  await expect
    .poll(() => read(request, `${tmpPath}/ws.jigsaw`))
    .toContain('mine');
  expect(await read(request, `${tmpPath}/ws.xml`)).toContain('of MetaKernel');
  // Run again, it is as the file is.
  await made.book.run(1);
  await expect(made.drawn).toContainText(['mine']);
  // What another has changed stays.
  const file = await read(request, `${tmpPath}/ws.jigsaw`);
  await page.contents.uploadContent(
    file.replace('mine', 'theirs'),
    'text',
    `${tmpPath}/ws.jigsaw`
  );
  await made.type('print("mine")', 'print("lost?")');
  await expect(page.locator('.Toastify__toast')).toContainText(
    'another has changed the file'
  );
  expect(await read(request, `${tmpPath}/ws.jigsaw`)).toContain('theirs');
});
