import { byField, value, type Emit } from '../kit';
import type { RGenerator } from './generator';

type Emits = Record<string, Emit<RGenerator>>;

export const math: Emits = {
  math_number: (block, generator) =>
    generator.number(Number(block.getFieldValue('NUM'))),

  math_arithmetic: byField('OP', {
    ADD: value('ADD', '{A:LEFT_ADD} + {B:ADD}'),
    MINUS: value('SUBTRACT', '{A:LEFT_ADD} - {B:SUBTRACT}'),
    MULTIPLY: value('MULTIPLY', '{A:LEFT_MULTIPLY} * {B:MULTIPLY}'),
    DIVIDE: value('DIVIDE', '{A:LEFT_MULTIPLY} / {B:DIVIDE}'),
    POWER: value('POWER', '{A:POWER}^{B:POWER}')
  }),

  math_single: byField('OP', {
    ROOT: value('CALL', 'sqrt({NUM})'),
    ABS: value('CALL', 'abs({NUM})'),
    NEG: value('UNARY', '-{NUM:UNARY}'),
    LN: value('CALL', 'log({NUM})'),
    LOG10: value('CALL', 'log10({NUM})'),
    EXP: value('CALL', 'exp({NUM})'),
    POW10: value('POWER', '10^{NUM:POWER}')
  }),

  math_trig: byField('OP', {
    SIN: value('CALL', 'sinpi({NUM:LEFT_MULTIPLY} / 180)'),
    COS: value('CALL', 'cospi({NUM:LEFT_MULTIPLY} / 180)'),
    TAN: value('CALL', 'tanpi({NUM:LEFT_MULTIPLY} / 180)'),
    ASIN: value('DIVIDE', 'asin({NUM}) * 180 / pi'),
    ACOS: value('DIVIDE', 'acos({NUM}) * 180 / pi'),
    ATAN: value('DIVIDE', 'atan({NUM}) * 180 / pi')
  }),

  math_constant: byField('CONSTANT', {
    PI: value('ATOMIC', 'pi'),
    E: value('CALL', 'exp(1)'),
    GOLDEN_RATIO: value('DIVIDE', '(1 + sqrt(5)) / 2'),
    SQRT2: value('CALL', 'sqrt(2)'),
    SQRT1_2: value('CALL', 'sqrt(0.5)'),
    INFINITY: value('ATOMIC', 'Inf')
  }),

  math_number_property: byField('PROPERTY', {
    EVEN: value('COMPARE', '{NUMBER_TO_CHECK:LEFT_MODULO} %% 2 == 0'),
    ODD: value('COMPARE', '{NUMBER_TO_CHECK:LEFT_MODULO} %% 2 == 1'),
    PRIME: value('CALL', '{=is_prime}({NUMBER_TO_CHECK})'),
    WHOLE: value('COMPARE', '{NUMBER_TO_CHECK:LEFT_MODULO} %% 1 == 0'),
    POSITIVE: value('COMPARE', '{NUMBER_TO_CHECK:LEFT_ADD} > 0'),
    NEGATIVE: value('COMPARE', '{NUMBER_TO_CHECK:LEFT_ADD} < 0'),
    DIVISIBLE_BY: value(
      'COMPARE',
      '{NUMBER_TO_CHECK:LEFT_MODULO} %% {DIVISOR:MODULO} == 0'
    )
  }),

  math_change(block, generator) {
    const variable = generator.variable(block);
    generator.starts.change(variable, 'zero');
    const delta = generator.value(block, 'DELTA', 'ADD');
    return `${variable} ${generator.assign(variable)} ${variable} + ${delta}\n`;
  },

  math_round: byField('OP', {
    ROUND: value('CALL', 'round({NUM})'),
    ROUNDUP: value('CALL', 'ceiling({NUM})'),
    ROUNDDOWN: value('CALL', 'floor({NUM})')
  }),

  math_on_list: byField('OP', {
    SUM: value('CALL', 'sum(unlist({LIST}))'),
    MIN: value('CALL', 'min(unlist({LIST}))'),
    MAX: value('CALL', 'max(unlist({LIST}))'),
    AVERAGE: value('CALL', 'mean(unlist({LIST}))'),
    MEDIAN: value('CALL', 'median(unlist({LIST}))'),
    MODE: value('CALL', '{=modes}({LIST})'),
    STD_DEV: value('CALL', '{=deviation}(unlist({LIST}))'),
    RANDOM: value('CALL', 'sample({LIST}, 1)[[1]]')
  }),

  math_modulo: value('MODULO', '{DIVIDEND:LEFT_MODULO} %% {DIVISOR:MODULO}'),
  math_constrain: value('CALL', 'min(max({VALUE}, {LOW}), {HIGH})'),

  math_random_int(block, generator) {
    const from = generator.constant(block, 'FROM');
    const to = generator.constant(block, 'TO');
    // Of one number, `sample` takes those up to it.
    return from !== null && to !== null && from !== to
      ? value('CALL', 'sample({FROM:COLON}:{TO:COLON}, 1)')(block, generator)
      : value('CALL', '{=random_integer}({FROM}, {TO})')(block, generator);
  },

  math_random_float: value('CALL', 'runif(1)'),
  math_atan2: value('DIVIDE', 'atan2({Y}, {X}) * 180 / pi')
};
