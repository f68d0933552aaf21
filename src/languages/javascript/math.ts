import type { Block } from 'blockly/core';
import {
  Order,
  javascriptGenerator,
  type JavascriptGenerator
} from 'blockly/javascript';

import type { KernelJavascriptGenerator } from './generator';

/**
 * `+=` to what is a number for sure: the session's variable may be none.
 */
export function mathChange(
  block: Block,
  generator: KernelJavascriptGenerator
): ReturnType<JavascriptGenerator['forBlock'][string]> {
  const variable = generator.getVariableName(block.getFieldValue('VAR'));
  const isNumber =
    generator.starts.isSet(variable) &&
    generator.typeOfVariable(block) === 'Number';
  generator.starts.set(variable);
  if (!isNumber) {
    return javascriptGenerator.forBlock[block.type](block, generator);
  }
  const delta = generator.valueToCode(block, 'DELTA', Order.ASSIGNMENT) || '0';
  return delta === '1' ? `${variable}++;\n` : `${variable} += ${delta};\n`;
}

/**
 * The remainder has the sign of the divisor, as in the other languages; that of
 * `%` is the dividend's, which matters unless both are known.
 */
export function mathModulo(
  block: Block,
  generator: JavascriptGenerator
): [string, Order] {
  const [dividend, divisor] = ['DIVIDEND', 'DIVISOR'].map(name =>
    generator.valueToCode(block, name, Order.MODULUS)
  );
  if (/^\d*$/.test(dividend) && /^\d*$/.test(divisor)) {
    return [`${dividend || '0'} % ${divisor || '0'}`, Order.MODULUS];
  }
  const modulo = generator.provideFunction_('modulo', [
    `function ${generator.FUNCTION_NAME_PLACEHOLDER_}(dividend, divisor) {`,
    '  const rest = dividend % divisor;',
    '  return rest * divisor < 0 ? rest + divisor : rest;',
    '}'
  ]);
  const values = ['DIVIDEND', 'DIVISOR'].map(
    name => generator.valueToCode(block, name, Order.NONE) || '0'
  );
  return [`${modulo}(${values.join(', ')})`, Order.FUNCTION_CALL];
}

/**
 * `-3 % 2` is -1.
 */
export function mathNumberProperty(
  block: Block,
  generator: JavascriptGenerator
): ReturnType<JavascriptGenerator['forBlock'][string]> {
  if (block.getFieldValue('PROPERTY') !== 'ODD') {
    return javascriptGenerator.forBlock['math_number_property'](
      block,
      generator
    );
  }
  const number =
    generator.valueToCode(block, 'NUMBER_TO_CHECK', Order.MODULUS) || '0';
  return [`Math.abs(${number} % 2) === 1`, Order.EQUALITY];
}
