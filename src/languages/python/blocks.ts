import type { Block } from 'blockly/core';
import { Order, type PythonGenerator } from 'blockly/python';

/**
 * Blocks of ours, and those whose code in a Python 3 kernel is simpler than
 * Blockly's own, which serves Python 2 as well.
 */
export const blocks: PythonGenerator['forBlock'] = {
  text_prompt: textPrompt,
  text_prompt_ext: textPrompt,

  import_statement(block: Block): string {
    const module = String(block.getFieldValue('module')).trim();
    const whole = /^(from|import)\s/.test(module) ? module : `import ${module}`;
    return module ? `${whole}\n` : '';
  },

  expression_statement(block: Block): string {
    const code = String(block.getFieldValue('expression')).trim();
    return code ? `${code}\n` : '';
  },

  expression_value(block: Block): [string, Order] {
    const code = String(block.getFieldValue('expression')).trim();
    // What is typed in can be of any precedence.
    return /^\w*$/.test(code)
      ? [code || 'None', Order.ATOMIC]
      : [`(${code})`, Order.ATOMIC];
  }
};

function textPrompt(block: Block, generator: PythonGenerator): [string, Order] {
  const text = block.getField('TEXT')
    ? generator.quote_(block.getFieldValue('TEXT'))
    : generator.valueToCode(block, 'TEXT', Order.NONE) || "''";
  const code = `input(${text})`;
  const toNumber = block.getFieldValue('TYPE') === 'NUMBER';
  return [toNumber ? `float(${code})` : code, Order.FUNCTION_CALL];
}
