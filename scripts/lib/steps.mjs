/**
 * Steps of the set-up: each is skipped while its inputs, its predecessors and
 * its outputs are as it left them.
 */
import { createHash } from 'node:crypto';
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import { adviceFor } from './advice.mjs';
import { exec } from './exec.mjs';
import { withLock } from './lock.mjs';
import { root, state } from './paths.mjs';

/** How many lines of a failing tool's output are shown. */
const TAIL = 25;

const IGNORED = new Set([
  '__pycache__',
  '__tests__',
  '.ipynb_checkpoints',
  'labextension',
  'node_modules',
  'tests',
  'testutils'
]);

/** A step that cannot be done, with what to do about it. */
export class StepError extends Error {
  constructor(message, { advice = null, output = '' } = {}) {
    super(message);
    this.advice = advice ?? adviceFor(output);
    this.output = output;
  }
}

/**
 * @typedef {object} IStep
 * @property {string} id - the name of its stamp and log
 * @property {string} name - its name for people
 * @property {string} what - what it does, said while it does it
 * @property {IStep[]} [after] - what must have been done before
 * @property {string[]} [inputs] - files and folders that it reads
 * @property {() => unknown} [values] - other things that it depends on
 * @property {string[]} [outputs] - files without which it is not done
 * @property {() => Promise<boolean>} [check] - whether its outputs still work
 * @property {(context: {run: Function}) => Promise<void>} run
 */

const done = new Map();

/** Do a step, and what it stands on, unless it is up to date. */
export function ensure(step) {
  if (!done.has(step)) {
    done.set(step, ensureNow(step));
  }
  return done.get(step);
}

async function ensureNow(step) {
  for (const before of step.after ?? []) {
    await ensure(before);
  }
  if (await upToDate(step)) {
    console.log(`· ${step.name} up to date`);
    return;
  }
  await withLock(join(state, 'lock'), async () => {
    // Another run may have done it while this one waited.
    if (!(await upToDate(step))) {
      await perform(step);
    }
  });
}

async function perform(step) {
  const began = performance.now();
  const stamp = stampFile(step);
  mkdirSync(join(state, 'stamps'), { recursive: true });
  mkdirSync(join(state, 'logs'), { recursive: true });
  rmSync(stamp, { force: true });
  console.log(`… ${step.name}: ${step.what}`);
  // Taken first, so that an edit made meanwhile makes the step stale.
  const key = fingerprint(step);
  const logFile = join(state, 'logs', `${step.id}.log`);
  const log = createWriteStream(logFile);
  const run = async (command, args, options = {}) => {
    log.write(`$ ${[command, ...args].join(' ')}\n`);
    const { code, output } = await exec(command, args, { ...options, log });
    if (code !== 0) {
      const tail = output.trimEnd().split('\n').slice(-TAIL).join('\n');
      throw new StepError(
        `${tail}\n\n${command} failed (${code === null ? 'it was ended' : `exit code ${code}`}); all of its output is in ${logFile}`,
        { output }
      );
    }
    return output;
  };
  try {
    await step.run({ run });
  } catch (error) {
    error.step = step.name;
    throw error;
  } finally {
    await new Promise(resolve => log.end(resolve));
  }
  writeFileSync(stamp, key);
  console.log(`✓ ${step.name} ${seconds(began)}`);
}

async function upToDate(step) {
  const stamp = stampFile(step);
  return (
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === fingerprint(step) &&
    (step.outputs ?? []).every(path => existsSync(join(root, path))) &&
    (await (step.check?.() ?? true))
  );
}

const stampFile = step => join(state, 'stamps', step.id);

/** A hash of all that a step's result depends on. */
function fingerprint(step) {
  const hash = createHash('sha256');
  hash.update(JSON.stringify(step.values?.() ?? null));
  for (const before of step.after ?? []) {
    const stamp = stampFile(before);
    hash.update(existsSync(stamp) ? readFileSync(stamp) : '-');
  }
  for (const input of step.inputs ?? []) {
    for (const path of filesUnder(input)) {
      hash.update(`\0${path}\0`).update(readFileSync(join(root, path)));
    }
  }
  return hash.digest('hex');
}

/** The files of a path below the root, sorted; none if it is not there. */
function filesUnder(path) {
  const full = join(root, path);
  if (!existsSync(full)) {
    return [];
  }
  if (!statSync(full).isDirectory()) {
    return [path];
  }
  return readdirSync(full)
    .filter(name => !IGNORED.has(name))
    .sort()
    .flatMap(name => filesUnder(`${path}/${name}`));
}

/** The time since a moment, for people. */
export function seconds(began) {
  return `${((performance.now() - began) / 1000).toFixed(1)} s`;
}

/** Say why a step failed and what to do. */
export function explain(error) {
  if (!(error instanceof StepError)) {
    console.error(error);
    return;
  }
  console.error(`✗ ${error.step ?? 'Set-up'}\n${error.message}`);
  if (error.advice) {
    console.error(`→ ${error.advice}`);
  }
}
