import type { LuaGenerator } from 'blockly/lua';

/**
 * Blocks whose code is not Blockly's own: none so far.
 */
export const blocks: LuaGenerator['forBlock'] = {};
