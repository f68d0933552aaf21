import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';

import { RATE_BURST } from '../src/protocol/limits';
import { list } from './disk';
import type { FrameBook } from './metakernel';

export const EVIL = 'http://evil.example/';

/**
 * What would leave a file behind if it ran.
 */
export const CODE = 'open("harm.txt", "w").close()';

export const MESSAGE = {
  type: 'jigsaw',
  action: 'execute',
  workspace_filename: 'ws.xml',
  code: CODE,
  save_xml: '<xml>harm</xml>'
};

/**
 * A page that sends messages to every window that it finds, over and over.
 *
 * @param message - with an id of its own each time, unless it has one
 */
export function sender(message: object, times = 3): string {
  return `<!doctype html><p>hostile</p><script>
    let count = 0;
    const send = () => {
      for (let i = 0; i < ${times}; i++) {
        const message = { msg_id: 'evil-' + ++count, ...${JSON.stringify(message)} };
        for (const target of [parent, top, parent.parent, opener]) {
          target?.postMessage(message, '*');
        }
      }
      document.body.dataset.sent = count;
    };
    send();
    setInterval(send, 50);
  </script>`;
}

/**
 * A page that sends messages with all kinds of values in all places: no more
 * than are looked at of one frame, and others than a page of another address.
 */
function fuzzer(): string {
  return `<!doctype html><p>hostile</p><script>
    const odd = [undefined, null, 0, -1, NaN, 1e309, '', 'jigsaw', '../ws.xml',
      'ws.xml', ${JSON.stringify(CODE)}, [], {}, [[]], new Date(), /x/, new Map(),
      new Error('e'), 'execute', 'insert', 'clear', 'keep', true, 10n,
      new ArrayBuffer(8), '\u0000', '\ud800'];
    const keys = ['version', 'action', 'workspace_filename', 'code', 'save_xml',
      'msg_id', '__proto__', 'constructor', 'toString'];
    let seed = 1 + Number(location.search.slice(1));
    const next = n => (seed = (seed * 48271) % 2147483647) % n;
    for (let i = 0; i < ${RATE_BURST}; i++) {
      const message = { type: 'jigsaw' };
      for (const key of keys) {
        if (next(3)) {
          Object.defineProperty(message, key, {
            value: odd[next(odd.length)], enumerable: true
          });
        }
      }
      parent.postMessage(message, '*');
    }
    document.body.dataset.sent = ${RATE_BURST};
  </script>`;
}

/**
 * Put a frame behind MetaKernel's own, in the same trusted cell.
 */
async function addFrame(page: Page, html: string): Promise<void> {
  await page.evaluate(markup => {
    const output = document.querySelector(
      '.jp-Cell-outputArea:has(iframe) .jp-OutputArea-output:has(iframe)'
    )!;
    const holder = document.createElement('div');
    holder.className = 'added';
    holder.innerHTML = markup;
    output.append(holder);
  }, html);
}

/**
 * Take away what was added.
 */
async function removeFrames(page: Page): Promise<void> {
  await page
    .locator('.jp-OutputArea-output .added')
    .evaluateAll(holders => holders.forEach(holder => holder.remove()));
}

export async function serveEvil(
  where: BrowserContext | Page,
  pages: Record<string, string>
) {
  await where.route(`${EVIL}**`, route => {
    const name = new URL(route.request().url()).pathname.slice(1);
    return route.fulfill({
      contentType: 'text/html',
      body: pages[name] ?? '<p>nothing</p>'
    });
  });
}

/**
 * How many frames of the page have sent what they send.
 */
async function countSenders(page: Page): Promise<number> {
  const counts = await Promise.all(
    page.frames().map(frame => frame.locator('body[data-sent]').count())
  );
  return counts.filter(count => count > 0).length;
}

/**
 * The frame of the notebook still works, and nothing hostile was done.
 *
 * @param word - what the frame is to print
 */
export async function expectUnharmed(
  made: FrameBook,
  tmpPath: string,
  word = 'mine'
): Promise<void> {
  const { page } = made.book;
  // Runs come one after the other: what was asked for before has been done.
  await made.press('execute', `print("${word}")`);
  await expect(made.printed).toHaveText([word]);
  await expect
    .poll(() => list(page.request, tmpPath))
    .toEqual(['a.ipynb', 'ws.html', 'ws.xml']);
  expect(await page.evaluate(() => 'polluted' in Object.prototype)).toBe(false);
}

/**
 * It was told quietly: once, whatever came.
 */
export async function expectToldOnce(page: Page): Promise<void> {
  await expect(page.locator('.Toastify__toast')).toHaveCount(1);
  await expect(page.locator('.Toastify__toast')).toContainText('refused');
}

/**
 * As `expectToldOnce`, where so much has been done since that the notice has
 * gone into JupyterLab's list of them.
 */
export async function expectListedOnce(page: Page): Promise<void> {
  await expect(page.locator('.jp-Notification-Status')).toHaveText('1');
}

