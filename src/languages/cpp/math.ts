import type { Block } from 'blockly/core';

import { byField, value, type Emit } from '../kit';
import { named } from './functions';
import type { CppGenerator } from './generator';
import { itemAt } from './lists';

type Emits = Record<string, Emit<CppGenerator>>;

export const math: Emits = {
  math_number: (block, generator) =>
    generator.number(Number(block.getFieldValue('NUM'))),

  math_arithmetic: byField('OP', {
    ADD: sum('ADD', '{A:LEFT_ADD} + {B:ADD}'),
    MINUS: sum('SUBTRACT', '{A:LEFT_ADD} - {B:SUBTRACT}'),
    MULTIPLY: sum('MULTIPLY', '{A:LEFT_MULTIPLY} * {B:MULTIPLY}'),
    DIVIDE: quotient,
    POWER: numbers('CALL', 'std::pow({A}, {B})')
  }),

  math_single: byField('OP', {
    ROOT: numbers('CALL', 'std::sqrt({NUM})'),
    ABS: numbers('CALL', 'std::abs({NUM})'),
    NEG: numbers('UNARY', '-{NUM:CALL}'),
    LN: numbers('CALL', 'std::log({NUM})'),
    LOG10: numbers('CALL', 'std::log10({NUM})'),
    EXP: numbers('CALL', 'std::exp({NUM})'),
    POW10: numbers('CALL', 'std::pow(10, {NUM})')
  }),

  math_trig: byField('OP', {
    SIN: numbers('CALL', 'std::sin({=radians}({NUM}))'),
    COS: numbers('CALL', 'std::cos({=radians}({NUM}))'),
    TAN: numbers('CALL', 'std::tan({=radians}({NUM}))'),
    ASIN: numbers('CALL', '{=degrees}(std::asin({NUM}))'),
    ACOS: numbers('CALL', '{=degrees}(std::acos({NUM}))'),
    ATAN: numbers('CALL', '{=degrees}(std::atan({NUM}))')
  }),

  math_constant: byField('CONSTANT', {
    PI: value('ATOMIC', '{=pi}'),
    E: value('CALL', 'std::exp(1)'),
    GOLDEN_RATIO: value('DIVIDE', '(1 + std::sqrt(5)) / 2'),
    SQRT2: value('CALL', 'std::sqrt(2)'),
    SQRT1_2: value('CALL', 'std::sqrt(0.5)'),
    INFINITY: value('ATOMIC', 'INFINITY')
  }),

  math_number_property: byField('PROPERTY', {
    EVEN: remainder('2', '== 0'),
    ODD: remainder('2', '!= 0'),
    PRIME: numbers('CALL', '{=is_prime}({NUMBER_TO_CHECK})'),
    WHOLE: remainder('1', '== 0'),
    POSITIVE: numbers('COMPARE', '{NUMBER_TO_CHECK:COMPARE} > 0'),
    NEGATIVE: numbers('COMPARE', '{NUMBER_TO_CHECK:COMPARE} < 0'),
    DIVISIBLE_BY(block, generator) {
      const inputs = ['NUMBER_TO_CHECK', 'DIVISOR'];
      const [low, high] = generator.types.ranges.ofInput(block, 'DIVISOR');
      const isPlain =
        (low > 0 || high < 0) && areWhole(block, generator, ...inputs);
      return isPlain
        ? numbers(
            'COMPARE',
            '{NUMBER_TO_CHECK:LEFT_MULTIPLY} % {DIVISOR:DIVIDE} == 0'
          )(block, generator)
        : [
            `${modulo(block, generator, ...inputs)[0]} == 0`,
            generator.order('COMPARE')
          ];
    }
  }),

  math_change(block, generator) {
    const variable = named(block, generator);
    const delta = generator.constant(block, 'DELTA');
    return delta === 1
      ? `${variable}++;\n`
      : delta === -1
        ? `${variable}--;\n`
        : `${variable} += ${generator.asNumber(block, 'DELTA')};\n`;
  },

  math_round(block, generator) {
    const number = generator.asNumber(block, 'NUM');
    const operation = String(block.getFieldValue('OP'));
    const order = generator.order('CALL');
    if (operation === 'ROUND' && generator.types.isLarge) {
      return [`std::llround(${number})`, order];
    }
    const name = { ROUNDUP: 'ceil', ROUNDDOWN: 'floor' }[operation] ?? 'round';
    return [generator.toWhole(`std::${name}(${number})`), order];
  },

  math_on_list(block, generator) {
    const operation = String(block.getFieldValue('OP'));
    if (operation === 'RANDOM') {
      return itemAt(block, generator, 'LIST', 'RANDOM');
    }
    const helper = generator.helper(ON_LISTS[operation]);
    const list =
      operation === 'MODE'
        ? generator.as(generator.types.of(block), block, 'LIST')
        : generator.as(`[${generator.types.number}`, block, 'LIST');
    return [`${helper}(${list})`, generator.order('CALL')];
  },

  math_modulo(block, generator) {
    const [a, b] = ['DIVIDEND', 'DIVISOR'].map(
      name => generator.types.ranges.ofInput(block, name)[0]
    );
    // The sign of the rest is that of the dividend in C++.
    const arePlain =
      a >= 0 && b >= 1 && areWhole(block, generator, 'DIVIDEND', 'DIVISOR');
    return arePlain
      ? numbers('DIVIDE', '{DIVIDEND:LEFT_MULTIPLY} % {DIVISOR:DIVIDE}')(
          block,
          generator
        )
      : modulo(block, generator, 'DIVIDEND', 'DIVISOR');
  },

  math_constrain(block, generator) {
    const type = generator.spell(generator.types.of(block));
    const [number, low, high] = ['VALUE', 'LOW', 'HIGH'].map(name =>
      generator.asNumber(block, name)
    );
    // Both are to be of one type, which is not what literals may be of.
    const of = type === 'int' ? '' : `<${type}>`;
    return [
      `std::min${of}(std::max${of}(${number}, ${low}), ${high})`,
      generator.order('CALL')
    ];
  },

  math_random_int(block, generator) {
    const random = generator.helper('random_integer');
    const [from, to] = ['FROM', 'TO'].map(name =>
      generator.as('int', block, name)
    );
    return [`${random}(${from}, ${to})`, generator.order('CALL')];
  },

  math_random_float: value('CALL', '{=random_fraction}()'),
  math_atan2: numbers('CALL', '{=degrees}(std::atan2({Y}, {X}))')
};

