import { join } from 'node:path';
import { fromJUnit, readReport, reportFile } from '../lib/counts.mjs';
import { exec } from '../lib/exec.mjs';
import { modules } from '../lib/node.mjs';
import { readdirSync } from 'node:fs';
import { root } from '../lib/paths.mjs';

const folder = join(root, 'scripts', '__tests__');

/** The tests of these scripts and of the lint rules, on Node's own runner. */
export const scripts = {
  needs: [modules],
  run: async args => {
    const report = reportFile('scripts.xml');
    const files = readdirSync(folder).filter(name =>
      name.endsWith('.test.mjs')
    );
    const { code } = await exec(
      process.execPath,
      [
        '--test',
        '--test-reporter=spec',
        '--test-reporter-destination=stdout',
        '--test-reporter=junit',
        `--test-reporter-destination=${report}`,
        ...args,
        ...files.map(name => join(folder, name))
      ],
      { live: true }
    );
    return readReport(report, code, fromJUnit);
  }
};
