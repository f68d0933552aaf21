import { javascriptGenerator } from 'blockly/javascript';
import type { Block } from 'blockly/core';

import type { KernelJavascriptGenerator } from './generator';
import { listsIndexOf } from './lists';
import { compare } from './logic';
import { countingLoop, listLoop, repeat, whileLoop } from './loops';
import { mathChange, mathModulo, mathNumberProperty } from './math';
import { textAppend, textJoin, textPrint, textPrompt } from './text';

type BlockCode = (
  block: Block,
  generator: KernelJavascriptGenerator
) => [string, number] | string | null;

/**
 * Blocks whose code in a kernel is not that in a web page, and those whose code
 * is simpler than Blockly's own, which serves old browsers as well.
 */
export const blocks: Record<string, BlockCode> = {
  controls_for: countingLoop,
  controls_forEach: listLoop,
  controls_repeat: repeat,
  controls_repeat_ext: repeat,
  controls_whileUntil: whileLoop,
  lists_indexOf: listsIndexOf,
  logic_compare: (block, generator) => compare(block, generator),
  math_change: mathChange,
  math_modulo: mathModulo,
  math_number_property: mathNumberProperty,
  procedures_defnoreturn: procedureDefinition,
  procedures_defreturn: procedureDefinition,
  text_append: textAppend,
  text_join: textJoin,
  text_print: textPrint,
  text_prompt: textPrompt,
  text_prompt_ext: textPrompt,
  variables_set: variablesSet,
  variables_set_dynamic: variablesSet
};

function procedureDefinition(
  block: Block,
  generator: KernelJavascriptGenerator
): ReturnType<BlockCode> {
  const parameters = block
    .getVarModels()
    .map(variable => generator.getVariableName(variable.getId()));
  return generator.starts.inFunction(parameters, () =>
    javascriptGenerator.forBlock[block.type](block, generator)
  );
}

function variablesSet(
  block: Block,
  generator: KernelJavascriptGenerator
): ReturnType<BlockCode> {
  const code = javascriptGenerator.forBlock[block.type](block, generator);
  generator.starts.set(generator.getVariableName(block.getFieldValue('VAR')));
  return code;
}
