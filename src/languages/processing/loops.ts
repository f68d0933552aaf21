import type { Block } from 'blockly/core';

import {
  byField,
  countingHead,
  isKept,
  repeatHead,
  statement,
  type Emit,
  isList,
  itemOf,
  type Type
} from '../kit';
import { walk } from '../walk';
import type { ProcessingGenerator } from './generator';
import { arrayOf } from './lists';
import { boxed, javaType } from './types';

type Emits = Record<string, Emit<ProcessingGenerator>>;

export const loops: Emits = {
  controls_repeat: repeat,
  controls_repeat_ext: repeat,

  controls_whileUntil(block, generator) {
    const isUntil = block.getFieldValue('MODE') === 'UNTIL';
    const condition = isUntil
      ? opposite(block, generator)
      : generator.as('boolean', block, 'BOOL');
    const body = generator.statements(block, 'DO');
    // Java refuses statements that it knows are never reached: those behind a
    // loop without an end, and those in one that never begins.
    const isKnown = /^!?(true|false)$/.test(condition);
    const isRefused = /^(!true|false)$/.test(condition) || !hasBreak(block);
    const asked =
      isKnown && isRefused
        ? condition.replace(/true|false/, word => `boolean("${word}")`)
        : condition;
    return `while (${asked}) {\n${body}}\n`;
  },

  controls_for(block, generator) {
    const { head, first } = counting(block, generator);
    generator.starts.loop(generator.variable(block));
    return `${head} {\n${first}${bodyOf(block, generator)}}\n`;
  },

  controls_forEach(block, generator) {
    const own = generator.types.ofVariable(block);
    const known = generator.types.ofInput(block, 'LIST');
    // A list in a list is of the type of all that the variable is given.
    const list = isList(own) ? `[${own}` : isList(known) ? known : '[Object';
    const type = javaType(itemOf(list));
    const items = itemsOf(block, generator, list);
    generator.starts.loop(generator.variable(block));
    const { head, first } = loopVariable(block, generator, type);
    const body = bodyOf(block, generator);
    return `for (${head} : ${items}) {\n${first}${body}}\n`;
  },

  controls_flow_statements: byField('FLOW', {
    BREAK: statement('break;'),
    CONTINUE: statement('continue;')
  })
};

function opposite(block: Block, generator: ProcessingGenerator): string {
  return generator.types.ofInput(block, 'BOOL') === 'boolean'
    ? generator.opposite(block, 'BOOL')
    : `!${generator.as('boolean', block, 'BOOL', 'UNARY')}`;
}

/**
 * The variable of a loop through a list: its own, unless blocks elsewhere name
 * it.
 */
function loopVariable(
  block: Block,
  generator: ProcessingGenerator,
  type: string
): { head: string; first: string } {
  const variable = generator.variable(block);
  if (generator.isLoopLocal(block)) {
    return { head: `${type} ${variable}`, first: '' };
  }
  generator.sketch.use(variable);
  const item = generator.newName('item');
  return {
    head: `${type} ${item}`,
    first: `${generator.INDENT}${variable} = ${item};\n`
  };
}

function repeat(block: Block, generator: ProcessingGenerator): string {
  const head = repeatHead(block, generator, () =>
    generator.as('int', block, 'TIMES')
  );
  return `for (int ${head}) {\n${generator.statements(block, 'DO')}}\n`;
}

/**
 * The head of a loop that counts: which way is decided when it runs, unless the
 * blocks say it.
 */
function counting(
  block: Block,
  generator: ProcessingGenerator
): { head: string; first: string } {
  const variable = generator.variable(block);
  const isLocal = generator.isLoopLocal(block);
  const type = generator.types.ofVariable(block);
  const head =
    javaType(type) === 'Object' ? null : countingHead(block, generator);
  if (head !== null) {
    if (!isLocal) {
      generator.sketch.use(variable);
    }
    const start = isLocal ? `${javaType(type)} ` : '';
    return { head: `for (${start}${head})`, first: '' };
  }
  const numbers = ['FROM', 'BY'].every(
    name => generator.types.ofInput(block, name) === 'int'
  )
    ? 'int'
    : 'float';
  const by = generator.constant(block, 'BY');
  const isOne = numbers === 'int' && by !== null && Math.abs(by) === 1;
  const steps = generator.helper(
    isOne ? 'steps' : numbers === 'int' ? 'stepsBy' : 'floatSteps'
  );
  const values = [
    generator.as(numbers, block, 'FROM', 'COMPARE'),
    generator.asNumber(block, 'TO', 'COMPARE'),
    generator.as(numbers, block, 'BY', 'COMPARE')
  ].slice(0, isOne ? 2 : 3);
  const kind = isLocal ? javaType(type) : numbers;
  const own = loopVariable(block, generator, kind);
  return {
    head: `for (${own.head} : ${steps}(${values.join(', ')}))`,
    first: own.first
  };
}

/**
 * The statements in a loop, which may have its variable to themselves.
 */
function bodyOf(block: Block, generator: ProcessingGenerator): string {
  const own = generator.isLoopLocal(block) ? [generator.variable(block)] : [];
  return generator.sketch.within(own, () => generator.statements(block, 'DO'));
}

/**
 * What a loop goes through: one that is written out is an array.
 */
function itemsOf(
  block: Block,
  generator: ProcessingGenerator,
  list: Type
): string {
  const inner = block.getInputTargetBlock('LIST');
  if (inner?.isEnabled() && inner.type === 'lists_create_with') {
    return arrayOf(inner, generator, itemOf(list), javaType);
  }
  const code = generator.as(list, block, 'LIST');
  if (generator.isRaw(inner)) {
    return `(${boxed(list)}) ${code}`;
  }
  return isKept(block) ? code : `new ${boxed(list)}(${code})`;
}

/**
 * Whether a loop is left by a block in it.
 */
function hasBreak(loop: Block): boolean {
  let found = false;
  const first = loop.getInputTargetBlock('DO');
  if (first) {
    walk(first, inner => {
      found ||=
        inner.type === 'controls_flow_statements' &&
        inner.isEnabled() &&
        inner.getFieldValue('FLOW') === 'BREAK' &&
        loopAround(inner) === loop;
      return !found;
    });
  }
  return found;
}

function loopAround(block: Block): Block | null {
  let around = block.getSurroundParent();
  while (around && !around.getInput('DO')) {
    around = around.getSurroundParent();
  }
  return around;
}
