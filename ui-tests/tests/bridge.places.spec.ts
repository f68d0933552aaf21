import { PromiseDelegate } from '@lumino/coreutils';

import { read } from '../disk';
import { expect, test } from '../fixtures';
import { answer, closeTab, Jigsaw, reload } from '../jigsaw';
import { giveAway, LONG, scrollAway, trust } from '../frameRows';
import { Frame, FrameBook } from '../metakernel';

test('of two notebooks of one name, each runs in its own kernel', async ({
  page,
  tmpPath
}) => {
  await page.contents.createDirectory(`${tmpPath}/sub`);
  const first = await FrameBook.make(page, `${tmpPath}/a.ipynb`, {
    first: 'where = "above"'
  });
  await first.write('print(where)');
  const second = await FrameBook.make(page, `${tmpPath}/sub/a.ipynb`, {
    first: 'where = "below"'
  });
  await second.press('execute', 'print(where)');
  await expect(second.printed).toHaveText(['below']);
  // Beside each other, the other one active.
  await page.evaluate(() => {
    const { shell } = window.jupyterapp;
    const current = shell.currentWidget!;
    shell.add(current, 'main', { mode: 'split-right' });
  });
  await first.book.cells.first().click();
  await second.press('execute');
  await first.press('execute');
  await expect(first.printed).toHaveText(['above']);
  await expect(second.printed).toHaveText(['below']);
  // Neither active: a launcher lies over the first.
  await page.evaluate(async () => {
    await window.jupyterapp.commands.execute('launcher:create', {});
  });
  await second.press('execute', 'print(where, "again")');
  await expect(second.printed).toHaveText(['below again']);
});

test('of two notebooks with one workspace, each has its own output', async ({
  page,
  tmpPath
}) => {
  const first = await FrameBook.make(page, `${tmpPath}/a.ipynb`);
  await first.press('execute', 'print("a")');
  await expect(first.printed).toHaveText(['a']);
  const second = await FrameBook.make(page, `${tmpPath}/b.ipynb`);
  await second.press('execute', 'print("b")');
  await expect(second.printed).toHaveText(['b']);
  await page.activity.activateTab('a.ipynb');
  await expect(first.printed).toHaveText(['a']);
  await first.press('clear');
  await expect(first.printed).toHaveCount(0);
  await expect(second.printed).toHaveCount(1);
});

test('a save that is not answered holds up no other notebook’s, and its own stays dirty', async ({
  page,
  tmpPath
}) => {
  for (const name of ['one', 'two']) {
    await page.contents.createDirectory(`${tmpPath}/${name}`);
  }
  const first = await FrameBook.make(page, `${tmpPath}/one/a.ipynb`);
  const second = await FrameBook.make(page, `${tmpPath}/two/b.ipynb`);
  const answered = new PromiseDelegate<void>();
  await page.route('**/api/contents/**/one/ws.xml?**', async route => {
    if (route.request().method() === 'PUT') {
      await answered.promise;
    }
    await route.continue();
  });
  const tab = Jigsaw.tab(page, 'a.ipynb');
  await page.activity.activateTab('a.ipynb');
  await first.press('execute', 'print("one")');
  await expect(first.printed).toHaveText(['one']);
  await expect(first.sign).toContainText('saving…');
  await first.write('print("three")');
  await expect(first.sign).toContainText('edited');
  await page.evaluate(() => {
    void window.jupyterapp.commands.execute('docmanager:save');
  });
  await expect
    .poll(() => read(page.request, `${tmpPath}/one/a.ipynb`))
    .toContain('one');
  await expect(tab).toHaveClass(/jp-mod-dirty/);
  await page.activity.activateTab('b.ipynb');
  await second.press('execute', 'print("two")');
  await expect
    .poll(() => read(page.request, `${tmpPath}/two/ws.xml`))
    .toContain('two');
  answered.resolve();
  await expect(tab).not.toHaveClass(/jp-mod-dirty/);
  expect(await read(page.request, `${tmpPath}/one/ws.xml`)).toContain('three');
});

test('of two views of a notebook, none writes over what the other has saved', async ({
  page,
  tmpPath
}) => {
  await FrameBook.make(page, `${tmpPath}/a.ipynb`);
  await page.evaluate(async () => {
    await window.jupyterapp.commands.execute('docmanager:clone');
  });
  const outputs = page.locator('.jp-Cell-outputArea:has(iframe)');
  await expect(outputs).toHaveCount(2);
  const [one, two] = [0, 1].map(index => new Frame(outputs.nth(index)));
  await one.settled();
  await two.settled();
  await one.press('execute', 'print("one")');
  await expect(one.sign).toContainText('saved');
  const saved = await read(page.request, `${tmpPath}/ws.xml`);
  await two.press('execute', 'print("two")');
  await expect(two.printed).toHaveText(['two']);
  await expect(page.locator('.Toastify__toast')).toContainText(
    'the file is newer than the blocks'
  );
  expect(await read(page.request, `${tmpPath}/ws.xml`)).toBe(saved);
  // The one that did goes on.
  await one.press('execute', 'print("one more")');
  await expect(one.printed).toHaveText(['one more']);
  await expect
    .poll(() => read(page.request, `${tmpPath}/ws.xml`))
    .toContain('one more');
  // The other has its way if that is wanted.
  await page
    .locator('.Toastify__toast')
    .getByRole('button', { name: 'Keep These Blocks' })
    .click();
  await expect
    .poll(() => read(page.request, `${tmpPath}/ws.xml`))
    .toContain('two');
  await expect(two.sign).toContainText('saved');
  await expect(two.sign).not.toContainText('not saved');
});

