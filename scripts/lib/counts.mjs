/**
 * Reads what test runners report into `{passed, failed, note, failures}`. A
 * skipped test is neither passed nor failed, and is said; a failure has a
 * `name` and the runner's `message`.
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
    note: skippedNote(report.numPendingTests + report.numTodoTests),
    failures: report.testResults.flatMap(jestFailures)
  };
}

/** A spec that could not run at all has a message of its own. */
function jestFailures({ name, message, assertionResults }) {
  const failed = assertionResults.filter(({ status }) => status === 'failed');
  return assertionResults.length === 0 && message
    ? [{ name, message }]
    : failed.map(({ fullName, failureMessages }) => ({
        name: fullName,
        message: failureMessages.join('\n')
      }));
}

/** JUnit's XML, as pytest and Node's runner write it. */
export function fromJUnit(text) {
  const cases =
    text.match(/<testcase\b(?:[^>]*\/>|[\s\S]*?<\/testcase>)/g) ?? [];
  const failures = cases
    .filter(one => /<(failure|error)\b/.test(one))
    .map(one => ({ name: attribute(one, 'name'), message: body(one) }));
  const failed = failures.length;
  const skipped = cases.filter(one => /<skipped\b/.test(one)).length;
  return {
    passed: cases.length - failed - skipped,
    failed,
    note: skippedNote(skipped),
    failures
  };
}

const entities = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const unescaped = text =>
  text.replace(/&(?:#(\d+)|(\w+));/g, (all, code, name) =>
    code ? String.fromCodePoint(Number(code)) : (entities[name] ?? all)
  );

const attribute = (one, name) =>
  unescaped(new RegExp(`\\b${name}="([^"]*)"`).exec(one)?.[1] ?? '');

/** The text of the failure of a case, without the tags around it. */
const body = one =>
  unescaped(
    /<(?:failure|error)\b[^>]*>([\s\S]*?)<\/(?:failure|error)>/.exec(
      one
    )?.[1] ?? attribute(one, 'message')
  );

/** Playwright's JSON reporter. */
export function fromPlaywright(text) {
  const { stats, errors, suites } = JSON.parse(text);
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    note: skippedNote(stats.skipped),
    failures: [
      ...errors.map(({ message }) => ({ name: 'Playwright', message })),
      ...suites.flatMap(playwrightFailures)
    ]
  };
}

function playwrightFailures({ file, specs, suites = [] }) {
  const failed = specs.filter(({ ok }) => !ok);
  return [
    ...failed.map(({ title, line, tests }) => ({
      name: `${file}:${line} ${title}`,
      message: tests
        .flatMap(({ results }) => results)
        .flatMap(({ errors }) => errors)
        .map(({ message }) => message)
        .join('\n')
    })),
    ...suites.flatMap(playwrightFailures)
  ];
}
