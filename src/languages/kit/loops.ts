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

/**
 * Whether a loop, or a function that it calls, may give a variable another
 * value.
 *
 * @param id - of the variable
 */
export function mayChange(loop: Block, id: string): boolean {
  const changes = (block: Block) =>
    isCall(block) ||
    (!block.type.startsWith('variables_get') &&
      block.getVarModels().some(model => model.getId() === id));
  return changes(loop) || someIn(loop.getInputTargetBlock('DO'), changes);
}

/**
 * Whether to find the value of an input may change something, or say something.
 */
export function hasEffects(block: Block, input: string): boolean {
  return someIn(
    block.getInputTargetBlock(input),
    inner =>
      isCall(inner) ||
      /^text_prompt/.test(inner.type) ||
      (inner.type === 'lists_getIndex' && inner.getFieldValue('MODE') !== 'GET')
  );
}

/**
 * Whether one of a block and those below it, that are not disabled, is so.
 */
function someIn(root: Block | null, isSo: (block: Block) => boolean): boolean {
  let found = false;
  if (root) {
    walk(root, block => {
      found ||= block.isEnabled() && isSo(block);
      return !found;
    });
  }
  return found;
}

/**
 * The opposite of a comparison that has one even for what is no number, of which
 * neither `<` nor `>=` is true; null for all other blocks.
 */
export function oppositeOf(block: Block | null): 'EQ' | 'NEQ' | null {
  if (!block?.isEnabled() || block.type !== 'logic_compare') {
    return null;
  }
  const operator: unknown = block.getFieldValue('OP');
  return operator === 'EQ' ? 'NEQ' : operator === 'NEQ' ? 'EQ' : null;
}

function isCall(block: Block): boolean {
  return /^procedures_call(no)?return$/.test(block.type);
}
