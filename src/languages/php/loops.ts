import type { Block } from 'blockly/core';

import {
  byField,
  countingHead,
  repeatHead,
  statement,
  type Emit
} from '../kit';
import type { PhpGenerator } from './generator';

type Emits = Record<string, Emit<PhpGenerator>>;

export const loops: Emits = {
  controls_repeat: repeat,
  controls_repeat_ext: repeat,

  controls_whileUntil: byField('MODE', {
    WHILE: statement('while ({BOOL}) {\n{>DO}}'),
    UNTIL: statement('while ({!BOOL}) {\n{>DO}}')
  }),

  controls_for(block, generator) {
    const variable = generator.variable(block);
    const head = counting(block, generator, variable);
    generator.starts.loop(variable);
    return `${head} {\n${generator.statements(block, 'DO')}}\n`;
  },

  controls_forEach(block, generator) {
    const variable = generator.variable(block);
    const list = generator.value(block, 'LIST');
    generator.starts.loop(variable);
    const body = generator.statements(block, 'DO');
    return `foreach (${list} as ${variable}) {\n${body}}\n`;
  },

  controls_flow_statements: byField('FLOW', {
    BREAK: statement('break;'),
    CONTINUE: statement('continue;')
  })
};

function repeat(block: Block, generator: PhpGenerator): string {
  const head = repeatHead(block, generator, () =>
    generator.value(block, 'TIMES')
  );
  return `for (${head}) {\n${generator.statements(block, 'DO')}}\n`;
}

/**
 * The head of a loop: which way it counts is decided when it runs, unless the
 * blocks say it.
 */
function counting(
  block: Block,
  generator: PhpGenerator,
  variable: string
): string {
  const head = countingHead(block, generator);
  if (head !== null) {
    return `for (${head})`;
  }
  const by = generator.constant(block, 'BY');
  const [start, end, step] = ['FROM', 'TO', 'BY'].map(name =>
    generator.value(block, name)
  );
  const numbers =
    by !== null && Math.abs(by) === 1
      ? `range(${start}, ${end})`
      : `${generator.helper('steps')}(${start}, ${end}, ${step})`;
  return `foreach (${numbers} as ${variable})`;
}
