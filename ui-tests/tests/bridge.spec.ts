import type { Page } from '@playwright/test';

import { list, read } from '../disk';
import { expect, test } from '../fixtures';
import { COUNT, expectListener, stop } from '../frameRows';
import { Jigsaw, reload } from '../jigsaw';
import { Frame, FrameBook } from '../metakernel';
import { runInConsole } from '../notebook';

/**
 * Set some of the bridge's settings, and load the page anew.
 */
async function set(page: Page, settings: Record<string, unknown>) {
  await page.evaluate(async values => {
    const id = 'jupyterlab-jigsaw:bridge';
    const { settings: manager } = window.jupyterapp.serviceManager;
    await manager.save(id, JSON.stringify(values));
  }, settings);
  // They are read when JupyterLab starts.
  await reload(page);
}

test('Run in a frame runs once, under it, and what it says is kept', async ({
  page,
  request,
  tmpPath
}) => {
  const path = `${tmpPath}/a.ipynb`;
  const made = await FrameBook.make(page, path);
  await expect(made.sign).toHaveText('MetaKernel Test (Python)');
  await expectListener(page);
  await made.press('execute', ...COUNT);
  await expect(made.printed).toHaveText(['run 1']);
  await expect(made.sign).toHaveText('MetaKernel Test (Python) · saved');
  await expect
    .poll(() => read(request, `${tmpPath}/ws.xml`))
    .toContain('count += 1');
  await made.press('execute');
  await expect(made.printed).toHaveText(['run 2']);
  // The frame was not drawn anew.
  expect(await made.code()).toBe(`${COUNT.join('\n')}\n`);
  await made.save();
  const saved = async () => JSON.stringify(await read(request, path));
  await expect.poll(saved).toContain('run 2');
  expect(await saved()).not.toContain('run 1');
});

test('after a reload the newest blocks are shown, and none is saved over', async ({
  page,
  request,
  tmpPath
}) => {
  let made = await FrameBook.make(page, `${tmpPath}/a.ipynb`);
  await made.press('execute', ...COUNT);
  await expect(made.printed).toHaveText(['run 1']);
  await made.save();
  await reload(page);
  made = await FrameBook.find(page, 'a.ipynb');
  // The page in the frame is as old as the run of its cell.
  await expect(made.native).toContainText('print("run", count)');
  await expect(made.sign).toHaveText(
    'MetaKernel Test (Python) · shown by Jigsaw: the page has older blocks'
  );
  await made.native.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(made.printed).toHaveText(['run 2']);
  expect(await read(request, `${tmpPath}/ws.xml`)).toContain('count += 1');
});

test('what was edited and not run is saved with the notebook', async ({
  page,
  request,
  tmpPath
}) => {
  const made = await FrameBook.make(page, `${tmpPath}/a.ipynb`);
  await made.save();
  const tab = Jigsaw.tab(page, 'a.ipynb');
  await expect(tab).not.toHaveClass(/jp-mod-dirty/);
  await made.write('print("not run")');
  await expect(tab).toHaveClass(/jp-mod-dirty/);
  await made.save();
  await expect(made.sign).toHaveText('MetaKernel Test (Python) · saved');
  expect(await read(request, `${tmpPath}/ws.xml`)).toContain('not run');
  await reload(page);
  const again = await FrameBook.find(page, 'a.ipynb');
  await expect(again.native).toContainText('print("not run")');
});

