import type { PartialJSONObject } from '@lumino/coreutils';

import { isObject, plainProblem, typesProblem } from './guardJson';
import type { Expected, JSONBudget } from './guardJson';
import type { Refuse } from './guard';
import { MAX_BLOCKS, MAX_NESTING, MAX_STEPS } from './limits';
import { costOfFunctions, isFunction, partsIn } from './parts';
import type { IProblem } from './tokens';

/**
 * A block that is still to be looked at, and how far from its top block it is.
 */
interface IPending {
  value: unknown;
  path: string;
  nesting: number;
  steps: number;
}

/**
 * The type of the keys that Blockly's loader uses without looking at them.
 */
const TYPES: { readonly [key: string]: Expected } = {
  id: 'string',
  x: 'place',
  y: 'place',
  collapsed: 'boolean',
  deletable: 'boolean',
  movable: 'boolean',
  editable: 'boolean',
  enabled: 'boolean',
  inline: 'boolean',
  disabledReasons: 'array',
  data: 'string',
  icons: 'object',
  fields: 'object'
};

/**
 * The same of a comment's icon.
 */
const COMMENT_TYPES: { readonly [key: string]: Expected } = {
  text: 'string',
  pinned: 'boolean',
  height: 'place',
  width: 'place',
  x: 'place',
  y: 'place'
};

/**
 * Check `workspace.blocks`: every block of every stack, without recursion.
 */
export function blocksProblem(
  value: unknown,
  path: string,
  budget: JSONBudget,
  refuse: Refuse
): IProblem | null {
  if (!isObject(value)) {
    return refuse('wrong-type', { path, expected: 'object' });
  }
  const { languageVersion, blocks } = value;
  if (languageVersion !== undefined && typeof languageVersion !== 'number') {
    return refuse('wrong-type', {
      path: `${path}.languageVersion`,
      expected: 'number'
    });
  }
  if (blocks === undefined) {
    return refuse('missing-field', { path: `${path}.blocks` });
  }
  if (!Array.isArray(blocks)) {
    return refuse('wrong-type', { path: `${path}.blocks`, expected: 'array' });
  }
  // Reversed, so that the first problem in the file is the one that is told.
  const pending: IPending[] = blocks
    .map((block, index) => ({
      value: block,
      path: `${path}.blocks[${index}]`,
      nesting: 0,
      steps: 0
    }))
    .reverse();
  let count = 0;
  let functions = 0;
  for (let item = pending.pop(); item; item = pending.pop()) {
    const found =
      ownProblem(item, budget, refuse) ??
      childrenProblem(item, pending, refuse);
    if (found) {
      return found;
    }
    count += 1 + partsOf(item.value);
    functions += isObject(item.value) && isFunction(item.value.type) ? 1 : 0;
    if (count + costOfFunctions(functions) > MAX_BLOCKS) {
      return refuse('too-many-blocks', { path: item.path, limit: MAX_BLOCKS });
    }
  }
  return null;
}

/**
 * How many inputs a block says that it has: each counts as a block.
 */
function partsOf(block: unknown): number {
  return isObject(block) ? partsIn(block.extraState) : 0;
}

function ownProblem(
  item: IPending,
  budget: JSONBudget,
  refuse: Refuse
): IProblem | null {
  const { value, path, nesting, steps } = item;
  if (!isObject(value)) {
    return refuse('wrong-type', { path, expected: 'object' });
  }
  if (nesting > MAX_NESTING) {
    return refuse('too-deep', { path: path.slice(0, 200), limit: MAX_NESTING });
  }
  if (steps > MAX_STEPS) {
    return refuse('too-deep', { path: path.slice(0, 200), limit: MAX_STEPS });
  }
  if (value.type === undefined) {
    return refuse('missing-field', { path: `${path}.type` });
  }
  if (typeof value.type !== 'string' || value.type === '') {
    return refuse('wrong-type', { path: `${path}.type`, expected: 'string' });
  }
  const wrong =
    typesProblem(value, TYPES, path, refuse) ??
    commentProblem(value.icons, path, refuse);
  if (wrong) {
    return wrong;
  }
  for (const [key, part] of Object.entries(value)) {
    if (key === 'inputs' || key === 'next') {
      continue;
    }
    const found = plainProblem(part, `${path}.${key}`, budget, refuse);
    if (found) {
      return found;
    }
  }
  return null;
}

function commentProblem(
  icons: unknown,
  path: string,
  refuse: Refuse
): IProblem | null {
  const comment = isObject(icons) ? icons.comment : undefined;
  const at = `${path}.icons.comment`;
  if (comment === undefined) {
    return null;
  }
  return isObject(comment)
    ? typesProblem(comment, COMMENT_TYPES, at, refuse)
    : refuse('wrong-type', { path: at, expected: 'object' });
}

/**
 * Check the connections of a block and queue what stands on them.
 */
function childrenProblem(
  item: IPending,
  pending: IPending[],
  refuse: Refuse
): IProblem | null {
  const { path, nesting } = item;
  const { inputs, next } = item.value as PartialJSONObject;
  const steps = item.steps + 1;
  const queue = (
    connection: unknown,
    at: string,
    depth: number
  ): IProblem | null => {
    if (!isObject(connection)) {
      return refuse('wrong-type', { path: at, expected: 'object' });
    }
    for (const key of ['block', 'shadow']) {
      if (connection[key] !== undefined) {
        pending.push({
          value: connection[key],
          path: `${at}.${key}`,
          nesting: depth,
          steps
        });
      }
    }
    return null;
  };
  const after =
    next === undefined ? null : queue(next, `${path}.next`, nesting);
  if (after || inputs === undefined) {
    return after;
  }
  if (!isObject(inputs)) {
    return refuse('wrong-type', { path: `${path}.inputs`, expected: 'object' });
  }
  for (const [name, connection] of Object.entries(inputs).reverse()) {
    const found = queue(connection, `${path}.inputs.${name}`, nesting + 1);
    if (found) {
      return found;
    }
  }
  return null;
}
