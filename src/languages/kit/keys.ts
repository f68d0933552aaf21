import type { Block } from 'blockly/core';

/**
 * The name of the function that a block defines, calls, or is in.
 */
export function nameOf(block: Block): string {
  const own: unknown = /^procedures_(def|call)/.test(block.type)
    ? block.getFieldValue('NAME')
    : block.getRootBlock().getFieldValue('NAME');
  return String(own).toLowerCase();
}

/**
 * A variable where a block is: the program's, or the parameter of its function.
 */
export function keyOf(block: Block, id: string): string {
  const root = block.getRootBlock();
  const isOwn =
    root.type.startsWith('procedures_def') &&
    root.getVarModels().some(model => model.getId() === id);
  return isOwn ? `${root.id}:${id}` : id;
}

/**
 * What a function gives back.
 */
export const resultKey = (name: string) => `result of ${name}`;
