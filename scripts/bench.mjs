/**
 * `npm run bench`: set everything up and measure. Arguments go to Playwright.
 */
import { browser, findBrowser } from './lib/browser.mjs';
import { execNode } from './lib/exec.mjs';
import { nodeProgram } from './lib/paths.mjs';
import { freePort } from './lib/ports.mjs';
import { ensure, explain } from './lib/steps.mjs';
import { install, testKernel } from './lib/wheel.mjs';

async function bench() {
  for (const step of [install, testKernel, browser]) {
    await ensure(step);
  }
  const { code } = await execNode(
    nodeProgram('@playwright/test/cli.js'),
    ['test', '--config=bench/playwright.config.ts', ...process.argv.slice(2)],
    {
      live: true,
      env: {
        JIGSAW_CHROMIUM: await findBrowser(),
        JIGSAW_UI_PORT: String(await freePort())
      }
    }
  );
  process.exitCode = code ?? 1;
}

bench().catch(error => {
  explain(error);
  process.exitCode = 1;
});
