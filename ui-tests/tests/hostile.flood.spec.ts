import { expect, test } from '../fixtures';
import { FrameBook } from '../metakernel';

const EVIL = 'http://evil.example/';

/**
 * A page that sends a thousand messages a second, each of its own; not for
 * ever, so that a test of a page that stands still can end.
 */
const FLOOD = `<!doctype html><p>hostile</p><script>
  let count = 0;
  setInterval(() => {
    for (let i = 0; i < 50 && count < 15_000; i++) {
      parent.postMessage({
        type: 'jigsaw',
        action: 'execute',
        workspace_filename: 'ws.xml',
        code: 'open("harm.txt", "w").close()',
        save_xml: '<xml>harm</xml>',
        msg_id: 'evil-' + ++count
      }, '*');
    }
    document.body.dataset.sent = count;
  }, 50);
</script>`;

/**
 * How many pictures the page is to draw meanwhile, and within how many
 * milliseconds: a fifth of what a screen shows, on a slow machine.
 */
const PICTURES = 60;
const TIME = 5_000;

test('while a frame floods the page, the page stays at hand', async ({
  page,
  tmpPath
}) => {
  await page.route(`${EVIL}**`, route =>
    route.fulfill({ contentType: 'text/html', body: FLOOD })
  );
  const made = await FrameBook.make(page, `${tmpPath}/a.ipynb`);
  await made.output
    .locator('.jp-OutputArea-output:has(iframe)')
    .evaluate((output, address) => {
      const frame = document.createElement('iframe');
      frame.src = address;
      output.append(frame);
    }, EVIL);
  await expect(page.locator('.Toastify__toast')).toHaveCount(1);
  const hostile = page.frames().find(frame => frame.url() === EVIL)!;
  const sent = async () =>
    Number(await hostile.locator('body').getAttribute('data-sent'));
  const before = await sent();
  const time = await page.evaluate(
    pictures =>
      new Promise<number>(resolve => {
        const begin = performance.now();
        let left = pictures;
        const draw = () => {
          if (--left < 0) {
            resolve(performance.now() - begin);
          } else {
            requestAnimationFrame(draw);
          }
        };
        draw();
      }),
    PICTURES
  );
  expect(time).toBeLessThan(TIME);
  // And does what is asked of it.
  await made.press('execute', 'print("mine")');
  await expect(made.printed).toHaveText(['mine']);
  expect((await sent()) - before).toBeGreaterThan(500);
  await expect(page.locator('.jp-Notification-Status')).toHaveText('1');
});
