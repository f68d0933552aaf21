/**
 * The languages on their interpreters. `--write` puts the table into the README,
 * which is held to be true otherwise.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromJest, readReport, reportFile } from '../lib/counts.mjs';
import { execNode } from '../lib/exec.mjs';
import { interpreters } from '../lib/interpreters.mjs';
import { modules } from '../lib/node.mjs';
import { nodeProgram, root } from '../lib/paths.mjs';
import {
  markdown,
  proofTable,
  staleRows,
  withTable
} from '../lib/proofTable.mjs';

const README = join(root, 'README.md');

export const languages = {
  needs: [modules, interpreters],
  run: async args => {
    const report = reportFile('languages.json');
    const found = reportFile('interpreters.json');
    const { code } = await execNode(
      nodeProgram('jest/bin/jest.js'),
      [
        '--ci',
        '--config=conformance/jest.config.js',
        '--json',
        `--outputFile=${report}`,
        ...args.filter(arg => arg !== '--write')
      ],
      { live: 'stderr', env: { JIGSAW_INTERPRETERS: found } }
    );
    const counts = readReport(report, code, fromJest);
    if (!existsSync(report) || !existsSync(found)) {
      return counts;
    }
    const rows = proofTable(
      JSON.parse(readFileSync(report, 'utf8')),
      JSON.parse(readFileSync(found, 'utf8'))
    );
    console.log(markdown(rows));
    const isWhole = args.every(arg => arg === '--write');
    return isWhole ? checkReadme(rows, counts, args.length > 0) : counts;
  }
};

function checkReadme(rows, counts, isWritten) {
  const readme = readFileSync(README, 'utf8');
  if (isWritten) {
    writeFileSync(README, withTable(readme, rows));
    return counts;
  }
  const stale = staleRows(readme, rows);
  return stale.length === 0
    ? { ...counts, passed: counts.passed + 1 }
    : {
        ...counts,
        failed: counts.failed + 1,
        failures: [
          ...(counts.failures ?? []),
          {
            name: 'the table of the README',
            message:
              'These rows are not in it; `npm run test:languages -- --write` puts them there.\n' +
              stale.join('\n')
          }
        ]
      };
}
