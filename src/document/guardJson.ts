import type { PartialJSONObject } from '@lumino/coreutils';

import { MAX_JSON_DEPTH, MAX_JSON_VALUES } from './limits';
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
