import { gzipSync } from 'node:zlib';
import type { Browser } from '@playwright/test';
import { expect, test } from '@playwright/test';

import { options, samples } from '../lib/options';
import { record } from '../lib/record';
import { fileText, generateState } from '../lib/state';
import { rounds } from '../lib/stats';

const FILE = 'page-bench.jigsaw';

/** A block of the workspace, and not of a flyout. */
const BLOCK =
  'svg.blocklySvg > g.blocklyWorkspace > g.blocklyBlockCanvas > .blocklyDraggable';

const home = `http://127.0.0.1:${options.port}/`;

/**
 * The first visit of somebody whose browser has nothing yet.
 */
interface IVisit {
  /**
   * From asking for the page until a block can be taken, in milliseconds.
   */
  time: number;
  /**
   * What was fetched until then, each body with gzip, in kB (1000 bytes).
   */
  size: number;
  requests: number;
}

test('page: the app page, from its address to a block that can be taken', async ({
  browser
}, info) => {
  await write(browser);
  const visits: Record<'page' | 'lab', IVisit[]> = { page: [], lab: [] };
  const { lab, page } = visits;
  for (const way of rounds(['page', 'lab'] as const, samples(7, 2))) {
    const path = way === 'page' ? 'jigsaw' : 'lab/tree';
    visits[way].push(await visit(browser, `${path}/${FILE}`));
  }
  await record(info, {
    id: 'page-bytes',
    figure: 'App page: bytes until a block can be taken, gzip',
    unit: 'kB',
    ours: page.map(({ size }) => size),
    baseline: lab.map(({ size }) => size),
    target: { of: 'median', atMost: 500 },
    note: 'baseline: JupyterLab on the same file'
  });
  await record(info, {
    id: 'page-requests',
    figure: 'App page: requests until then',
    unit: 'count',
    ours: page.map(({ requests }) => requests),
    baseline: lab.map(({ requests }) => requests)
  });
  await record(info, {
    id: 'page-time',
    figure: 'App page: time until then, nothing in the cache',
    unit: 'ms',
    ours: page.map(({ time }) => time),
    baseline: lab.map(({ time }) => time)
  });
});

/**
 * Put the file there, of a language without a kernel here: none is started
 * beside the measuring.
 */
async function write(browser: Browser): Promise<void> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${home}jigsaw`);
  const cookies = await context.cookies();
  const answer = await context.request.put(`${home}api/contents/${FILE}`, {
    headers: {
      'X-XSRFToken': cookies.find(({ name }) => name === '_xsrf')?.value ?? ''
    },
    data: {
      type: 'file',
      format: 'text',
      content: fileText(generateState(100), 'lua')
    }
  });
  expect(answer.ok()).toBe(true);
  await context.close();
}

/**
 * Visit a page in an empty browser, until its first block is there.
 */
async function visit(browser: Browser, path: string): Promise<IVisit> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(watchForBlock, BLOCK);
  const sizes = new Map<string, Promise<number>>();
  page.on('requestfinished', request => {
    sizes.set(
      request.url(),
      request
        .response()
        .then(response => response?.body())
        .then(body => (body ? gzipSync(body).byteLength / 1000 : 0))
        // A browser keeps no body of an answer without one.
        .catch(() => 0)
    );
  });
  await page.goto(home + path, { waitUntil: 'commit' });
  await page.locator(BLOCK).first().waitFor({ timeout: 60_000 });
  // What was asked for before the block was there; more comes right behind it.
  const { time, urls } = await page.evaluate(() => {
    const { firstBlock } = window as unknown as { firstBlock: number };
    const [first] = performance.getEntriesByType('navigation');
    return {
      time: firstBlock,
      urls: [
        first.name,
        ...performance
          .getEntriesByType('resource')
          .filter(({ startTime }) => startTime < firstBlock)
          .map(({ name }) => name)
      ]
    };
  });
  let size = 0;
  for (const url of new Set(urls)) {
    size += (await sizes.get(url)) ?? 0;
  }
  await context.close();
  return { time, requests: urls.length, size };
}

/**
 * Note in the page when a block can be taken, in milliseconds since it was asked
 * for.
 */
function watchForBlock(selector: string): void {
  new MutationObserver((_, observer) => {
    if (document.querySelector(selector)) {
      observer.disconnect();
      Object.assign(window, { firstBlock: performance.now() });
    }
  }).observe(document, { childList: true, subtree: true });
}
