import { byField, value, type Emit } from '../kit';
import type { OctaveGenerator } from './generator';

type Emits = Record<string, Emit<OctaveGenerator>>;

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
    ROOT: value('CALL', 'sqrt({NUM})'),
    ABS: value('CALL', 'abs({NUM})'),
    NEG: value('UNARY', '-{NUM:UNARY}'),
    LN: value('CALL', 'log({NUM})'),
    LOG10: value('CALL', 'log10({NUM})'),
    EXP: value('CALL', 'exp({NUM})'),
    POW10: value('POWER', '10 ^ {NUM:POWER}')
  }),

  math_trig: byField('OP', {
    SIN: value('CALL', 'sind({NUM})'),
    COS: value('CALL', 'cosd({NUM})'),
    TAN: value('CALL', 'tand({NUM})'),
    ASIN: value('CALL', 'asind({NUM})'),
    ACOS: value('CALL', 'acosd({NUM})'),
    ATAN: value('CALL', 'atand({NUM})')
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
    EVEN: value('COMPARE', 'mod({NUMBER_TO_CHECK}, 2) == 0'),
    ODD: value('COMPARE', 'mod({NUMBER_TO_CHECK}, 2) == 1'),
    PRIME: value('CALL', '{=is_prime}({NUMBER_TO_CHECK})'),
    WHOLE: value('COMPARE', 'mod({NUMBER_TO_CHECK}, 1) == 0'),
    POSITIVE: value('COMPARE', '{NUMBER_TO_CHECK:COMPARE} > 0'),
    NEGATIVE: value('COMPARE', '{NUMBER_TO_CHECK:COMPARE} < 0'),
    DIVISIBLE_BY: value('COMPARE', 'mod({NUMBER_TO_CHECK}, {DIVISOR}) == 0')
  }),

  math_change(block, generator) {
    const variable = generator.variable(block);
    generator.starts.change(variable, 'zero');
    const delta = generator.value(block, 'DELTA', 'ADD');
    return `${variable} = ${variable} + ${delta};\n`;
  },

  math_round: byField('OP', {
    ROUND: value('CALL', 'round({NUM})'),
    ROUNDUP: value('CALL', 'ceil({NUM})'),
    ROUNDDOWN: value('CALL', 'floor({NUM})')
  }),

  math_on_list: byField('OP', {
    SUM: value('CALL', 'sum(cell2mat({LIST}))'),
    MIN: value('CALL', 'min(cell2mat({LIST}))'),
    MAX: value('CALL', 'max(cell2mat({LIST}))'),
    AVERAGE: value('CALL', 'mean(cell2mat({LIST}))'),
    MEDIAN: value('CALL', 'median(cell2mat({LIST}))'),
    MODE: value('CALL', '{=modes}({LIST})'),
    // Of the whole population, as in the other languages.
    STD_DEV: value('CALL', 'std(cell2mat({LIST}), 1)'),
    RANDOM: value('CALL', '{=random_item}({LIST})')
  }),

  math_modulo: value('CALL', 'mod({DIVIDEND}, {DIVISOR})'),
  math_constrain: value('CALL', 'min(max({VALUE}, {LOW}), {HIGH})'),
  math_random_int: value('CALL', 'randi(sort([{FROM}, {TO}]))'),
  math_random_float: value('CALL', 'rand()'),
  math_atan2: value('CALL', 'atan2d({Y}, {X})')
};
