import { inputs, type Block } from 'blockly/core';

import { byField, isKept, type Emit } from '../kit';
import type { LuaGenerator } from './generator';

type Emits = Record<string, Emit<LuaGenerator>>;

export const loops: Emits = {
  controls_repeat: repeat,
  controls_repeat_ext: repeat,

  controls_whileUntil: byField('MODE', {
    WHILE: (block: Block, generator: LuaGenerator) =>
      `while ${generator.value(block, 'BOOL')} do\n${bodyOf(block, generator)}end\n`,
    UNTIL: (block: Block, generator: LuaGenerator) =>
      `while ${generator.opposite(block, 'BOOL')} do\n${bodyOf(block, generator)}end\n`
  }),

  controls_for(block, generator) {
    const [from, to, by] = ['FROM', 'TO', 'BY'].map(name =>
      generator.constant(block, name)
    );
    if (from === null || to === null || by === null) {
      const [start, end, step] = ['FROM', 'TO', 'BY'].map(name =>
        generator.value(block, name)
      );
      const steps = generator.helper('steps');
      return each(block, generator, variable => {
        return `for ${variable} in ${steps}(${start}, ${end}, ${step}) do`;
      });
    }
    const size = from <= to ? Math.abs(by) : -Math.abs(by);
    const step = size === 1 ? '' : `, ${size}`;
    return each(block, generator, variable => {
      return `for ${variable} = ${from}, ${to}${step} do`;
    });
  },

  controls_forEach(block, generator) {
    const list = generator.value(block, 'LIST');
    // One that gets longer in the loop would never end.
    const items = isKept(block) ? list : `{table.unpack(${list})}`;
    return each(block, generator, variable => {
      return `for _, ${variable} in ipairs(${items}) do`;
    });
  },

  controls_flow_statements: byField('FLOW', {
    BREAK: () => 'break\n',
    CONTINUE: () => 'goto continue\n'
  })
};

function repeat(block: Block, generator: LuaGenerator): string {
  const field = block.getField('TIMES');
  const times = field
    ? String(field.getValue())
    : generator.value(block, 'TIMES');
  const index = generator.newName('k');
  return `for ${index} = 1, ${times} do\n${bodyOf(block, generator)}end\n`;
}

/**
 * A loop whose variable is the session's. Lua makes it the loop's own, which
 * is as well, if nobody else asks for it.
 */
function each(
  block: Block,
  generator: LuaGenerator,
  head: (variable: string) => string
): string {
  const variable = generator.variable(block);
  const isOwn = generator.isLoopLocal(block);
  generator.starts.loop(variable);
  const body = bodyOf(block, generator);
  if (isOwn) {
    return `${head(variable)}\n${body}end\n`;
  }
  const value = generator.newName('value');
  const first = `${generator.INDENT}${variable} = ${value}\n`;
  return `${head(value)}\n${first}${body}end\n`;
}

/**
 * The statements of a loop, with a place to go on from, if one of them does.
 */
function bodyOf(block: Block, generator: LuaGenerator): string {
  const body = generator.statements(block, 'DO');
  return continues(block.getInputTargetBlock('DO'))
    ? `${body}${generator.INDENT}::continue::\n`
    : body;
}

/**
 * Whether statements go on with the next round of the loop that they are in.
 */
function continues(first: Block | null): boolean {
  for (let block = first; block; block = block.getNextBlock()) {
    if (!block.isEnabled() || LOOP.test(block.type)) {
      continue;
    }
    if (
      block.type === 'controls_flow_statements' &&
      block.getFieldValue('FLOW') === 'CONTINUE'
    ) {
      return true;
    }
    const isInside = block.inputList.some(
      ({ type, connection }) =>
        type === inputs.inputTypes.STATEMENT &&
        continues(connection?.targetBlock() ?? null)
    );
    if (isInside) {
      return true;
    }
  }
  return false;
}

const LOOP = /^controls_(repeat|repeat_ext|whileUntil|for|forEach)$/;
