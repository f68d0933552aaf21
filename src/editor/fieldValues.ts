import * as Blockly from 'blockly/core';

import type { WorkspaceState } from '../document';
import { walkBlocks } from '../document';

/**
 * Say whether a field takes a value as it is, so that it means the same when it
 * is saved again.
 */
export type TakesValue = (value: unknown) => boolean;

/**
 * The part of a field that says what becomes of a value, which Blockly keeps
 * for classes of fields.
 */
interface IValidating {
  doClassValidation_(value: unknown): unknown;
}

/**
 * Whether a field takes a value. Blockly takes any: it cuts what it can't read,
 * brings numbers into their range, and makes a variable for a missing one.
 *
 * @param field - of a block that may be gone
 * @param hasVariable - whether a variable of an id is there
 */
export function takerOf(
  field: Blockly.Field,
  hasVariable: (id: string) => boolean
): TakesValue {
  if (field instanceof Blockly.FieldVariable) {
    return value => {
      const { id, name } = (value ?? {}) as { id?: unknown; name?: unknown };
      // With a name Blockly makes the variable that is meant.
      return (
        (typeof id === 'string' && hasVariable(id)) ||
        (typeof name === 'string' && name !== '')
      );
    };
  }
  const validating = field as unknown as IValidating;
  if (field instanceof Blockly.FieldDropdown) {
    if (field.isOptionListDynamic()) {
      // What it offers now is not what it may offer then.
      return value => typeof value === 'string';
    }
    const { doClassValidation_ } = Blockly.FieldDropdown
      .prototype as unknown as IValidating;
    if (validating.doClassValidation_ === doClassValidation_) {
      const values = valuesOf(field);
      return value => isScalar(value) && values.has(String(value));
    }
  }
  return value =>
    isScalar(value) && isSame(value, validating.doClassValidation_(value));
}

/**
 * Whether a workspace has a variable; those that its functions bring count.
 */
export function variableFinder(state: WorkspaceState): (id: string) => boolean {
  const variables = Array.isArray(state.variables) ? state.variables : [];
  const ids = new Set(
    variables.map(variable => (variable as { id?: unknown } | null)?.id)
  );
  let brought: Set<unknown> | undefined;
  return id => {
    // Not looked for in a file of Blockly's, which lists them all.
    return ids.has(id) || (brought ??= parametersOf(state)).has(id);
  };
}

function parametersOf(state: WorkspaceState): Set<unknown> {
  const ids = new Set<unknown>();
  for (const { extraState } of walkBlocks(state)) {
    if (typeof extraState === 'string') {
      for (const [, id] of extraState.matchAll(/\svarid="([^"]*)"/g)) {
        ids.add(id);
      }
    }
    const { params } = (extraState ?? {}) as { params?: unknown };
    for (const param of Array.isArray(params) ? params : []) {
      ids.add((param as { id?: unknown } | null)?.id);
    }
  }
  return ids;
}

function valuesOf(field: Blockly.FieldDropdown): Set<string> {
  return new Set(
    field
      .getOptions(false)
      .filter(option => option !== Blockly.FieldDropdown.SEPARATOR)
      .map(([, value]) => value)
  );
}

function isScalar(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

/**
 * Whether what a field makes of a value is that value, perhaps written in
 * another way: 1.50 as 1.5, a colour in small letters.
 */
function isSame(value: string | number | boolean, made: unknown): boolean {
  const text = String(value);
  if (text === String(made)) {
    return true;
  }
  switch (typeof made) {
    case 'number':
      return (
        typeof value === 'string' &&
        text.trim() !== '' &&
        Number(value) === made
      );
    case 'string':
      return (
        (typeof value === 'boolean' && text.toUpperCase() === made) ||
        (typeof value === 'string' && Blockly.utils.colour.parse(text) === made)
      );
    default:
      return false;
  }
}
