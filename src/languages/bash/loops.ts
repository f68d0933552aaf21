import type { Block } from 'blockly/core';

import {
  byField,
  countingHead,
  repeatHead,
  statement,
  type Emit
} from '../kit';
import type { BashGenerator } from './generator';

type Emits = Record<string, Emit<BashGenerator>>;

export const loops: Emits = {
  controls_repeat: repeat,
  controls_repeat_ext: repeat,

  controls_whileUntil(block, generator) {
    const isUntil = block.getFieldValue('MODE') === 'UNTIL';
    const condition = generator.condition(block, 'BOOL');
    const body = generator.statements(block, 'DO');
    return `${isUntil ? 'until' : 'while'} ${condition}; do\n${body}done\n`;
  },

  controls_for(block, generator) {
    const variable = generator.variable(block);
    const head = counting(block, generator, variable);
    generator.starts.loop(variable);
    return `${head}; do\n${generator.statements(block, 'DO')}done\n`;
  },

  controls_forEach(block, generator) {
    const variable = generator.variable(block);
    const words = generator.words(block, 'LIST');
    const items = words.startsWith('<(')
      ? `"\${${generator.list(block, 'LIST')}[@]}"`
      : words;
    generator.starts.loop(variable);
    const body = generator.statements(block, 'DO');
    return `for ${variable} in ${items}; do\n${body}done\n`.replace(
      ' in ;',
      ' in;'
    );
  },

  controls_flow_statements: byField('FLOW', {
    BREAK: statement('break'),
    CONTINUE: statement('continue')
  })
};

function repeat(block: Block, generator: BashGenerator): string {
  const constant = generator.constant(block, 'TIMES');
  if (constant !== null && !Number.isInteger(constant)) {
    generator.refuse(block, 'fractions');
  }
  const head = repeatHead(block, generator, () =>
    generator.arith(block, 'TIMES')
  );
  const body = generator.statements(block, 'DO');
  return `for (( ${head} )); do\n${body}done\n`;
}

/**
 * The head of a loop that counts: which way is decided when it runs, unless the
 * blocks say it.
 */
function counting(
  block: Block,
  generator: BashGenerator,
  variable: string
): string {
  const head = countingHead(block, generator);
  if (head !== null) {
    ['FROM', 'TO', 'BY'].forEach(name => generator.arith(block, name));
    return `for (( ${head} ))`;
  }
  const by = generator.constant(block, 'BY');
  const words = ['FROM', 'TO', 'BY'].map(name => {
    generator.arith(block, name);
    return generator.word(block, name);
  });
  const steps = generator.helper('steps');
  const given = by !== null && Math.abs(by) === 1 ? words.slice(0, 2) : words;
  return `for ${variable} in $(${steps} ${given.join(' ')})`;
}
