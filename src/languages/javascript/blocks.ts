import { Names, type Block } from 'blockly/core';
import {
  Order,
  javascriptGenerator,
  type JavascriptGenerator
} from 'blockly/javascript';

import { mayChange } from '../kit';

/**
 * Blocks whose code in a kernel is not that in a web page.
 */
export const blocks: JavascriptGenerator['forBlock'] = {
  controls_for: controlsFor,
  controls_forEach: controlsForEach,
  controls_repeat: repeat,
  controls_repeat_ext: repeat,
  math_modulo: mathModulo,
  math_number_property: mathNumberProperty,
  text_append: textAppend,
  text_print(block: Block, generator: JavascriptGenerator): string {
    const text = generator.valueToCode(block, 'TEXT', Order.NONE) || "''";
    return `console.log(${text});\n`;
  },
  text_prompt: textPrompt,
  text_prompt_ext: textPrompt
};

/**
 * The remainder has the sign of the divisor, as in the other languages; that of
 * `%` is the dividend's, which matters unless both are known.
 */
function mathModulo(
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
function mathNumberProperty(
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

/**
 * A text that is not there yet is empty.
 */
function textAppend(block: Block, generator: JavascriptGenerator): string {
  const variable = generator.getVariableName(block.getFieldValue('VAR'));
  // A sum in there is added up first.
  const text =
    generator.valueToCode(block, 'TEXT', Order.MULTIPLICATION) || "''";
  return `${variable} = String(${variable} ?? '') + ${text};\n`;
}

/**
 * `prompt()` is there in Deno and in browsers; Node has none of its own.
 */
function textPrompt(
  block: Block,
  generator: JavascriptGenerator
): [string, Order] {
  const text = block.getField('TEXT')
    ? generator.quote_(block.getFieldValue('TEXT'))
    : generator.valueToCode(block, 'TEXT', Order.NONE) || "''";
  const code = `prompt(${text})`;
  const toNumber = block.getFieldValue('TYPE') === 'NUMBER';
  return [toNumber ? `Number(${code})` : code, Order.FUNCTION_CALL];
}

/**
 * `let`, and nothing beside the loop: Blockly's `var count` would take the
 * session's variable, and a `const` fails when the same cell runs again.
 */
function repeat(block: Block, generator: JavascriptGenerator): string {
  const field = block.getField('TIMES');
  const times = field
    ? String(field.getValue())
    : generator.valueToCode(block, 'TIMES', Order.NONE) || '0';
  const body = generator.statementToCode(block, 'DO');
  const name = (wanted: string) =>
    generator.nameDB_?.getDistinctName(wanted, Names.NameType.VARIABLE);
  const count = name('count');
  // Computed once: the body may change what it is computed from.
  const fixed = /^\d+$/.test(times);
  const end = fixed ? times : name('end');
  const start = fixed
    ? `${count} = 0`
    : `${count} = 0, ${end} = Math.floor(${times})`;
  return `for (let ${start}; ${count} < ${end}; ${count}++) {\n${body}}\n`;
}

/**
 * Blockly's own looks at a variable again in each round, and would never end
 * where the body adds to it.
 */
function controlsFor(
  block: Block,
  generator: JavascriptGenerator
): ReturnType<JavascriptGenerator['forBlock'][string]> {
  if (!isVariableOfBody(block, 'TO')) {
    return javascriptGenerator.forBlock['controls_for'](block, generator);
  }
  const i = generator.getVariableName(block.getFieldValue('VAR'));
  const [from, to, by] = ['FROM', 'TO', 'BY'].map(
    name => generator.valueToCode(block, name, Order.ASSIGNMENT) || '1'
  );
  const [start, end, step] = ['start', 'end', 'inc'].map(name =>
    generator.nameDB_?.getDistinctName(`${i}_${name}`, Names.NameType.VARIABLE)
  );
  return (
    `var ${start} = ${from}, ${end} = ${to};\n` +
    `var ${step} = ${start} <= ${end} ? Math.abs(${by}) : -Math.abs(${by});\n` +
    `for (${i} = ${start}; ${step} >= 0 ? ${i} <= ${end} : ${i} >= ${end}; ` +
    `${i} += ${step}) {\n${generator.statementToCode(block, 'DO')}}\n`
  );
}

/**
 * The list of the loop's beginning, whatever its variable holds by now.
 */
function controlsForEach(
  block: Block,
  generator: JavascriptGenerator
): ReturnType<JavascriptGenerator['forBlock'][string]> {
  if (!isVariableOfBody(block, 'LIST')) {
    return javascriptGenerator.forBlock[block.type](block, generator);
  }
  const item = generator.getVariableName(block.getFieldValue('VAR'));
  const list = generator.valueToCode(block, 'LIST', Order.ASSIGNMENT);
  const body = generator.statementToCode(block, 'DO');
  return `for (${item} of [...${list}]) {\n${body}}\n`;
}

/**
 * Whether an input of a loop is a variable that its body may change.
 */
function isVariableOfBody(loop: Block, input: string): boolean {
  const inner = loop.getInputTargetBlock(input);
  return (
    inner !== null &&
    inner.type.startsWith('variables_get') &&
    mayChange(loop, String(inner.getFieldValue('VAR')))
  );
}
