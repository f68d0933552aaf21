import { list } from '../disk';
import { expect, test } from '../fixtures';
import { giveAway } from '../frameRows';
import {
  CODE,
  EVIL,
  expectListedOnce,
  expectToldOnce,
  expectUnharmed,
  hearNoFrame,
  hearNoMessage,
  MESSAGE,
  sender,
  serveEvil
} from '../hostileRows';
import { reload } from '../jigsaw';
import { Frame, FrameBook } from '../metakernel';

test('no hostile frame is heard', async ({ page, tmpPath }) => {
  const made = await FrameBook.make(page, `${tmpPath}/a.ipynb`);
  await hearNoFrame(made, tmpPath);
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

test('no hostile message of a page of ours is heard', async ({
  page,
  tmpPath
}) => {
  const made = await FrameBook.make(page, `${tmpPath}/a.ipynb`);
  await hearNoMessage(made, tmpPath);
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