test('an old frame that is left as it is saves over nothing', async ({
  page,
  request,
  tmpPath
}) => {
  await set(page, { adopt: 'never' });
  let made = await FrameBook.make(page, `${tmpPath}/a.ipynb`);
  await made.press('execute', ...COUNT);
  await expect(made.printed).toHaveText(['run 1']);
  await made.save();
  await reload(page);
  made = await FrameBook.find(page, 'a.ipynb');
  await made.settled();
  await expect(made.sign).toHaveText(
    'MetaKernel Test (Python) · the page has older blocks'
  );
  await made.press('execute', 'print("old")');
  await expect(made.printed).toHaveText(['old']);
  const toast = page.locator('.Toastify__toast');
  await expect(toast).toContainText('is newer than the blocks');
  // Its page would not show those of the file.
  await expect(toast.getByRole('button', { name: /^(Keep|Take)/ })).toHaveText([
    'Keep These Blocks'
  ]);
  await expect(made.sign).toHaveText(
    'MetaKernel Test (Python) · not saved · the page has older blocks'
  );
  expect(await read(request, `${tmpPath}/ws.xml`)).toContain('count += 1');
  for (const id of [
    'notebook:hide-all-cell-outputs',
    'notebook:show-all-cell-outputs'
  ]) {
    await page.evaluate(name => window.jupyterapp.commands.execute(name), id);
  }
  await made.settled();
  // The page that is drawn anew is looked at, and then drawn once more.
  await expect(async () => {
    await made.press('execute', 'print("older")');
    await expect(made.printed).toHaveText(['older'], { timeout: 3000 });
  }).toPass();
  await expect(made.sign).toContainText('not saved');
  expect(await read(request, `${tmpPath}/ws.xml`)).toContain('count += 1');
  // Until its cell is run again.
  await made.book.run(1);
  await expect(made.printed).toHaveCount(0);
  await made.settled();
  await made.expectCode(...COUNT);
  await made.press('execute', 'print("new")');
  await expect(made.printed).toHaveText(['new']);
  await expect
    .poll(() => read(request, `${tmpPath}/ws.xml`))
    .toContain('print("new")');
});

test('runs of a frame wait for each other, and are stopped by the notebook', async ({
  page,
  tmpPath
}) => {
  const made = await FrameBook.make(page, `${tmpPath}/a.ipynb`);
  await made.press('execute', 'import time', ...COUNT, 'time.sleep(1)');
  await made.press('execute');
  await expect(made.printed).toHaveText(['run 1\nrun 2']);
  await stop(made);
});

test('a kernel of another language is sent nothing, and the blocks are saved', async ({
  page,
  request,
  tmpPath
}) => {
  const made = await FrameBook.make(page, `${tmpPath}/a.ipynb`, {
    first: '(define count 0)',
    kernel: 'jigsaw_test_scheme'
  });
  await made.press('execute', 'open("harm.txt", "w").close()');
  await expect(made.output).toContainText(
    'Nothing was run: the blocks make Python, and the kernel speaks scheme.'
  );
  await expect
    .poll(() => read(request, `${tmpPath}/ws.xml`))
    .toContain('harm.txt');
  await made.book.run(0);
  await expect(made.book.cells.first()).toContainText('[3]');
  expect(await list(request, tmpPath)).toEqual([
    'a.ipynb',
    'ws.html',
    'ws.xml'
  ]);
});

test('code goes into the output, if that is wanted', async ({
  page,
  tmpPath
}) => {
  await set(page, { insert: 'output' });
  const made = await FrameBook.make(page, `${tmpPath}/a.ipynb`);
  const cells = await made.book.cells.count();
  await made.press('insert', 'print("``` of", "blocks")');
  const code = made.output.locator('[data-mime-type="text/markdown"] code');
  await expect(code).toHaveText('print("``` of", "blocks")\n');
  await made.press('insert', 'print("others")');
  await expect(code).toHaveText('print("others")\n');
  await made.press('execute', 'print("said")');
  await expect(made.printed).toHaveText(['said']);
  await expect(made.book.cells).toHaveCount(cells);
});

