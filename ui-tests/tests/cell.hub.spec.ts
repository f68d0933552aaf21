import { expect, test } from '@playwright/test';

import { addBlock, CellBook } from '../cell';

test.use({
  baseURL: `http://127.0.0.1:${process.env.JIGSAW_HUB_PORT}/user/bob/`
});

test('where pages may have no frames, blocks of our own show and run', async ({
  page
}) => {
  await page.goto('lab?reset&token=token-of-bob');
  await page.locator('.jp-LauncherCard').first().waitFor();
  // Does the server mean it?
  const refused = await page.evaluate(() => {
    const violation = new Promise<string>(resolve => {
      document.addEventListener('securitypolicyviolation', event =>
        resolve(event.effectiveDirective)
      );
    });
    const frame = document.createElement('iframe');
    frame.src = 'tree';
    document.body.append(frame);
    return violation.finally(() => frame.remove());
  });
  expect(refused).toBe('frame-src');
  const made = await CellBook.make(page, 'cell.ipynb');
  await addBlock(page, made.blocks);
  await made.button('Run').click();
  await expect(made.printed).toHaveText(['Hello']);
  await expect(made.output.locator('iframe')).toHaveCount(0);
});
