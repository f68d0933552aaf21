import type { Block } from 'blockly/core';
import { Order } from 'blockly/python';

import type { KernelPythonGenerator } from './generator';

/**
 * A list may hold what is no text, which `join()` refuses.
 */
export function listsSplit(
  block: Block,
  generator: KernelPythonGenerator
): [string, Order] {
  if (block.getFieldValue('MODE') === 'SPLIT') {
    return split(block, generator);
  }
  const list = generator.valueToCode(block, 'INPUT', Order.NONE) || '[]';
  const delimiter = generator.valueToCode(block, 'DELIM', Order.MEMBER) || "''";
  return [`${delimiter}.join(map(str, ${list}))`, Order.FUNCTION_CALL];
}

/**
 * Into letters, if there is nothing between the parts, which `split()` refuses.
 */
function split(
  block: Block,
  generator: KernelPythonGenerator
): [string, Order] {
  const delimiter = generator.valueToCode(block, 'DELIM', Order.NONE) || "''";
  const of = (order: Order) =>
    generator.valueToCode(block, 'INPUT', order) || "''";
  if (block.getInputTargetBlock('DELIM')?.type === 'text') {
    return delimiter === "''"
      ? [`list(${of(Order.NONE)})`, Order.FUNCTION_CALL]
      : [`${of(Order.MEMBER)}.split(${delimiter})`, Order.FUNCTION_CALL];
  }
  const helper = generator.provideFunction_('split_text', [
    `def ${generator.FUNCTION_NAME_PLACEHOLDER_}(text, delimiter):`,
    '  return text.split(delimiter) if delimiter else list(text)'
  ]);
  return [`${helper}(${of(Order.NONE)}, ${delimiter})`, Order.FUNCTION_CALL];
}

/**
 * A number that was computed may be `2.0`, which is not as often as 2.
 */
export function listsRepeat(
  block: Block,
  generator: KernelPythonGenerator
): [string, Order] {
  const item = generator.valueToCode(block, 'ITEM', Order.NONE) || 'None';
  const times = (order: Order) =>
    generator.valueToCode(block, 'NUM', order) || '0';
  const count = generator.isWhole(block, 'NUM')
    ? times(Order.MULTIPLICATIVE)
    : `int(${times(Order.NONE)})`;
  return [`[${item}] * ${count}`, Order.MULTIPLICATIVE];
}
