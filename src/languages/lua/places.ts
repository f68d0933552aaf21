import type { Block } from 'blockly/core';

import type { LuaGenerator } from './generator';

/**
 * The place that a block names in what has a name, counted from 1.
 *
 * @param n - what the names of the fields end with
 */
export function placeIn(
  block: Block,
  generator: LuaGenerator,
  list: string,
  n = ''
): string {
  switch (block.getFieldValue(`WHERE${n}`)) {
    case 'FROM_START':
      return generator.place(block, `AT${n}`);
    case 'FROM_END':
      return `#${list}${generator.fromEnd(block, `AT${n}`)}`;
    case 'FIRST':
      return '1';
    case 'RANDOM':
      return `math.random(#${list})`;
    default:
      return `#${list}`;
  }
}

/**
 * The place that a block names in what has no name: one that is counted from
 * the end is below zero, and -1 the last.
 */
export function signedPlace(
  block: Block,
  generator: LuaGenerator,
  n = ''
): string {
  const at = `AT${n}`;
  switch (block.getFieldValue(`WHERE${n}`)) {
    case 'FROM_START':
      return generator.place(block, at);
    case 'FROM_END': {
      const constant = generator.constant(block, at);
      const first = block.workspace.options.oneBasedIndex ? 1 : 0;
      return constant !== null
        ? String(-(constant + 1 - first))
        : first
          ? `-${generator.value(block, at, 'POWER')}`
          : `-(${generator.place(block, at)})`;
    }
    case 'FIRST':
      return '1';
    default:
      return '-1';
  }
}

/**
 * Whether code is the name of a variable.
 */
export const isName = (code: string) => /^\w+$/.test(code);
