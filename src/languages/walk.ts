import type { Block } from 'blockly/core';

/**
 * Visit a block and what hangs below it in the order of reading.
 *
 * A loop, since a chain of statements may be longer than the call stack.
 *
 * @param enter - answers whether to go on below the block
 */
export function walk(root: Block, enter: (block: Block) => boolean): void {
  const stack = [root];
  for (let block = stack.pop(); block; block = stack.pop()) {
    if (enter(block)) {
      stack.push(...block.getChildren(true).reverse());
    }
  }
}
