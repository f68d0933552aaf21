import type { IJupyterLabPageFixture } from '@jupyterlab/galata';

import { addBlock, button } from '../cell';
import { read } from '../disk';
import { expect, test } from '../fixtures';
import { forbidFrames } from '../frameRows';
import { reload } from '../jigsaw';
import { FrameBook, program } from '../metakernel';

const CDN = 'https://cdn.example/blockly.js';

/**
 * Of a server that takes what it is asked, and never answers.
 */
const SILENT = 'https://silent.example/blockly.js';

test('where frames are forbidden, the blocks show, run, insert and are saved', async ({
  page,
  request,
  tmpPath
}) => {
  await forbidFrames(page);
  const made = await FrameBook.run(page, `${tmpPath}/a.ipynb`);
  await expect(made.native).toBeVisible();
  await expect(made.sign).toHaveText(
    'MetaKernel Test (Python) · shown by Jigsaw: the server forbids frames'
  );
  await addBlock(page, made.native);
  await button(made.native, 'Run').click();
  await expect(made.printed).toHaveText(['Hello']);
  await expect(made.sign).toContainText('saved');
  expect(await read(request, `${tmpPath}/ws.xml`)).toContain('text_print');
  await button(made.native, 'Insert Code').click();
  await expect(made.book.source(2)).toHaveText("print('Hello')");
  await button(made.native, 'Clear Output').click();
  await expect(made.printed).toHaveCount(0);
  await expect(made.native).toContainText('print');
});

test('where frames are forbidden, the blocks are stopped', async ({
  page,
  tmpPath
}) => {
  await forbidFrames(page);
  await page.contents.uploadContent(
    program('print("begun")', 'while True: __import__("time").sleep(0.05)'),
    'text',
    `${tmpPath}/ws.xml`
  );
  const made = await FrameBook.run(page, `${tmpPath}/a.ipynb`);
  await expect(button(made.native, 'Stop')).toBeDisabled();
  await button(made.native, 'Run').click();
  await expect(made.printed).toHaveText(['begun']);
  await button(made.native, 'Stop').click();
  await expect(made.output).toContainText('KeyboardInterrupt');
  await expect(button(made.native, 'Stop')).toBeDisabled();
});

test('where frames are forbidden, a page with blocks of its own is shown all the same', async ({
  page,
  tmpPath
}) => {
  await forbidFrames(page);
  const made = await FrameBook.run(page, `${tmpPath}/a.ipynb`, {
    first:
      'from jigsaw_test_kernel import pages; pages.offered = ["robot_walk"]'
  });
  await made.press('execute', 'print("in a frame")');
  await expect(made.printed).toHaveText(['in a frame']);
  await expect(made.native).toHaveCount(0);
  await expect(made.sign).toContainText('the server forbids frames');
});

test('where frames are forbidden, a sketch of Processing shows, is edited and is saved', async ({
  page,
  request,
  tmpPath
}) => {
  await forbidFrames(page);
  const number = (name: string, value: number) =>
    `<value name="${name}"><block type="math_number"><field name="NUM">${value}</field></block></value>`;
  await page.contents.uploadContent(
    `<xml xmlns="https://developers.google.com/blockly/xml"><block type="processing_size">${number('width', 321)}${number('height', 123)}<next><block type="processing_nofill"></block></next></block></xml>`,
    'text',
    `${tmpPath}/ws.xml`
  );
  const made = await FrameBook.run(page, `${tmpPath}/a.ipynb`, {
    magic: '%jigsaw Processing --workspace ws'
  });
  for (const words of ['size', '321', 'noFill']) {
    await expect(made.native).toContainText(words);
  }
  await addBlock(page, made.native);
  await expect(made.native).toContainText('Hello');
  await button(made.native, 'Run').click();
  await expect(made.output).toContainText(
    'Nothing was run: the blocks make Processing, and the kernel speaks python.'
  );
  await expect(made.sign).toContainText('saved');
  const saved = await read(request, `${tmpPath}/ws.xml`);
  for (const part of ['processing_size', '321', 'processing_nofill', 'Hello']) {
    expect(saved).toContain(part);
  }
});

for (const [name, first, reason] of [
  [
    'can’t load Blockly',
    `pages.scripts = ["${CDN}"]`,
    'the page can’t load what it needs from the internet'
  ],
  [
    'waits for Blockly for ever',
    `pages.scripts = ["${SILENT}"]`,
    'the page can’t load what it needs from the internet'
  ],
  [
    'is of an old MetaKernel',
    'pages.old = True',
    'the page is of an old MetaKernel'
  ]
]) {
  test(`when a page ${name}, its blocks show and run`, async ({
    page,
    tmpPath
  }) => {
    await page.route(CDN, route => route.abort());
    await page.route(SILENT, () => undefined);
    await page.contents.uploadContent(
      program('print("as it was")'),
      'text',
      `${tmpPath}/ws.xml`
    );
    const made = await FrameBook.run(page, `${tmpPath}/a.ipynb`, {
      first: `from jigsaw_test_kernel import pages; ${first}`
    });
    await expect(made.native).toContainText('print("as it was")');
    await expect(made.sign).toContainText(reason);
    await button(made.native, 'Run').click();
    await expect(made.printed).toHaveText(['as it was']);
  });
}

