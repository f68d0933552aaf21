import { mkdirSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { defineConfig } from '@playwright/test';

import { launchOptions } from '../launch';
import { ADDRESSES } from './hub';

const root = resolve(__dirname, '..', '..');
const logs = join(root, '.jigsaw', 'logs');
mkdirSync(logs, { recursive: true });

const {
  JIGSAW_APACHE,
  JIGSAW_APACHE_CONFIG,
  JIGSAW_NGINX,
  JIGSAW_NGINX_CONFIG,
  PLAYWRIGHT_JSON_OUTPUT_FILE: report
} = process.env;

/** A program that lives as long as the tests. */
const program = (name: string, command: string, url: string) => ({
  command: `exec ${command} > "${join(logs, `${name}.log`)}" 2>&1`,
  cwd: __dirname,
  env: {
    PATH: [join(root, '.venv', 'bin'), process.env.PATH].join(delimiter)
  },
  // The servers of users must end with the hub.
  gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 20_000 },
  ignoreHTTPSErrors: true,
  reuseExistingServer: false,
  timeout: 120_000,
  url
});

const { apache, bare, nginx } = ADDRESSES;

/** What waits for a minute, in all of them at once. */
const ALL_WAYS = /silence\.spec\.ts/;

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results/hub',
  reporter: report
    ? [['list'], ['json', { outputFile: report }]]
    : [['list'], ['html', { open: 'never' }]],
  forbidOnly: true,
  timeout: 120_000,
  // For a machine that has other things to do as well.
  expect: { timeout: 20_000 },
  retries: 0,
  workers: 1,
  use: {
    actionTimeout: 20_000,
    // It was signed by itself a moment ago.
    ignoreHTTPSErrors: true,
    viewport: { width: 1280, height: 800 },
    screenshot: 'only-on-failure',
    // A fourth of the time of all tests, and kept of those alone that fail.
    trace: process.env.JIGSAW_TRACE ? 'retain-on-failure' : 'off',
    // A JupyterLab that loads in the same process again takes half the time.
    reuseContext: true,
    video: 'off',
    launchOptions
  },
  projects: [
    ...Object.entries(ADDRESSES).map(([name, baseURL]) => ({
      name,
      testIgnore: ALL_WAYS,
      use: { baseURL }
    })),
    { name: 'all', testMatch: ALL_WAYS }
  ],
  webServer: [
    program(
      'jupyterhub',
      'jupyterhub --config=jupyterhub_config.py',
      `${bare}hub/login`
    ),
    program(
      'nginx',
      `"${JIGSAW_NGINX}" -c "${JIGSAW_NGINX_CONFIG}" -e stderr`,
      nginx
    ),
    program(
      'apache',
      `"${JIGSAW_APACHE}" -f "${JIGSAW_APACHE_CONFIG}" -D FOREGROUND`,
      apache
    )
  ]
});
