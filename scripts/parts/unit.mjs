import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fromJest, readReport, reportFile } from '../lib/counts.mjs';
import { execNode } from '../lib/exec.mjs';
import { modules } from '../lib/node.mjs';
import { nodeProgram, state } from '../lib/paths.mjs';

export const unit = {
  needs: [modules],
  run: async args => {
    const report = reportFile('unit.json');
    const logs = join(state, 'logs');
    mkdirSync(logs, { recursive: true });
    // Jest speaks on stderr; what comes on stdout is the log of the Jupyter
    // server that a spec starts.
    const log = createWriteStream(join(logs, 'unit-server.log'));
    const { code } = await execNode(
      nodeProgram('jest/bin/jest.js'),
      ['--ci', '--json', `--outputFile=${report}`, ...args],
      { live: 'stderr', log }
    );
    log.end();
    return readReport(report, code, fromJest);
  }
};
