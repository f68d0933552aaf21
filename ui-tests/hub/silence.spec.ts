import { expect, test } from '@playwright/test';

import { CellBook } from '../cell';
import { program } from '../metakernel';
import { ADDRESSES, logIn, reloadProxy } from './hub';

test('a cell that says nothing for a minute, and a proxy that is loaded anew meanwhile, end no run', async ({
  browser
}) => {
  test.setTimeout(300_000);
  const silent: CellBook[] = [];
  for (const [name, baseURL] of Object.entries(ADDRESSES)) {
    const context = await browser.newContext({
      baseURL,
      ignoreHTTPSErrors: true
    });
    const page = await context.newPage();
    await logIn(page, `silent-${name}`);
    const made = await CellBook.make(page, 'silent.ipynb', {
      magic: `%%jigsaw\n${program('import time', 'print("begun")', 'time.sleep(62)', 'print("awake")')}`
    });
    await made.button('Run').click();
    await expect(made.printed).toContainText(['begun']);
    if (name !== 'bare') {
      await reloadProxy(name);
    }
    silent.push(made);
  }
  for (const made of silent) {
    await expect(made.printed).toHaveText(['begun\nawake'], {
      timeout: 90_000
    });
  }
});
