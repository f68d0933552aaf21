import { Names, type Block } from 'blockly/core';
import {
  Order,
  javascriptGenerator,
  type JavascriptGenerator
} from 'blockly/javascript';

import { isKept, oppositeOf } from '../kit';
import type { KernelJavascriptGenerator } from './generator';
import { compare } from './logic';

/**
 * `let`, and nothing beside the loop: Blockly's `var count` would take the
 * session's variable, and a `const` fails when the same cell runs again.
 */
export function repeat(block: Block, generator: JavascriptGenerator): string {
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
 * Which way it counts is decided when it runs, unless the blocks say it.
 */
export function countingLoop(
  block: Block,
  generator: KernelJavascriptGenerator
): ReturnType<JavascriptGenerator['forBlock'][string]> {
  const variable = generator.getVariableName(block.getFieldValue('VAR'));
  generator.starts.loop(variable);
  const [from, to, by] = ['FROM', 'TO', 'BY'].map(
    name => generator.valueToCode(block, name, Order.ASSIGNMENT) || '0'
  );
  const isKnown = [from, to, by].every(number =>
    /^-?\d+(\.\d+)?$/.test(number)
  );
  if (isKnown && generator.isCountedAlone(block)) {
    return javascriptGenerator.forBlock['controls_for'](block, generator);
  }
  const steps = generator.provideFunction_('steps', [
    `function* ${generator.FUNCTION_NAME_PLACEHOLDER_}(start, end, step = 1) {`,
    '  // From one number to another, up or down.',
    '  const size = start <= end ? Math.abs(step) : -Math.abs(step);',
    '  for (let n = start; size > 0 ? n <= end : n >= end; n += size) {',
    '    yield n;',
    '  }',
    '}'
  ]);
  const numbers = by === '1' ? [from, to] : [from, to, by];
  const body = generator.statementToCode(block, 'DO');
  return `for (${variable} of ${steps}(${numbers.join(', ')})) {\n${body}}\n`;
}

/**
 * Through the list of the loop's beginning, whatever becomes of it.
 */
export function listLoop(
  block: Block,
  generator: KernelJavascriptGenerator
): string {
  const variable = generator.getVariableName(block.getFieldValue('VAR'));
  generator.starts.loop(variable);
  const list = generator.valueToCode(block, 'LIST', Order.NONE) || '[]';
  const items = isKept(block) ? list : `[...${list}]`;
  const body = generator.statementToCode(block, 'DO');
  return `for (${variable} of ${items}) {\n${body}}\n`;
}

/**
 * `while (n !== 1)`, where Blockly's own has `while (!(n == 1))`.
 */
export function whileLoop(
  block: Block,
  generator: KernelJavascriptGenerator
): ReturnType<JavascriptGenerator['forBlock'][string]> {
  const condition = block.getInputTargetBlock('BOOL');
  const opposite =
    block.getFieldValue('MODE') === 'UNTIL' && oppositeOf(condition);
  if (!condition || !opposite) {
    return javascriptGenerator.forBlock[block.type](block, generator);
  }
  const [test] = compare(condition, generator, opposite);
  const body = generator.statementToCode(block, 'DO');
  return `while (${test}) {\n${body}}\n`;
}
