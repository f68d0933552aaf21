import type { Block } from 'blockly/core';

import type { PhpGenerator } from './generator';

/**
 * The place that a block names, as PHP's functions take it: counted from 0, or,
 * below that, from the end, with -1 for the last.
 *
 * @param n - what the names of the fields end with
 */
export function placeOf(block: Block, generator: PhpGenerator, n = ''): string {
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
          : `-(${generator.place(block, at, 'NONE', 1)})`;
    }
    case 'FIRST':
      return '0';
    default:
      return '-1';
  }
}

/**
 * A part of a list or text by a function such as `array_slice`.
 *
 * @param whole - the code of the list or text
 * @param slice - the function, which takes a start and a length
 * @param helper - the helper for what is known only when it runs
 */
export function partOf(
  block: Block,
  generator: PhpGenerator,
  whole: string,
  slice: string,
  helper: string
): string {
  const [from, to] = ['1', '2'].map(n => placeOf(block, generator, n));
  if (to === '-1') {
    return from === '0' ? whole : `${slice}(${whole}, ${from})`;
  }
  if (/^-\d+$/.test(to)) {
    return `${slice}(${whole}, ${from}, ${Number(to) + 1})`;
  }
  return /^\d+$/.test(from) && /^\d+$/.test(to)
    ? `${slice}(${whole}, ${from}, ${Math.max(0, Number(to) - Number(from) + 1)})`
    : `${generator.helper(helper)}(${whole}, ${from}, ${to})`;
}

/**
 * Whether code is the name of a variable.
 */
export const isName = (code: string) => /^\$[\p{ID_Continue}]+$/u.test(code);
