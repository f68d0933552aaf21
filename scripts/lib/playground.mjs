/**
 * The examples, as copies that a user may change: the repository's own files
 * stay as they are.
 */
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  writeFileSync
} from 'node:fs';
import { dirname, join } from 'node:path';
import { root, state } from './paths.mjs';

const examples = join(root, 'examples');
/** What is not copied: an extension is nothing to open with ours. */
const LEFT_OUT = ['.ipynb_checkpoints', 'extension'];

const record = join(state, 'playground.json');

export const playground = join(state, 'playground');

const digest = path =>
  createHash('sha256').update(readFileSync(path)).digest('hex');

/**
 * Copy the examples that are missing, and those that changed here while the
 * user left their copies alone.
 */
export function copyExamples() {
  mkdirSync(playground, { recursive: true });
  const copied = existsSync(record)
    ? JSON.parse(readFileSync(record, 'utf8'))
    : {};
  for (const name of filesIn(examples)) {
    const source = join(examples, name);
    const target = join(playground, name);
    if (!existsSync(target) || digest(target) === copied[name]) {
      mkdirSync(dirname(target), { recursive: true });
      copyFileSync(source, target);
      copied[name] = digest(source);
    }
  }
  writeFileSync(record, JSON.stringify(copied, null, 2));
}

function filesIn(folder, prefix = '') {
  if (!existsSync(folder)) {
    return [];
  }
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => !LEFT_OUT.includes(entry.name))
    .flatMap(entry =>
      entry.isDirectory()
        ? filesIn(join(folder, entry.name), `${prefix}${entry.name}/`)
        : [`${prefix}${entry.name}`]
    );
}
