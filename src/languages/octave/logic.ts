import type { Block } from 'blockly/core';

import { byField, value, type Emit } from '../kit';
import type { OctaveGenerator } from './generator';

type Emits = Record<string, Emit<OctaveGenerator>>;

const comparisons: Record<string, string> = {
  EQ: '==',
  NEQ: '~=',
  LT: '<',
  LTE: '<=',
  GT: '>',
  GTE: '>='
};

export const logic: Emits = {
  controls_if: choice,
  controls_ifelse: choice,

  logic_boolean: byField('BOOL', {
    TRUE: value('ATOMIC', 'true'),
    FALSE: value('ATOMIC', 'false')
  }),

  logic_compare(block, generator) {
    const operator = generator.comparison(block);
    const types = [generator.typeOf(block, 'A'), generator.typeOf(block, 'B')];
    const isEquality = operator === 'EQ' || operator === 'NEQ';
    const areTexts = types.includes('String');
    if (!isEquality && areTexts) {
      const a = generator.value(block, 'A');
      const b = generator.value(block, 'B');
      const compare = `${generator.helper('compare_texts')}(${a}, ${b})`;
      return [
        `${compare} ${comparisons[operator]} 0`,
        generator.order('COMPARE')
      ];
    }
    const areNumbers = types.every(
      type => type === 'Number' || type === 'Boolean'
    );
    if (!isEquality || areNumbers) {
      const a = generator.value(block, 'A', 'COMPARE');
      const b = generator.value(block, 'B', 'COMPARE');
      return [`${a} ${comparisons[operator]} ${b}`, generator.order('COMPARE')];
    }
    const same = isPlainText(types) ? 'strcmp' : generator.helper('same');
    const call = `${same}(${generator.value(block, 'A')}, ${generator.value(block, 'B')})`;
    return operator === 'EQ'
      ? [call, generator.order('CALL')]
      : [`~${call}`, generator.order('UNARY')];
  },

  logic_operation(block, generator) {
    const isAnd = block.getFieldValue('OP') === 'AND';
    const order = isAnd ? 'AND' : 'OR';
    const [a, b] = ['A', 'B'].map(name =>
      generator.valueToCode(block, name, generator.order(order))
    );
    // One that is missing decides nothing, unless both are.
    const missing = isAnd && (a || b) ? 'true' : 'false';
    const operator = isAnd ? '&&' : '||';
    return [
      `${a || missing} ${operator} ${b || missing}`,
      generator.order(order)
    ];
  },

  logic_negate: value('UNARY', '~{BOOL:UNARY}'),
  logic_null: value('ATOMIC', '[]'),

  logic_ternary(block, generator) {
    const isPlain = ['THEN', 'ELSE'].every(name => {
      const inner = block.getInputTargetBlock(name);
      return !inner || PLAIN.test(inner.type);
    });
    const [condition, yes, no] = ['IF', 'THEN', 'ELSE'].map(name =>
      generator.value(block, name)
    );
    const code = isPlain
      ? `merge(${condition}, ${yes}, ${no})`
      : `${generator.helper('choose')}(${condition}, @() ${yes}, @() ${no})`;
    return [code, generator.order('CALL')];
  }
};

/**
 * Whether strcmp says if values of some types are the same: of a text and a list
 * it compares the items.
 */
const isPlainText = (types: readonly (string | null)[]) =>
  types.some(type => type === 'String' || type === 'Colour') &&
  types.every(type => type !== null && type !== 'Array');

/**
 * Blocks whose value costs nothing and cannot fail.
 */
const PLAIN = /^(colour_picker|logic_boolean|math_number|text)$/;

function choice(block: Block, generator: OctaveGenerator): string {
  let code = '';
  for (let n = 0; block.getInput(`IF${n}`); n++) {
    const condition = generator.value(block, `IF${n}`);
    const word = n ? 'elseif' : 'if';
    code += `${word} ${condition}\n${generator.statements(block, `DO${n}`)}`;
  }
  if (block.getInput('ELSE')) {
    code += `else\n${generator.statements(block, 'ELSE')}`;
  }
  return `${code}end\n`;
}
