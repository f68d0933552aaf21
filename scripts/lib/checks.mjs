import { exec } from './exec.mjs';
import { seconds } from './steps.mjs';

/**
 * Run tools that only say yes or no; each counts as one check.
 *
 * @param checks - rows of a name, a program and its arguments
 */
export async function runChecks(checks) {
  const counts = { passed: 0, failed: 0 };
  for (const [name, command, args] of checks) {
    const began = performance.now();
    const { code, output } = await exec(command, args);
    if (code === 0) {
      counts.passed += 1;
      console.log(`✓ ${name} ${seconds(began)}`);
    } else {
      counts.failed += 1;
      console.log(`✗ ${name} ${seconds(began)}\n${output.trimEnd()}`);
    }
  }
  return counts;
}
