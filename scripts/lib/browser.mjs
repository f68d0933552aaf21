/**
 * A Chromium for the browser tests: one that is there, else one that can be
 * got, else a sentence that says what to install.
 */
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { modules } from './node.mjs';
import { installBySystem } from './system.mjs';
import { nodeProgram, which } from './paths.mjs';
import { StepError } from './steps.mjs';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome'
];

/** Milliseconds for a download that a firewall may swallow. */
const DOWNLOAD_TIMEOUT = 90_000;

/** The browser that is there now, or null. */
export async function findBrowser() {
  const { JIGSAW_CHROMIUM } = process.env;
  if (JIGSAW_CHROMIUM) {
    if (!existsSync(JIGSAW_CHROMIUM)) {
      throw new StepError(
        `JIGSAW_CHROMIUM names ${JIGSAW_CHROMIUM}, which is not there.`
      );
    }
    return JIGSAW_CHROMIUM;
  }
  for (const name of NAMES) {
    const path = which(name);
    if (path) {
      return path;
    }
  }
  return ofPlaywright();
}

async function ofPlaywright() {
  const entry = nodeProgram('playwright-core/index.mjs');
  if (!existsSync(entry)) {
    return null;
  }
  const { chromium } = await import(pathToFileURL(entry).href);
  const path = chromium.executablePath();
  return existsSync(path) ? path : null;
}

export const browser = {
  id: 'browser',
  name: 'Browser',
  what: 'looking for Chromium, or getting it',
  after: [modules],
  check: async () => (await findBrowser()) !== null,
  run: async ({ run }) => {
    if (await findBrowser()) {
      return;
    }
    try {
      await run(
        process.execPath,
        [nodeProgram('playwright/cli.js'), 'install', 'chromium'],
        { timeout: DOWNLOAD_TIMEOUT }
      );
    } catch {
      // The system may have one; the log has this one's output.
    }
    if (!(await findBrowser())) {
      await installBySystem(
        run,
        { apt: ['chromium'], dnf: ['chromium'], brew: ['--cask', 'chromium'] },
        async () => (await findBrowser()) !== null
      );
    }
    if (await findBrowser()) {
      return;
    }
    throw new StepError(
      'The browser tests need Chromium, and none could be found or got.',
      {
        advice:
          'Install Chromium or Google Chrome (Debian: apt-get install chromium), or set JIGSAW_CHROMIUM to its path.'
      }
    );
  }
};
