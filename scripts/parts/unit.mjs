import { fromJest, readReport, reportFile } from '../lib/counts.mjs';
import { execNode } from '../lib/exec.mjs';
import { modules } from '../lib/node.mjs';
import { nodeProgram } from '../lib/paths.mjs';

export const unit = {
  needs: [modules],
  run: async args => {
    const report = reportFile('unit.json');
    const { code } = await execNode(
      nodeProgram('jest/bin/jest.js'),
      ['--ci', '--json', `--outputFile=${report}`, ...args],
      { live: true }
    );
    return readReport(report, code, fromJest);
  }
};
