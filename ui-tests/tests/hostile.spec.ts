import type { BrowserContext, Page } from '@playwright/test';

import { list } from '../disk';
import { expect, notebookTest, test } from '../fixtures';
import { giveAway } from '../frameRows';
import { reload } from '../jigsaw';
import { Frame, FrameBook } from '../metakernel';
import { RATE_BURST } from '../../src/protocol/limits';

const EVIL = 'http://evil.example/';

/**
 * What would leave a file behind if it ran.
 */
const CODE = 'open("harm.txt", "w").close()';

const MESSAGE = {
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
function sender(message: object, times = 3): string {
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
    holder.innerHTML = markup;
    output.append(holder);
  }, html);
}

/**
 * Take away what was added.
 */
async function removeFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const output = document.querySelector(
      '.jp-Cell-outputArea:has(iframe) .jp-OutputArea-output:has(iframe)'
    )!;
    while (output.children.length > 1) {
      output.lastElementChild!.remove();
    }
  });
}

async function serveEvil(
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
async function expectUnharmed(
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
async function expectToldOnce(page: Page): Promise<void> {
  await expect(page.locator('.Toastify__toast')).toHaveCount(1);
  await expect(page.locator('.Toastify__toast')).toContainText('refused');
}

/**
 * As `expectToldOnce`, where so much has been done since that the notice has
 * gone into JupyterLab's list of them.
 */
async function expectListedOnce(page: Page): Promise<void> {
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

test('no hostile frame is heard', async ({ page, tmpPath }) => {
  const made = await FrameBook.make(page, `${tmpPath}/a.ipynb`);
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
  await expectListedOnce(page);
});

test('a window of another site that opened the page, or was opened, is not heard', async ({
  page,
  tmpPath
}) => {
  await serveEvil(page, { 'a.html': sender(MESSAGE) });
  await page
    .context()
    .route(`${EVIL}**`, route =>
      route.fulfill({ contentType: 'text/html', body: sender(MESSAGE) })
    );
  const made = await FrameBook.make(page, `${tmpPath}/a.ipynb`);
  const popup = page.waitForEvent('popup');
  await page.evaluate(address => void window.open(address), `${EVIL}a.html`);
  await (await popup).locator('body[data-sent]').waitFor();
  await expect(page.locator('.Toastify__toast')).toHaveCount(1);
  await expectUnharmed(made, tmpPath);
  await expectToldOnce(made.book.page);
});

test('a frame in a notebook that is not trusted is not heard', async ({
  page,
  tmpPath
}) => {
  const made = await FrameBook.make(page, `${tmpPath}/a.ipynb`);
  await made.press('execute', 'print("once")');
  await expect(made.printed).toHaveText(['once']);
  await made.save();
  await giveAway(page, `${tmpPath}/a.ipynb`, `${tmpPath}/b.ipynb`);
  await page.evaluate(async path => {
    await window.jupyterapp.commands.execute('docmanager:open', { path });
  }, `${tmpPath}/b.ipynb`);
  const theirs = await FrameBook.find(page, 'b.ipynb');
  await expect(theirs.printed).toHaveText(['once']);
  // As what slips through the cleaning of such an output.
  await theirs.output.evaluate((output, html) => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts');
    frame.srcdoc = html;
    output.append(frame);
  }, sender(MESSAGE));
  await expect(page.locator('.Toastify__toast')).toContainText(
    'the notebook is not trusted'
  );
});

for (const adopt of ['automatic', 'never']) {
  test(`what a link in a frame leads to is not heard (${adopt})`, async ({
    page,
    tmpPath
  }) => {
    await serveEvil(page, {
      'a.html': sender(MESSAGE),
      'b.html': `<script>
        location = 'data:text/html,' + encodeURIComponent(${JSON.stringify(
          sender(MESSAGE)
        ).replaceAll('</', '<\\/')});
      </script>`
    });
    await page.evaluate(async value => {
      const { settings } = window.jupyterapp.serviceManager;
      const raw = JSON.stringify({ adopt: value });
      await settings.save('jupyterlab-jigsaw:bridge', raw);
    }, adopt);
    await reload(page);
    const made = await FrameBook.make(page, `${tmpPath}/a.ipynb`);
    for (const address of ['a.html', 'b.html']) {
      const sent = page.waitForRequest(`${EVIL}${address}`);
      await made.frame.locator('body').evaluate((_, href) => {
        window.location.href = href;
      }, EVIL + address);
      await sent;
      // It is led back.
      await made.settled();
    }
    await expectUnharmed(made, tmpPath);
    await expectToldOnce(made.book.page);
  });
}

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

test('no hostile message of a page of ours is heard', async ({
  page,
  tmpPath
}) => {
  const made = await FrameBook.make(page, `${tmpPath}/a.ipynb`);
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
  await expectListedOnce(page);
});

test('a frame in a Markdown cell, or in another notebook, is not heard', async ({
  page,
  tmpPath
}) => {
  const made = await FrameBook.make(page, `${tmpPath}/a.ipynb`, {
    more: ['%jigsaw Python --workspace ws']
  });
  const { cells } = made.book;

  await test.step('a page of ours in a Markdown cell', async () => {
    await cells.nth(2).locator('.jp-InputPrompt').click();
    await page.keyboard.press('m');
    await page.keyboard.press('Control+Enter');
    // What JupyterLab takes out of Markdown is put in again, as an extension may.
    const shown = cells.nth(2).locator('.jp-MarkdownOutput');
    await expect(shown).toHaveText('%jigsaw Python --workspace ws');
    await shown.evaluate((markdown, address) => {
      const frame = document.createElement('iframe');
      frame.src = address;
      frame.height = '300';
      markdown.append(frame);
    }, `/files/${tmpPath}/ws.html`);
    await new Frame(shown).press('execute', CODE);
    await expect(page.locator('.Toastify__toast')).toContainText(
      'not in the output of a code cell'
    );
    await expectUnharmed(made, tmpPath);
  });

  await test.step('a page of another site in another notebook', async () => {
    await serveEvil(page, { 'a.html': sender(MESSAGE) });
    await page.contents.createDirectory(`${tmpPath}/sub`);
    const theirs = await FrameBook.run(page, `${tmpPath}/sub/b.ipynb`, {
      magic: `from IPython.display import IFrame
display(IFrame("${EVIL}a.html", "100%", 200))`,
      more: SHOWN.more
    });
    await expect(theirs.sign).toContainText('the frame is of another site');
    await theirs.book.run(2);
    await expect(theirs.book.output(2)).toHaveText('all 0');
    await page.activity.activateTab('a.ipynb');
    await made.press('execute', 'print("mine, too")');
    await expect(made.printed).toHaveText(['mine, too']);
    expect(await list(page.request, `${tmpPath}/sub`)).toEqual(['b.ipynb']);
    expect(await list(page.request, tmpPath)).not.toContain('harm.txt');
  });
  await expectListedOnce(page);
});

test('a message that is sent again runs once', async ({ page, tmpPath }) => {
  const made = await FrameBook.make(page, `${tmpPath}/a.ipynb`);
  await made.press('clear');
  await made.frame.locator('body').evaluate(
    (_, text) => {
      for (let i = 0; i < 5; i++) {
        window.parent.postMessage(JSON.parse(text), '*');
      }
    },
    JSON.stringify({
      ...MESSAGE,
      code: 'count += 1; print("run", count)',
      msg_id: 'same'
    })
  );
  await expect(made.printed).toHaveText(['run 1']);
  await made.press('execute', 'print("then", count)');
  await expect(made.printed).toHaveText(['then 1']);
});

/**
 * What a page needs to look like one of `%jigsaw`.
 */
const DISGUISE = '<!-- ws.xml: window.__jigsaw_saved_xml__ = ""; -->';

/**
 * Show a page by a magic of IPython's in a trusted cell, with no `%jigsaw`.
 */
const SHOWN = {
  magic: `from IPython.display import IFrame
display(IFrame("ws.html", "100%", 200))`,
  more: ['print("all", count)']
};

test('an HTML page under no magic that claims its own name is neither heard nor read', async ({
  page,
  tmpPath
}) => {
  const asked: string[] = [];
  page.on('request', request => {
    if (/api\/contents.*ws\.(html|xml)/.test(request.url())) {
      asked.push(request.url());
    }
  });
  await page.contents.uploadContent(
    sender(MESSAGE) + DISGUISE,
    'text',
    `${tmpPath}/ws.html`
  );
  asked.length = 0;
  const made = await FrameBook.run(page, `${tmpPath}/a.ipynb`, SHOWN);
  await expect(made.sign).toContainText('no %jigsaw');
  // Nor after a click in it, and as often as it likes.
  await made.frame.locator('p').click();
  await expect
    .poll(async () =>
      Number(await made.frame.locator('body').getAttribute('data-sent'))
    )
    .toBeGreaterThan(150);
  await made.book.run(2);
  await expect(made.book.output(2)).toHaveText('all 0');
  expect(await list(page.request, tmpPath)).toEqual(['a.ipynb', 'ws.html']);
  expect(asked).toEqual([]);
});

test('a page that was replaced on disk runs nothing until somebody clicks in it', async ({
  page,
  request,
  tmpPath
}) => {
  const first = await FrameBook.make(page, `${tmpPath}/a.ipynb`, {
    more: SHOWN.more
  });
  await first.save();
  await page.contents.uploadContent(
    `<!doctype html>${DISGUISE}<p>hostile</p><script>
      const send = id => {
        const message = ${JSON.stringify(MESSAGE)};
        parent.postMessage({ ...message, msg_id: id }, '*');
        top.postMessage(id, '*');
      };
      send('load');
      onmessage = () => focus();
      onkeydown = event => {
        event.preventDefault();
        send(event.key);
      };
      onclick = () => send('click');
    </script>`,
    'text',
    `${tmpPath}/ws.html`
  );
  await reload(page);
  const made = await FrameBook.find(page, 'a.ipynb');
  await expect(made.sign).toContainText('nobody has clicked in the frame');
  // It takes the focus, and a key that was meant for the notebook. Playwright
  // itself stays out of the frame: what it does there counts as the user's.
  await page.evaluate(() => {
    const frame = document.querySelector<HTMLIFrameElement>('iframe')!;
    window.addEventListener('message', ({ data }) => {
      document.body.dataset.sent = String(data);
    });
    frame.contentWindow!.postMessage('take', '*');
  });
  await expect(made.output.locator('iframe')).toBeFocused();
  for (const key of ['Tab', 'Enter']) {
    await page.keyboard.press(key);
    await expect(page.locator(`body[data-sent=${key}]`)).toBeAttached();
  }
  await made.book.run(0);
  await made.book.run(2);
  await expect(made.book.output(2)).toHaveText('all 0');
  expect(await list(request, tmpPath)).toEqual(['a.ipynb', 'ws.html']);
  // What is pressed in it is its own.
  await made.frame.locator('p').click();
  await expect.poll(() => list(request, tmpPath)).toContain('harm.txt');
});

test('where a page was replaced by another, its blocks are shown without it', async ({
  page,
  tmpPath
}) => {
  const first = await FrameBook.make(page, `${tmpPath}/a.ipynb`);
  await first.save();
  await page.contents.uploadContent(
    sender(MESSAGE),
    'text',
    `${tmpPath}/ws.html`
  );
  await reload(page);
  const made = await FrameBook.find(page, 'a.ipynb');
  await expect(made.native).toBeVisible();
  await expect(made.sign).toContainText('the page is none of %jigsaw');
  expect(await list(page.request, tmpPath)).toEqual(['a.ipynb', 'ws.html']);
});

test('a frame is not heard any more when the magic of its cell is gone', async ({
  page,
  tmpPath
}) => {
  const made = await FrameBook.make(page, `${tmpPath}/a.ipynb`, {
    more: SHOWN.more
  });
  await made.write('count += 1');
  for (const magic of ['# gone', '%jigsaw Python --workspace other']) {
    await made.book.source(1).fill(magic);
    await made.press('execute');
    await expect(made.sign).toContainText('no %jigsaw');
  }
  await made.book.source(1).fill('%jigsaw Python --workspace ws');
  await made.press('execute', 'count += 10', 'print("run", count)');
  await expect(made.printed).toHaveText(['run 10']);
});

notebookTest(
  'in Notebook 7 no hostile frame or window is heard',
  async ({ context, page, tmpPath }) => {
    await serveEvil(context, { 'a.html': sender(MESSAGE) });
    const made = await FrameBook.alone(page, `${tmpPath}/a.ipynb`);
    await made.settled();
    const tab = made.book.page;
    for (const name of ['of another site', 'made of markup, in a sandbox']) {
      await addFrame(tab, FRAMES[name].html);
    }
    const popup = tab.waitForEvent('popup');
    await tab.evaluate(address => void window.open(address), `${EVIL}a.html`);
    await (await popup).locator('body[data-sent]').waitFor();
    await made.frame
      .locator('body')
      .evaluate((_, message) => window.parent.postMessage(message, '*'), {
        ...MESSAGE,
        msg_id: 'one',
        workspace_filename: '../ws.xml'
      });
    await expect(tab.locator('.Toastify__toast')).toHaveCount(1);
    await expectUnharmed(made, tmpPath);
    await expectToldOnce(made.book.page);
  }
);
