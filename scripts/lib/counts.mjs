/**
 * Reads what test runners report into `{passed, failed, note}`. A skipped test
 * is neither passed nor failed, and is said.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { state } from './paths.mjs';

const broken = what => ({ passed: 0, failed: 1, note: what });

const skippedNote = skipped => (skipped ? `${skipped} skipped` : undefined);

/** A fresh file for a report. */
export function reportFile(name) {
  const folder = join(state, 'results');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  rmSync(path, { force: true });
  return path;
}

/**
 * Read a report, and mistrust it: a runner that failed without naming a test
 * has failed all the same.
 */
export function readReport(path, code, parse) {
  if (!existsSync(path)) {
    return broken(`no report, exit code ${code}`);
  }
  const counts = parse(readFileSync(path, 'utf8'));
  return code !== 0 && counts.failed === 0
    ? { ...counts, failed: 1, note: `exit code ${code}` }
    : counts;
}

/** Jest's `--json`. */
export function fromJest(text) {
  const report = JSON.parse(text);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    note: skippedNote(report.numPendingTests + report.numTodoTests)
  };
}

/** JUnit's XML, as pytest and Node's runner write it. */
export function fromJUnit(text) {
  const cases =
    text.match(/<testcase\b(?:[^>]*\/>|[\s\S]*?<\/testcase>)/g) ?? [];
  const failed = cases.filter(one => /<(failure|error)\b/.test(one)).length;
  const skipped = cases.filter(one => /<skipped\b/.test(one)).length;
  return {
    passed: cases.length - failed - skipped,
    failed,
    note: skippedNote(skipped)
  };
}

/** Playwright's JSON reporter. */
export function fromPlaywright(text) {
  const { stats, errors } = JSON.parse(text);
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    note: skippedNote(stats.skipped)
  };
}
