import { join } from 'node:path';
import { type Page, test as base } from '@playwright/test';

import { installEdits } from '../page/edits';
import { installHarness } from '../page/harness';
import { installFrameRuns } from '../page/frameRuns';
import { installEditors } from '../page/editors';
import { installPanels } from '../page/panels';
import { installRawKernel } from '../page/rawKernel';
import { options } from './options';

export { expect } from '@playwright/test';

interface IFixtures {
  /**
   * JupyterLab with the extension.
   */
  lab: Page;
  /**
   * An empty page with a Blockly of its own: `window.Blockly`, `window.python`.
   */
  bare: Page;
}

const blockly = join(__dirname, '..', '..', 'node_modules', 'blockly');

/**
 * Scripts that Blockly's own demos load, in their order.
 */
const SCRIPTS = [
  'blockly_compressed.js',
  'blocks_compressed.js',
  'python_compressed.js',
  'msg/en.js'
];

const INSTALL = [
  installHarness,
  installEditors,
  installEdits,
  installPanels,
  installFrameRuns,
  installRawKernel
];

export const test = base.extend<IFixtures>({
  context: async ({ context }, use) => {
    for (const install of INSTALL) {
      await context.addInitScript(install);
    }
    await use(context);
  },
  lab: async ({ context }, use) => {
    const page = await context.newPage();
    await openLab(page);
    await use(page);
    await shutDownKernels(page);
  },
  bare: async ({ context }, use) => {
    const page = await context.newPage();
    await openBare(page);
    await use(page);
  }
});

/**
 * Open JupyterLab and wait until it has started.
 */
export async function openLab(page: Page, url = '/lab?reset'): Promise<void> {
  await page.goto(url);
  await page.waitForFunction(() => window.jupyterapp !== undefined);
  await page.evaluate(async () => {
    await window.jupyterapp.started;
    await window.jupyterapp.restored;
  });
  await page.locator('#jupyterlab-splash').waitFor({ state: 'detached' });
}

/**
 * Nothing a figure started may run beside the next one.
 */
async function shutDownKernels(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { kernels, sessions } = window.jupyterapp.serviceManager;
    await sessions.shutdownAll();
    await kernels.shutdownAll();
  });
}

async function openBare(page: Page): Promise<void> {
  const home = `http://127.0.0.1:${options.port}/bare/`;
  await page.route(`${home}**`, async route => {
    const path = new URL(route.request().url()).pathname.slice(6);
    await (path === ''
      ? route.fulfill({
          contentType: 'text/html; charset=utf-8',
          body: `<!doctype html><html lang="en"><body style="margin: 0">${SCRIPTS.map(
            file => `<script src="${file}"></script>`
          ).join('')}</body></html>`
        })
      : route.fulfill({ path: join(blockly, path) }));
  });
  await page.goto(home);
  // Routing is for loading only: it would slow down what is measured.
  await page.waitForFunction(() => window.Blockly?.Msg?.LOGIC_HUE);
}

/**
 * Bring a page to the front and let it come to rest.
 *
 * No garbage is collected here: that would throw away compiled code too, and
 * what is measured next would pay for it.
 */
export async function settle(page: Page): Promise<void> {
  await page.bringToFront();
  await page.evaluate(async () => {
    await window.bench.nextPaint();
    await window.bench.nextPaint();
  });
}
