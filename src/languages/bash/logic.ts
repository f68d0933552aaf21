import type { Block } from 'blockly/core';

import { byField, value, type Emit } from '../kit';
import { type BashGenerator } from './generator';

type Emits = Record<string, Emit<BashGenerator>>;

const SIGNS: Record<string, string> = {
  EQ: '==',
  NEQ: '!=',
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
    const types = ['A', 'B'].map(name => generator.types.ofInput(block, name));
    const order = generator.order('ATOMIC');
    if (types.every(type => type === 'int')) {
      const [a, b] = ['A', 'B'].map(name =>
        generator.arith(block, name, 'COMPARE')
      );
      return [`(( ${a} ${SIGNS[operator]} ${b} ))`, order];
    }
    const isEquality = operator === 'EQ' || operator === 'NEQ';
    if (types[0] !== types[1] || (types[0] !== 'String' && !isEquality)) {
      generator.refuse(block, 'kinds');
    }
    const [a, b] = ['A', 'B'].map(name => generator.word(block, name));
    if (operator === 'LTE' || operator === 'GTE') {
      const sign = operator === 'LTE' ? '>' : '<';
      return [`! [[ ${bare(a)} ${sign} ${b} ]]`, generator.order('UNARY')];
    }
    return [`[[ ${bare(a)} ${SIGNS[operator]} ${b} ]]`, order];
  },

  logic_operation(block, generator) {
    const isAnd = block.getFieldValue('OP') === 'AND';
    const order = isAnd ? 'AND' : 'OR';
    const inputs = ['A', 'B'].map(name => block.getInputTargetBlock(name));
    // One that is missing decides nothing, unless both are.
    const missing = isAnd && inputs.some(inner => inner) ? 'true' : 'false';
    const [a, b] = ['A', 'B'].map((name, n) =>
      inputs[n]?.isEnabled()
        ? generator.condition(block, name, isJoined(inputs[n], isAnd, n))
        : missing
    );
    return [`${a} ${isAnd ? '&&' : '||'} ${b}`, generator.order(order)];
  },

  logic_negate: (block, generator) => [
    `! ${generator.condition(block, 'BOOL', false)}`,
    generator.order('UNARY')
  ],

  logic_ternary(block, generator) {
    const condition = generator.condition(block, 'IF');
    const [yes, no] = ['THEN', 'ELSE'].map(name => generator.word(block, name));
    return [
      `$(if ${condition}; then printf '%s' ${yes}; else printf '%s' ${no}; fi)`,
      generator.order('ATOMIC')
    ];
  }
};

/**
 * Whether a condition needs no braces: && and || bind alike, and from the left.
 */
function isJoined(inner: Block, isAnd: boolean, n: number): boolean {
  return n === 0 && (inner.getFieldValue('OP') === 'AND') === isAnd;
}

/** The left side of a comparison of texts needs no quotes around a variable. */
const bare = (word: string) => word.replace(/^"(\$\w+)"$/, '$1');

function choice(block: Block, generator: BashGenerator): string {
  let code = '';
  for (let n = 0; block.getInput(`IF${n}`); n++) {
    const condition = generator.condition(block, `IF${n}`);
    const word = n ? 'elif' : 'if';
    code += `${word} ${condition}; then\n${generator.statements(block, `DO${n}`)}`;
  }
  if (block.getInput('ELSE')) {
    code += `else\n${generator.statements(block, 'ELSE')}`;
  }
  return `${code}fi\n`;
}
