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
 * What a function gives back.
 */
export const resultKey = (name: string) => `result of ${name}`;
