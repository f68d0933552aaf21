import { list } from '../disk';
import { expect, notebookTest, test } from '../fixtures';
import { Frame, FrameBook, program } from '../metakernel';
import { RATE_PER_SECOND } from '../../src/protocol/limits';

// Rows of frames that need no order of their own.

const CODE = 'open("harm.txt", "w").close()';

test('a run of five seconds is shown as it goes', async ({ page, tmpPath }) => {
  const made = await FrameBook.make(page, `${tmpPath}/a.ipynb`);
  const prompt = made.book.cells.nth(1).locator('.jp-InputPrompt');
  await made.press(
    'execute',
    'import time',
    'for i in range(6): print("tick", i, flush=True); time.sleep(i < 5)'
  );
  await expect(made.printed).toHaveText([/tick 1\s*$/]);
  await expect(prompt).toHaveText('[*]:');
  await expect(made.sign).toContainText('running…');
  await expect(made.printed).toContainText(['tick 0\ntick 1\ntick 2\ntick 3']);
  await expect(made.printed).toContainText(['tick 5']);
  await expect(prompt).not.toHaveText('[*]:');
});

test('each message that is refused is in the log console', async ({
  page,
  tmpPath
}) => {
  const made = await FrameBook.make(page, `${tmpPath}/a.ipynb`);
  await page.evaluate(() =>
    window.jupyterapp.commands.execute('logconsole:open')
  );
  await page.evaluate(
    html => {
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-scripts');
      frame.srcdoc = html;
      document.querySelector('.jp-Cell-outputArea:has(iframe)')!.append(frame);
    },
    `<script>parent.postMessage(${JSON.stringify({ type: 'jigsaw', action: 'execute', workspace_filename: 'ws.xml', code: CODE, save_xml: '<xml/>' })}, '*')</script>`
  );
  await expect(page.locator('.jp-LogConsolePanel')).toContainText(
    'Jigsaw refused a message of a frame: the frame shows no file of this server.'
  );
  await made.press('execute', 'print("mine")');
  await expect(made.printed).toHaveText(['mine']);
  expect(await list(page.request, tmpPath)).not.toContain('harm.txt');
});

test('a site that opened a notebook is not heard', async ({
  context,
  page,
  tmpPath
}) => {
  const made = await FrameBook.make(page, `${tmpPath}/a.ipynb`);
  await made.press('execute', 'print("mine")');
  await expect(made.printed).toHaveText(['mine']);
  await made.save();
  const message = {
    type: 'jigsaw',
    action: 'execute',
    workspace_filename: 'ws.xml',
    code: CODE,
    save_xml: '<xml>harm</xml>'
  };
  const { href } = new URL(`/lab/tree/${tmpPath}/a.ipynb`, page.url());
  await context.route('http://evil.example/**', route =>
    route.fulfill({
      contentType: 'text/html',
      body: `<script>
        const opened = open(${JSON.stringify(href)});
        let count = 0;
        setInterval(() => {
          const message = { msg_id: 'evil-' + ++count, ...${JSON.stringify(message)} };
          opened.postMessage(message, '*');
        }, 20);
      </script>`
    })
  );
  const evil = await context.newPage();
  const [popup] = await Promise.all([
    evil.waitForEvent('popup'),
    evil.goto('http://evil.example/a.html')
  ]);
  await expect(popup.locator('.jp-Notebook-cell').first()).toBeVisible({
    timeout: 30_000
  });
  await expect(
    popup.locator('.Toastify__toast', { hasText: 'refused' })
  ).toHaveCount(1);
  await expect(popup.locator('.jp-Jigsaw-frameSign')).toContainText(
    'MetaKernel Test (Python)'
  );
  await evil.close();
  expect(await list(page.request, tmpPath)).toEqual([
    'a.ipynb',
    'ws.html',
    'ws.xml'
  ]);
});

test('what is too large, or what no guard has thought of, does nothing from a page of ours either', async ({
  page,
  tmpPath
}) => {
  const made = await FrameBook.make(page, `${tmpPath}/a.ipynb`);
  await page.evaluate(() =>
    window.jupyterapp.commands.execute('logconsole:open')
  );
  const body = made.frame.locator('body');
  await body.evaluate((_, code) => {
    window.parent.postMessage(
      {
        type: 'jigsaw',
        action: 'execute',
        workspace_filename: 'ws.xml',
        code: code + '#'.repeat(1e8)
      },
      '*'
    );
  }, CODE);
  await expect(made.sign).toContainText('refused: it is too large');
  // Ten thousand, past the gate, are for Jest: `trust.spec.ts`.
  await body.evaluate(
    async (_, { code, count, pause }) => {
      const odd = [
        undefined,
        null,
        0,
        NaN,
        '',
        '../ws.xml',
        code,
        [],
        {},
        new Date(),
        /x/,
        new Map(),
        new Error('e'),
        'jigsaw',
        true,
        10n,
        new ArrayBuffer(8),
        '\u0000',
        '\ud800'
      ];
      const keys = [
        'version',
        'workspace_filename',
        'code',
        'save_xml',
        'msg_id'
      ];
      let seed = 7;
      const next = (n: number) => (seed = (seed * 48271) % 2147483647) % n;
      for (let i = 0; i < count; i++) {
        // None is whole: of the keys one at least has what it may not have.
        const message: Record<string, unknown> = {
          type: 'jigsaw',
          action: ['execute', 'insert', 'clear', 'keep'][next(4)],
          workspace_filename: null
        };
        for (const key of keys.slice(next(keys.length))) {
          message[key] = odd[next(odd.length)];
        }
        message[['workspace_filename', 'action'][next(2)]] = odd[next(4)];
        window.parent.postMessage(message, '*');
        // As many as are heard.
        await new Promise(resolve => setTimeout(resolve, pause));
      }
    },
    { code: CODE, count: 40, pause: 1_100 / RATE_PER_SECOND }
  );
  const log = page.locator('.jp-LogConsolePanel');
  await expect(log).toContainText('can’t be understood');
  await expect(log).not.toContainText('sends too much');
  await made.press('execute', 'print("mine")');
  await expect(made.printed).toHaveText(['mine']);
  await expect
    .poll(() => list(page.request, tmpPath))
    .toEqual(['a.ipynb', 'ws.html', 'ws.xml']);
  await expect(page.locator('.jp-Notification-Status')).toHaveText('1');
});

notebookTest(
  'in Notebook 7 names that end alike, and a page that can’t load, are told apart',
  async ({ context, page, tmpPath }) => {
    const cdn = 'https://cdn.example/blockly.js';
    await context.route(cdn, route => route.abort());
    await page.contents.uploadContent(
      program('print("as it was")'),
      'text',
      `${tmpPath}/my_ws.xml`
    );
    const made = await FrameBook.alone(page, `${tmpPath}/a.ipynb`, {
      more: [
        `from jigsaw_test_kernel import pages; pages.scripts = ["${cdn}"]`,
        '%jigsaw Python --workspace my_ws'
      ]
    });
    await made.settled();
    await made.book.run(2);
    await made.book.run(3);
    const other = new Frame(made.book.output(3));
    await expect(other.native).toContainText('print("as it was")');
    await expect(other.sign).toContainText('can’t load what it needs');
    await other.native
      .getByRole('button', { name: 'Run', exact: true })
      .click();
    await expect(other.printed).toHaveText(['as it was']);
    await made.press('execute', 'print("plain")');
    await expect(made.printed).toHaveText(['plain']);
    await expect(other.printed).toHaveText(['as it was']);
  }
);
