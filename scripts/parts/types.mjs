import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runChecks } from '../lib/checks.mjs';
import { modules } from '../lib/node.mjs';
import { nodeProgram, root } from '../lib/paths.mjs';

/** What is compiled, and how; a project that is not there yet is left out. */
const projects = [
  ['src', 'tsconfig.json'],
  ['src and its specs', 'tsconfig.test.json'],
  ['src/protocol without a DOM', 'src/protocol/tsconfig.json'],
  ['conformance', 'conformance/tsconfig.json'],
  ['ui-tests', 'ui-tests/tsconfig.json'],
  ['bench', 'bench/tsconfig.json']
];

export const types = {
  needs: [modules],
  run: () =>
    runChecks(
      projects
        .filter(([, project]) => existsSync(join(root, project)))
        .map(([name, project]) => [
          `tsc ${name}`,
          process.execPath,
          [
            nodeProgram('typescript/bin/tsc'),
            `--project`,
            project,
            '--noEmit',
            '--composite',
            'false',
            '--incremental',
            'false'
          ]
        ])
    )
};