test('a console’s frame runs in the console', async ({ page, tmpPath }) => {
  const prompt = await runInConsole(page, tmpPath, 'jigsaw_test_metakernel', [
    'count = 0',
    '%jigsaw Python --workspace ws'
  ]);
  const made = new Frame(page.locator('.jp-CodeConsole-content'));
  await made.settled();
  await made.press('execute', ...COUNT);
  await expect(made.printed).toHaveText(['run 1']);
  await made.press('insert', 'print("next")');
  await expect(prompt).toHaveText('print("next")');
  // What is there stays.
  await made.press('insert', 'print("more")');
  await expect(prompt.locator('.cm-line')).toHaveText([
    'print("next")',
    'print("more")'
  ]);
});

test('a view of an output has blocks that run in the cell', async ({
  page,
  tmpPath
}) => {
  const made = await FrameBook.make(page, `${tmpPath}/a.ipynb`);
  await made.write(...COUNT);
  await expect(made.sign).toContainText('edited');
  await page.evaluate(async () => {
    await window.jupyterapp.commands.execute('notebook:create-output-view');
  });
  const view = new Frame(page.locator('.jp-LinkedOutputView'));
  await view.settled();
  await view.expectCode(...COUNT);
  await view.press('execute');
  await expect(view.printed).toHaveText(['run 1']);
  await page.activity.activateTab('a.ipynb');
  await expect(made.printed).toHaveText(['run 1']);
  // The cell's own frame was not drawn anew.
  expect(await made.code()).toBe(`${COUNT.join('\n')}\n`);
});

test('Insert makes a cell below, and Clear leaves the frame', async ({
  page,
  tmpPath
}) => {
  const made = await FrameBook.make(page, `${tmpPath}/a.ipynb`);
  await made.press('insert', 'print("from", "blocks")');
  await expect(made.book.source(2)).toHaveText('print("from", "blocks")');
  await made.press('execute', 'print("said")');
  await expect(made.printed).toHaveText(['said']);
  await made.press('clear');
  await expect(made.printed).toHaveCount(0);
  expect(await made.code()).toBe('print("said")\n');
});

test('a frame can be used by keyboard alone', async ({ page, tmpPath }) => {
  // As long as a finger takes: the key goes up where it has led to.
  const PRESS = { delay: 100 };
  const made = await FrameBook.make(page, `${tmpPath}/a.ipynb`);
  await made.write(...COUNT);
  await made.book.cells.nth(1).locator('.jp-InputPrompt').click();
  const frame = made.output.locator('iframe').first();
  await expect(async () => {
    await page.keyboard.press('Tab', PRESS);
    await expect(frame).toBeFocused({ timeout: 100 });
  }).toPass();
  const run = made.frame.locator('#execute');
  await expect(async () => {
    await page.keyboard.press('Tab', PRESS);
    await expect(run).toBeFocused({ timeout: 100 });
  }).toPass();
  await page.keyboard.press('Enter');
  await expect(made.printed).toHaveText(['run 1']);
});

test('a page that asks in version 2 is told what becomes of it', async ({
  page,
  tmpPath
}) => {
  const made = await FrameBook.make(page, `${tmpPath}/a.ipynb`);
  await made.press('clear');
  const statuses = (answers: Record<string, unknown>[]) =>
    answers.map(({ status }) => status);

  const good = await made.ask({
    action: 'execute',
    code: 'print("told")',
    msg_id: 'good'
  });
  await expect(made.printed).toHaveText(['told']);
  expect(statuses(good)).toEqual([
    'accepted',
    'busy',
    'output-summary',
    'done'
  ]);
  expect(good.at(-1)).toMatchObject({ result: 'ok', message: null });

  const bad = await made.ask({
    action: 'execute',
    code: '1 / 0',
    msg_id: 'bad'
  });
  expect(bad.at(-1)).toMatchObject({ result: 'error' });
  expect(bad.at(-1)!.message).toContain('ZeroDivisionError');

  const none = await made.ask({ action: 'eval', code: '1', msg_id: 'none' });
  expect(none).toMatchObject([
    { status: 'rejected', reason: 'unknown-action' }
  ]);
});
