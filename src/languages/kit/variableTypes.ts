import type { Block } from 'blockly/core';

import { nameOf, resultKey } from './keys';
import type { IUse } from './variableFacts';

/**
 * What the variables of a workspace hold, and what its functions give back, as
 * far as all blocks that say something of one agree on it.
 *
 * @returns the type of a variable by its id, or of a function by its
 *   `resultKey`, as Blockly's checks name it; none for a parameter, for what is
 *   never set, or what may be of several types
 */
export function variableTypes(uses: readonly IUse[]): Map<string, string> {
  const given = uses.flatMap(({ block, ids }) => givenBy(block, ids));
  const types = new Map<string, string | null>();
  const targets = new Set(given.map(({ to }) => to));
  // One that is not known yet says nothing; what others give it is not known.
  const typeOf = ({ from, type }: IGiven) =>
    from && targets.has(from) ? types.get(from) : (type ?? null);
  for (let isNew = true; isNew;) {
    isNew = false;
    for (const one of given) {
      const type = typeOf(one);
      const known = types.get(one.to);
      const joined = known === undefined || known === type ? type : null;
      if (type !== undefined && joined !== known) {
        types.set(one.to, joined!);
        isNew = true;
      }
    }
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
 * What a block gives its value from, if that is a variable or a function.
 */
export function sourceOf(block: Block): string | null {
  return block.type.startsWith('variables_get')
    ? String(block.getFieldValue('VAR'))
    : block.type === 'procedures_callreturn'
      ? resultKey(nameOf(block))
      : null;
}

/**
 * That something gets a value: from a variable or a function, or of a type.
 */
interface IGiven {
  to: string;
  from?: string | null;
  type?: string | null;
}

/**
 * What a block puts into its variables, or gives back from its function.
 */
function givenBy(block: Block, ids: readonly string[]): IGiven[] {
  const value = (to: string, input: string): IGiven => {
    const inner = block.getInputTargetBlock(input);
    return inner?.isEnabled()
      ? { to, from: sourceOf(inner), type: typeOfValue(inner) }
      : { to };
  };
  switch (block.type) {
    case 'variables_set':
    case 'variables_set_dynamic':
      return ids.map(id => value(id, 'VALUE'));
    case 'procedures_ifreturn':
      return [value(resultKey(nameOf(block)), 'VALUE')];
    case 'procedures_defreturn':
      return [
        ...ids.map(to => ({ to })),
        value(resultKey(nameOf(block)), 'RETURN')
      ];
    default:
      return ids.map(to => ({ to, type: GIVEN[block.type] }));
  }
}

const GIVEN: Record<string, string> = {
  controls_for: 'Number',
  math_change: 'Number',
  text_append: 'String'
};
