import type { Block } from 'blockly/core';

import { byField, type Code, type Emit } from '../kit';
import type { BashGenerator } from './generator';

type Emits = Record<string, Emit<BashGenerator>>;

export const math: Emits = {
  math_number: (block, generator) =>
    generator.number(Number(block.getFieldValue('NUM'))),

  math_arithmetic: byField('OP', {
    ADD: numbers('ADD', '{A:LEFT_ADD} + {B:ADD}'),
    MINUS: numbers('SUBTRACT', '{A:LEFT_ADD} - {B:SUBTRACT}'),
    MULTIPLY: numbers('MULTIPLY', '{A:LEFT_MULTIPLY} * {B:MULTIPLY}'),
    DIVIDE: fractions,
    POWER: numbers('POWER', '{A:UNARY} ** {B:UNARY}')
  }),

  math_single: byField('OP', {
    ABS: called('abs_of', 'NUM'),
    NEG: numbers('UNARY', '-{NUM:ATOMIC}'),
    ROOT: fractions,
    LN: fractions,
    LOG10: fractions,
    EXP: fractions,
    POW10: fractions
  }),

  math_number_property: byField('PROPERTY', {
    EVEN: condition('{NUMBER_TO_CHECK:LEFT_MULTIPLY} % 2 == 0'),
    ODD: condition('{NUMBER_TO_CHECK:LEFT_MULTIPLY} % 2 != 0'),
    PRIME: (block, generator) => [
      `${generator.helper('is_prime')} ${generator.word(block, 'NUMBER_TO_CHECK')}`,
      generator.order('ATOMIC')
    ],
    WHOLE: (block, generator) => {
      generator.arith(block, 'NUMBER_TO_CHECK');
      return ['true', generator.order('ATOMIC')];
    },
    POSITIVE: condition('{NUMBER_TO_CHECK:COMPARE} > 0'),
    NEGATIVE: condition('{NUMBER_TO_CHECK:COMPARE} < 0'),
    DIVISIBLE_BY: condition(
      '{NUMBER_TO_CHECK:LEFT_MULTIPLY} % {DIVISOR:DIVIDE} == 0'
    )
  }),

  math_change(block, generator) {
    const variable = generator.variable(block);
    generator.starts.change(variable, 'zero');
    return `(( ${variable} += ${generator.arith(block, 'DELTA')} ))\n`;
  },

  math_round(block, generator) {
    const inner = block.getInputTargetBlock('NUM');
    const isQuotient =
      inner !== null &&
      inner.isEnabled() &&
      inner.type === 'math_arithmetic' &&
      inner.getFieldValue('OP') === 'DIVIDE' &&
      ['A', 'B'].every(name => generator.types.ofInput(inner, name) === 'int');
    if (!isQuotient) {
      // A whole number is round.
      return [generator.arith(block, 'NUM', 'UNARY'), generator.order('UNARY')];
    }
    const helper = {
      ROUND: 'rounded',
      ROUNDUP: 'divided_up',
      ROUNDDOWN: 'divided_down'
    }[String(block.getFieldValue('OP'))]!;
    const [a, b] = ['A', 'B'].map(name => generator.word(inner, name));
    return [
      `$(${generator.helper(helper)} ${a} ${b})`,
      generator.order('ATOMIC')
    ];
  },

  math_on_list: byField('OP', {
    SUM: onList('sum_of'),
    MIN: onList('smallest'),
    MAX: onList('largest'),
    RANDOM: (block, generator) => {
      const list = generator.list(block, 'LIST');
      const code = `\${${list}[RANDOM % \${#${list}[@]}]}`;
      return [code, generator.order('ATOMIC')];
    },
    AVERAGE: fractions,
    MEDIAN: fractions,
    STD_DEV: fractions,
    MODE: (block, generator) => [
      `<(${generator.helper('modes')} ${generator.words(block, 'LIST')})`,
      generator.order('ATOMIC')
    ]
  }),

  math_modulo(block, generator) {
    const arePlain = ['DIVIDEND', 'DIVISOR']
      .map(name => generator.constant(block, name))
      .every(number => number !== null && number >= 0);
    return arePlain
      ? numbers('DIVIDE', '{DIVIDEND:LEFT_MULTIPLY} % {DIVISOR:DIVIDE}')(
          block,
          generator
        )
      : called('modulo', 'DIVIDEND', 'DIVISOR')(block, generator);
  },

  math_constrain: called('constrained', 'VALUE', 'LOW', 'HIGH'),
  math_random_int: called('random_integer', 'FROM', 'TO')
};

function fractions(block: Block, generator: BashGenerator): Code {
  return generator.refuse(block, 'fractions');
}

/** A template of numbers: `{NAME:ORDER}`. */
function fill(
  template: string,
  block: Block,
  generator: BashGenerator
): string {
  return template.replace(
    /\{(\w+):(\w+)\}/g,
    (_, name: string, order: string) => generator.arith(block, name, order)
  );
}

function numbers(order: string, template: string): Emit<BashGenerator> {
  return (block, generator) => [
    fill(template, block, generator),
    generator.order(order)
  ];
}

function condition(template: string): Emit<BashGenerator> {
  return (block, generator) => [
    `(( ${fill(template, block, generator)} ))`,
    generator.order('ATOMIC')
  ];
}

function called(
  helper: string,
  ...inputs: readonly string[]
): Emit<BashGenerator> {
  return (block, generator) => {
    const words = inputs.map(input => {
      if (generator.types.ofInput(block, input) !== 'int') {
        generator.refuseValue(block, input);
      }
      return generator.word(block, input);
    });
    return [
      `$(${generator.helper(helper)} ${words.join(' ')})`,
      generator.order('ATOMIC')
    ];
  };
}

function onList(helper: string): Emit<BashGenerator> {
  return (block, generator) => {
    if (!/^\[(int)?$/.test(generator.types.ofInput(block, 'LIST'))) {
      generator.refuseValue(block, 'LIST');
    }
    return [
      `$(${generator.helper(helper)} ${plainWords(block, 'LIST', generator)})`,
      generator.order('ATOMIC')
    ];
  };
}

/**
 * The items of a list as arguments.
 */
export function plainWords(
  block: Block,
  input: string,
  generator: BashGenerator
): string {
  const words = generator.words(block, input);
  return words.startsWith('<(')
    ? `"\${${generator.list(block, input)}[@]}"`
    : words;
}
