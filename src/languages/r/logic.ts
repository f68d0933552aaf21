import type { Block } from 'blockly/core';

import { byField, value, type Emit } from '../kit';
import type { RGenerator } from './generator';

type Emits = Record<string, Emit<RGenerator>>;

const comparisons: Record<string, string> = {
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
    TRUE: value('ATOMIC', 'TRUE'),
    FALSE: value('ATOMIC', 'FALSE')
  }),

  logic_compare(block, generator) {
    const operator = generator.comparison(block);
    const types = [generator.typeOf(block, 'A'), generator.typeOf(block, 'B')];
    const isEquality = operator === 'EQ' || operator === 'NEQ';
    const [nullA, nullB] = ['A', 'B'].map(
      name => block.getInputTargetBlock(name)?.type === 'logic_null'
    );
    if (isEquality && (nullA || nullB || !areAlike(types))) {
      const a = generator.value(block, 'A');
      const b = generator.value(block, 'B');
      const same = nullB
        ? `is.null(${a})`
        : nullA
          ? `is.null(${b})`
          : `${generator.helper('same')}(${a}, ${b})`;
      return operator === 'EQ'
        ? [same, generator.order('CALL')]
        : [`!${same}`, generator.order('NOT')];
    }
    // A comparison of comparisons is none.
    const a = generator.value(block, 'A', 'LEFT_ADD');
    const b = generator.value(block, 'B', 'LEFT_ADD');
    return [`${a} ${comparisons[operator]} ${b}`, generator.order('COMPARE')];
  },

  logic_operation(block, generator) {
    const isAnd = block.getFieldValue('OP') === 'AND';
    const order = isAnd ? 'AND' : 'OR';
    const [a, b] = ['A', 'B'].map(name =>
      generator.valueToCode(block, name, generator.order(order))
    );
    // One that is missing decides nothing, unless both are.
    const missing = isAnd && (a || b) ? 'TRUE' : 'FALSE';
    const operator = isAnd ? '&&' : '||';
    return [
      `${a || missing} ${operator} ${b || missing}`,
      generator.order(order)
    ];
  },

  logic_negate: value('NOT', '!{BOOL:UNARY}'),
  logic_null: value('ATOMIC', 'NULL'),
  logic_ternary: value('IF', 'if ({IF}) {THEN} else {ELSE}')
};

/**
 * Whether an operator says if values of some types are the same. For it 1 and
 * "1" are, and to compare something with NULL gives neither true nor false.
 */
const areAlike = (types: readonly (string | null)[]) =>
  types.every(type => type === 'String') ||
  types.every(type => type === 'Number' || type === 'Boolean');

function choice(block: Block, generator: RGenerator): string {
  let code = '';
  for (let n = 0; block.getInput(`IF${n}`); n++) {
    const condition = generator.value(block, `IF${n}`);
    const word = n ? '} else if' : 'if';
    code += `${word} (${condition}) {\n${generator.statements(block, `DO${n}`)}`;
  }
  if (block.getInput('ELSE')) {
    code += `} else {\n${generator.statements(block, 'ELSE')}`;
  }
  return `${code}}\n`;
}
