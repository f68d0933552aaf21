import { expect, type Page, test } from '@playwright/test';

import { Jigsaw } from '../jigsaw';
import { FrameBook } from '../metakernel';
import { file, lines } from '../programs';

/**
 * Galata helps with the current front ends only; this is JupyterLab 4.4 and
 * Notebook 7.4 as they are.
 */
test.use({ baseURL: `http://127.0.0.1:${process.env.JIGSAW_OLDEST_PORT}` });

/** Complaints of ours, or about us. */
function complaints(page: Page): string[] {
  const texts: string[] = [];
  page.on('console', message => {
    const isBad = ['error', 'warning'].includes(message.type());
    if (isBad && /jigsaw|blockly|shared module/i.test(message.text())) {
      texts.push(message.text());
    }
  });
  page.on('pageerror', error => texts.push(String(error)));
  return texts;
}

test('JupyterLab 4.4 makes a file, and runs its blocks', async ({ page }) => {
  const bad = complaints(page);
  await page.goto('lab?reset');
  await page.locator('.jp-LauncherCard[title^="Program with blocks"]').click();
  const panel = await Jigsaw.find(page, 'untitled.jigsaw');
  await panel.take('Text', 'print', await panel.at(200, 60));
  await panel.type('Hello', 'from 4.4');
  await panel.expectCode("print('from 4.4')", '');
  await panel.run();
  await expect(panel.output.locator('pre')).toHaveText(['from 4.4']);
  expect(bad).toEqual([]);
});

test('JupyterLab 4.4 runs the blocks of a frame, anew and in its place', async ({
  page
}) => {
  const bad = complaints(page);
  await page.goto('lab?reset');
  const made = await FrameBook.make(page, 'frames.ipynb');
  await made.press('execute', 'count += 1', 'print("run", count)');
  await expect(made.printed).toHaveText(['run 1']);
  await made.press('execute');
  await expect(made.printed).toHaveText(['run 2']);
  await made.press('clear');
  await expect(made.printed).toHaveCount(0);
  expect(await made.code()).toContain('count += 1');
  expect(bad).toEqual([]);
});

test('Notebook 7.4 opens a file, and runs its blocks', async ({
  page,
  request
}) => {
  const bad = complaints(page);
  const saved = await request.put('api/contents/old.jigsaw', {
    data: {
      type: 'file',
      format: 'text',
      content: file([lines('print("from 7.4")')])
    }
  });
  expect(saved.ok()).toBe(true);
  await page.goto('edit/old.jigsaw');
  const panel = await Jigsaw.only(page);
  await panel.run();
  await expect(panel.output.locator('pre')).toHaveText(['from 7.4']);
  expect(bad).toEqual([]);
});
