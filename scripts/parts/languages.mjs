import { existsSync, readFileSync } from 'node:fs';
import { fromJest, readReport, reportFile } from '../lib/counts.mjs';
import { execNode } from '../lib/exec.mjs';
import { interpreters } from '../lib/interpreters.mjs';
import { modules } from '../lib/node.mjs';
import { nodeProgram } from '../lib/paths.mjs';
import { proofTable } from '../lib/proofTable.mjs';

export const languages = {
  needs: [modules, interpreters],
  run: async args => {
    const report = reportFile('languages.json');
    const versions = reportFile('interpreters.json');
    const { code } = await execNode(
      nodeProgram('jest/bin/jest.js'),
      [
        '--ci',
        '--config=conformance/jest.config.js',
        '--json',
        `--outputFile=${report}`,
        ...args
      ],
      { live: 'stderr', env: { JIGSAW_VERSIONS: versions } }
    );
    const counts = readReport(report, code, fromJest);
    if (existsSync(report) && existsSync(versions)) {
      console.log(
        proofTable(
          JSON.parse(readFileSync(report, 'utf8')),
          JSON.parse(readFileSync(versions, 'utf8'))
        )
      );
    }
    return counts;
  }
};
