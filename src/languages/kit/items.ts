import type { Block } from 'blockly/core';

/**
 * The inputs of a block that has any number of them, such as the items of a
 * list that is written out.
 */
export function itemInputs(block: Block): string[] {
  return block.inputList
    .map(({ name }) => name)
    .filter(name => /^ADD\d+$/.test(name));
}
