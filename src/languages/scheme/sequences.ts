import type { Block } from 'blockly/core';

import type { Emit } from '../kit';
import type { SchemeGenerator } from './generator';

/**
 * How many there are in a list or text.
 */
export const lengthOf: Emit<SchemeGenerator> = (block, generator) =>
  byType(block, generator, {
    Array: '(length X)',
    String: '(string-length X)',
    any: 'size'
  });

/**
 * Whether a list or text has nothing in it.
 */
export const emptiness: Emit<SchemeGenerator> = (block, generator) =>
  byType(block, generator, {
    Array: '(null? X)',
    String: '(string=? X "")',
    any: 'empty?'
  });

/**
 * Where something is in a list or text, counted as the blocks count.
 */
export const searched: Emit<SchemeGenerator> = (block, generator) => {
  const isFirst = block.getFieldValue('END') === 'FIRST';
  const isText =
    block.type === 'text_indexOf' ||
    generator.typeOf(block, 'VALUE') === 'String';
  const find = generator.helper(
    (isFirst ? 'find-' : 'find-last-') + (isText ? 'text' : 'item')
  );
  const within = generator.value(block, 'VALUE');
  const wanted = generator.value(block, 'FIND');
  const place = `(${find} ${within} ${wanted})`;
  const code = block.workspace.options.oneBasedIndex ? place : `(- ${place} 1)`;
  return [code, generator.order('ATOMIC')];
};

/**
 * From where to where a place of a list or text goes: the number of the one
 * that is there, counted from 0, and that of the one after it.
 *
 * @param n - what the names of the fields end with
 * @param length - the code of the length
 */
export function span(
  block: Block,
  generator: SchemeGenerator,
  n: string,
  length: string
): [from: string, to: string] {
  const at = `AT${n}`;
  switch (block.getFieldValue(`WHERE${n}`)) {
    case 'FROM_START':
      return [
        generator.place(block, at),
        generator.place(block, at, 'NONE', 1)
      ];
    case 'FROM_END': {
      const first = block.workspace.options.oneBasedIndex ? 1 : 0;
      const back = (by: number): string => {
        const constant = generator.constant(block, at);
        const much =
          constant !== null
            ? String(constant + by)
            : by
              ? `(${by < 0 ? '-' : '+'} ${generator.value(block, at)} ${Math.abs(by)})`
              : generator.value(block, at);
        return much === '0' ? length : `(- ${length} ${much})`;
      };
      return [back(1 - first), back(-first)];
    }
    case 'FIRST':
      return ['0', '1'];
    case 'RANDOM':
      return [`(random ${length})`, ''];
    default:
      return [`(- ${length} 1)`, length];
  }
}

function byType(
  block: Block,
  generator: SchemeGenerator,
  known: Record<'Array' | 'String' | 'any', string>
): [string, number] {
  const type = generator.typeOf(block, 'VALUE');
  const code = generator.value(block, 'VALUE');
  return [
    type === 'Array' || type === 'String'
      ? known[type].replace('X', () => code)
      : `(${generator.helper(known.any)} ${code})`,
    generator.order('ATOMIC')
  ];
}
