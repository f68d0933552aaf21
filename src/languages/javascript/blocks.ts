import type { Block } from 'blockly/core';
import { Order, type JavascriptGenerator } from 'blockly/javascript';

/**
 * Blocks whose code in a kernel is not that in a web page.
 */
export const blocks: JavascriptGenerator['forBlock'] = {
  text_print(block: Block, generator: JavascriptGenerator): string {
    const text = generator.valueToCode(block, 'TEXT', Order.NONE) || "''";
    return `console.log(${text});\n`;
  },
  text_prompt: textPrompt,
  text_prompt_ext: textPrompt
};

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
