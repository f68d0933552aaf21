import { byField, value, type Emit } from '../kit';
import type { PhpGenerator } from './generator';

type Emits = Record<string, Emit<PhpGenerator>>;

export const math: Emits = {
  math_number: (block, generator) =>
    generator.number(Number(block.getFieldValue('NUM'))),

  math_arithmetic: byField('OP', {
    ADD: value('ADD', '{A:LEFT_ADD} + {B:ADD}'),
    MINUS: value('SUBTRACT', '{A:LEFT_ADD} - {B:SUBTRACT}'),
    MULTIPLY: value('MULTIPLY', '{A:LEFT_MULTIPLY} * {B:MULTIPLY}'),
    DIVIDE: value('DIVIDE', '{A:LEFT_MULTIPLY} / {B:DIVIDE}'),
    POWER: value('POWER', '{A:POWER} ** {B:POWER}')
  }),

  math_single: byField('OP', {
    ROOT: value('CALL', 'sqrt({NUM})'),
    ABS: value('CALL', 'abs({NUM})'),
    NEG: value('UNARY', '-{NUM:POWER}'),
    LN: value('CALL', 'log({NUM})'),
    LOG10: value('CALL', 'log10({NUM})'),
    EXP: value('CALL', 'exp({NUM})'),
    POW10: value('POWER', '10 ** {NUM:POWER}')
  }),

  math_trig: byField('OP', {
    SIN: value('CALL', 'sin(deg2rad({NUM}))'),
    COS: value('CALL', 'cos(deg2rad({NUM}))'),
    TAN: value('CALL', 'tan(deg2rad({NUM}))'),
    ASIN: value('CALL', 'rad2deg(asin({NUM}))'),
    ACOS: value('CALL', 'rad2deg(acos({NUM}))'),
    ATAN: value('CALL', 'rad2deg(atan({NUM}))')
  }),

  math_constant: byField('CONSTANT', {
    PI: value('ATOMIC', 'M_PI'),
    E: value('ATOMIC', 'M_E'),
    GOLDEN_RATIO: value('DIVIDE', '(1 + sqrt(5)) / 2'),
    SQRT2: value('ATOMIC', 'M_SQRT2'),
    SQRT1_2: value('ATOMIC', 'M_SQRT1_2'),
    INFINITY: value('ATOMIC', 'INF')
  }),

  math_number_property: byField('PROPERTY', {
    // `%` takes whole numbers alone, and drops what is behind the point.
    EVEN: value('COMPARE', 'fmod({NUMBER_TO_CHECK}, 2) == 0'),
    ODD: value('COMPARE', 'abs(fmod({NUMBER_TO_CHECK}, 2)) == 1'),
    PRIME: value('CALL', '{=is_prime}({NUMBER_TO_CHECK})'),
    WHOLE: value('COMPARE', 'fmod({NUMBER_TO_CHECK}, 1) == 0'),
    POSITIVE: value('COMPARE', '{NUMBER_TO_CHECK:CONCAT} > 0'),
    NEGATIVE: value('COMPARE', '{NUMBER_TO_CHECK:CONCAT} < 0'),
    DIVISIBLE_BY: value('COMPARE', 'fmod({NUMBER_TO_CHECK}, {DIVISOR}) == 0')
  }),

  math_change(block, generator) {
    const variable = generator.variable(block);
    generator.starts.change(variable, 'zero');
    return generator.changed(block, 'DELTA', '+', order =>
      generator.value(block, 'DELTA', order)
    );
  },

  math_round: byField('OP', {
    ROUND: value('CALL', 'round({NUM})'),
    ROUNDUP: value('CALL', 'ceil({NUM})'),
    ROUNDDOWN: value('CALL', 'floor({NUM})')
  }),

  math_on_list: byField('OP', {
    SUM: value('CALL', 'array_sum({LIST})'),
    MIN: value('CALL', 'min({LIST})'),
    MAX: value('CALL', 'max({LIST})'),
    AVERAGE: value('CALL', '{=average}({LIST})'),
    MEDIAN: value('CALL', '{=median}({LIST})'),
    MODE: value('CALL', '{=modes}({LIST})'),
    STD_DEV: value('CALL', '{=deviation}({LIST})'),
    RANDOM: value('CALL', '{=random_item}({LIST})')
  }),

  math_modulo(block, generator) {
    const numbers = ['DIVIDEND', 'DIVISOR'].map(name =>
      generator.constant(block, name)
    );
    const arePlain = numbers.every(
      number => number !== null && Number.isInteger(number) && number >= 0
    );
    return arePlain
      ? value('DIVIDE', '{DIVIDEND} % {DIVISOR}')(block, generator)
      : value('CALL', '{=modulo}({DIVIDEND}, {DIVISOR})')(block, generator);
  },

  math_constrain: value('CALL', 'min(max({VALUE}, {LOW}), {HIGH})'),

  math_random_int(block, generator) {
    const from = generator.constant(block, 'FROM');
    const to = generator.constant(block, 'TO');
    return from !== null && to !== null && from <= to
      ? value('CALL', 'random_int({FROM}, {TO})')(block, generator)
      : value('CALL', '{=random_integer}({FROM}, {TO})')(block, generator);
  },

  math_random_float: value('CALL', 'lcg_value()'),
  math_atan2: value('CALL', 'rad2deg(atan2({Y}, {X}))')
};
