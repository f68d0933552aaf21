import type { Block } from 'blockly/core';

import { byField, value, type Emit } from '../kit';
import type { ProcessingGenerator } from './generator';
import { itemAt } from './lists';

type Emits = Record<string, Emit<ProcessingGenerator>>;

export const math: Emits = {
  math_number: (block, generator) =>
    generator.number(Number(block.getFieldValue('NUM'))),

  math_arithmetic: byField('OP', {
    ADD: numbers('ADD', '{A:LEFT_ADD} + {B:ADD}'),
    MINUS: numbers('SUBTRACT', '{A:LEFT_ADD} - {B:SUBTRACT}'),
    MULTIPLY: numbers('MULTIPLY', '{A:LEFT_MULTIPLY} * {B:MULTIPLY}'),
    DIVIDE: quotient,
    POWER: numbers('CALL', 'pow({A:COMPARE}, {B:COMPARE})')
  }),

  math_single: byField('OP', {
    ROOT: numbers('CALL', 'sqrt({NUM})'),
    ABS: numbers('CALL', 'abs({NUM})'),
    NEG: numbers('UNARY', '-{NUM:CALL}'),
    LN: numbers('CALL', 'log({NUM})'),
    LOG10: numbers('DIVIDE', 'log({NUM}) / log(10)'),
    EXP: numbers('CALL', 'exp({NUM})'),
    POW10: numbers('CALL', 'pow(10, {NUM})')
  }),

  math_trig: byField('OP', {
    SIN: numbers('CALL', 'sin(radians({NUM}))'),
    COS: numbers('CALL', 'cos(radians({NUM}))'),
    TAN: numbers('CALL', 'tan(radians({NUM}))'),
    ASIN: numbers('CALL', 'degrees(asin({NUM}))'),
    ACOS: numbers('CALL', 'degrees(acos({NUM}))'),
    ATAN: numbers('CALL', 'degrees(atan({NUM}))')
  }),

  math_constant: byField('CONSTANT', {
    PI: value('ATOMIC', 'PI'),
    E: value('CALL', 'exp(1)'),
    GOLDEN_RATIO: value('DIVIDE', '(1 + sqrt(5)) / 2'),
    SQRT2: value('CALL', 'sqrt(2)'),
    SQRT1_2: value('CALL', 'sqrt(0.5)'),
    INFINITY: value('DIVIDE', '1.0 / 0')
  }),

  math_number_property: byField('PROPERTY', {
    EVEN: numbers('COMPARE', '{NUMBER_TO_CHECK:LEFT_MULTIPLY} % 2 == 0'),
    ODD: numbers('COMPARE', 'abs({NUMBER_TO_CHECK:LEFT_MULTIPLY} % 2) == 1'),
    PRIME: numbers('CALL', '{=isPrime}({NUMBER_TO_CHECK})'),
    WHOLE: numbers('COMPARE', '{NUMBER_TO_CHECK:LEFT_MULTIPLY} % 1 == 0'),
    POSITIVE: numbers('COMPARE', '{NUMBER_TO_CHECK:COMPARE} > 0'),
    NEGATIVE: numbers('COMPARE', '{NUMBER_TO_CHECK:COMPARE} < 0'),
    DIVISIBLE_BY: numbers(
      'COMPARE',
      '{NUMBER_TO_CHECK:LEFT_MULTIPLY} % {DIVISOR:DIVIDE} == 0'
    )
  }),

  math_change(block, generator) {
    const variable = generator.variable(block);
    generator.sketch.use(variable);
    generator.starts.change(variable, 'zero');
    const isNumber = /^(int|float)$/.test(generator.types.ofVariable(block));
    if (!isNumber) {
      const number = generator.helper('numberOf');
      const delta = generator.asNumber(block, 'DELTA', 'ADD');
      return `${variable} = ${number}(${variable}) + ${delta};\n`;
    }
    const delta = generator.constant(block, 'DELTA');
    return delta === 1
      ? `${variable}++;\n`
      : delta === -1
        ? `${variable}--;\n`
        : `${variable} += ${generator.asNumber(block, 'DELTA')};\n`;
  },

  math_round: byField('OP', {
    ROUND: numbers('CALL', 'round({NUM})'),
    ROUNDUP: numbers('CALL', 'ceil({NUM})'),
    ROUNDDOWN: numbers('CALL', 'floor({NUM})')
  }),

  math_on_list(block, generator) {
    const operation = String(block.getFieldValue('OP'));
    if (operation === 'RANDOM') {
      return itemAt(block, generator, 'LIST', 'RANDOM');
    }
    const helper = generator.helper(ON_LISTS[operation]);
    const list =
      operation === 'MODE'
        ? generator.value(block, 'LIST')
        : generator.as(`[${generator.types.number}`, block, 'LIST');
    return [`${helper}(${list})`, generator.order('CALL')];
  },

  math_modulo(block, generator) {
    const inputs = ['DIVIDEND', 'DIVISOR'];
    const arePlain = inputs
      .map(name => generator.constant(block, name))
      .every(number => number !== null && number >= 0);
    if (arePlain) {
      return numbers('DIVIDE', '{DIVIDEND:LEFT_MULTIPLY} % {DIVISOR:DIVIDE}')(
        block,
        generator
      );
    }
    const isWhole = generator.types.of(block) === 'int';
    const modulo = generator.helper(isWhole ? 'modulo' : 'floatModulo');
    const [a, b] = inputs.map(name =>
      generator.asNumber(block, name, 'COMPARE')
    );
    return [`${modulo}(${a}, ${b})`, generator.order('CALL')];
  },

  math_constrain: numbers(
    'CALL',
    'constrain({VALUE:COMPARE}, {LOW:COMPARE}, {HIGH:COMPARE})'
  ),

  math_random_int(block, generator) {
    const from = generator.constant(block, 'FROM');
    const to = generator.constant(block, 'TO');
    return from !== null && to !== null && from <= to
      ? [`floor(random(${from}, ${to + 1}))`, generator.order('CALL')]
      : numbers('CALL', '{=randomInteger}({FROM:COMPARE}, {TO:COMPARE})')(
          block,
          generator
        );
  },

  math_random_float: value('CALL', 'random(1)'),
  math_atan2: numbers('CALL', 'degrees(atan2({Y:COMPARE}, {X:COMPARE}))')
};

/** The helpers for statistics. */
const ON_LISTS: Record<string, string> = {
  SUM: 'sumOf',
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
function numbers(order: string, template: string): Emit<ProcessingGenerator> {
  return (block, generator) => [
    generator.withNumbers(block, template),
    generator.order(order)
  ];
}

/**
 * What is left of whole numbers is no whole number, as in the other languages.
 */
function quotient(
  block: Block,
  generator: ProcessingGenerator
): [string, number] {
  const areWhole = ['A', 'B'].every(
    name => generator.types.ofInput(block, name) === 'int'
  );
  const b = generator.asNumber(block, 'B', 'DIVIDE');
  if (!areWhole) {
    const a = generator.asNumber(block, 'A', 'LEFT_MULTIPLY');
    return [`${a} / ${b}`, generator.order('DIVIDE')];
  }
  const [a, divisor] = ['A', 'B'].map(name => generator.constant(block, name));
  const code =
    a !== null
      ? `${a}.0 / ${b}`
      : divisor !== null
        ? `${generator.asNumber(block, 'A', 'LEFT_MULTIPLY')} / ${divisor}.0`
        : `float(${generator.asNumber(block, 'A')}) / ${b}`;
  return [code, generator.order('DIVIDE')];
}