test('of two notebooks with one workspace, none loses edits without a word', async ({
  page,
  tmpPath
}) => {
  const first = await FrameBook.make(page, `${tmpPath}/a.ipynb`);
  await first.write('print("first")');
  await expect(first.sign).toContainText('edited');
  const second = await FrameBook.make(page, `${tmpPath}/b.ipynb`);
  await second.write('print("second")');
  await expect(second.sign).toContainText('edited');
  await page.activity.activateTab('a.ipynb');
  await first.save();
  await expect
    .poll(() => read(page.request, `${tmpPath}/ws.xml`))
    .toContain('first');
  await page.activity.activateTab('b.ipynb');
  await second.save();
  await expect(page.locator('.Toastify__toast')).toContainText(
    'the file is newer than the blocks'
  );
  expect(await read(page.request, `${tmpPath}/ws.xml`)).toContain('first');
  await second.expectCode('print("second")');
  await page
    .locator('.Toastify__toast')
    .getByRole('button', { name: 'Take the File’s' })
    .click();
  await second.expectCode('print("first")');
  await expect(page.locator('.Toastify__toast')).toHaveCount(0);
  await second.write('print("third")');
  await expect(second.sign).toContainText('edited');
  await second.save();
  await expect
    .poll(() => read(page.request, `${tmpPath}/ws.xml`))
    .toContain('third');
  await page.activity.activateTab('a.ipynb');
  await first.write('print("fourth")');
  await first.save();
  await expect(page.locator('.Toastify__toast')).toContainText(
    'the file is newer than the blocks'
  );
  // Nor by closing the notebook.
  await page.getByRole('tab', { name: 'a.ipynb' }).hover();
  await page
    .getByRole('tab', { name: 'a.ipynb' })
    .locator('.lm-TabBar-tabCloseIcon')
    .click();
  await expect(page.locator('.jp-Dialog')).toContainText('Save your work');
});

test('edits that can’t be saved are not gone with their notebook', async ({
  page,
  tmpPath
}) => {
  const made = await FrameBook.make(page, `${tmpPath}/a.ipynb`);
  await made.write('print("edited")');
  await expect(made.sign).toContainText('edited');
  const files = '**/api/contents/**/ws.xml?**';
  await page.route(files, route =>
    route.request().method() === 'PUT'
      ? route.fulfill({ status: 507, json: { message: 'No space left' } })
      : route.continue()
  );
  await closeTab(page, 'a.ipynb');
  await answer(page, 'Save');
  await expect(Jigsaw.tab(page, 'a.ipynb')).toHaveCount(0);
  const toast = page.locator('.Toastify__toast');
  await expect(toast).toContainText('“ws.xml” could not be saved');
  expect(await read(page.request, `${tmpPath}/ws.xml`)).toBe('');
  await page.unroute(files);
  await toast.getByRole('button', { name: 'Try Again' }).click();
  await expect
    .poll(() => read(page.request, `${tmpPath}/ws.xml`))
    .toContain('edited');
});

test('of two frames whose names end alike, each has its own output', async ({
  page,
  tmpPath
}) => {
  const made = await FrameBook.make(page, `${tmpPath}/a.ipynb`, {
    more: ['%jigsaw Python --workspace my_ws']
  });
  await made.book.run(2);
  const other = new Frame(made.book.output(2));
  await other.settled();
  await other.press('execute', 'print("mine")');
  await expect(other.printed).toHaveText(['mine']);
  await made.press('execute', 'print("plain")');
  await expect(made.printed).toHaveText(['plain']);
  await expect(other.printed).toHaveText(['mine']);
});

test('a notebook that is not trusted runs nothing until it is', async ({
  page,
  tmpPath
}) => {
  const made = await FrameBook.make(page, `${tmpPath}/a.ipynb`);
  await made.press('execute', 'print("once")');
  await expect(made.sign).toContainText('saved');
  // Its page is to have the newest blocks, so that it is shown.
  await made.book.run(1);
  await expect(made.printed).toHaveCount(0);
  await made.settled();
  await made.press('execute');
  await expect(made.printed).toHaveText(['once']);
  await made.save();
  await giveAway(page, `${tmpPath}/a.ipynb`, `${tmpPath}/b.ipynb`);
  await page.evaluate(async path => {
    await window.jupyterapp.commands.execute('docmanager:open', { path });
  }, `${tmpPath}/b.ipynb`);
  const theirs = await FrameBook.find(page, 'b.ipynb');
  await trust(theirs);
  await theirs.settled();
  await theirs.press('clear');
  await expect(theirs.printed).toHaveCount(0);
  await theirs.press('execute');
  await expect(theirs.printed).toHaveText(['once']);
});

test('frames of a notebook that is drawn in parts keep what was edited', async ({
  page,
  tmpPath
}) => {
  await page.evaluate(async () => {
    const { settings } = window.jupyterapp.serviceManager;
    await settings.save(
      '@jupyterlab/notebook-extension:tracker',
      JSON.stringify({ windowingMode: 'full' })
    );
  });
  await reload(page);
  await scrollAway(
    await FrameBook.make(page, `${tmpPath}/a.ipynb`, { more: LONG })
  );
});
