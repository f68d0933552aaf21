import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { execNode } from '../lib/exec.mjs';
import { nodeProgram } from '../lib/paths.mjs';

const folder = mkdtempSync(join(tmpdir(), 'jigsaw-bench-'));
const file = join(folder, 'results.json');
test.after(() => rmSync(folder, { recursive: true }));

/** The bench's table over made-up rows, and its own unit tests. */
function selfCheck(env, pattern = '') {
  return execNode(
    nodeProgram('@playwright/test/cli.js'),
    ['test', '--config=bench/tests/selfcheck.config.ts', pattern],
    {
      env: {
        JIGSAW_BENCH_CHECK: '',
        JIGSAW_BENCH_OUTPUT: file,
        JIGSAW_SELFCHECK: '',
        ...env
      }
    }
  );
}

test('the parts of the bench do what the figures need', async () => {
  const { code, output } = await selfCheck({}, 'lib');
  assert.equal(code, 0, output);
});

test('a target that is missed fails with --check, and only then', async () => {
  const missing = { JIGSAW_SELFCHECK: 'miss' };
  const checked = await selfCheck(
    { ...missing, JIGSAW_BENCH_CHECK: '1' },
    'rows'
  );
  assert.equal(checked.code, 1, checked.output);
  assert.match(checked.output, /Missed: maybe/);
  assert.equal((await selfCheck(missing, 'rows')).code, 0);
  assert.equal(
    (await selfCheck({ JIGSAW_BENCH_CHECK: '1' }, 'rows')).code,
    0,
    'nothing is missed'
  );
});

test('the table and the file say the same', async () => {
  const { output } = await selfCheck({}, 'rows');
  assert.match(
    output,
    /\| A figure that is met +\| 10\.0 ms \| +10\.0 ms \| × 1\.00 \|.*ratio ≤ 1\.15 \| +met \|/
  );
  const { results } = JSON.parse(readFileSync(file, 'utf8'));
  assert.deepEqual(
    results.map(({ id, verdict }) => [id, verdict]),
    [
      ['met', 'met'],
      ['info', 'info'],
      ['maybe', 'met']
    ]
  );
});
