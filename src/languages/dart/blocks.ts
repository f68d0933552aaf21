import type { Block } from 'blockly/core';
import { Order, type DartGenerator } from 'blockly/dart';

/**
 * Blocks whose code in a kernel is not that in a web page.
 */
export const blocks: DartGenerator['forBlock'] = {
  text_prompt: textPrompt,
  text_prompt_ext: textPrompt
};

function textPrompt(block: Block, generator: DartGenerator): [string, Order] {
  const text = block.getField('TEXT')
    ? generator.quote_(block.getFieldValue('TEXT'))
    : generator.valueToCode(block, 'TEXT', Order.NONE) || "''";
  // Goes to the imports, since it begins like one.
  generator.provideFunction_('import_dart_io', "import 'dart:io';");
  const prompt = generator.provideFunction_('text_prompt', [
    `String ${generator.FUNCTION_NAME_PLACEHOLDER_}(msg) {`,
    '  stdout.write(msg);',
    "  return stdin.readLineSync() ?? '';",
    '}'
  ]);
  const code = `${prompt}(${text})`;
  const toNumber = block.getFieldValue('TYPE') === 'NUMBER';
  return [toNumber ? `double.parse(${code})` : code, Order.UNARY_POSTFIX];
}
