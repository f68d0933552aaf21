import { runChecks } from '../lib/checks.mjs';
import { modules } from '../lib/node.mjs';
import { nodeProgram, venvProgram } from '../lib/paths.mjs';

const node = (script, ...args) => [
  process.execPath,
  [nodeProgram(script), ...args]
];

export const lint = {
  needs: [modules],
  run: () =>
    runChecks([
      ['eslint', ...node('eslint/bin/eslint.js', '.', '--max-warnings=0')],
      ['prettier', ...node('prettier/bin/prettier.cjs', '--check', '.')],
      ['stylelint', ...node('stylelint/bin/stylelint.mjs', 'style/**/*.css')],
      ['ruff check', venvProgram('ruff'), ['check', '.']],
      ['ruff format', venvProgram('ruff'), ['format', '--check', '.']]
    ])
};
