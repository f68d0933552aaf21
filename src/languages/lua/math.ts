import { byField, value, type Emit } from '../kit';
import type { LuaGenerator } from './generator';

type Emits = Record<string, Emit<LuaGenerator>>;

export const math: Emits = {
  math_number: (block, generator) =>
    generator.number(Number(block.getFieldValue('NUM'))),

  math_arithmetic: byField('OP', {
    ADD: value('ADD', '{A:LEFT_ADD} + {B:ADD}'),
    MINUS: value('SUBTRACT', '{A:LEFT_ADD} - {B:SUBTRACT}'),
    MULTIPLY: value('MULTIPLY', '{A:LEFT_MULTIPLY} * {B:MULTIPLY}'),
    DIVIDE: value('DIVIDE', '{A:LEFT_MULTIPLY} / {B:DIVIDE}'),
    POWER: value('POWER', '{A:POWER} ^ {B:POWER}')
  }),

  math_single: byField('OP', {
    ROOT: value('CALL', 'math.sqrt({NUM})'),
    ABS: value('CALL', 'math.abs({NUM})'),
    NEG: value('UNARY', '-{NUM:POWER}'),
    LN: value('CALL', 'math.log({NUM})'),
    LOG10: value('CALL', 'math.log({NUM}, 10)'),
    EXP: value('CALL', 'math.exp({NUM})'),
    POW10: value('POWER', '10 ^ {NUM:POWER}')
  }),

  math_trig: byField('OP', {
    SIN: value('CALL', 'math.sin(math.rad({NUM}))'),
    COS: value('CALL', 'math.cos(math.rad({NUM}))'),
    TAN: value('CALL', 'math.tan(math.rad({NUM}))'),
    ASIN: value('CALL', 'math.deg(math.asin({NUM}))'),
    ACOS: value('CALL', 'math.deg(math.acos({NUM}))'),
    ATAN: value('CALL', 'math.deg(math.atan({NUM}))')
  }),

  math_constant: byField('CONSTANT', {
    PI: value('ATOMIC', 'math.pi'),
    E: value('CALL', 'math.exp(1)'),
    GOLDEN_RATIO: value('DIVIDE', '(1 + math.sqrt(5)) / 2'),
    SQRT2: value('CALL', 'math.sqrt(2)'),
    SQRT1_2: value('CALL', 'math.sqrt(0.5)'),
    INFINITY: value('ATOMIC', 'math.huge')
  }),

  math_number_property: byField('PROPERTY', {
    EVEN: value('COMPARE', '{NUMBER_TO_CHECK:LEFT_MULTIPLY} % 2 == 0'),
    ODD: value('COMPARE', '{NUMBER_TO_CHECK:LEFT_MULTIPLY} % 2 == 1'),
    PRIME: value('CALL', '{=is_prime}({NUMBER_TO_CHECK})'),
    WHOLE: value('COMPARE', '{NUMBER_TO_CHECK:LEFT_MULTIPLY} % 1 == 0'),
    POSITIVE: value('COMPARE', '{NUMBER_TO_CHECK:CONCAT} > 0'),
    NEGATIVE: value('COMPARE', '{NUMBER_TO_CHECK:CONCAT} < 0'),
    DIVISIBLE_BY: value(
      'COMPARE',
      '{NUMBER_TO_CHECK:LEFT_MULTIPLY} % {DIVISOR:DIVIDE} == 0'
    )
  }),

  math_change(block, generator) {
    const variable = generator.variable(block);
    generator.starts.change(variable, 'zero');
    const delta = generator.value(block, 'DELTA', 'ADD');
    return `${variable} = ${variable} + ${delta}\n`;
  },

  math_round: byField('OP', {
    ROUND: value('CALL', 'math.floor({NUM:LEFT_ADD} + 0.5)'),
    ROUNDUP: value('CALL', 'math.ceil({NUM})'),
    ROUNDDOWN: value('CALL', 'math.floor({NUM})')
  }),

  math_on_list: byField('OP', {
    SUM: value('CALL', '{=sum}({LIST})'),
    MIN: value('CALL', 'math.min(table.unpack({LIST}))'),
    MAX: value('CALL', 'math.max(table.unpack({LIST}))'),
    AVERAGE: value('CALL', '{=average}({LIST})'),
    MEDIAN: value('CALL', '{=median}({LIST})'),
    MODE: value('CALL', '{=modes}({LIST})'),
    STD_DEV: value('CALL', '{=deviation}({LIST})'),
    RANDOM: value('CALL', '{=random_item}({LIST})')
  }),

  math_modulo: value('DIVIDE', '{DIVIDEND:LEFT_MULTIPLY} % {DIVISOR:DIVIDE}'),
  math_constrain: value('CALL', 'math.min(math.max({VALUE}, {LOW}), {HIGH})'),

  math_random_int(block, generator) {
    const from = generator.constant(block, 'FROM');
    const to = generator.constant(block, 'TO');
    return from !== null && to !== null && from <= to
      ? value('CALL', 'math.random({FROM}, {TO})')(block, generator)
      : value('CALL', '{=random_integer}({FROM}, {TO})')(block, generator);
  },

  math_random_float: value('CALL', 'math.random()'),
  math_atan2: value('CALL', 'math.deg(math.atan({Y}, {X}))')
};
