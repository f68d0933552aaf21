/**
 * `npm test`: set everything up, run every part, and count.
 * `node scripts/test.mjs PART [arguments of its tool]` runs one part.
 */
import { doctor } from './parts/doctor.mjs';
import { hub } from './parts/hub.mjs';
import { languages } from './parts/languages.mjs';
import { lint } from './parts/lint.mjs';
import { packaging } from './parts/packaging.mjs';
import { python } from './parts/python.mjs';
import { scripts } from './parts/scripts.mjs';
import { types } from './parts/types.mjs';
import { ui } from './parts/ui.mjs';
import { unit } from './parts/unit.mjs';
import { summary } from './lib/failures.mjs';
import { ensure, explain, seconds } from './lib/steps.mjs';

/** In the order in which they run: the fast ones tell first. */
const parts = {
  scripts,
  lint,
  types,
  unit,
  languages,
  python,
  packaging,
  doctor,
  hub,
  ui
};

const [only, ...args] = process.argv.slice(2);
if (only && !(only in parts)) {
  console.error(
    `There is no part "${only}"; there are ${Object.keys(parts).join(', ')}.`
  );
  process.exit(2);
}
const chosen = only ? { [only]: parts[only] } : parts;

/** Do the set-up of a part; say what failed, once a step. */
const explained = new Set();
async function ready(part) {
  try {
    for (const step of part.needs) {
      await ensure(step);
    }
    return true;
  } catch (error) {
    if (!explained.has(error)) {
      explained.add(error);
      explain(error);
    }
    return false;
  }
}

const results = [];
for (const part of Object.values(chosen)) {
  await ready(part);
}
for (const [name, part] of Object.entries(chosen)) {
  console.log(`\n── ${name} ──`);
  const began = performance.now();
  let counts;
  if (!(await ready(part))) {
    counts = { passed: 0, failed: 1, note: 'not run: its set-up failed' };
  } else {
    try {
      counts = await part.run(args);
    } catch (error) {
      console.error(error);
      counts = { passed: 0, failed: 1, note: error.message };
    }
    if (counts.passed + counts.failed === 0) {
      counts = { ...counts, failed: 1, note: 'no test ran' };
    }
  }
  results.push({ name, ...counts, time: seconds(began) });
}

const failures = results.flatMap(({ name, failures = [] }) =>
  failures.map(failure => ({ part: name, ...failure }))
);
if (failures.length > 0) {
  console.log('\n── failed ──');
  failures.forEach(failure => console.log(summary(failure)));
}

console.log('\n── all ──');
for (const { name, passed, failed, note, time } of results) {
  const mark = failed ? '✗' : '✓';
  console.log(
    `${mark} ${name.padEnd(10)} ${passed} passed, ${failed} failed, ${time}${note ? ` (${note})` : ''}`
  );
}
const sum = key => results.reduce((total, result) => total + result[key], 0);
process.exitCode = sum('failed') > 0 ? 1 : 0;
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