test('a page that loads what it needs is left as it is', async ({
  page,
  tmpPath
}) => {
  await page.route(CDN, route =>
    route.fulfill({ contentType: 'text/javascript', body: '' })
  );
  const made = await FrameBook.make(page, `${tmpPath}/a.ipynb`, {
    first: `from jigsaw_test_kernel import pages; pages.scripts = ["${CDN}"]`
  });
  await expect(made.sign).toHaveText('MetaKernel Test (Python)');
  await expect(made.native).toHaveCount(0);
  await made.press('execute', 'print("by the page")');
  await expect(made.printed).toHaveText(['by the page']);

  await test.step('unless its blocks are always to be shown without it', async () => {
    // The page has the newest blocks.
    await made.book.run(1);
    await expect(made.printed).toHaveCount(0);
    await made.expectCode('print("by the page")');
    await made.save();
    await page.evaluate(async () => {
      const { settings } = window.jupyterapp.serviceManager;
      const raw = JSON.stringify({ adopt: 'always' });
      await settings.save('jupyterlab-jigsaw:bridge', raw);
    });
    await reload(page);
    const again = await FrameBook.find(page, 'a.ipynb');
    await expect(again.native).toContainText('print("by the page")');
    await expect(again.sign).toHaveText(
      'MetaKernel Test (Python) · shown by Jigsaw'
    );
    await button(again.native, 'Run').click();
    await expect(again.printed).toHaveText(['by the page']);
  });
});

test('keys that belong to the notebook do nothing to it while blocks have them', async ({
  page,
  tmpPath
}) => {
  await forbidFrames(page);
  await page.contents.uploadContent(
    program('print("by key")'),
    'text',
    `${tmpPath}/ws.xml`
  );
  const made = await FrameBook.run(page, `${tmpPath}/a.ipynb`);
  const cells = await made.book.cells.count();
  await made.native.getByText('expression', { exact: true }).click();
  for (const key of ['a', 'b', 'x', 'm']) {
    await page.keyboard.press(key);
  }
  await page.keyboard.press('Control+z');
  await expect(made.book.cells).toHaveCount(cells);
  await made.native.getByText('expression', { exact: true }).click();
  await page.keyboard.press('Shift+Enter');
  await expect(made.printed).toHaveText(['by key']);
  await expect(made.book.cells).toHaveCount(cells);
});

async function run(page: IJupyterLabPageFixture, id: string): Promise<void> {
  await page.evaluate(name => window.jupyterapp.commands.execute(name), id);
}

/**
 * Hold requests back until they are released.
 */
async function hold(
  page: IJupyterLabPageFixture,
  url: string
): Promise<{ release: () => void }> {
  let release = () => {};
  const held = new Promise<void>(resolve => (release = resolve));
  await page.route(url, async route => {
    await held;
    await route.fallback();
  });
  return { release };
}

test('a page that has waited long for Blockly is shown as ever when that comes', async ({
  page,
  tmpPath
}) => {
  await page.route(CDN, route =>
    route.fulfill({ contentType: 'text/javascript', body: '' })
  );
  const scripts = await hold(page, CDN);
  const made = await FrameBook.run(page, `${tmpPath}/a.ipynb`, {
    first: `from jigsaw_test_kernel import pages; pages.scripts = ["${CDN}"]`
  });
  // It is looked at, though it has not loaded.
  await expect(made.output.locator('iframe').first()).toHaveAttribute('inert');
  scripts.release();
  await made.settled();
  await made.press('execute', 'print("by the page")');
  await expect(made.printed).toHaveText(['by the page']);
  await expect(made.sign).toHaveText('MetaKernel Test (Python) · saved');
  await expect(made.native).toHaveCount(0);
});

/**
 * What happens to a cell in the life of a notebook.
 */
const EVENTS: Record<
  string,
  (page: IJupyterLabPageFixture, made: FrameBook) => Promise<void>
> = {
  'has its output hidden and shown': async page => {
    for (const id of [
      'notebook:hide-all-cell-outputs',
      'notebook:show-all-cell-outputs'
    ]) {
      await run(page, id);
    }
  },
  'is moved': async (page, made) => {
    await made.book.cells.nth(1).locator('.jp-InputPrompt').click();
    await run(page, 'notebook:move-cell-up');
    await run(page, 'notebook:move-cell-down');
  }
};

