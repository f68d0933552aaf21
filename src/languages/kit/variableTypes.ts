import type { Block } from 'blockly/core';

import type { IUse } from './variableFacts';

/**
 * What the variables of a workspace hold, as far as all blocks that set one
 * agree on it.
 *
 * @returns the type of a variable by its id, as Blockly's checks name it; none
 *   for one that is a parameter, is never set, or may hold several things
 */
export function variableTypes(uses: readonly IUse[]): Map<string, string> {
  const types = new Map<string, string | null>();
  const add = (id: string, type: string | null) =>
    types.set(id, types.get(id) === type || !types.has(id) ? type : null);
  for (const { block, ids } of uses) {
    const type = typeGiven(block);
    ids.forEach(id => add(id, type));
  }
  return new Map(
    [...types].filter((entry): entry is [string, string] => entry[1] !== null)
  );
}

/**
 * The type that a block says its value has, or null.
 */
export function typeOfValue(block: Block): string | null {
  const check = block.outputConnection?.getCheck();
  return check?.length === 1 ? check[0] : null;
}

/**
 * What a block puts into its variables.
 */
function typeGiven(block: Block): string | null {
  if (block.type.startsWith('variables_set')) {
    const value = block.getInputTargetBlock('VALUE');
    return value && typeOfValue(value);
  }
  return GIVEN[block.type] ?? null;
}

const GIVEN: Record<string, string> = {
  controls_for: 'Number',
  math_change: 'Number',
  text_append: 'String'
};
