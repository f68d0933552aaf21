import type { Block } from 'blockly/core';

import type { Emit } from '../kit';
import type { RGenerator } from './generator';

/**
 * How many there are in a list or text.
 */
export const lengthOf: Emit<RGenerator> = (block, generator) => [
  sizeOf(block, generator),
  generator.order('CALL')
];

/**
 * Whether a list or text has nothing in it.
 */
export const emptiness: Emit<RGenerator> = (block, generator) =>
  generator.typeOf(block, 'VALUE') === 'String'
    ? [
        `${generator.value(block, 'VALUE', 'LEFT_ADD')} == ""`,
        generator.order('COMPARE')
      ]
    : [`${sizeOf(block, generator)} == 0`, generator.order('COMPARE')];

function sizeOf(block: Block, generator: RGenerator): string {
  const type = generator.typeOf(block, 'VALUE');
  const size =
    type === 'String'
      ? 'nchar'
      : type === 'Array'
        ? 'length'
        : generator.helper('size');
  return `${size}(${generator.value(block, 'VALUE')})`;
}

/**
 * The place that a block names in what has a name, counted from 1.
 *
 * @param n - what the names of the fields end with
 * @param length - the code of the length
 */
export function placeIn(
  block: Block,
  generator: RGenerator,
  n: string,
  length: string
): string {
  switch (block.getFieldValue(`WHERE${n}`)) {
    case 'FROM_START':
      return generator.place(block, `AT${n}`);
    case 'FROM_END':
      return `${length}${generator.fromEnd(block, `AT${n}`)}`;
    case 'FIRST':
      return '1';
    case 'RANDOM':
      return `sample(${length}, 1)`;
    default:
      return length;
  }
}

/**
 * The place that a block names in what has no name: one that is counted from
 * the end is below zero, and -1 the last.
 */
export function signedPlace(
  block: Block,
  generator: RGenerator,
  n: string
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
          ? `-${generator.value(block, at, 'UNARY')}`
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
export const isName = (code: string) => /^[\p{ID_Continue}.]+$/u.test(code);
