import type { Block } from 'blockly/core';

import { byField, value, type Code, type Emit } from '../kit';
import type { SchemeGenerator } from './generator';
import { spread } from './logic';

type Emits = Record<string, Emit<SchemeGenerator>>;

/**
 * A form by a template.
 */
function form(template: string): Emit<SchemeGenerator> {
  const emit = value('ATOMIC', template);
  return (block, generator) => {
    generator.calls(template);
    return emit(block, generator);
  };
}

export const math: Emits = {
  math_number: (block, generator) =>
    generator.number(Number(block.getFieldValue('NUM'))),

  math_arithmetic: byField('OP', {
    ADD: sum('+'),
    MINUS: form('(- {A} {B})'),
    MULTIPLY: sum('*'),
    DIVIDE: divide,
    POWER: form('(expt {A} {B})')
  }),

  math_single: byField('OP', {
    ROOT: form('(sqrt {NUM})'),
    ABS: form('(abs {NUM})'),
    NEG: form('(- {NUM})'),
    LN: form('(log {NUM})'),
    LOG10: form('(log10 {NUM})'),
    EXP: form('(exp {NUM})'),
    POW10: form('(expt 10 {NUM})')
  }),

  math_trig: byField('OP', {
    SIN: form('(sin ({=radians} {NUM}))'),
    COS: form('(cos ({=radians} {NUM}))'),
    TAN: form('(tan ({=radians} {NUM}))'),
    ASIN: form('({=degrees} (asin {NUM}))'),
    ACOS: form('({=degrees} (acos {NUM}))'),
    ATAN: form('({=degrees} (atan {NUM}))')
  }),

  math_constant: byField('CONSTANT', {
    PI: form('{=pi}'),
    E: form('(exp 1)'),
    GOLDEN_RATIO: form('(/ (+ 1 (sqrt 5)) 2)'),
    SQRT2: form('(sqrt 2)'),
    SQRT1_2: form('(sqrt 0.5)'),
    INFINITY: form('{=infinity}')
  }),

  math_number_property: byField('PROPERTY', {
    EVEN: ofWhole(
      '(even? {NUMBER_TO_CHECK})',
      '({=divisible?} {NUMBER_TO_CHECK} 2)'
    ),
    ODD: ofWhole(
      '(odd? {NUMBER_TO_CHECK})',
      '({=divisible?} (- {NUMBER_TO_CHECK} 1) 2)'
    ),
    PRIME: form('({=prime?} {NUMBER_TO_CHECK})'),
    WHOLE: form('({=divisible?} {NUMBER_TO_CHECK} 1)'),
    POSITIVE: form('(> {NUMBER_TO_CHECK} 0)'),
    NEGATIVE: form('(< {NUMBER_TO_CHECK} 0)'),
    DIVISIBLE_BY: ofWhole(
      '(= (modulo {NUMBER_TO_CHECK} {DIVISOR}) 0)',
      '({=divisible?} {NUMBER_TO_CHECK} {DIVISOR})'
    )
  }),

  math_change(block, generator) {
    const variable = generator.variable(block);
    generator.starts.change(variable, 'zero');
    const delta = generator.value(block, 'DELTA');
    return `(set! ${variable} (+ ${variable} ${delta}))\n`;
  },

  math_round: byField('OP', {
    ROUND: form('(round {NUM})'),
    ROUNDUP: form('({=round-up} {NUM})'),
    ROUNDDOWN: form('(floor {NUM})')
  }),

  math_on_list: byField('OP', {
    SUM: form('(apply + {LIST})'),
    MIN: form('({=least} {LIST})'),
    MAX: form('({=greatest} {LIST})'),
    AVERAGE: form('({=average} {LIST})'),
    MEDIAN: form('({=median} {LIST})'),
    MODE: form('({=modes} {LIST})'),
    STD_DEV: form('({=deviation} {LIST})'),
    RANDOM: form('({=random-item} {LIST})')
  }),

  math_modulo: ofWhole(
    '(modulo {DIVIDEND} {DIVISOR})',
    '({=remainder-of} {DIVIDEND} {DIVISOR})'
  ),
  math_constrain: form('(min (max {VALUE} {LOW}) {HIGH})'),

  math_random_int(block, generator) {
    const from = generator.constant(block, 'FROM');
    const to = generator.constant(block, 'TO');
    const areWhole = Number.isInteger(from) && Number.isInteger(to);
    if (from === null || to === null || !areWhole || to < from) {
      return form('({=random-integer} {FROM} {TO})')(block, generator);
    }
    const random = `(random ${to - from + 1})`;
    return [from ? `(+ ${from} ${random})` : random, generator.order('ATOMIC')];
  },

  math_random_float: form('(random 1.0)'),
  math_atan2: form('({=degrees} ({=direction} {Y} {X}))')
};

/**
 * What Scheme has for whole numbers alone, and what does for all of them.
 */
function ofWhole(whole: string, any: string): Emit<SchemeGenerator> {
  const [ofWholes, ofAny] = [form(whole), form(any)];
  const inputs = [...whole.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  return (block, generator) =>
    (inputs.every(name => generator.isWhole(block, name)) ? ofWholes : ofAny)(
      block,
      generator
    );
}

/**
 * A sum or a product; one of several takes as many operands.
 */
function sum(operator: string): Emit<SchemeGenerator> {
  return (block, generator) => {
    const inner = block.getInputTargetBlock('A');
    const a = generator.value(block, 'A');
    const isSame =
      inner?.isEnabled() &&
      inner.type === block.type &&
      inner.getFieldValue('OP') === block.getFieldValue('OP');
    const first = isSame ? spread(a) : a;
    const code = `(${operator} ${first} ${generator.value(block, 'B')})`;
    return [code, generator.order('ATOMIC')];
  };
}

const fraction = form('(/ {A} {B})');
const quotient = form('({=divided} {A} {B})');

function divide(block: Block, generator: SchemeGenerator): Code {
  const [a, b] = ['A', 'B'].map(name => generator.constant(block, name));
  const isFraction = a !== null && b && !Number.isInteger(a / b);
  return (isFraction ? fraction : quotient)(block, generator);
}
