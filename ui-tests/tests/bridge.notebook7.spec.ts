import type { NotebookPanel } from '@jupyterlab/notebook';
import type { APIRequestContext } from '@playwright/test';

import { read } from '../disk';
import { expect, notebookTest as test } from '../fixtures';
import {
  BUSY,
  COUNT,
  dieInRun,
  expectEndOf,
  expectListener,
  expectShownAgain,
  forbidFrames,
  giveAway,
  IPYTHON,
  KEPT,
  LONG,
  printMuch,
  restartInRun,
  runWithoutKernel,
  scrollAway,
  showAll,
  stop,
  trust,
  waitInTurn
} from '../frameRows';
import { FrameBook, program } from '../metakernel';

/**
 * Save a notebook by the keyboard, which is the frame's until it is given back.
 *
 * @param parts - what is to be in its file then, in which it is a text of JSON
 */
async function save(
  made: FrameBook,
  request: APIRequestContext,
  path: string,
  ...parts: string[]
): Promise<void> {
  await made.book.cells.first().locator('.jp-InputPrompt').click();
  await made.book.page.keyboard.press('ControlOrMeta+s');
  for (const part of parts) {
    await expect
      .poll(async () => JSON.stringify(await read(request, path)))
      .toContain(part);
  }
}

test('in Notebook 7 a frame runs once, under it, in its own kernel', async ({
  page,
  tmpPath
}) => {
  await page.contents.createDirectory(`${tmpPath}/sub`);
  const above = await FrameBook.makeAlone(page, `${tmpPath}/a.ipynb`, {
    first: 'count = 0; where = "above"'
  });
  const below = await FrameBook.makeAlone(page, `${tmpPath}/sub/a.ipynb`, {
    first: 'count = 0; where = "below"'
  });
  await expectListener(below.book.page);
  const code = ['count += 1', 'print(where, count)'];
  await below.press('execute', ...code);
  await expect(below.printed).toHaveText(['below 1']);
  await above.book.page.bringToFront();
  await above.press('execute', ...code);
  await expect(above.printed).toHaveText(['above 1']);
  await above.press('execute', ...code);
  await expect(above.printed).toHaveText(['above 2']);
  await expect(above.sign).toHaveText('MetaKernel Test (Python) · saved');
  await above.press('insert', 'print("inserted")');
  await expect(above.book.source(2)).toHaveText('print("inserted")');
  await above.press('clear');
  await expect(above.printed).toHaveCount(0);
  expect(await above.code()).toBe('print("inserted")\n');
});

test('in Notebook 7 the newest blocks run after a reload, and none is saved over', async ({
  page,
  request,
  tmpPath
}) => {
  const path = `${tmpPath}/a.ipynb`;
  let made = await FrameBook.makeAlone(page, path);
  await made.press('execute', ...COUNT);
  await expect(made.printed).toHaveText(['run 1']);
  await save(made, request, path, 'run 1');
  await made.book.page.reload();
  made = await FrameBook.only(made.book.page);
  await expect(made.native).toContainText('print("run", count)');
  await made.native.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(made.printed).toHaveText(['run 2']);
  await expect(made.sign).toContainText('saved');
  expect(await read(request, `${tmpPath}/ws.xml`)).toContain('count += 1');
});

test('in Notebook 7 a run shows what a cell shows, and a saved notebook keeps it', async ({
  page,
  request,
  tmpPath
}) => {
  const path = `${tmpPath}/a.ipynb`;
  let made = await FrameBook.makeAlone(page, path, IPYTHON);
  await showAll(made);
  await save(made, request, path, ...KEPT);
  const tab = made.book.page;
  await tab.reload();
  made = await FrameBook.only(tab);
  await expectShownAgain(made);
  // The page in the frame is as old as the run of its cell.
  await expect(made.native).toContainText('print("Hello"');
  await expect(made.sign).toContainText('the page has older blocks');
});

test('in Notebook 7 runs wait, are stopped, and outlive their kernel', async ({
  page,
  tmpPath
}) => {
  const made = await FrameBook.makeAlone(page, `${tmpPath}/a.ipynb`, {
    more: [BUSY]
  });
  await waitInTurn(made);
  await stop(made);
  await restartInRun(made);
  await dieInRun(made);
  await runWithoutKernel(made);
});

test('in Notebook 7 of 100,000 lines the end is shown, kept on save, and cleared', async ({
  page,
  request,
  tmpPath
}) => {
  const path = `${tmpPath}/a.ipynb`;
  const made = await FrameBook.makeAlone(page, path);
  await printMuch(made);
  await save(made, request, path, 'the end');
  expectEndOf(await read(request, path));
  await made.press('clear');
  await expect(made.printed).toHaveCount(0);
});

test('in Notebook 7 a frame that was scrolled away keeps what was edited', async ({
  page,
  tmpPath
}) => {
  const made = await FrameBook.alone(page, `${tmpPath}/a.ipynb`, {
    more: LONG
  });
  // Settings would be those of all tests.
  await made.book.page.evaluate(() => {
    const { content } = window.jupyterapp.shell.currentWidget as NotebookPanel;
    content.notebookConfig = {
      ...content.notebookConfig,
      windowingMode: 'full'
    };
  });
  await made.settled();
  await scrollAway(made);
});

test('in Notebook 7 a kernel of another language is sent nothing', async ({
  page,
  request,
  tmpPath
}) => {
  const made = await FrameBook.makeAlone(page, `${tmpPath}/a.ipynb`, {
    first: '(define count 0)',
    kernel: 'jigsaw_test_scheme'
  });
  await made.press('execute', 'open("harm.txt", "w").close()');
  await expect(made.output).toContainText('Nothing was run');
  await expect
    .poll(() => read(request, `${tmpPath}/ws.xml`))
    .toContain('harm.txt');
});

test('in Notebook 7 a frame keeps its edits when its cell moves, and nothing runs without trust', async ({
  page,
  request,
  tmpPath
}) => {
  const path = `${tmpPath}/a.ipynb`;
  const made = await FrameBook.makeAlone(page, path);
  await made.press('execute', 'print("once")');
  await expect(made.printed).toHaveText(['once']);
  await save(made, request, path, 'once');
  await made.write(...COUNT);
  await expect(made.sign).toContainText('edited');
  await made.book.cells.nth(1).locator('.jp-InputPrompt').click();
  await made.book.page.keyboard.press('Control+Shift+ArrowUp');
  const moved = made.at(0);
  await moved.expectCode(...COUNT);
  await moved.press('execute');
  await expect(moved.printed).toHaveText(['run 1']);

  await giveAway(made.book.page, path, `${tmpPath}/b.ipynb`);
  const tab = await page.context().newPage();
  await tab.goto(`notebooks/${tmpPath}/b.ipynb`);
  const theirs = await FrameBook.only(tab);
  await trust(theirs);
  await theirs.book.run(0);
  await theirs.native.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(theirs.printed).toHaveText(['run 1']);
});

test('in Notebook 7 blocks show and run where frames are forbidden', async ({
  context,
  page,
  tmpPath
}) => {
  await forbidFrames(context);
  await page.contents.uploadContent(
    program('print("as it was")'),
    'text',
    `${tmpPath}/ws.xml`
  );
  const made = await FrameBook.alone(page, `${tmpPath}/a.ipynb`);
  await expect(made.native).toContainText('print("as it was")');
  await expect(made.sign).toContainText('the server forbids frames');
  await made.native.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(made.printed).toHaveText(['as it was']);
});
