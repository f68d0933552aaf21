import type { Block } from 'blockly/core';

import { byField, isNumber, value, type Emit } from '../kit';
import { isLiteral, type CppGenerator } from './generator';

type Emits = Record<string, Emit<CppGenerator>>;

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
    const [a, b] = ['A', 'B'].map(name => generator.types.ofInput(block, name));
    if (a !== b && a && b && !(isNumber(a) && isNumber(b))) {
      generator.refuse(block, [a, b].includes('null') ? 'nothing' : 'kinds');
    }
    const areLiterals =
      a === 'String' &&
      ['A', 'B'].every(name => isLiteral(block.getInputTargetBlock(name)));
    const left = areLiterals
      ? generator.object(block, 'A')
      : generator.value(block, 'A', 'COMPARE');
    const sign = SIGNS[generator.comparison(block)];
    return [
      `${left} ${sign} ${generator.value(block, 'B', 'COMPARE')}`,
      generator.order('COMPARE')
    ];
  },

  logic_operation(block, generator) {
    const isAnd = block.getFieldValue('OP') === 'AND';
    const order = isAnd ? 'AND' : 'OR';
    const inputs = ['A', 'B'].map(name => block.getInputTargetBlock(name));
    // Compilers warn of an && in an || without parentheses.
    const around = (inner: Block | null) =>
      inner?.type === 'logic_operation' &&
      inner.getFieldValue('OP') !== block.getFieldValue('OP')
        ? 'COMPARE'
        : order;
    // One that is missing decides nothing, unless both are.
    const missing = isAnd && inputs.some(inner => inner) ? 'true' : 'false';
    const [a, b] = ['A', 'B'].map((name, n) =>
      inputs[n]?.isEnabled()
        ? generator.as('boolean', block, name, around(inputs[n]))
        : missing
    );
    return [`${a} ${isAnd ? '&&' : '||'} ${b}`, generator.order(order)];
  },

  logic_negate: (block, generator) => [
    `!${generator.as('boolean', block, 'BOOL', 'UNARY')}`,
    generator.order('UNARY')
  ],

  logic_ternary(block, generator) {
    const type = generator.types.of(block);
    const condition = generator.as('boolean', block, 'IF', 'TERNARY');
    const areLiterals = isLiteral(block);
    const [yes, no] = ['THEN', 'ELSE'].map(name =>
      type === 'String' && !areLiterals
        ? generator.object(block, name, 'TERNARY')
        : generator.as(type, block, name, 'TERNARY')
    );
    return [`${condition} ? ${yes} : ${no}`, generator.order('TERNARY')];
  }
};

function choice(block: Block, generator: CppGenerator): string {
  let code = '';
  for (let n = 0; block.getInput(`IF${n}`); n++) {
    const condition = generator.as('boolean', block, `IF${n}`);
    const word = n ? '} else if' : 'if';
    code += `${word} (${condition}) {\n${generator.statements(block, `DO${n}`)}`;
  }
  if (block.getInput('ELSE')) {
    code += `} else {\n${generator.statements(block, 'ELSE')}`;
  }
  return `${code}}\n`;
}
