/**
 * `jupyter jigsaw doctor`, and the same in a browser, on the sites of `deploy/`, as they are and broken on
 * purpose, before a Jupyter server without a hub.
 */
import { join } from 'node:path';
import { browser, findBrowser } from '../lib/browser.mjs';
import { runNodeTests } from '../lib/nodeTests.mjs';
import { root } from '../lib/paths.mjs';
import { proxies } from '../lib/proxies.mjs';
import { install } from '../lib/wheel.mjs';

export const doctor = {
  needs: [install, browser, proxies],
  run: async args =>
    runNodeTests(
      'doctor',
      ['doctor.test.mjs', 'browser.test.mjs'].map(name =>
        join(root, 'ui-tests', 'doctor', name)
      ),
      // They wait, most of the time.
      ['--test-concurrency=2', ...args],
      { JIGSAW_CHROMIUM: await findBrowser() }
    )
};
