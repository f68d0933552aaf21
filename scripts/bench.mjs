/**
 * `npm run bench`: set everything up and measure; see `bench/README.md`.
 *
 *     npm run bench -- [--quick] [--check] [figure…] [Playwright's options]
 */
import { browser, findBrowser } from './lib/browser.mjs';
import { execNode } from './lib/exec.mjs';
import { nodeProgram } from './lib/paths.mjs';
import { freePort } from './lib/ports.mjs';
import { ensure, explain } from './lib/steps.mjs';
import { install } from './lib/wheel.mjs';

const OWN = ['--quick', '--check'];

async function bench(args) {
  for (const step of [install, browser]) {
    await ensure(step);
  }
  const rest = args.filter(arg => !OWN.includes(arg));
  const { code } = await execNode(
    nodeProgram('@playwright/test/cli.js'),
    [
      'test',
      '--config=bench/playwright.config.ts',
      ...rest.map(arg =>
        arg.startsWith('-') ? arg : `figures/${arg}[^/]*\\.bench\\.ts`
      )
    ],
    {
      live: true,
      env: {
        JIGSAW_CHROMIUM: await findBrowser(),
        JIGSAW_BENCH_PORT: String(await freePort()),
        JIGSAW_BENCH_PORT_WITHOUT: String(await freePort()),
        JIGSAW_BENCH_QUICK: args.includes('--quick') ? '1' : '',
        JIGSAW_BENCH_CHECK: args.includes('--check') ? '1' : ''
      }
    }
  );
  process.exitCode = code ?? 1;
}

bench(process.argv.slice(2)).catch(error => {
  explain(error);
  process.exitCode = 1;
});
