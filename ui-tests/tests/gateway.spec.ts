import { expect, type Page, test } from '@playwright/test';

import { Jigsaw } from '../jigsaw';
import { file, lines } from '../programs';

/**
 * A server whose kernels run elsewhere, as Jupyter's `--gateway-url` has it.
 */
test.use({ baseURL: `http://127.0.0.1:${process.env.JIGSAW_REMOTE_PORT}/` });

/**
 * Says where it runs, and asks something.
 */
const PROGRAM = file(
  [
    lines(
      'import os',
      'print(os.environ["JIGSAW_TEST_MACHINE"])',
      'print(input("Who? "))'
    )
  ],
  { kernel: 'python3' }
);

const LOOP = file([lines('print("begun")', 'while True: pass')], {
  kernel: 'python3'
});

async function upload(page: Page, name: string, content: string) {
  await page.goto('lab?reset');
  await page.locator('.jp-LauncherCard').first().waitFor();
  await page.evaluate(
    async ([path, text]) => {
      await window.jupyterapp.serviceManager.contents.save(path, {
        type: 'file',
        format: 'text',
        content: text
      });
    },
    [name, content]
  );
}

test('a panel runs, asks and stops in a kernel on another machine', async ({
  page
}) => {
  await upload(page, 'remote.jigsaw', PROGRAM);
  await page.evaluate(() => {
    void window.jupyterapp.commands.execute('docmanager:open', {
      path: 'remote.jigsaw'
    });
  });
  const panel = await Jigsaw.find(page, 'remote.jigsaw');
  await panel.button('jigsaw:run').click();
  await panel.output.locator('input').fill('Ada');
  await page.keyboard.press('Enter');
  await expect(panel.output).toContainText(/the other machine[^]*Ada/);
  await upload(page, 'loop.jigsaw', LOOP);
  await page.evaluate(() => {
    void window.jupyterapp.commands.execute('docmanager:open', {
      path: 'loop.jigsaw'
    });
  });
  const loop = await Jigsaw.find(page, 'loop.jigsaw');
  await loop.button('jigsaw:run').click();
  await expect(loop.output).toContainText('begun');
  await loop.button('jigsaw:stop').click();
  await expect(loop.output).toContainText('KeyboardInterrupt');
});

test('the app page runs in a kernel on another machine', async ({ page }) => {
  await upload(page, 'page.jigsaw', PROGRAM);
  await page.goto('jigsaw/page.jigsaw');
  const panel = await Jigsaw.onPage(page);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await panel.output.locator('input').fill('Bob');
  await page.keyboard.press('Enter');
  await expect(panel.output).toContainText(/the other machine[^]*Bob/);
});
