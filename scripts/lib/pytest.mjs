import { fromJUnit, readReport, reportFile } from './counts.mjs';
import { exec } from './exec.mjs';
import { venvProgram } from './paths.mjs';

/** Run pytest in the Python environment, and count. */
export async function pytest(name, args, env = {}) {
  const report = reportFile(`${name}.xml`);
  const { code } = await exec(
    venvProgram('python'),
    ['-m', 'pytest', `--junitxml=${report}`, ...args],
    { live: true, env }
  );
  return readReport(report, code, fromJUnit);
}
