import type { Block } from 'blockly/core';
import { Order, type PhpGenerator } from 'blockly/php';

/**
 * Blocks whose code in a kernel is not that in a web page.
 */
export const blocks: PhpGenerator['forBlock'] = {
  /**
   * One line a print, as in the other languages.
   */
  text_print(block: Block, generator: PhpGenerator): string {
    const text = generator.valueToCode(block, 'TEXT', Order.NONE) || "''";
    return `echo ${text}, PHP_EOL;\n`;
  }
};
