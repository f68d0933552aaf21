import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { defineConfig } from '@playwright/test';

import { launchOptions } from './launch';

const root = resolve(__dirname, '..');
const bin = process.platform === 'win32' ? 'Scripts' : 'bin';
const logs = join(root, '.jigsaw', 'logs');
mkdirSync(logs, { recursive: true });

/** `npm run test:ui` takes a free one; by hand it is always the same. */
const port = (process.env.JIGSAW_UI_PORT ??= '9099');
const oldestPort = (process.env.JIGSAW_OLDEST_PORT ??= '9098');
const examplePort = (process.env.JIGSAW_EXAMPLE_PORT ??= '9096');
const hubPort = (process.env.JIGSAW_HUB_PORT ??= '9097');
const gatewayPort = (process.env.JIGSAW_GATEWAY_PORT ??= '9095');
const remotePort = (process.env.JIGSAW_REMOTE_PORT ??= '9094');
const baseURL = `http://127.0.0.1:${port}`;
/** Another for each run. */
const token = (process.env.JIGSAW_UI_TOKEN ??= randomBytes(16).toString('hex'));
const storageState = join(logs, 'storage.json');

/** A server that lives as long as the tests. */
const server = (
  name: string,
  environment: string,
  config: string,
  url: string,
  program = 'lab'
) => ({
  command: `jupyter ${program} --config=${config} > "${join(logs, `${name}.log`)}" 2>&1`,
  cwd: __dirname,
  env: {
    JIGSAW_UI_PORT: port,
    JIGSAW_UI_TOKEN: token,
    JIGSAW_OLDEST_PORT: oldestPort,
    JIGSAW_EXAMPLE_PORT: examplePort,
    JIGSAW_HUB_PORT: hubPort,
    JIGSAW_GATEWAY_PORT: gatewayPort,
    JIGSAW_REMOTE_PORT: remotePort,
    PATH: [join(root, environment, bin), process.env.PATH].join(delimiter)
  },
  // Kernels must end with the server.
  gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 15_000 },
  reuseExistingServer: false,
  timeout: 120_000,
  url
});

const report = process.env.PLAYWRIGHT_JSON_OUTPUT_FILE;

export default defineConfig({
  testDir: './tests',
  outputDir: './test-results',
  globalSetup: './logIn.ts',
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
    // With the cookie of somebody who came with the token.
    storageState,
    // A JupyterLab that loads in the same process again takes half the time.
    reuseContext: true,
    viewport: { width: 1280, height: 800 },
    screenshot: 'only-on-failure',
    // A fourth of the time of all tests, and kept of those alone that fail.
    trace: process.env.JIGSAW_TRACE ? 'retain-on-failure' : 'off',
    // Recording needs a program that only Playwright's own browsers bring.
    video: 'off',
    launchOptions
  },
  webServer: [
    server(
      'ui-server',
      '.venv',
      'jupyter_server_config.py',
      `${baseURL}/login`
    ),
    server(
      'oldest-server',
      '.jigsaw/oldest',
      'oldest_server_config.py',
      `http://127.0.0.1:${oldestPort}/lab`
    ),
    server(
      'example-server',
      '.venv',
      'example_server_config.py',
      `http://127.0.0.1:${examplePort}/lab`
    ),
    server(
      'hub-server',
      '.venv',
      'hub_server_config.py',
      `http://127.0.0.1:${hubPort}/user/bob/login`
    ),
    server(
      'gateway',
      '.venv',
      'gateway_config.py',
      `http://127.0.0.1:${gatewayPort}/api`,
      'kernelgateway'
    ),
    server(
      'remote-server',
      '.venv',
      'remote_server_config.py',
      `http://127.0.0.1:${remotePort}/lab`
    )
  ]
});
