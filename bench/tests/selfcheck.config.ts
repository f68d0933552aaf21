import { defineConfig } from '@playwright/test';

/**
 * The bench's own checks: no browser, no server. `scripts/__tests__` runs it.
 */
export default defineConfig({
  testDir: '.',
  testMatch: '*.check.ts',
  outputDir: '../results/files',
  reporter: [['../lib/reporter.ts']],
  workers: 1
});
