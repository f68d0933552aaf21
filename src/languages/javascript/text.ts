import type { Block } from 'blockly/core';
import { Order } from 'blockly/javascript';
import type { JavascriptGenerator } from 'blockly/javascript';

import { typeOfValue } from '../kit';
import type { KernelJavascriptGenerator } from './generator';

export function textPrint(
  block: Block,
  generator: JavascriptGenerator
): string {
  const text = generator.valueToCode(block, 'TEXT', Order.NONE) || "''";
  return `console.log(${text});\n`;
}

/**
 * A template literal, as people write it, if there is a text in it.
 */
export function textJoin(
  block: Block,
  generator: JavascriptGenerator
): [string, Order] {
  const names = block.inputList
    .map(({ name }) => name)
    .filter(name => /^ADD\d+$/.test(name));
  const literals = names.map(name => literalIn(block, name));
  if (names.length < 2 || literals.every(literal => literal === null)) {
    const parts = names.map(name => textOf(block, name, generator));
    return parts.length > 1
      ? [parts.join(' + '), Order.ADDITION]
      : [parts[0] ?? "''", Order.FUNCTION_CALL];
  }
  const parts = names.map((name, n) => {
    const literal = literals[n];
    const code =
      literal === null ? generator.valueToCode(block, name, Order.NONE) : '';
    return literal === null ? code && `\${${code}}` : inTemplate(literal);
  });
  return [`\`${parts.join('')}\``, Order.ATOMIC];
}

/**
 * A text that is not there yet is empty.
 */
export function textAppend(
  block: Block,
  generator: KernelJavascriptGenerator
): string {
  const variable = generator.getVariableName(block.getFieldValue('VAR'));
  const isText =
    generator.starts.isSet(variable) &&
    generator.typeOfVariable(block) === 'String';
  generator.starts.set(variable);
  if (isText) {
    const added =
      generator.valueToCode(block, 'TEXT', Order.ASSIGNMENT) || "''";
    return `${variable} += ${added};\n`;
  }
  // A sum in there is added up first.
  const text =
    generator.valueToCode(block, 'TEXT', Order.MULTIPLICATION) || "''";
  return `${variable} = String(${variable} ?? '') + ${text};\n`;
}

/**
 * `prompt()` is there in Deno and in browsers; Node has none of its own.
 */
export function textPrompt(
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
 * A text as it is written between backticks.
 */
function inTemplate(text: string): string {
  return text
    .replace(/[\\`]|\$(?=\{|$)/g, '\\$&')
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r');
}

function literalIn(block: Block, name: string): string | null {
  const inner = block.getInputTargetBlock(name);
  return inner?.isEnabled() && inner.type === 'text'
    ? String(inner.getFieldValue('TEXT'))
    : null;
}

/**
 * The text of a value, which is itself where it is a text for sure.
 */
function textOf(
  block: Block,
  name: string,
  generator: JavascriptGenerator
): string {
  const inner = block.getInputTargetBlock(name);
  if (inner && typeOfValue(inner) === 'String') {
    return generator.valueToCode(block, name, Order.ADDITION) || "''";
  }
  const code = generator.valueToCode(block, name, Order.NONE);
  return code ? `String(${code})` : "''";
}
