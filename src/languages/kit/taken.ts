import type { Block } from 'blockly/core';

/**
 * The block that takes an item out of the list in a variable, if that is all
 * that an input is given and the block says which item: then two statements do
 * it, one that reads the item, and one that takes it away.
 */
export function takenItem(block: Block, input: string): Block | null {
  const inner = block.getInputTargetBlock(input);
  if (
    !inner?.isEnabled() ||
    inner.type !== 'lists_getIndex' ||
    inner.getFieldValue('MODE') !== 'GET_REMOVE'
  ) {
    return null;
  }
  const list = inner.getInputTargetBlock('VALUE');
  const at = inner.getInputTargetBlock('AT');
  const isSaid =
    /^(FIRST|LAST)$/.test(String(inner.getFieldValue('WHERE'))) ||
    (at?.isEnabled() && at.type === 'math_number');
  const isOther = block.getFieldValue('VAR') !== list?.getFieldValue('VAR');
  return list?.isEnabled() &&
    list.type.startsWith('variables_get') &&
    isSaid &&
    isOther
    ? inner
    : null;
}
