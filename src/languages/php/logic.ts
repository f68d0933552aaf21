import type { Block } from 'blockly/core';

import { byField, value, type Emit } from '../kit';
import type { PhpGenerator } from './generator';

type Emits = Record<string, Emit<PhpGenerator>>;

const comparisons: Record<string, string> = {
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
    const isEquality = operator === 'EQ' || operator === 'NEQ';
    const types = [generator.typeOf(block, 'A'), generator.typeOf(block, 'B')];
    const isNull = ['A', 'B'].some(
      name => block.getInputTargetBlock(name)?.type === 'logic_null'
    );
    const isOpen =
      types.includes(null) &&
      types.every(type => !type || type === 'Number' || type === 'Array');
    if (isEquality && !isNull && isOpen) {
      const a = generator.value(block, 'A');
      const b = generator.value(block, 'B');
      const same = `${generator.helper('same')}(${a}, ${b})`;
      return operator === 'EQ'
        ? [same, generator.order('CALL')]
        : [`!${same}`, generator.order('UNARY')];
    }
    if (!isEquality && types.every(type => type === 'String')) {
      // PHP takes texts that look like numbers for numbers.
      const [a, b] = ['A', 'B'].map(name => generator.value(block, name));
      const sign = comparisons[operator];
      return [`strcmp(${a}, ${b}) ${sign} 0`, generator.order('COMPARE')];
    }
    // 1 and 1.0 are the same, 1 and "1" are not.
    const isLoose =
      !isNull && types.every(type => type === 'Number' || type === 'Array');
    const sign = isEquality
      ? `${operator === 'EQ' ? '=' : '!'}=${isLoose ? '' : '='}`
      : comparisons[operator];
    const a = generator.value(block, 'A', 'CONCAT');
    const b = generator.value(block, 'B', 'CONCAT');
    return [`${a} ${sign} ${b}`, generator.order('COMPARE')];
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
      `${a || missing} ${isAnd ? '&&' : '||'} ${b || missing}`,
      generator.order(order)
    ];
  },

  logic_negate: value('UNARY', '!{BOOL:UNARY}'),
  logic_null: value('ATOMIC', 'null'),
  logic_ternary: value(
    'TERNARY',
    '{IF:TERNARY} ? {THEN:TERNARY} : {ELSE:TERNARY}'
  )
};

function choice(block: Block, generator: PhpGenerator): string {
  let code = '';
  for (let n = 0; block.getInput(`IF${n}`); n++) {
    const condition = generator.value(block, `IF${n}`);
    const word = n ? '} elseif' : 'if';
    code += `${word} (${condition}) {\n${generator.statements(block, `DO${n}`)}`;
  }
  if (block.getInput('ELSE')) {
    code += `} else {\n${generator.statements(block, 'ELSE')}`;
  }
  return `${code}}\n`;
}
