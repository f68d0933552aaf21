import { gzipSync } from 'node:zlib';
import type { Browser, Request } from '@playwright/test';

import { expect, openLab, test } from '../lib/fixtures';
import { EXTENSION, options } from '../lib/options';
import { record } from '../lib/record';

/**
 * A response as a server that compresses would send it.
 */
interface ITransfer {
  url: string;
  /**
   * Of the body, with gzip, in kB (1000 bytes).
   */
  size: number;
  hasBlockly: boolean;
}

test('startup: what the extension adds to the start', async ({
  browser
}, info) => {
  const withUs = await start(browser, options.port);
  const without = await start(browser, options.portWithout);
  const own = withUs.filter(({ url }) =>
    url.includes(`/extensions/${EXTENSION}/`)
  );
  expect(own.length, 'the extension is loaded').toBeGreaterThan(0);
  expect(
    own.filter(({ hasBlockly }) => hasBlockly).map(({ url }) => url),
    'Blockly comes with the first workspace'
  ).toEqual([]);
  await record(info, {
    id: 'startup-bytes',
    figure: 'Start-up: bytes of the extension, gzip',
    unit: 'kB',
    ours: [sum(own)],
    target: { of: 'median', atMost: 15 },
    note: own
      .map(({ url, size }) => `${url.split('/').pop()} ${size.toFixed(1)} kB`)
      .join(', ')
  });
  await record(info, {
    id: 'startup-all',
    figure: 'Start-up: all bytes with it / without it, gzip',
    unit: 'kB',
    ours: [sum(withUs)],
    baseline: [sum(without)],
    note: `${(sum(withUs) - sum(without)).toFixed(1)} kB more, the settings and the list of extensions included`
  });
  await record(info, {
    id: 'startup-requests',
    figure: 'Start-up: requests with it / without it',
    unit: 'count',
    ours: [withUs.length],
    baseline: [without.length]
  });
});

/**
 * Start JupyterLab in an empty browser.
 *
 * @returns what it fetched until it had started and had nothing left to fetch
 */
async function start(browser: Browser, port: string): Promise<ITransfer[]> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const transfers: Promise<ITransfer>[] = [];
  page.on('requestfinished', request => {
    if (isOfStart(request)) {
      transfers.push(transferOf(request));
    }
  });
  // A workspace in which no figure before this one has left a file open.
  await openLab(page, `http://127.0.0.1:${port}/lab/workspaces/startup`);
  await page.waitForLoadState('networkidle');
  // Before the page goes, and its bodies with it.
  const result = await Promise.all(transfers);
  await context.close();
  return result;
}

async function transferOf(request: Request): Promise<ITransfer> {
  const response = await request.response();
  // A browser keeps no body of an answer without one.
  const body = (await response?.body().catch(() => null)) ?? Buffer.alloc(0);
  return {
    url: request.url().split('?')[0],
    size: gzipSync(body).byteLength / 1000,
    hasBlockly: body.includes('blocklyBlockCanvas')
  };
}

/**
 * What is asked again and again depends on the time, not on the extension.
 */
function isOfStart(request: Request): boolean {
  const path = new URL(request.url()).pathname;
  return !/^\/api\/(kernels|sessions|terminals)/.test(path);
}

function sum(transfers: readonly ITransfer[]): number {
  return transfers.reduce((total, { size }) => total + size, 0);
}