/** The helpers for statistics. */
const ON_LISTS: Record<string, string> = {
  SUM: 'sum_of',
  MIN: 'smallest',
  MAX: 'largest',
  AVERAGE: 'average',
  MEDIAN: 'median',
  MODE: 'modes',
  STD_DEV: 'deviation'
};

/**
 * A template whose inputs are numbers: `{NAME:ORDER}`, `{=helper}`.
 */
function numbers(order: string, template: string): Emit<CppGenerator> {
  return (block, generator) => [
    generator.withNumbers(block, template),
    generator.order(order)
  ];
}

/**
 * The same for two whole numbers that may be literals, which are small in C++
 * whatever becomes of them.
 */
function sum(order: string, template: string): Emit<CppGenerator> {
  return (block, generator) => {
    const areLiterals =
      generator.types.isLarge &&
      areWhole(block, generator, 'A', 'B') &&
      ['A', 'B'].every(name => generator.constant(block, name) !== null);
    const code = generator.withNumbers(block, template);
    return [
      areLiterals ? code.replace(/\d+/, '$&LL') : code,
      generator.order(order)
    ];
  };
}

function areWhole(
  block: Block,
  generator: CppGenerator,
  ...inputs: readonly string[]
): boolean {
  return inputs.every(name => generator.types.ofInput(block, name) === 'int');
}

/**
 * What is left of a number, compared with zero.
 */
function remainder(divisor: string, test: string): Emit<CppGenerator> {
  return (block, generator) => {
    const isWhole = areWhole(block, generator, 'NUMBER_TO_CHECK');
    const code = isWhole
      ? `${generator.asNumber(block, 'NUMBER_TO_CHECK', 'LEFT_MULTIPLY')} % ${divisor}`
      : `std::fmod(${generator.asNumber(block, 'NUMBER_TO_CHECK')}, ${divisor})`;
    const isOdd = test === '!= 0';
    return isOdd && !isWhole
      ? [`std::abs(${code}) == 1`, generator.order('COMPARE')]
      : [`${code} ${test}`, generator.order('COMPARE')];
  };
}

function modulo(
  block: Block,
  generator: CppGenerator,
  ...inputs: readonly string[]
): [string, number] {
  const isWhole = areWhole(block, generator, ...inputs);
  const helper = generator.helper(isWhole ? 'modulo' : 'double_modulo');
  const values = inputs.map(name => generator.asNumber(block, name));
  return [`${helper}(${values.join(', ')})`, generator.order('CALL')];
}

/**
 * What is left of whole numbers is no whole number, as in the other languages.
 */
function quotient(block: Block, generator: CppGenerator): [string, number] {
  const b = generator.asNumber(block, 'B', 'DIVIDE');
  const order = generator.order('DIVIDE');
  if (!areWhole(block, generator, 'A', 'B')) {
    const a = generator.asNumber(block, 'A', 'LEFT_MULTIPLY');
    return [`${a} / ${b}`, order];
  }
  const [a, divisor] = ['A', 'B'].map(name => generator.constant(block, name));
  const code =
    divisor !== null
      ? `${generator.asNumber(block, 'A', 'LEFT_MULTIPLY')} / ${b.replace(/\d+/, '$&.0')}`
      : a !== null
        ? `${a}.0 / ${b}`
        : `double(${generator.asNumber(block, 'A')}) / ${b}`;
  return [code, order];
}
