import type { Locator, Page } from '@playwright/test';

import { list, read } from '../disk';
import { expect, notebookTest, test } from '../fixtures';
import { COUNT } from '../frameRows';
import { closeTab, Jigsaw, openFile, refreshFiles } from '../jigsaw';
import { Frame, FrameBook } from '../metakernel';

// MetaKernel's pages, opened as files in the HTML viewer of JupyterLab and of
// Notebook 7.

/**
 * Open a file in the HTML viewer.
 */
async function open(page: Page, path: string): Promise<Locator> {
  await page.evaluate(async file => {
    await window.jupyterapp.commands.execute('docmanager:open', {
      path: file,
      factory: 'HTML Viewer'
    });
  }, path);
  const name = path.split('/').at(-1)!;
  const id = await Jigsaw.tab(page, name).getAttribute('data-id');
  return page.locator(`[id="${id}"]`);
}

const trust = (viewer: Locator) =>
  viewer.getByRole('button', { name: 'Trust HTML' }).click();

/**
 * Answer the question in which kernel a page is to run.
 *
 * @param label - what the answer begins with
 */
async function choose(page: Page, label: string): Promise<void> {
  const dialog = page.locator('.jp-Dialog');
  await expect(dialog).toContainText('Run the blocks of “ws.html” in');
  const option = dialog.locator('option', { hasText: label });
  await dialog.locator('select').selectOption(await option.textContent());
  await dialog.getByRole('button', { name: 'Run', exact: true }).click();
}

/**
 * What a page has put out stands below it, and takes nothing of it away.
 */
async function expectBelow(viewer: Locator): Promise<void> {
  const page = (await viewer.locator('iframe').boundingBox())!;
  const output = (await viewer
    .locator('.jp-Jigsaw-viewerOutput')
    .boundingBox())!;
  expect(output.y).toBeGreaterThanOrEqual(page.y + page.height);
  expect(page.height).toBeGreaterThan(output.height);
}

test('a page that is opened as a file runs where the user says, once it is trusted', async ({
  page,
  tmpPath
}) => {
  const book = await FrameBook.make(page, `${tmpPath}/a.ipynb`);
  const viewer = await open(page, `${tmpPath}/ws.html`);
  const made = new Frame(viewer);
  await expect(viewer.locator('iframe')).toHaveAttribute(
    'sandbox',
    'allow-same-origin'
  );
  // Nothing but its markup is there.
  await expect(made.frame.locator('#execute')).toBeVisible();
  await expect(made.frame.locator('.blocklySvg')).toHaveCount(0);
  await trust(viewer);
  await made.press('execute', ...COUNT);
  await choose(page, `${tmpPath}/a.ipynb · MetaKernel Test (Python)`);
  await expect(made.printed).toHaveText(['run 1']);
  await expectBelow(viewer);
  await expect(made.sign).toHaveText('MetaKernel Test (Python) · saved');
  expect(await read(page.request, `${tmpPath}/ws.xml`)).toContain('count += 1');
  // It is asked once.
  await made.press('execute');
  await expect(made.printed).toHaveText(['run 2']);
  await made.press('clear');
  await expect(made.printed).toHaveCount(0);
  await page.activity.activateTab('a.ipynb');
  await book.press('execute', 'print("notebook", count)');
  await expect(book.printed).toHaveText(['notebook 2']);
});

test('a page that is drawn anew in its viewer does not write older blocks over what was saved from it', async ({
  page,
  tmpPath
}) => {
  await FrameBook.make(page, `${tmpPath}/a.ipynb`);
  const viewer = await open(page, `${tmpPath}/ws.html`);
  const made = new Frame(viewer);
  await trust(viewer);
  await made.press('execute', ...COUNT);
  await choose(page, `${tmpPath}/a.ipynb · MetaKernel Test (Python)`);
  await expect(made.sign).toHaveText('MetaKernel Test (Python) · saved');
  await viewer.getByRole('button', { name: 'Rerender HTML Document' }).click();
  // Its own blocks again.
  await expect.poll(() => made.code()).not.toContain('count');
  await made.press('execute', 'print("older")');
  await expect(made.printed).toHaveText(['older']);
  await expect(
    page.locator('.Toastify__toast', { hasText: '“ws.xml” was not saved' })
  ).toBeVisible();
  expect(await read(page.request, `${tmpPath}/ws.xml`)).toContain('count += 1');
});