const FRAMES: Record<string, { pages: Record<string, string>; html: string }> =
  {
    'of another site': {
      pages: { 'a.html': sender(MESSAGE) },
      html: `<iframe src="${EVIL}a.html"></iframe>`
    },
    'nested in a frame of another site': {
      pages: {
        'outer.html': `<iframe src="${EVIL}a.html"></iframe>`,
        'a.html': sender(MESSAGE)
      },
      html: `<iframe src="${EVIL}outer.html"></iframe>`
    },
    'made of markup, in a sandbox': {
      pages: {},
      html: `<iframe sandbox="allow-scripts" srcdoc="${sender(MESSAGE).replaceAll('"', '&quot;')}"></iframe>`
    },
    'with the address of a page of ours, and other markup in it': {
      pages: {},
      html: `<iframe src="ws.html" sandbox="allow-scripts" srcdoc="${sender(MESSAGE).replaceAll('"', '&quot;')}"></iframe>`
    },
    // Ten thousand, past the gate, are for Jest: `trust.spec.ts`.
    'many, each of which sends what no guard has thought of': {
      pages: { 'a.html': fuzzer() },
      html: Array.from(
        { length: 25 },
        (_, i) => `<iframe src="${EVIL}a.html?${i}"></iframe>`
      ).join('')
    },
    'that sends a hundred megabytes': {
      pages: {
        'a.html': sender({ ...MESSAGE, code: undefined }, 1).replace(
          'const send',
          `const big = 'x'.repeat(1e8);
           parent.postMessage({ ...${JSON.stringify(MESSAGE)}, code: big }, '*');
           const send`
        )
      },
      html: `<iframe src="${EVIL}a.html"></iframe>`
    },
    'that sends lists, which have what a message has': {
      pages: {
        'a.html': sender(MESSAGE)
          .replace('{ msg_id', 'Object.assign([], { msg_id')
          .replace(' };\n        for', ' });\n        for')
      },
      html: `<iframe src="${EVIL}a.html"></iframe>`
    },
    'that floods the page': {
      pages: { 'a.html': sender(MESSAGE, 50) },
      html: `<iframe src="${EVIL}a.html"></iframe>`
    }
  };

/**
 * Messages, and what is said of each.
 */
const MESSAGES: Record<string, [message: object, why: string]> = {
  'another workspace’s name': [
    { workspace_filename: 'other.xml' },
    'its page is of another folder'
  ],
  'a name that leads elsewhere': [
    { workspace_filename: '../ws.xml' },
    'leads elsewhere'
  ],
  'a notebook for a workspace': [
    { workspace_filename: 'a.ipynb' },
    'leads elsewhere'
  ],
  'an absolute name': [{ workspace_filename: '/ws.xml' }, 'leads elsewhere'],
  'an encoded name': [
    { workspace_filename: '%2e%2e%2fws.xml' },
    'leads elsewhere'
  ],
  'a name with a NUL': [
    { workspace_filename: 'ws.xml\u0000.ipynb' },
    'leads elsewhere'
  ],
  'a name of Windows': [
    { workspace_filename: 'sub\\ws.xml' },
    'leads elsewhere'
  ],
  'an action that nobody knows': [{ action: 'eval' }, 'unknown-action'],
  'what would change every object': [
    {
      action: 'eval',
      ['__proto__']: { polluted: true },
      constructor: { prototype: { polluted: true } }
    },
    'unknown-action'
  ]
};

/**
 * Show each of the frames beside MetaKernel's own, and see that none is heard.
 */
export async function hearNoFrame(
  made: FrameBook,
  tmpPath: string
): Promise<void> {
  const { page } = made.book;
  for (const [index, [name, { html, pages }]] of Object.entries(
    FRAMES
  ).entries()) {
    await test.step(name, async () => {
      await serveEvil(page, pages);
      await addFrame(page, html);
      const { length } = html.match(/<iframe/g)!;
      await expect.poll(() => countSenders(page)).toBe(length);
      await expectUnharmed(made, tmpPath, `mine ${index}`);
      await removeFrames(page);
    });
  }
}

/**
 * Send each of the messages out of MetaKernel's own frame, and see that none is
 * heard.
 */
export async function hearNoMessage(
  made: FrameBook,
  tmpPath: string
): Promise<void> {
  // Else all would be refused for that nobody has clicked in it.
  await made.press('clear');
  for (const [index, [name, [message, why]]] of Object.entries(
    MESSAGES
  ).entries()) {
    await test.step(name, async () => {
      await made.frame
        .locator('body')
        .evaluate(
          (_, text) => window.parent.postMessage(JSON.parse(text), '*'),
          JSON.stringify({ ...MESSAGE, msg_id: `evil ${index}`, ...message })
        );
      await expect(made.sign).toContainText(why);
      await expectUnharmed(made, tmpPath, `mine ${index}`);
    });
  }
}
