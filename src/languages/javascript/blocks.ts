import { Names, type Block } from 'blockly/core';
import { Order, type JavascriptGenerator } from 'blockly/javascript';

/**
 * Blocks whose code in a kernel is not that in a web page.
 */
export const blocks: JavascriptGenerator['forBlock'] = {
  controls_repeat: repeat,
  controls_repeat_ext: repeat,
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
