import { browser, findBrowser } from '../lib/browser.mjs';
import { fromPlaywright, readReport, reportFile } from '../lib/counts.mjs';
import { example } from '../lib/example.mjs';
import { execNode } from '../lib/exec.mjs';
import { interpreters } from '../lib/interpreters.mjs';
import { nodeProgram } from '../lib/paths.mjs';
import { installInOldest } from '../lib/oldest.mjs';
import { freePort } from '../lib/ports.mjs';
import { install, testKernel } from '../lib/wheel.mjs';

export const ui = {
  needs: [install, testKernel, installInOldest, example, browser, interpreters],
  run: async args => {
    const report = reportFile('ui.json');
    const { code } = await execNode(
      nodeProgram('@playwright/test/cli.js'),
      ['test', '--config=ui-tests/playwright.config.ts', ...args],
      {
        live: true,
        env: {
          JIGSAW_CHROMIUM: await findBrowser(),
          JIGSAW_UI_PORT: String(await freePort()),
          JIGSAW_OLDEST_PORT: String(await freePort()),
          JIGSAW_GATEWAY_PORT: String(await freePort()),
          JIGSAW_REMOTE_PORT: String(await freePort()),
          JIGSAW_EXAMPLE_PORT: String(await freePort()),
          JIGSAW_HUB_PORT: String(await freePort()),
          PLAYWRIGHT_JSON_OUTPUT_FILE: report
        }
      }
    );
    return readReport(report, code, fromPlaywright);
  }
};
