import type { PartialJSONObject } from '@lumino/coreutils';

import { MAX_JSON_DEPTH, MAX_JSON_VALUES, MAX_PLACE } from './limits';
import type { Refuse } from './guard';
import type { IProblem } from './tokens';

/**
 * Whether a value is an object with keys.
 */
export function isObject(value: unknown): value is PartialJSONObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * How many JSON values may still be looked at.
 */
export class JSONBudget {
  /**
   * Take one; false when none is left.
   */
  take(): boolean {
    return --this._left >= 0;
  }

  private _left = MAX_JSON_VALUES;
}

/**
 * The type of a value that a loader of Blockly's uses without looking at it; a
 * place is a number on the canvas.
 */
export type Expected =
  'string' | 'number' | 'place' | 'boolean' | 'object' | 'array';

/**
 * Check the types of an object's keys, of those that it has.
 */
export function typesProblem(
  value: PartialJSONObject,
  types: { readonly [key: string]: Expected },
  path: string,
  refuse: Refuse
): IProblem | null {
  for (const [key, part] of Object.entries(value)) {
    const expected = Object.hasOwn(types, key) ? types[key] : undefined;
    if (expected && part !== undefined && !hasType(part, expected)) {
      return refuse('wrong-type', {
        path: `${path}.${key}`,
        expected:
          expected === 'place'
            ? `-${MAX_PLACE} ≤ number ≤ ${MAX_PLACE}`
            : expected
      });
    }
  }
  return null;
}

function hasType(value: unknown, expected: Expected): boolean {
  switch (expected) {
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isObject(value);
    case 'place':
      return typeof value === 'number' && Math.abs(value) <= MAX_PLACE;
    default:
      return typeof value === expected;
  }
}

/**
 * Check that a value is JSON, within the limits of depth and number.
 */
export function plainProblem(
  value: unknown,
  path: string,
  budget: JSONBudget,
  refuse: Refuse
): IProblem | null {
  const stack: [value: unknown, path: string, depth: number][] = [
    [value, path, 0]
  ];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const [current, at, depth] = top;
    if (!budget.take()) {
      return refuse('too-deep', { path: at, limit: MAX_JSON_VALUES });
    }
    if (
      typeof current === 'function' ||
      typeof current === 'bigint' ||
      typeof current === 'symbol'
    ) {
      return refuse('wrong-type', { path: at, expected: 'JSON' });
    }
    if (typeof current === 'number' && !Number.isFinite(current)) {
      // What is too large reads as infinite, and would be written as null.
      return refuse('wrong-type', { path: at, expected: 'number' });
    }
    if (typeof current !== 'object' || current === null) {
      continue;
    }
    if (depth >= MAX_JSON_DEPTH) {
      return refuse('too-deep', { path: path, limit: MAX_JSON_DEPTH });
    }
    if (Array.isArray(current)) {
      current.forEach((item, index) =>
        stack.push([item, `${at}[${index}]`, depth + 1])
      );
    } else {
      for (const [key, item] of Object.entries(current)) {
        stack.push([item, `${at}.${key}`, depth + 1]);
      }
    }
  }
  return null;
}
