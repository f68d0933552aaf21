import type { Block } from 'blockly/core';

import { byField, value, type Code, type Emit } from '../kit';
import type { SchemeGenerator } from './generator';
import { countForms, nest } from './layout';

type Emits = Record<string, Emit<SchemeGenerator>>;

const comparisons: Record<string, string> = {
  EQ: '(= A B)',
  NEQ: '(not (= A B))',
  LT: '(< A B)',
  LTE: '(<= A B)',
  GT: '(> A B)',
  GTE: '(>= A B)'
};

// Calysto Scheme has `string<?` and `string=?` alone.
const textComparisons: Record<string, string> = {
  EQ: '(string=? A B)',
  NEQ: '(not (string=? A B))',
  LT: '(string<? A B)',
  LTE: '(not (string<? B A))',
  GT: '(string<? B A)',
  GTE: '(not (string<? A B))'
};

export const logic: Emits = {
  controls_if: choice,
  controls_ifelse: choice,

  logic_boolean: byField('BOOL', {
    TRUE: value('ATOMIC', '#t'),
    FALSE: value('ATOMIC', '#f')
  }),

  logic_compare(block, generator) {
    const operator = generator.comparison(block);
    const isEquality = operator === 'EQ' || operator === 'NEQ';
    const types = [generator.typeOf(block, 'A'), generator.typeOf(block, 'B')];
    const template = isEquality
      ? sameness(block, operator, types, generator)
      : (types.includes('String') ? textComparisons : comparisons)[operator];
    const sides: Record<string, string> = {
      A: generator.value(block, 'A'),
      B: generator.value(block, 'B')
    };
    const code = template.replace(/\b[AB]\b/g, side => sides[side]);
    return [code, generator.order('ATOMIC')];
  },

  logic_operation(block, generator) {
    const isAnd = block.getFieldValue('OP') === 'AND';
    const [a, b] = ['A', 'B'].map(name =>
      generator.valueToCode(block, name, generator.order('NONE'))
    );
    // One that is missing decides nothing, unless both are.
    const missing = isAnd && (a || b) ? '#t' : '#f';
    const inner = block.getInputTargetBlock('A');
    const first =
      inner?.type === block.type &&
      inner.getFieldValue('OP') === block.getFieldValue('OP')
        ? spread(a)
        : a || missing;
    const code = `(${isAnd ? 'and' : 'or'} ${first} ${b || missing})`;
    return [code, generator.order('ATOMIC')];
  },

  logic_negate: value('ATOMIC', '(not {BOOL})'),
  logic_null: value('ATOMIC', "'()"),
  logic_ternary: value('ATOMIC', '(if {IF} {THEN} {ELSE})')
};

/**
 * The operands of a form like `(+ a b)`, which take another one.
 */
export function spread(code: string): string {
  return code.replace(/^\(\S+ (.*)\)$/s, '$1');
}

function sameness(
  block: Block,
  operator: string,
  types: readonly (string | null)[],
  generator: SchemeGenerator
): string {
  const isNull = ['A', 'B'].map(
    name => block.getInputTargetBlock(name)?.type === 'logic_null'
  );
  const areAll = (type: string) => types.every(one => one === type);
  if (areAll('String')) {
    return textComparisons[operator];
  }
  if (areAll('Number')) {
    return comparisons[operator];
  }
  const same = isNull[1]
    ? '(null? A)'
    : isNull[0]
      ? '(null? B)'
      : areAll('Boolean')
        ? '(eq? A B)'
        : `(${generator.helper('same?')} A B)`;
  return operator === 'EQ' ? same : `(not ${same})`;
}

function choice(block: Block, generator: SchemeGenerator): Code {
  const tests: string[] = [];
  const bodies: string[] = [];
  for (let n = 0; block.getInput(`IF${n}`); n++) {
    tests.push(generator.value(block, `IF${n}`));
    bodies.push(generator.forms(block, `DO${n}`));
  }
  if (block.getInput('ELSE')) {
    bodies.push(generator.forms(block, 'ELSE'));
  }
  const isPlain =
    tests.length === 1 && bodies.every(body => countForms(body) === 1);
  if (isPlain || bodies.length === 1) {
    return branch(tests[0], bodies) + '\n';
  }
  const clauses = bodies.map((body, n) =>
    nest(`(${tests[n] ?? 'else'}`, body, 1)
  );
  // The clauses stand below the first of them.
  const depth = '(cond '.length;
  return nest('', clauses.join('\n'), depth).replace(/^\s*/, '(cond ') + '\n';
}

/**
 * An `if`, whose bodies stand below its test.
 */
export function branch(test: string, bodies: readonly string[]): string {
  const forms = bodies.map(body =>
    countForms(body) === 1 ? body : nest('(begin', body)
  );
  return nest(`(if ${test}`, forms.map(form => form.trimEnd()).join('\n'), 4);
}
