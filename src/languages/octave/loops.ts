import type { Block } from 'blockly/core';

import { byField, mayChange, statement, type Emit } from '../kit';
import type { OctaveGenerator } from './generator';

type Emits = Record<string, Emit<OctaveGenerator>>;

export const loops: Emits = {
  controls_repeat: repeat,
  controls_repeat_ext: repeat,

  controls_whileUntil: byField('MODE', {
    WHILE: statement('while {BOOL}\n{>DO}end'),
    UNTIL: statement('while {!BOOL}\n{>DO}end')
  }),

  controls_for(block, generator) {
    const variable = generator.variable(block);
    const range = rangeOf(block, generator);
    generator.starts.loop(variable);
    return `for ${variable} = ${range}\n${generator.statements(block, 'DO')}end\n`;
  },

  controls_forEach(block, generator) {
    const variable = generator.variable(block);
    let list = generator.value(block, 'LIST');
    let before = '';
    const inner = block.getInputTargetBlock('LIST');
    const id = String(inner?.getFieldValue('VAR'));
    if (!inner?.type.startsWith('variables_get') || mayChange(block, id)) {
      const name = generator.newName('items');
      before = `${name} = ${list};\n`;
      list = name;
    }
    const index = generator.newName('k');
    generator.starts.loop(variable);
    return (
      `${before}for ${index} = 1:numel(${list})\n` +
      `${generator.INDENT}${variable} = ${list}{${index}};\n` +
      `${generator.statementToCode(block, 'DO')}end\n`
    );
  },

  controls_flow_statements: byField('FLOW', {
    BREAK: statement('break'),
    CONTINUE: statement('continue')
  })
};

function repeat(block: Block, generator: OctaveGenerator): string {
  const field = block.getField('TIMES');
  const times = field
    ? String(field.getValue())
    : generator.value(block, 'TIMES', 'COLON');
  const index = generator.newName('k');
  return `for ${index} = 1:${times}\n${generator.statements(block, 'DO')}end\n`;
}

/**
 * The numbers of a loop: which way it counts is decided when it runs, unless
 * the blocks say it.
 */
function rangeOf(block: Block, generator: OctaveGenerator): string {
  const [from, to, by] = ['FROM', 'TO', 'BY'].map(name =>
    generator.constant(block, name)
  );
  if (from === null || to === null || by === null) {
    const [start, end, step] = ['FROM', 'TO', 'BY'].map(name =>
      generator.value(block, name)
    );
    return `${generator.helper('steps')}(${start}, ${end}, ${step})`;
  }
  const step = from <= to ? Math.abs(by) : -Math.abs(by);
  return step === 1 ? `${from}:${to}` : `${from}:${step}:${to}`;
}
