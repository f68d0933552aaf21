import type { Block } from 'blockly/core';
import { Order, pythonGenerator, type PythonGenerator } from 'blockly/python';

import type { KernelPythonGenerator } from './generator';
import { listsRepeat, listsSplit } from './lists';
import { countingLoop, listLoop, repeat, whileLoop } from './loops';
import { procedureDefinition } from './procedures';
import { textAppend, textJoin, textPrompt } from './text';

type BlockCode = (
  block: Block,
  generator: KernelPythonGenerator
) => [string, number] | string | null;

/**
 * Blocks of ours, and those whose code in a Python 3 kernel is simpler than
 * Blockly's own, which serves Python 2 as well.
 */
export const blocks: Record<string, BlockCode> = {
  controls_repeat: repeat,
  controls_repeat_ext: repeat,
  controls_for: countingLoop,
  controls_forEach: listLoop,
  controls_whileUntil: whileLoop,
  lists_repeat: listsRepeat,
  lists_split: listsSplit,
  math_change: mathChange,
  math_on_list: mathOnList,
  math_random_int: mathRandomInt,
  math_single: mathSingle,
  procedures_defnoreturn: procedureDefinition,
  procedures_defreturn: procedureDefinition,
  text_append: textAppend,
  text_join: textJoin,
  text_prompt: textPrompt,
  text_prompt_ext: textPrompt,
  variables_set: variablesSet,
  variables_set_dynamic: variablesSet,

  /**
   * Stays where the block stands: imports may depend on what runs before.
   */
  import_statement(block) {
    const module = typed(block, 'module');
    if (/^(from|import)\s/.test(module)) {
      return `${module}\n`;
    }
    return module ? `import ${module}\n` : '';
  },

  expression_statement(block) {
    const code = typed(block, 'expression');
    return code ? `${code}\n` : '';
  },

  expression_value(block) {
    const code = typed(block, 'expression');
    // What is typed in may be of any precedence, but for a name or a number,
    // with dots.
    return [code || 'None', /^[\w.]*$/.test(code) ? Order.ATOMIC : Order.NONE];
  }
};

function typed(block: Block, field: string): string {
  return String(block.getFieldValue(field) ?? '').trim();
}

function variableName(block: Block, generator: PythonGenerator): string {
  return generator.getVariableName(block.getFieldValue('VAR'));
}

function mathChange(block: Block, generator: KernelPythonGenerator): string {
  const variable = variableName(block, generator);
  const delta = generator.valueToCode(block, 'DELTA', Order.NONE) || '0';
  generator.starts.change(variable, 'zero');
  return `${variable} += ${delta}\n`;
}

/**
 * Which one is larger is Python's business, unless the blocks say it.
 */
function mathRandomInt(
  block: Block,
  generator: KernelPythonGenerator
): [string, Order] {
  const [from, to] = ['FROM', 'TO'].map(
    name => generator.valueToCode(block, name, Order.NONE) || '0'
  );
  const isSorted =
    /^-?\d+$/.test(from) && /^-?\d+$/.test(to) && Number(from) <= Number(to);
  generator.addImport('random');
  const range = isSorted ? `${from}, ${to}` : `*sorted([${from}, ${to}])`;
  return [`random.randint(${range})`, Order.FUNCTION_CALL];
}

function variablesSet(
  block: Block,
  generator: KernelPythonGenerator
): ReturnType<BlockCode> {
  const code = pythonGenerator.forBlock[block.type](block, generator);
  generator.starts.set(variableName(block, generator));
  return code;
}

/**
 * What Python has a module for.
 */
function mathOnList(
  block: Block,
  generator: KernelPythonGenerator
): ReturnType<BlockCode> {
  const name = STATISTICS[String(block.getFieldValue('OP'))];
  if (!name) {
    return pythonGenerator.forBlock[block.type](block, generator);
  }
  const list = generator.valueToCode(block, 'LIST', Order.NONE) || '[]';
  generator.addImport('statistics');
  return [`statistics.${name}(${list})`, Order.FUNCTION_CALL];
}

const STATISTICS: Record<string, string> = {
  AVERAGE: 'mean',
  MEDIAN: 'median',
  MODE: 'multimode',
  STD_DEV: 'pstdev'
};

/**
 * `abs()`, since `math.fabs()` makes 3.0 of 3.
 */
function mathSingle(
  block: Block,
  generator: KernelPythonGenerator
): ReturnType<BlockCode> {
  if (block.getFieldValue('OP') !== 'ABS') {
    return pythonGenerator.forBlock[block.type](block, generator);
  }
  const number = generator.valueToCode(block, 'NUM', Order.NONE) || '0';
  return [`abs(${number})`, Order.FUNCTION_CALL];
}
