import type { Block } from 'blockly/core';
import { Order, pythonGenerator, type PythonGenerator } from 'blockly/python';

import type { KernelPythonGenerator } from './generator';
import { procedureDefinition } from './procedures';

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
  controls_for: loop,
  controls_forEach: loop,
  lists_repeat: listsRepeat,
  lists_split: listsSplit,
  math_change: mathChange,
  math_random_int: mathRandomInt,
  procedures_defnoreturn: procedureDefinition,
  procedures_defreturn: procedureDefinition,
  text_append: textAppend,
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

/**
 * `_`, where Blockly's own takes the name `count`, which may be the session's.
 */
function repeat(block: Block, generator: KernelPythonGenerator): string {
  const field = block.getField('TIMES');
  const times = field
    ? String(field.getValue())
    : generator.valueToCode(block, 'TIMES', Order.NONE) || '0';
  const count = /^\s*\d+\s*$/.test(times) ? times : `int(${times})`;
  const body = generator.statementToCode(block, 'DO') || generator.PASS;
  return `for _ in range(${count}):\n${body}`;
}

function loop(
  block: Block,
  generator: KernelPythonGenerator
): ReturnType<BlockCode> {
  generator.starts.loop(variableName(block, generator));
  return pythonGenerator.forBlock[block.type](block, generator);
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

/**
 * A list may hold what is no text, which `join()` refuses.
 */
function listsSplit(
  block: Block,
  generator: KernelPythonGenerator
): ReturnType<BlockCode> {
  if (block.getFieldValue('MODE') === 'SPLIT') {
    return split(block, generator);
  }
  const list = generator.valueToCode(block, 'INPUT', Order.NONE) || '[]';
  const delimiter = generator.valueToCode(block, 'DELIM', Order.MEMBER) || "''";
  return [`${delimiter}.join(map(str, ${list}))`, Order.FUNCTION_CALL];
}

/**
 * Into letters, if there is nothing between the parts, which `split()` refuses.
 */
function split(
  block: Block,
  generator: KernelPythonGenerator
): ReturnType<BlockCode> {
  const delimiter = generator.valueToCode(block, 'DELIM', Order.NONE) || "''";
  const of = (order: Order) =>
    generator.valueToCode(block, 'INPUT', order) || "''";
  if (block.getInputTargetBlock('DELIM')?.type === 'text') {
    return delimiter === "''"
      ? [`list(${of(Order.NONE)})`, Order.FUNCTION_CALL]
      : [`${of(Order.MEMBER)}.split(${delimiter})`, Order.FUNCTION_CALL];
  }
  const helper = generator.provideFunction_('split_text', [
    `def ${generator.FUNCTION_NAME_PLACEHOLDER_}(text, delimiter):`,
    '  return text.split(delimiter) if delimiter else list(text)'
  ]);
  return [`${helper}(${of(Order.NONE)}, ${delimiter})`, Order.FUNCTION_CALL];
}

/**
 * A number that was computed may be `2.0`, which is not as often as 2.
 */
function listsRepeat(
  block: Block,
  generator: KernelPythonGenerator
): [string, Order] {
  const item = generator.valueToCode(block, 'ITEM', Order.NONE) || 'None';
  const times = generator.valueToCode(block, 'NUM', Order.NONE) || '0';
  const count = /^\d+$/.test(times) ? times : `int(${times})`;
  return [`[${item}] * ${count}`, Order.MULTIPLICATIVE];
}

function textAppend(
  block: Block,
  generator: KernelPythonGenerator
): ReturnType<BlockCode> {
  generator.starts.change(variableName(block, generator), 'text');
  return pythonGenerator.forBlock[block.type](block, generator);
}

function variablesSet(
  block: Block,
  generator: KernelPythonGenerator
): ReturnType<BlockCode> {
  const code = pythonGenerator.forBlock[block.type](block, generator);
  generator.starts.set(variableName(block, generator));
  return code;
}

function textPrompt(
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
