import { fromJUnit, readReport, reportFile } from './counts.mjs';
import { exec } from './exec.mjs';

/** Run files of tests on Node's own runner, and count. */
export async function runNodeTests(name, files, args, env = {}) {
  const report = reportFile(`${name}.xml`);
  const { code } = await exec(
    process.execPath,
    [
      '--test',
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      '--test-reporter=junit',
      `--test-reporter-destination=${report}`,
      ...args,
      ...files
    ],
    { live: true, env }
  );
  return readReport(report, code, fromJUnit);
}
