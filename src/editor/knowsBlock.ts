import { Blocks } from 'blockly/core';

import { UNKNOWN_BLOCK_TYPE } from '../document';

/**
 * Whether a type of block is defined here, and no stand-in.
 */
export function knowsBlock(type: string): boolean {
  return type !== UNKNOWN_BLOCK_TYPE && Object.hasOwn(Blocks, type);
}
