import type { Block } from 'blockly/core';

import {
  byField,
  countingHead,
  isKept,
  isList,
  itemOf,
  mayChange,
  repeatHead,
  statement,
  type Emit
} from '../kit';
import { named, passed } from './functions';
import type { CppGenerator } from './generator';
import { isWritten } from './scopes';

type Emits = Record<string, Emit<CppGenerator>>;

export const loops: Emits = {
  controls_repeat: repeat,
  controls_repeat_ext: repeat,

  controls_whileUntil(block, generator) {
    const isUntil = block.getFieldValue('MODE') === 'UNTIL';
    const isBoolean = generator.types.ofInput(block, 'BOOL') === 'boolean';
    const condition = !isUntil
      ? generator.as('boolean', block, 'BOOL')
      : isBoolean
        ? generator.opposite(block, 'BOOL')
        : `!${generator.as('boolean', block, 'BOOL', 'UNARY')}`;
    const body = generator.statements(block, 'DO');
    return `while (${condition}) {\n${body}}\n`;
  },

  controls_for(block, generator) {
    const { head, first } = counting(block, generator);
    return `${head} {\n${first}${generator.statements(block, 'DO')}}\n`;
  },

  controls_forEach(block, generator) {
    const list = generator.types.ofInput(block, 'LIST');
    const type = generator.types.ofVariable(block);
    const items = itemsOf(block, generator, isList(type) ? `[${type}` : list);
    const id = String(block.getFieldValue('VAR'));
    const isRead = !isWritten(generator.survey.bodyOf(block), id);
    const { head, first } = loopVariable(
      block,
      generator,
      passed(type, isRead, generator)
    );
    const body = generator.statements(block, 'DO');
    return `for (${head} : ${items}) {\n${first}${body}}\n`;
  },

  controls_flow_statements: byField('FLOW', {
    BREAK: statement('break;'),
    CONTINUE: statement('continue;')
  })
};

/**
 * The variable of a loop: its own, unless blocks elsewhere name it.
 *
 * @param type - with a space or what else stands before the name
 */
function loopVariable(
  block: Block,
  generator: CppGenerator,
  type: string
): { head: string; first: string } {
  const variable = named(block, generator);
  if (generator.scopes.isDeclaration(block)) {
    return { head: `${type}${variable}`, first: '' };
  }
  const item = generator.newName('item');
  return {
    head: `${type}${item}`,
    first: `${generator.INDENT}${variable} = ${item};\n`
  };
}

function repeat(block: Block, generator: CppGenerator): string {
  const head = repeatHead(block, generator, () =>
    generator.as('int', block, 'TIMES')
  );
  const body = generator.statements(block, 'DO');
  return `for (${generator.whole} ${head}) {\n${body}}\n`;
}

/**
 * The head of a loop that counts: which way is decided when it runs, unless the
 * blocks say it.
 */
function counting(
  block: Block,
  generator: CppGenerator
): { head: string; first: string } {
  const type = generator.spell(generator.types.ofVariable(block));
  const head = countingHead(block, generator);
  if (head !== null) {
    named(block, generator);
    const start = generator.scopes.isDeclaration(block) ? `${type} ` : '';
    return { head: `for (${start}${head})`, first: '' };
  }
  const direct = generator.isCountedAlone(block)
    ? directHead(block, generator)
    : null;
  if (direct !== null) {
    named(block, generator);
    const start = generator.scopes.isDeclaration(block) ? `${type} ` : '';
    return { head: `for (${start}${direct})`, first: '' };
  }
  const numbers = ['FROM', 'BY'].every(
    name => generator.types.ofInput(block, name) === 'int'
  )
    ? 'int'
    : 'float';
  const by = generator.constant(block, 'BY');
  const isOne = numbers === 'int' && by !== null && Math.abs(by) === 1;
  const steps = generator.helper(numbers === 'int' ? 'steps' : 'double_steps');
  const values = [
    generator.as(numbers, block, 'FROM'),
    generator.asNumber(block, 'TO'),
    generator.as(numbers, block, 'BY')
  ].slice(0, isOne ? 2 : 3);
  const own = loopVariable(block, generator, `${type} `);
  return {
    head: `for (${own.head} : ${steps}(${values.join(', ')}))`,
    first: own.first
  };
}

/**
 * The three parts of a loop that counts upwards for sure, up to what nothing in
 * it changes, or null.
 */
function directHead(block: Block, generator: CppGenerator): string | null {
  const { ranges } = generator.types;
  const limit = block.getInputTargetBlock('TO');
  const by = generator.constant(block, 'BY');
  const isFixed =
    limit?.isEnabled() &&
    limit.type.startsWith('variables_get') &&
    !mayChange(block, String(limit.getFieldValue('VAR')));
  const isUp =
    ranges.ofInput(block, 'FROM')[1] <= ranges.ofInput(block, 'TO')[0];
  const areWhole = ['FROM', 'TO'].every(
    name => generator.types.ofInput(block, name) === 'int'
  );
  if (!isFixed || !isUp || !areWhole || by === null || by <= 0) {
    return null;
  }
  const variable = generator.variable(block);
  const step = by === 1 ? `${variable}++` : `${variable} += ${by}`;
  const [from, to] = ['FROM', 'TO'].map(name => generator.value(block, name));
  return `${variable} = ${from}; ${variable} <= ${to}; ${step}`;
}

/**
 * What a loop goes through: a copy, if the loop may change the list.
 */
function itemsOf(block: Block, generator: CppGenerator, type: string): string {
  const list = isList(type) ? type : `[${itemOf(type)}`;
  const code = generator.as(list, block, 'LIST');
  return isKept(block) ? code : `${generator.spell(list)}(${code})`;
}
