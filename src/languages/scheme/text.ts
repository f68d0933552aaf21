import type { Block } from 'blockly/core';

import { byField, value, type Emit, itemInputs } from '../kit';
import type { SchemeGenerator } from './generator';
import { lengthOf, span, emptiness, searched } from './sequences';

type Emits = Record<string, Emit<SchemeGenerator>>;

const form = (template: string) => value('ATOMIC', template);

export const text: Emits = {
  text: literal,
  text_multiline: literal,

  text_print: (block, generator) =>
    `(display ${shown(block, 'TEXT', generator)})\n(newline)\n`,

  text_join(block, generator) {
    const parts = itemInputs(block).map(name => textOf(block, name, generator));
    const code =
      parts.length < 2
        ? (parts[0] ?? '""')
        : `(string-append ${parts.join(' ')})`;
    return [code, generator.order('ATOMIC')];
  },

  text_append(block, generator) {
    const variable = generator.variable(block);
    generator.starts.change(variable, 'text');
    const before =
      generator.typeOfVariable(block) === 'String'
        ? variable
        : `(${generator.helper('text-of')} ${variable})`;
    const added = textOf(block, 'TEXT', generator);
    return `(set! ${variable} (string-append ${before} ${added}))\n`;
  },

  text_length: lengthOf,
  text_isEmpty: emptiness,
  text_indexOf: searched,

  text_charAt(block, generator) {
    const whole = generator.value(block, 'VALUE');
    if (block.getFieldValue('WHERE') === 'RANDOM') {
      const random = generator.helper('random-item');
      return [
        `(string (${random} (string->list ${whole})))`,
        generator.order('ATOMIC')
      ];
    }
    return generator.named(
      whole,
      'text',
      name =>
        `(string (string-ref ${name} ${span(block, generator, '', `(string-length ${name})`)[0]}))`
    );
  },

  text_getSubstring(block, generator) {
    return generator.named(generator.value(block, 'STRING'), 'text', name => {
      const length = `(string-length ${name})`;
      const [from] = span(block, generator, '1', length);
      const [, to] = span(block, generator, '2', length);
      return from === '0' && to === length
        ? name
        : `(substring ${name} ${from} ${to})`;
    });
  },

  text_changeCase: byField('CASE', {
    UPPERCASE: form('({=upper-case} {TEXT})'),
    LOWERCASE: form('({=lower-case} {TEXT})'),
    TITLECASE: form('({=title-case} {TEXT})')
  }),

  text_trim: byField('MODE', {
    BOTH: form('({=trim-end} ({=trim-start} {TEXT}))'),
    LEFT: form('({=trim-start} {TEXT})'),
    RIGHT: form('({=trim-end} {TEXT})')
  }),

  text_count: form('({=count-text} {TEXT} {SUB})'),
  text_replace: form('({=replace-text} {TEXT} {FROM} {TO})'),
  text_reverse: form('(list->string (reverse (string->list {TEXT})))'),

  text_prompt: prompt,
  text_prompt_ext: prompt,

  colour_picker: (block, generator) => [
    generator.quote_(String(block.getFieldValue('COLOUR'))),
    generator.order('ATOMIC')
  ],
  colour_random: form('({=random-colour})'),
  colour_rgb: form('({=rgb-colour} {RED} {GREEN} {BLUE})'),
  colour_blend: form('({=blend-colours} {COLOUR1} {COLOUR2} {RATIO})')
};

function literal(block: Block, generator: SchemeGenerator): [string, number] {
  return [
    generator.quote_(String(block.getFieldValue('TEXT'))),
    generator.order('ATOMIC')
  ];
}

/**
 * What is shown for a value: itself, but for fractions.
 */
function shown(
  block: Block,
  input: string,
  generator: SchemeGenerator
): string {
  const code = generator.value(block, input);
  const type = generator.typeOf(block, input);
  const isPlain =
    (type !== null && type !== 'Number') ||
    generator.isWhole(block, input) ||
    generator.constant(block, input) !== null ||
    !generator.hasFractions;
  return isPlain ? code : `(${generator.helper('decimal')} ${code})`;
}

/**
 * The text of a value, which is itself where it is a text for sure.
 */
function textOf(
  block: Block,
  input: string,
  generator: SchemeGenerator
): string {
  const type = generator.typeOf(block, input);
  if (type === 'String' || type === 'Colour') {
    return generator.value(block, input);
  }
  return type === 'Number'
    ? `(number->string ${shown(block, input, generator)})`
    : `(${generator.helper('text-of')} ${generator.value(block, input)})`;
}

function prompt(block: Block, generator: SchemeGenerator): [string, number] {
  const question = block.getField('TEXT')
    ? generator.quote_(String(block.getFieldValue('TEXT')))
    : textOf(block, 'TEXT', generator);
  const code = `(${generator.helper('ask')} ${question})`;
  const isNumber = block.getFieldValue('TYPE') === 'NUMBER';
  return [
    isNumber ? `(string->number ${code})` : code,
    generator.order('ATOMIC')
  ];
}
