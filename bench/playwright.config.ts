import { mkdirSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { defineConfig } from '@playwright/test';

import { launchOptions } from '../ui-tests/launch';
import { EXTENSION, options } from './lib/options';

const root = resolve(__dirname, '..');
const venv = join(
  root,
  '.venv',
  process.platform === 'win32' ? 'Scripts' : 'bin'
);
const logs = join(root, '.jigsaw', 'logs');
mkdirSync(logs, { recursive: true });

/**
 * A JupyterLab of the bench's own.
 */
function server(name: string, port: string, without = '') {
  const url = `http://127.0.0.1:${port}`;
  return {
    name,
    command: `jupyter lab --config=jupyter_server_config.py > "${join(logs, `bench-${name}.log`)}" 2>&1`,
    cwd: __dirname,
    env: {
      JIGSAW_UI_PORT: port,
      JIGSAW_BENCH_PORT: port,
      JIGSAW_BENCH_WITHOUT: without,
      PATH: [venv, process.env.PATH].join(delimiter)
    },
    // Kernels must end with the server.
    gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 15_000 },
    reuseExistingServer: false,
    timeout: 120_000,
    url: `${url}/lab`
  };
}

export default defineConfig({
  testDir: './figures',
  testMatch: '*.bench.ts',
  outputDir: './results/files',
  reporter: [['./lib/reporter.ts']],
  forbidOnly: true,
  timeout: 240_000,
  retries: 0,
  // Figures side by side would measure each other.
  workers: 1,
  use: {
    baseURL: `http://127.0.0.1:${options.port}`,
    viewport: { width: 1280, height: 800 },
    // Recording takes time from what is measured.
    screenshot: 'off',
    trace: 'off',
    video: 'off',
    launchOptions: {
      ...launchOptions,
      args: [
        ...launchOptions.args,
        // Two pages are measured in turn; the one behind must not be slowed.
        '--disable-background-timer-throttling',
        '--disable-backgrounding-occluded-windows',
        '--disable-renderer-backgrounding'
      ]
    }
  },
  webServer: [
    server('with', options.port),
    server('without', options.portWithout, EXTENSION)
  ]
});
