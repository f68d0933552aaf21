import type { Block } from 'blockly/core';

/**
 * What a place in a list or text is written with.
 */
export interface IPlaceParts {
  /**
   * The block and the input of what a number is added to.
   */
  readonly block: Block;
  readonly input: string;
  /**
   * The whole number that is added.
   */
  readonly by: number;
  /**
   * What stands where the input is empty.
   */
  readonly empty: string;
}

/**
 * A place, counted from 0, of one that is in an input, counted as the workspace
 * counts: `i + 1 - 1` is i.
 *
 * @param delta - to be added
 */
export function placeParts(
  block: Block,
  input: string,
  delta: number
): IPlaceParts {
  const first = block.workspace.options.oneBasedIndex ? 1 : 0;
  const inner = block.getInputTargetBlock(input);
  const by = inner && addedIn(inner);
  return by
    ? { block: inner, input: 'A', by: delta - first + by, empty: '0' }
    : { block, input, by: delta - first, empty: String(first) };
}

/**
 * The whole number that a sum adds to something, or null.
 */
function addedIn(sum: Block): number | null {
  const b = sum.getInputTargetBlock('B');
  const sign = { ADD: 1, MINUS: -1 }[String(sum.getFieldValue('OP'))];
  if (
    !sum.isEnabled() ||
    sum.type !== 'math_arithmetic' ||
    !sign ||
    !b?.isEnabled() ||
    b.type !== 'math_number'
  ) {
    return null;
  }
  const by = sign * Number(b.getFieldValue('NUM'));
  return Number.isInteger(by) ? by : null;
}
