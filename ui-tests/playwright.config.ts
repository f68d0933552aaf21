import { mkdirSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { defineConfig } from '@playwright/test';

const root = resolve(__dirname, '..');
const venv = join(
  root,
  '.venv',
  process.platform === 'win32' ? 'Scripts' : 'bin'
);
const logs = join(root, '.jigsaw', 'logs');
mkdirSync(logs, { recursive: true });

/** `npm run test:ui` takes a free one; by hand it is always the same. */
const port = process.env.JIGSAW_UI_PORT ?? '9099';
const baseURL = `http://127.0.0.1:${port}`;

const report = process.env.PLAYWRIGHT_JSON_OUTPUT_FILE;

export default defineConfig({
  testDir: './tests',
  outputDir: './test-results',
  reporter: report
    ? [['list'], ['json', { outputFile: report }]]
    : [['list'], ['html', { open: 'never' }]],
  forbidOnly: true,
  timeout: 90_000,
  // For a machine that has other things to do as well.
  expect: { timeout: 15_000 },
  retries: 0,
  // One server, and tests that look at its sessions.
  workers: 1,
  use: {
    // A test that waits in vain says for what, before its own time is up.
    actionTimeout: 15_000,
    baseURL,
    viewport: { width: 1280, height: 800 },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    // Recording needs a program that only Playwright's own browsers bring.
    video: 'off',
    launchOptions: {
      executablePath: process.env.JIGSAW_CHROMIUM || undefined,
      args: [
        // As root, in a container or in CI there is no sandbox to be had.
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync'
      ]
    }
  },
  webServer: {
    command: `jupyter lab --config=jupyter_server_config.py > "${join(logs, 'ui-server.log')}" 2>&1`,
    cwd: __dirname,
    env: {
      JIGSAW_UI_PORT: port,
      PATH: [venv, process.env.PATH].join(delimiter)
    },
    // Kernels must end with the server.
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    reuseExistingServer: false,
    timeout: 120_000,
    url: `${baseURL}/lab`
  }
});
