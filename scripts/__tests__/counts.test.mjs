import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromJest, fromJUnit, fromPlaywright } from '../lib/counts.mjs';
import { summary } from '../lib/failures.mjs';

test('Jest: what failed is named, also a spec that could not run', () => {
  const report = {
    numPassedTests: 1,
    numFailedTests: 1,
    numRuntimeErrorTestSuites: 1,
    numPendingTests: 1,
    numTodoTests: 0,
    testResults: [
      {
        name: 'a.spec.ts',
        message: 'all of it',
        assertionResults: [
          { status: 'passed', fullName: 'a works', failureMessages: [] },
          { status: 'failed', fullName: 'a fails', failureMessages: ['1 ≠ 2'] }
        ]
      },
      { name: 'b.spec.ts', message: 'no module', assertionResults: [] }
    ]
  };
  assert.deepEqual(fromJest(JSON.stringify(report)), {
    passed: 1,
    failed: 2,
    note: '1 skipped',
    failures: [
      { name: 'a fails', message: '1 ≠ 2' },
      { name: 'b.spec.ts', message: 'no module' }
    ]
  });
});

test('JUnit: what failed is named, in plain text', () => {
  const report = `<testsuites><testsuite>
    <testcase classname="t" name="works" time="1"/>
    <testcase classname="t" name="a &lt; b" time="1"><failure message="m">
assert 1 &gt; 2</failure></testcase>
    <testcase classname="t" name="late"><skipped/></testcase>
  </testsuite></testsuites>`;
  assert.deepEqual(fromJUnit(report), {
    passed: 1,
    failed: 1,
    note: '1 skipped',
    failures: [{ name: 'a < b', message: '\nassert 1 > 2' }]
  });
});

test('Playwright: what failed is named, with its place', () => {
  const spec = (title, line, ok, errors = []) => ({
    title,
    line,
    ok,
    tests: [{ results: [{ errors }] }]
  });
  const report = {
    stats: { expected: 1, unexpected: 1, flaky: 0, skipped: 0 },
    errors: [{ message: 'no server' }],
    suites: [
      {
        file: 'a.spec.ts',
        specs: [spec('works', 1, true)],
        suites: [
          {
            file: 'a.spec.ts',
            specs: [spec('fails', 7, false, [{ message: 'late' }])]
          }
        ]
      }
    ]
  };
  assert.deepEqual(fromPlaywright(JSON.stringify(report)), {
    passed: 1,
    failed: 2,
    note: undefined,
    failures: [
      { name: 'Playwright', message: 'no server' },
      { name: 'a.spec.ts:7 fails', message: 'late' }
    ]
  });
});

test('a failure in the list is short, and has no colours', () => {
  const message = `\u001b[31mError\u001b[39m\n\n${'line\n'.repeat(20)}`;
  const lines = summary({ part: 'ui', name: 'a', message }).split('\n');
  assert.deepEqual(lines.slice(0, 3), ['✗ ui: a', '    Error', '    line']);
  assert.equal(lines.at(-1), '    … 6 more');
  assert.equal(lines.length, 17);
});
