import type { Block } from 'blockly/core';
import { Order, javascriptGenerator } from 'blockly/javascript';

import type { KernelJavascriptGenerator } from './generator';

/**
 * By `===`, for which 1 and "1" are not the same; of lists item by item, as in
 * the other languages.
 *
 * @param operator - how, if not as the block says
 */
export function compare(
  block: Block,
  generator: KernelJavascriptGenerator,
  operator = String(block.getFieldValue('OP'))
): [string, number] {
  if (operator !== 'EQ' && operator !== 'NEQ') {
    return javascriptGenerator.forBlock[block.type](block, generator) as [
      string,
      number
    ];
  }
  const sides = ['A', 'B'].map(name => block.getInputTargetBlock(name));
  const isList = sides.some(side => side && generator.typeOf(side) === 'Array');
  const order = isList ? Order.NONE : Order.EQUALITY;
  const [a, b] = ['A', 'B'].map(
    name => generator.valueToCode(block, name, order) || '0'
  );
  const not = operator === 'NEQ' ? '!' : '';
  if (!isList) {
    // A variable without a value is null as well.
    const isNull = sides.some(side => side?.type === 'logic_null');
    const sign = `${not || '='}=${isNull ? '' : '='}`;
    return [`${a} ${sign} ${b}`, Order.EQUALITY];
  }
  return [
    `${not}${same(generator)}(${a}, ${b})`,
    not ? Order.LOGICAL_NOT : Order.FUNCTION_CALL
  ];
}

/**
 * The name of a function that compares lists, too.
 */
export function same(generator: KernelJavascriptGenerator): string {
  const name = generator.FUNCTION_NAME_PLACEHOLDER_;
  return generator.provideFunction_('same', [
    `function ${name}(a, b) {`,
    '  // Whether two values are the same, lists item by item.',
    '  return Array.isArray(a) && Array.isArray(b)',
    `    ? a.length === b.length && a.every((item, n) => ${name}(item, b[n]))`,
    '    : a === b;',
    '}'
  ]);
}
