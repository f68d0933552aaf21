import { expect, type Page, test } from '@playwright/test';

import { FrameBook } from '../metakernel';

/**
 * As on a strict JupyterHub: a base URL of its own, pages that may not be framed
 * and that may have no frames.
 */
test.use({
  baseURL: `http://127.0.0.1:${process.env.JIGSAW_HUB_PORT}/user/bob/`
});

async function logIn(page: Page): Promise<void> {
  await page.locator('#password_input').fill('secret of bob');
  await page.locator('#login_submit').click();
  // What is asked of the page next has less time than it may take to load.
  await page.waitForURL(({ pathname }) => !pathname.endsWith('/login'));
}

/**
 * Run a block that is taken from the toolbox.
 */
async function runBlock({ native, printed, sign }: FrameBook): Promise<void> {
  await expect(sign).toHaveText(
    'MetaKernel Test (Python) · shown by Jigsaw: the server forbids frames'
  );
  await native.locator('.blocklyToolboxCategory', { hasText: 'Text' }).click();
  await native
    .locator('.blocklyToolboxFlyout .blocklyDraggable', { hasText: 'print' })
    .first()
    .dragTo(native.locator('.jp-Jigsaw-editor'), {
      sourcePosition: { x: 12, y: 12 },
      targetPosition: { x: 300, y: 80 }
    });
  await native.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(printed).toHaveText(['Hello']);
  await expect(sign).toContainText('saved');
}

for (const [name, address] of [
  ['a cookie', 'lab?reset'],
  ['a token', 'lab?reset&token=token-of-bob']
]) {
  test(`under a base URL, with ${name}, the blocks of a frame run`, async ({
    page
  }) => {
    const complaints: string[] = [];
    page.on('console', message => {
      if (/token-of-bob/.test(message.text())) {
        complaints.push(message.text());
      }
    });
    await page.goto(address);
    if (!address.includes('token')) {
      await logIn(page);
    }
    const workspace = name.replace('a ', '');
    await runBlock(
      await FrameBook.run(page, `${workspace}.ipynb`, {
        magic: `%jigsaw Python --workspace ${workspace}`
      })
    );
    expect(complaints).toEqual([]);
  });
}

test('under a base URL, with a cookie, the blocks of a frame run in Notebook 7', async ({
  page
}) => {
  await page.goto('tree');
  await logIn(page);
  await runBlock(
    await FrameBook.alone(page, 'seven.ipynb', {
      magic: '%jigsaw Python --workspace seven'
    })
  );
});
