import type { Page } from '@playwright/test';

import { read } from '../disk';
import { expect, notebookTest as test } from '../fixtures';
import { Frame } from '../metakernel';
import { notebookFor } from '../notebook';

/**
 * Open a notebook in a tab of its own, and run its cells.
 */
async function openAndRun(tab: Page, path: string): Promise<Frame> {
  await tab.goto(`notebooks/${path}`);
  await expect(tab.locator('.jp-Notebook-ExecutionIndicator')).toHaveAttribute(
    'data-status',
    'idle',
    { timeout: 30_000 }
  );
  const cells = tab.locator('.jp-CodeCell');
  for (const index of [0, 1]) {
    await cells.nth(index).locator('.cm-content').click();
    await tab.keyboard.press('Control+Enter');
  }
  return new Frame(cells.nth(1).locator('.jp-Cell-outputArea'));
}

test('in Notebook 7 a frame runs once, under it, and its output is kept', async ({
  context,
  page,
  request,
  tmpPath
}) => {
  await page.contents.createDirectory(`${tmpPath}/sub`);
  for (const [path, where] of [
    [`${tmpPath}/a.ipynb`, 'above'],
    [`${tmpPath}/sub/a.ipynb`, 'below']
  ]) {
    await page.contents.uploadContent(
      notebookFor('jigsaw_test_metakernel', [
        `count = 0; where = "${where}"`,
        '%jigsaw Python --workspace ws'
      ]),
      'text',
      path
    );
  }
  const tab = await context.newPage();
  const other = await context.newPage();
  const above = await openAndRun(tab, `${tmpPath}/a.ipynb`);
  await above.settled();
  const below = await openAndRun(other, `${tmpPath}/sub/a.ipynb`);
  await below.settled();
  const code = ['count += 1', 'print(where, count)'];
  await below.press('execute', ...code);
  await expect(below.printed).toHaveText('below 1');
  await tab.bringToFront();
  await above.press('execute', ...code);
  await expect(above.printed).toHaveText('above 1');
  await above.press('execute', ...code);
  await expect(above.printed).toHaveText('above 2');
  await expect(above.sign).toHaveText('MetaKernel Test (Python) · saved');
  await above.press('insert', 'print("inserted")');
  await expect(
    tab.locator('.jp-CodeCell').nth(2).locator('.cm-content')
  ).toHaveText('print("inserted")');
  // The keyboard is the frame's until it is given back.
  await tab.locator('.jp-CodeCell').nth(2).locator('.jp-InputPrompt').click();
  await tab.keyboard.press('ControlOrMeta+s');
  await expect
    .poll(async () => JSON.stringify(await read(request, `${tmpPath}/a.ipynb`)))
    .toContain('above 2');
  await tab.close();
  await other.close();
});