test('a frame that is drawn anew is not heard until it has the newest blocks', async ({
  page,
  request,
  tmpPath
}) => {
  const made = await FrameBook.make(page, `${tmpPath}/a.ipynb`);
  await made.press('execute', 'print("newest")');
  await expect(made.printed).toHaveText(['newest']);
  await expect(made.sign).toContainText('saved');
  const files = await hold(page, '**/api/contents/**/ws.xml?**');
  await EVENTS['has its output hidden and shown'](page, made);
  // It begins as it did at first.
  await expect(async () => {
    expect(await made.code()).toBe('');
    await made.write('print("older")');
  }).toPass();
  // Nobody can click there now; and if, it is not heard.
  await expect(made.output.locator('iframe').first()).toHaveAttribute('inert');
  await made.frame
    .locator('#execute')
    .evaluate((run: HTMLElement) => run.click());
  await expect(made.sign).toContainText('refused');
  files.release();
  await made.settled();
  await made.expectCode('print("newest")');
  expect(await read(request, `${tmpPath}/ws.xml`)).toContain('newest');
  await expect(made.printed).toHaveText(['newest']);
});

test('a page that loads again while the server is out of reach has what was edited', async ({
  page,
  request,
  tmpPath
}) => {
  const made = await FrameBook.make(page, `${tmpPath}/a.ipynb`);
  await made.write('print("edited")');
  await expect(made.sign).toContainText('edited');
  const files = /\/(api\/contents|files)\//;
  await page.route(files, route => route.abort());
  await made.frame.locator('body').evaluate(() => location.reload());
  await made.expectCode('print("edited")');
  await made.write('print("edited again")');
  await page.unroute(files);
  await made.press('execute');
  await expect(made.printed).toHaveText(['edited again']);
  await expect(made.sign).toHaveText('MetaKernel Test (Python) · saved');
  expect(await read(request, `${tmpPath}/ws.xml`)).toContain('edited again');
});

test('a frame that is drawn anew while the server is out of reach is shown when that is back', async ({
  page,
  tmpPath
}) => {
  const made = await FrameBook.make(page, `${tmpPath}/a.ipynb`);
  await made.press('execute', 'print("saved")');
  await expect(made.printed).toHaveText(['saved']);
  await expect(made.sign).toContainText('saved');
  const files = /\/(api\/contents|files)\//;
  await page.route(files, route => route.abort());
  await EVENTS['is moved'](page, made);
  await expect(made.sign).toContainText('could not be looked at');
  await page.unroute(files);
  await made.settled();
  await made.expectCode('print("saved")');
});

test('edits are kept when the cell is moved while its frame is looked at', async ({
  page,
  tmpPath
}) => {
  await forbidFrames(page);
  const made = await FrameBook.run(page, `${tmpPath}/a.ipynb`);
  await addBlock(page, made.native);
  await expect(made.sign).toContainText('edited');
  const files = await hold(page, '**/api/contents/**/ws.xml?**');
  const asked = page.waitForRequest('**/api/contents/**/ws.xml?**');
  await made.book.cells.nth(1).locator('.jp-InputPrompt').click();
  await run(page, 'notebook:move-cell-up');
  const request = await asked;
  const frames = await hold(page, '**/files/**/ws.html*');
  await run(page, 'notebook:move-cell-down');
  // The end of a look at a frame that is gone, and then a look at the new one.
  const looked = page.waitForResponse(
    response => response.request() === request
  );
  files.release();
  await looked;
  frames.release();
  await expect(made.native).toContainText('Hello');
  await expect(made.sign).toContainText('edited');
});

for (const [name, act] of Object.entries(EVENTS)) {
  test(`edits that were never run are kept when the cell ${name}`, async ({
    page,
    tmpPath
  }) => {
    const made = await FrameBook.make(page, `${tmpPath}/a.ipynb`);
    await made.write('print("not run")');
    await expect(made.sign).toContainText('edited');
    await act(page, made);
    await made.settled();
    await made.expectCode('print("not run")');
    await made.press('execute');
    await expect(made.printed).toHaveText(['not run']);
  });

  test(`edits of our blocks are kept when the cell ${name}`, async ({
    page,
    tmpPath
  }) => {
    await forbidFrames(page);
    const made = await FrameBook.run(page, `${tmpPath}/a.ipynb`);
    await addBlock(page, made.native);
    await expect(made.native).toContainText('Hello');
    await act(page, made);
    await expect(made.native).toContainText('Hello');
    await button(made.native, 'Run').click();
    await expect(made.printed).toHaveText(['Hello']);
  });
}
