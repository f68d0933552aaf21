import type { Block } from 'blockly/core';
import { Order } from 'blockly/python';

import { typeOfValue } from '../kit';
import type { KernelPythonGenerator } from './generator';

/**
 * An f-string, as people write it; a sum where a value can't stand in one.
 */
export function textJoin(
  block: Block,
  generator: KernelPythonGenerator
): [string, Order] {
  const names = block.inputList
    .map(({ name }) => name)
    .filter(name => /^ADD\d+$/.test(name));
  if (names.length < 2) {
    return names.length
      ? textOf(block, names[0], generator, Order.NONE)
      : ["''", Order.ATOMIC];
  }
  const formatted = fString(block, names, generator);
  if (formatted !== null) {
    return [formatted, Order.ATOMIC];
  }
  const parts = names.map(
    name => textOf(block, name, generator, Order.ADDITIVE)[0]
  );
  return [parts.join(' + '), Order.ADDITIVE];
}

/**
 * `+=` to what is a text for sure: the session's variable may be a number.
 */
export function textAppend(
  block: Block,
  generator: KernelPythonGenerator
): string {
  const variable = generator.getVariableName(block.getFieldValue('VAR'));
  const isText =
    generator.starts.isSet(variable) &&
    generator.typeOfVariable(block) === 'String';
  generator.starts.change(variable, 'text');
  const [added] = textOf(block, 'TEXT', generator, Order.ADDITIVE);
  return isText
    ? `${variable} += ${textOf(block, 'TEXT', generator, Order.NONE)[0]}\n`
    : `${variable} = str(${variable}) + ${added}\n`;
}

export function textPrompt(
  block: Block,
  generator: KernelPythonGenerator
): [string, Order] {
  const text = block.getField('TEXT')
    ? generator.quote_(block.getFieldValue('TEXT'))
    : generator.valueToCode(block, 'TEXT', Order.NONE) || "''";
  const code = `input(${text})`;
  const toNumber = block.getFieldValue('TYPE') === 'NUMBER';
  return [toNumber ? `float(${code})` : code, Order.FUNCTION_CALL];
}

/**
 * The text of a value, which is itself where it is a text for sure.
 */
function textOf(
  block: Block,
  input: string,
  generator: KernelPythonGenerator,
  order: Order
): [string, Order] {
  const inner = block.getInputTargetBlock(input);
  if (inner && typeOfValue(inner) === 'String') {
    return [generator.valueToCode(block, input, order), order];
  }
  const code = generator.valueToCode(block, input, Order.NONE);
  return code ? [`str(${code})`, Order.FUNCTION_CALL] : ["''", Order.ATOMIC];
}

/**
 * Null where there is no text to put the values in, or where one of them has
 * signs that mean something else there, or did before Python 3.12.
 */
function fString(
  block: Block,
  names: readonly string[],
  generator: KernelPythonGenerator
): string | null {
  const values: string[] = [];
  let text = '';
  let hasText = false;
  for (const name of names) {
    const inner = block.getInputTargetBlock(name);
    if (inner?.isEnabled() && inner.type === 'text') {
      hasText = true;
      text += String(inner.getFieldValue('TEXT')).replace(/[{}]/g, '$&$&');
    } else if (inner) {
      values.push(generator.valueToCode(block, name, Order.NONE) || "''");
      text += MARK;
    }
  }
  const code = values.join(' ');
  const parts = text.split(MARK);
  if (
    !hasText ||
    parts.length !== values.length + 1 ||
    values.some(value => /^\s*\{|[\\:#\n]|!(?!=)|}\s*$/.test(value))
  ) {
    return null;
  }
  const quoted = generator.quote_(text);
  const isFree = !/['"]/.test(text);
  const quote = code.includes("'") && isFree ? '"' : quoted[0];
  if (code.includes(quote)) {
    return null;
  }
  const filled = quoted
    .slice(1, -1)
    .split(MARK)
    .map((part, n) => (n ? `{${values[n - 1]}}${part}` : part))
    .join('');
  return `f${quote}${filled}${quote}`;
}

/** Stands for a value. A sign for private use, which nobody types. */
const MARK = '\ue000';
