import { Variables, type Block } from 'blockly/core';

import { walk } from '../walk';

/**
 * Whether nothing but a loop itself, and what is in it, names its variable.
 */
export function isLoopLocal(loop: Block): boolean {
  const id = String(loop.getFieldValue('VAR'));
  const inside = new Set<Block>();
  walk(loop, block => {
    inside.add(block);
    return true;
  });
  let next = loop.getNextBlock();
  while (next) {
    walk(next, block => {
      inside.delete(block);
      return true;
    });
    next = next.getNextBlock();
  }
  return Variables.getVariableUsesById(loop.workspace, id).every(
    block => inside.has(block) || !block.isEnabled()
  );
}
