import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { modules } from '../lib/node.mjs';
import { runNodeTests } from '../lib/nodeTests.mjs';
import { root } from '../lib/paths.mjs';

const folder = join(root, 'scripts', '__tests__');

/** The tests of these scripts and of the lint rules, on Node's own runner. */
export const scripts = {
  needs: [modules],
  run: args =>
    runNodeTests(
      'scripts',
      readdirSync(folder)
        .filter(name => name.endsWith('.test.mjs'))
        .map(name => join(folder, name)),
      args
    )
};
