import type { Block } from 'blockly/core';

import { byField, value, type Emit, itemInputs } from '../kit';
import type { PhpGenerator } from './generator';
import { partOf, placeOf } from './places';

type Emits = Record<string, Emit<PhpGenerator>>;

export const text: Emits = {
  text: literal,
  text_multiline: literal,

  text_print: (block, generator) =>
    `echo ${textOf(block, 'TEXT', 'NONE', generator)}, PHP_EOL;\n`,

  text_join(block, generator) {
    const names = itemInputs(block);
    if (names.length < 2) {
      const [name] = names;
      return name && generator.typeOf(block, name) === 'Number'
        ? [`strval(${generator.value(block, name)})`, generator.order('CALL')]
        : [
            name ? textOf(block, name, 'CALL', generator) : "''",
            generator.order('CALL')
          ];
    }
    const parts = names.map(name => textOf(block, name, 'UNARY', generator));
    return [parts.join(' . '), generator.order('CONCAT')];
  },

  text_append(block, generator) {
    const variable = generator.variable(block);
    generator.starts.change(variable, 'text');
    return generator.changed(block, 'TEXT', '.', order =>
      textOf(block, 'TEXT', order, generator)
    );
  },

  text_length: lengthOf,
  text_isEmpty: emptiness,
  text_indexOf: indexOfText,

  text_charAt: (block, generator) => {
    const whole = generator.value(block, 'VALUE');
    return [
      block.getFieldValue('WHERE') === 'RANDOM'
        ? `${generator.helper('random_item')}(mb_str_split(${whole}))`
        : `mb_substr(${whole}, ${placeOf(block, generator)}, 1)`,
      generator.order('CALL')
    ];
  },

  text_getSubstring: (block, generator) => [
    partOf(
      block,
      generator,
      generator.value(block, 'STRING', 'CALL'),
      'mb_substr',
      'part_of_text'
    ),
    generator.order('CALL')
  ],

  text_changeCase: byField('CASE', {
    UPPERCASE: value('CALL', 'mb_strtoupper({TEXT})'),
    LOWERCASE: value('CALL', 'mb_strtolower({TEXT})'),
    TITLECASE: value('CALL', 'mb_convert_case({TEXT}, MB_CASE_TITLE)')
  }),

  text_trim: byField('MODE', {
    BOTH: value('CALL', 'trim({TEXT})'),
    LEFT: value('CALL', 'ltrim({TEXT})'),
    RIGHT: value('CALL', 'rtrim({TEXT})')
  }),

  text_count: value('CALL', '{=count_text}({TEXT}, {SUB})'),
  text_replace: value('CALL', 'str_replace({FROM}, {TO}, {TEXT})'),
  text_reverse: value('CALL', 'implode(array_reverse(mb_str_split({TEXT})))'),

  text_prompt: prompt,
  text_prompt_ext: prompt,

  colour_picker: (block, generator) => [
    generator.quote_(String(block.getFieldValue('COLOUR'))),
    generator.order('ATOMIC')
  ],
  colour_random: value('CALL', "sprintf('#%06x', random_int(0, 0xffffff))"),
  colour_rgb: value('CALL', '{=rgb_colour}({RED}, {GREEN}, {BLUE})'),
  colour_blend: value('CALL', '{=blend_colours}({COLOUR1}, {COLOUR2}, {RATIO})')
};

/**
 * How many there are in a list or text: of a text, its letters.
 */
export function lengthOf(
  block: Block,
  generator: PhpGenerator
): [string, number] {
  const type = generator.typeOf(block, 'VALUE');
  const size =
    type === 'String'
      ? 'mb_strlen'
      : type === 'Array'
        ? 'count'
        : generator.helper('size');
  return [
    `${size}(${generator.value(block, 'VALUE')})`,
    generator.order('CALL')
  ];
}

/**
 * Whether a list or text has nothing in it.
 */
export function emptiness(
  block: Block,
  generator: PhpGenerator
): [string, number] {
  const nothing = { String: "''", Array: '[]' }[
    generator.typeOf(block, 'VALUE') ?? ''
  ];
  return nothing
    ? [
        `${generator.value(block, 'VALUE', 'CONCAT')} === ${nothing}`,
        generator.order('COMPARE')
      ]
    : [`${lengthOf(block, generator)[0]} === 0`, generator.order('COMPARE')];
}

/**
 * Where a part of a text is, also for the block that searches in lists.
 */
export function indexOfText(
  block: Block,
  generator: PhpGenerator
): [string, number] {
  const isFirst = block.getFieldValue('END') === 'FIRST';
  const find = generator.helper(isFirst ? 'find_text' : 'find_last_text');
  const within = generator.value(block, 'VALUE');
  const wanted = generator.value(block, 'FIND');
  return generator.placeFound(block, `${find}(${within}, ${wanted})`);
}

function literal(block: Block, generator: PhpGenerator): [string, number] {
  return [
    generator.quote_(String(block.getFieldValue('TEXT'))),
    generator.order('ATOMIC')
  ];
}

/**
 * The text of a value, which PHP has for texts and numbers.
 */
function textOf(
  block: Block,
  input: string,
  order: string,
  generator: PhpGenerator
): string {
  const type = generator.typeOf(block, input);
  return type === 'String' || type === 'Number' || type === 'Colour'
    ? generator.value(block, input, order)
    : `${generator.helper('text_of')}(${generator.value(block, input)})`;
}

function prompt(block: Block, generator: PhpGenerator): [string, number] {
  const question = block.getField('TEXT')
    ? generator.quote_(String(block.getFieldValue('TEXT')))
    : generator.value(block, 'TEXT');
  const code = `readline(${question})`;
  const isNumber = block.getFieldValue('TYPE') === 'NUMBER';
  return [isNumber ? `floatval(${code})` : code, generator.order('CALL')];
}
