import type { Block } from 'blockly/core';

import { byField, value, type Emit } from '../kit';
import type { LuaGenerator } from './generator';

type Emits = Record<string, Emit<LuaGenerator>>;

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
    const mayBeLists = types.every(type => type === null || type === 'Array');
    const isNull = ['A', 'B'].some(
      name => block.getInputTargetBlock(name)?.type === 'logic_null'
    );
    if (/N?EQ$/.test(operator) && mayBeLists && !isNull) {
      const a = generator.value(block, 'A');
      const b = generator.value(block, 'B');
      const same = `${generator.helper('same')}(${a}, ${b})`;
      return operator === 'EQ'
        ? [same, generator.order('CALL')]
        : [`not ${same}`, generator.order('UNARY')];
    }
    // A comparison on the left is taken first anyway.
    const a = generator.value(block, 'A', 'CONCAT');
    const b = generator.value(block, 'B', 'CONCAT');
    return [`${a} ${comparisons[operator]} ${b}`, generator.order('COMPARE')];
  },

  logic_operation(block, generator) {
    const isAnd = block.getFieldValue('OP') === 'AND';
    const order = isAnd ? 'AND' : 'OR';
    const [a, b] = ['A', 'B'].map(name =>
      generator.valueToCode(block, name, generator.order(order))
    );
    // One that is missing decides nothing, unless both are.
    const missing = isAnd && (a || b) ? 'true' : 'false';
    return [
      `${a || missing} ${isAnd ? 'and' : 'or'} ${b || missing}`,
      generator.order(order)
    ];
  },

  logic_negate: value('UNARY', 'not {BOOL:UNARY}'),
  logic_null: value('ATOMIC', 'nil'),

  logic_ternary(block, generator) {
    // `a and b or c` is c where b is not true.
    return SURE.has(generator.typeOf(block, 'THEN') ?? '')
      ? value('OR', '{IF:AND} and {THEN:AND} or {ELSE:OR}')(block, generator)
      : value(
          'CALL',
          '{=choose}({IF}, function() return {THEN} end, function() return {ELSE} end)'
        )(block, generator);
  }
};

/**
 * Types of values that are all true.
 */
const SURE = new Set(['Number', 'String', 'Array', 'Colour']);

function choice(block: Block, generator: LuaGenerator): string {
  let code = '';
  for (let n = 0; block.getInput(`IF${n}`); n++) {
    const condition = generator.value(block, `IF${n}`);
    const word = n ? 'elseif' : 'if';
    code += `${word} ${condition} then\n${generator.statements(block, `DO${n}`)}`;
  }
  if (block.getInput('ELSE')) {
    code += `else\n${generator.statements(block, 'ELSE')}`;
  }
  return `${code}end\n`;
}
