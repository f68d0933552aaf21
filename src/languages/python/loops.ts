import type { Block } from 'blockly/core';
import { Order, pythonGenerator } from 'blockly/python';

import { isKept, oppositeOf } from '../kit';
import type { KernelPythonGenerator } from './generator';

/**
 * `_`, where Blockly's own takes the name `count`, which may be the session's.
 */
export function repeat(block: Block, generator: KernelPythonGenerator): string {
  const field = block.getField('TIMES');
  const times = field
    ? String(field.getValue())
    : generator.valueToCode(block, 'TIMES', Order.NONE) || '0';
  const isWhole = field !== null || generator.isWhole(block, 'TIMES');
  const count = isWhole ? times : `int(${times})`;
  const body = generator.statementToCode(block, 'DO') || generator.PASS;
  return `for _ in range(${count}):\n${body}`;
}

/**
 * By `range()` where the blocks say all numbers, and they are whole.
 */
export function countingLoop(
  block: Block,
  generator: KernelPythonGenerator
): string {
  const variable = generator.getVariableName(block.getFieldValue('VAR'));
  generator.starts.loop(variable);
  const [from, to, by] = ['FROM', 'TO', 'BY'].map(
    name => generator.valueToCode(block, name, Order.NONE) || '0'
  );
  if ([from, to, by].every(number => /^-?\d+$/.test(number))) {
    return String(pythonGenerator.forBlock[block.type](block, generator));
  }
  const steps = generator.provideFunction_('steps', [
    `def ${generator.FUNCTION_NAME_PLACEHOLDER_}(start, end, step=1):`,
    '  # From one number to another, up or down.',
    '  size = abs(step) if start <= end else -abs(step)',
    '  while start <= end if size > 0 else start >= end:',
    '    yield start',
    '    start += size'
  ]);
  const numbers = by === '1' ? [from, to] : [from, to, by];
  const body = generator.statementToCode(block, 'DO') || generator.PASS;
  return `for ${variable} in ${steps}(${numbers.join(', ')}):\n${body}`;
}

export function listLoop(
  block: Block,
  generator: KernelPythonGenerator
): string {
  const variable = generator.getVariableName(block.getFieldValue('VAR'));
  generator.starts.loop(variable);
  if (isKept(block)) {
    return String(pythonGenerator.forBlock[block.type](block, generator));
  }
  // One that gets longer in the loop would never end.
  const list = generator.valueToCode(block, 'LIST', Order.NONE) || '[]';
  const body = generator.statementToCode(block, 'DO') || generator.PASS;
  return `for ${variable} in list(${list}):\n${body}`;
}

/**
 * `while n != 1`, where Blockly's own has `while not n == 1`.
 */
export function whileLoop(
  block: Block,
  generator: KernelPythonGenerator
): string {
  const condition = block.getInputTargetBlock('BOOL');
  const opposite =
    block.getFieldValue('MODE') === 'UNTIL' && oppositeOf(condition);
  if (!condition || !opposite) {
    return String(pythonGenerator.forBlock[block.type](block, generator));
  }
  const [a, b] = ['A', 'B'].map(
    name => generator.valueToCode(condition, name, Order.RELATIONAL) || '0'
  );
  const body = generator.statementToCode(block, 'DO') || generator.PASS;
  const sign = opposite === 'EQ' ? '==' : '!=';
  return `while ${a} ${sign} ${b}:\n${body}`;
}
