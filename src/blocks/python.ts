import { Blocks, FieldTextInput, Msg, type Block } from 'blockly/core';

/**
 * Define the blocks of MetaKernel's own Python page.
 *
 * Types and field names are those of `jigsaw/Python.html` on
 * https://calysto.github.io, so that workspaces saved there load. Its module
 * field is a variable field; here it is text, which reads the same XML and can
 * hold `numpy as np` too.
 */
export function definePythonBlocks(): void {
  Object.assign(Blocks, DEFINITIONS);
}

// Not in the function: a bundler may put that into its caller, whose variables
// the definitions would keep for ever.
const DEFINITIONS = {
  import_statement: {
    init(this: Block): void {
      this.appendDummyInput()
        .appendField(Msg['JIGSAW_IMPORT'])
        .appendField(new FieldTextInput('math'), 'module');
      this.setPreviousStatement(true);
      this.setNextStatement(true);
      this.setStyle('python_blocks');
      this.setTooltip(() => Msg['JIGSAW_IMPORT_TOOLTIP']);
    }
  },

  expression_statement: {
    init(this: Block): void {
      appendExpression(this);
      this.setPreviousStatement(true);
      this.setNextStatement(true);
      this.setTooltip(() => Msg['JIGSAW_EXPRESSION_STATEMENT_TOOLTIP']);
    }
  },

  expression_value: {
    init(this: Block): void {
      appendExpression(this);
      this.setOutput(true);
      this.setTooltip(() => Msg['JIGSAW_EXPRESSION_VALUE_TOOLTIP']);
    }
  }
};

function appendExpression(block: Block): void {
  block
    .appendDummyInput()
    .appendField(Msg['JIGSAW_EXPRESSION'])
    .appendField(new FieldTextInput(''), 'expression');
  block.setStyle('python_blocks');
}
