import type { Block } from 'blockly/core';

import { byField, statement, type Emit } from '../kit';
import type { RGenerator } from './generator';

type Emits = Record<string, Emit<RGenerator>>;

export const loops: Emits = {
  controls_repeat: repeat,
  controls_repeat_ext: repeat,

  controls_whileUntil: byField('MODE', {
    WHILE: statement('while ({BOOL}) {\n{>DO}}'),
    UNTIL: statement('while ({!BOOL}) {\n{>DO}}')
  }),

  controls_for: (block, generator) =>
    each(block, generator, rangeOf(block, generator)),

  controls_forEach: (block, generator) =>
    each(block, generator, generator.value(block, 'LIST')),

  controls_flow_statements: byField('FLOW', {
    BREAK: statement('break'),
    CONTINUE: statement('next')
  })
};

function repeat(block: Block, generator: RGenerator): string {
  const field = block.getField('TIMES');
  const times = field
    ? Number(field.getValue())
    : generator.constant(block, 'TIMES');
  const range =
    times !== null && times >= 1
      ? `1:${times}`
      : times !== null
        ? 'seq_len(0)'
        : `seq_len(max(0, ${generator.value(block, 'TIMES')}))`;
  const index = generator.newName('k');
  return `for (${index} in ${range}) {\n${generator.statements(block, 'DO')}}\n`;
}

/**
 * A loop whose variable is the session's. In a function it would be the
 * function's own, which is as well, if nobody else asks for it.
 */
function each(block: Block, generator: RGenerator, values: string): string {
  const variable = generator.variable(block);
  const isOwn =
    generator.assign(variable) === '<-' || generator.isLoopLocal(block);
  if (!isOwn) {
    generator.starts.change(variable, 'nothing');
  }
  generator.starts.loop(variable);
  const body = generator.statements(block, 'DO');
  if (isOwn) {
    return `for (${variable} in ${values}) {\n${body}}\n`;
  }
  const value = generator.newName('value');
  const first = `${generator.INDENT}${variable} <<- ${value}\n`;
  return `for (${value} in ${values}) {\n${first}${body}}\n`;
}

/**
 * The numbers of a loop: which way it counts is decided when it runs, unless
 * the blocks say it. R's colon goes either way.
 */
function rangeOf(block: Block, generator: RGenerator): string {
  const [from, to, by] = ['FROM', 'TO', 'BY'].map(name =>
    generator.constant(block, name)
  );
  if (by !== null && Math.abs(by) === 1) {
    return `${generator.value(block, 'FROM', 'COLON')}:${generator.value(block, 'TO', 'COLON')}`;
  }
  const [start, end, step] = ['FROM', 'TO', 'BY'].map(name =>
    generator.value(block, name)
  );
  if (from === null || to === null || by === null) {
    return `${generator.helper('steps')}(${start}, ${end}, ${step})`;
  }
  const size = from <= to ? Math.abs(by) : -Math.abs(by);
  return `seq(${start}, ${end}, by = ${size})`;
}
