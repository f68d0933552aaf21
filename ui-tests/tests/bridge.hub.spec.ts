import { expect, test } from '@playwright/test';

import { FrameBook } from '../metakernel';

/**
 * As on a strict JupyterHub: a base URL of its own, pages that may not be framed
 * and that may have no frames.
 */
test.use({
  baseURL: `http://127.0.0.1:${process.env.JIGSAW_HUB_PORT}/user/bob/`
});

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
      await page.locator('#password_input').fill('secret of bob');
      await page.locator('#login_submit').click();
    }
    await page.locator('.jp-LauncherCard').first().waitFor();
    const workspace = name.replace('a ', '');
    const made = await FrameBook.run(page, `${workspace}.ipynb`, {
      magic: `%jigsaw Python --workspace ${workspace}`
    });
    await expect(made.sign).toHaveText(
      'MetaKernel Test (Python) · shown by Jigsaw: the server forbids frames'
    );
    await made.native
      .locator('.blocklyToolboxCategory', { hasText: 'Text' })
      .click();
    await made.native
      .locator('.blocklyToolboxFlyout .blocklyDraggable', { hasText: 'print' })
      .first()
      .dragTo(made.native.locator('.jp-Jigsaw-editor'), {
        sourcePosition: { x: 12, y: 12 },
        targetPosition: { x: 300, y: 80 }
      });
    await made.native.getByRole('button', { name: 'Run', exact: true }).click();
    await expect(made.printed).toHaveText(['Hello']);
    await expect(made.sign).toContainText('saved');
    expect(complaints).toEqual([]);
  });
}
