import { test as base } from '@jupyterlab/galata';
import type { ConsoleMessage, Page, WebError } from '@playwright/test';

export { expect } from '@jupyterlab/galata';

interface IFixtures {
  /**
   * What the page wrote to its console as errors, and what nobody caught.
   */
  consoleErrors: string[];
}

/**
 * A test in JupyterLab.
 */
export const test = base.extend<IFixtures>({
  // Galata takes every answer of this API for JSON and fails with those to
  // interrupt and restart, which are empty. It ends the sessions, and the
  // kernels with them.
  kernels: null,
  // Galata waits for the launcher, which JupyterLab makes a second after all
  // else, when it has saved its layout. Tests that need it wait for it.
  waitForApplication: async ({ baseURL: _ }, use) => {
    await use(async page => {
      await page.evaluate(() => window.jupyterapp.restored);
      await page.locator('#jupyterlab-splash').waitFor({ state: 'detached' });
    });
  },
  consoleErrors: [
    async ({ context }, use) => {
      const errors: string[] = [];
      const onConsole = (message: ConsoleMessage) => {
        if (message.type() === 'error') {
          errors.push(message.text());
        }
      };
      const onError = (error: WebError) => {
        errors.push(String(error.error()));
      };
      // Of every page of the test, from before it loads.
      context.on('console', onConsole).on('weberror', onError);
      await use(errors);
      // The next test may have the same context.
      context.off('console', onConsole).off('weberror', onError);
    },
    { auto: true }
  ]
});

/**
 * A test in Notebook 7, which the same server serves; it opens the file list.
 */
export const notebookTest = test.extend({
  // Galata itself adds /tree and the test's folder.
  appPath: '',
  waitForApplication: async ({ baseURL }, use) => {
    await use(async page => {
      await page.locator('#main-panel').waitFor();
      await page.locator('.jp-DirListing-content').waitFor();
    });
  }
});

/**
 * An extension as a page's configuration lists it.
 */
interface IFederatedExtension {
  name: string;
  load: string;
}

/**
 * The prebuilt extensions that a page was told to load.
 */
export async function federatedExtensions(
  page: Page
): Promise<IFederatedExtension[]> {
  const text = await page.locator('#jupyter-config-data').textContent();
  return JSON.parse(text ?? '{}').federated_extensions;
}