test('a page that is opened as a file can have a kernel of its own, and finds it again', async ({
  page,
  tmpPath
}) => {
  const book = await FrameBook.make(page, `${tmpPath}/a.ipynb`);
  const path = `${tmpPath}/ws.html`;
  let viewer = await open(page, path);
  let made = new Frame(viewer);
  await trust(viewer);
  await made.press('execute', 'print(input("Who? "))', 'own = "mine"');
  // Nothing is run for who gives up.
  await page
    .locator('.jp-Dialog')
    .getByRole('button', { name: 'Cancel' })
    .click();
  await expect(viewer).toContainText('Choose a kernel, then run again.');
  await made.press('execute');
  await choose(page, 'A new kernel: Python 3');
  await viewer.locator('.jp-Stdin-input').fill('Ada');
  await page.keyboard.press('Enter');
  await expect(viewer.locator('.jp-OutputArea')).toContainText('Ada');
  await closeTab(page, 'ws.html');
  viewer = await open(page, path);
  made = new Frame(viewer);
  await trust(viewer);
  await made.press('execute', 'print("still", own)');
  await expect(made.printed).toHaveText(['still mine']);
  await page.activity.activateTab('a.ipynb');
  await book.press('execute', 'print("own" in globals())');
  await expect(book.printed).toHaveText(['False']);
});

test('no other page that is opened as a file runs anything', async ({
  page,
  tmpPath
}) => {
  await FrameBook.make(page, `${tmpPath}/a.ipynb`);
  const send = (workspace: string) => `<script>
    for (const target of [parent, top]) {
      target.postMessage({
        type: 'jigsaw', action: 'execute', workspace_filename: '${workspace}',
        code: 'open("harm.txt", "w").close()', save_xml: '<xml>harm</xml>', msg_id: '1'
      }, '*');
    }
  </script>`;
  // In the name of another page.
  await page.contents.uploadContent(
    `<p>one</p>${send('ws.xml')}`,
    'text',
    `${tmpPath}/one.html`
  );
  const one = await open(page, `${tmpPath}/one.html`);
  await expect(one.locator('iframe').contentFrame().locator('p')).toHaveText(
    'one'
  );
  await trust(one);
  await expect(one.locator('.jp-Jigsaw-frameSign')).toContainText(
    'refused: its page is of another folder'
  );
  // A notebook as HTML, which shows the page in a frame.
  await page.contents.uploadContent(
    '<p>two</p><iframe src="ws.html"></iframe>',
    'text',
    `${tmpPath}/two.html`
  );
  const two = await open(page, `${tmpPath}/two.html`);
  await page.evaluate(() =>
    window.jupyterapp.commands.execute('logconsole:open')
  );
  await trust(two);
  await two
    .locator('iframe')
    .contentFrame()
    .locator('iframe')
    .contentFrame()
    .locator('#execute')
    .click();
  await expect(page.locator('.jp-LogConsolePanel')).toContainText(
    'no notebook has it'
  );
  await expect(page.locator('.jp-Dialog')).toHaveCount(0);
  expect(await list(page.request, tmpPath)).not.toContain('harm.txt');
  expect(await read(page.request, `${tmpPath}/ws.xml`)).not.toContain('harm');
});

notebookTest(
  'in Notebook 7 a page that is opened from the file list runs where the user says',
  async ({ context, page, request, tmpPath }) => {
    const book = await FrameBook.alone(page, `${tmpPath}/a.ipynb`);
    await book.settled();
    await page.bringToFront();
    await refreshFiles(page);
    const opened = context.waitForEvent('page');
    await openFile(page, 'ws.html');
    const tab = await opened;
    const viewer = tab.locator('.jp-Document');
    const made = new Frame(viewer);
    await expect(made.frame.locator('#execute')).toBeVisible();
    await expect(made.frame.locator('.blocklySvg')).toHaveCount(0);
    await trust(viewer);
    await made.press('execute', ...COUNT);
    await choose(tab, `${tmpPath}/a.ipynb · MetaKernel Test (Python)`);
    await expect(made.printed).toHaveText(['run 1']);
    await expectBelow(viewer);
    await expect(made.sign).toHaveText('MetaKernel Test (Python) · saved');
    await expect
      .poll(() => read(request, `${tmpPath}/ws.xml`))
      .toContain('count += 1');
    await made.press('execute', 'print(input("Who? "), count)');
    await viewer.locator('.jp-Stdin-input').fill('Ada');
    await tab.keyboard.press('Enter');
    await expect(viewer.locator('.jp-OutputArea')).toContainText('Ada 1');
    await book.book.page.bringToFront();
    await book.press('execute', 'print("notebook", count)');
    await expect(book.printed).toHaveText(['notebook 1']);
  }
);

notebookTest(
  'in Notebook 7 a page finds the kernel again that it had of its own',
  async ({ page, tmpPath }) => {
    const book = await FrameBook.alone(page, `${tmpPath}/a.ipynb`);
    await book.settled();
    const tab = await page.context().newPage();
    await tab.goto(`edit/${tmpPath}/ws.html`);
    const viewer = tab.locator('.jp-Document');
    const made = new Frame(viewer);
    await trust(viewer);
    await made.press('execute', 'own = "mine"; print("first")');
    await choose(tab, 'A new kernel: Python 3');
    await expect(made.printed).toHaveText(['first']);
    await tab.reload();
    await trust(viewer);
    await made.press('execute', 'print("still", own)');
    await expect(made.printed).toHaveText(['still mine']);
    await made.press('clear');
    await expect(made.printed).toHaveCount(0);
  }
);
