/**
 * `jupyter jigsaw doctor` on the sites of `deploy/`, as they are and broken on
 * purpose, before a Jupyter server without a hub.
 */
import { join } from 'node:path';
import { runNodeTests } from '../lib/nodeTests.mjs';
import { root } from '../lib/paths.mjs';
import { proxies } from '../lib/proxies.mjs';
import { install } from '../lib/wheel.mjs';

export const doctor = {
  needs: [install, proxies],
  run: args =>
    runNodeTests(
      'doctor',
      [join(root, 'ui-tests', 'doctor', 'doctor.test.mjs')],
      args
    )
};
