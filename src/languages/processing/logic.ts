import type { Block } from 'blockly/core';

import {
  byField,
  value,
  type Emit,
  isNumber,
  isPrimitive,
  type Type
} from '../kit';
import type { ProcessingGenerator } from './generator';

type Emits = Record<string, Emit<ProcessingGenerator>>;

const SIGNS: Record<string, string> = {
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
    return operator === 'EQ' || operator === 'NEQ'
      ? equality(block, generator, operator === 'NEQ')
      : order(block, generator, SIGNS[operator]);
  },

  logic_operation(block, generator) {
    const isAnd = block.getFieldValue('OP') === 'AND';
    const order = isAnd ? 'AND' : 'OR';
    const inputs = ['A', 'B'].map(name => block.getInputTargetBlock(name));
    // One that is missing decides nothing, unless both are.
    const missing = isAnd && inputs.some(inner => inner) ? 'true' : 'false';
    const [a, b] = ['A', 'B'].map((name, n) =>
      inputs[n]?.isEnabled()
        ? generator.as('boolean', block, name, order)
        : missing
    );
    return [`${a} ${isAnd ? '&&' : '||'} ${b}`, generator.order(order)];
  },

  logic_negate: (block, generator) => [
    `!${generator.as('boolean', block, 'BOOL', 'UNARY')}`,
    generator.order('UNARY')
  ],

  logic_null: value('ATOMIC', 'null'),

  logic_ternary(block, generator) {
    const type = generator.types.of(block);
    const condition = generator.as('boolean', block, 'IF', 'TERNARY');
    const [yes, no] = ['THEN', 'ELSE'].map(name =>
      generator.as(type, block, name, 'TERNARY')
    );
    return [`${condition} ? ${yes} : ${no}`, generator.order('TERNARY')];
  }
};

/**
 * Whether two values are the same, or are not: of numbers by a sign, of texts
 * and of what lists have by `equals`.
 */
function equality(
  block: Block,
  generator: ProcessingGenerator,
  isNot: boolean
): [string, number] {
  const types = ['A', 'B'].map(name => generator.types.ofInput(block, name));
  const areBoxed = ['A', 'B'].every(name =>
    isItem(block.getInputTargetBlock(name))
  );
  const sign = isNot ? '!=' : '==';
  const isNull = types.includes('null');
  const isSigned =
    types.every(isNumber) || types.every(type => type === 'boolean');
  if (isNull ? !types.some(isPrimitive) : isSigned && !areBoxed) {
    const [a, b] = ['A', 'B'].map(name =>
      generator.value(block, name, 'COMPARE')
    );
    return [`${a} ${sign} ${b}`, generator.order('COMPARE')];
  }
  const isEqual =
    types[0] === types[1] && (types[0] === 'String' || isSigned) && !isNull;
  const [a, b] = ['A', 'B'].map(name =>
    generator.value(block, name, 'COMPARE')
  );
  const [subject, other] = isSimple(a) ? [a, b] : [b, a];
  const code =
    isEqual && isSimple(subject)
      ? `${subject}.equals(${other})`
      : `${generator.helper('same')}(${a}, ${b})`;
  return isNot
    ? [`!${code}`, generator.order('UNARY')]
    : [code, generator.order('CALL')];
}

function order(
  block: Block,
  generator: ProcessingGenerator,
  sign: string
): [string, number] {
  const types = ['A', 'B'].map(name => generator.types.ofInput(block, name));
  if (types.every(isText)) {
    const [a, b] = ['A', 'B'].map(name =>
      generator.as('String', block, name, 'COMPARE')
    );
    const compare = generator.helper('compareTexts');
    return [`${compare}(${a}, ${b}) ${sign} 0`, generator.order('COMPARE')];
  }
  const [a, b] = ['A', 'B'].map(name =>
    generator.asNumber(block, name, 'COMPARE')
  );
  return [`${a} ${sign} ${b}`, generator.order('COMPARE')];
}

const isText = (type: Type) => type === 'String';

/**
 * Whether a value comes out of a list, where it is an object of Java.
 */
function isItem(block: Block | null): boolean {
  return block?.type === 'lists_getIndex';
}

/**
 * Whether code can have a method called on it, for Processing.js too: a name, a
 * text, or what is called of one.
 */
export function isSimple(code: string): boolean {
  let rest = code.replace(/"(?:[^"\\]|\\.)*"/g, '""');
  for (let before = ''; before !== rest;) {
    before = rest;
    rest = rest.replace(/\([^()]*\)/g, '');
  }
  return /^(""|[A-Za-z_]\w*)(\.\w+)*$/.test(rest);
}

function choice(block: Block, generator: ProcessingGenerator): string {
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
