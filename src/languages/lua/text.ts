import type { Block } from 'blockly/core';

import { byField, value, type Emit, itemInputs } from '../kit';
import type { LuaGenerator } from './generator';
import { signedPlace } from './places';

type Emits = Record<string, Emit<LuaGenerator>>;

export const text: Emits = {
  text: literal,
  text_multiline: literal,
  text_print: (block, generator) =>
    `print(${generator.value(block, 'TEXT')})\n`,

  text_join(block, generator) {
    const parts = itemInputs(block);
    if (!parts.length) {
      return ["''", generator.order('LITERAL')];
    }
    if (parts.length === 1) {
      return generator.typeOf(block, parts[0]) === 'String'
        ? [generator.value(block, parts[0], 'PREFIX'), generator.order('CALL')]
        : [
            `tostring(${generator.value(block, parts[0])})`,
            generator.order('CALL')
          ];
    }
    const code = parts.map(part => partOf(block, part, generator)).join(' .. ');
    return [code, generator.order('CONCAT')];
  },

  text_append(block, generator) {
    const variable = generator.variable(block);
    generator.starts.change(variable, 'text');
    const before =
      generator.typeOfVariable(block) === 'String'
        ? variable
        : `tostring(${variable})`;
    return `${variable} = ${before} .. ${partOf(block, 'TEXT', generator)}\n`;
  },

  text_length: lengthOf,
  text_isEmpty: value('COMPARE', '#{VALUE:UNARY} == 0'),
  text_indexOf: indexOfText,

  text_charAt(block, generator) {
    const whole = generator.value(block, 'VALUE');
    const order = generator.order('CALL');
    if (block.getFieldValue('WHERE') === 'RANDOM') {
      return [`${generator.helper('random_letter')}(${whole})`, order];
    }
    const place = signedPlace(block, generator);
    return [`${generator.helper('letter')}(${whole}, ${place})`, order];
  },

  text_getSubstring(block, generator) {
    const whole = generator.value(block, 'STRING');
    const [from, to] = ['1', '2'].map(n => signedPlace(block, generator, n));
    return from === '1' && to === '-1'
      ? [generator.value(block, 'STRING', 'PREFIX'), generator.order('CALL')]
      : [
          `${generator.helper('part_of_text')}(${whole}, ${from}, ${to})`,
          generator.order('CALL')
        ];
  },

  text_changeCase: byField('CASE', {
    UPPERCASE: value('CALL', 'string.upper({TEXT})'),
    LOWERCASE: value('CALL', 'string.lower({TEXT})'),
    TITLECASE: value('CALL', '{=title_case}({TEXT})')
  }),

  text_trim: byField('MODE', {
    BOTH: value('CALL', "string.match({TEXT}, '^%s*(.-)%s*$')"),
    LEFT: value('CALL', "string.match({TEXT}, '^%s*(.*)$')"),
    RIGHT: value('CALL', "string.match({TEXT}, '^(.-)%s*$')")
  }),

  text_count: value('CALL', '{=count_text}({TEXT}, {SUB})'),
  text_replace: value('CALL', '{=replace_text}({TEXT}, {FROM}, {TO})'),
  text_reverse: value('CALL', '{=reverse_text}({TEXT})'),

  text_prompt: prompt,
  text_prompt_ext: prompt,

  colour_picker: (block, generator) => [
    generator.quote_(String(block.getFieldValue('COLOUR'))),
    generator.order('LITERAL')
  ],
  colour_random: value(
    'CALL',
    "string.format('#%06x', math.random(0, 0xffffff))"
  ),
  colour_rgb: value('CALL', '{=rgb_colour}({RED}, {GREEN}, {BLUE})'),
  colour_blend: value('CALL', '{=blend_colours}({COLOUR1}, {COLOUR2}, {RATIO})')
};

/**
 * How many there are in a list or text: of a text, its letters.
 */
export function lengthOf(
  block: Block,
  generator: LuaGenerator
): [string, number] {
  switch (generator.typeOf(block, 'VALUE')) {
    case 'String':
      return [
        `utf8.len(${generator.value(block, 'VALUE')})`,
        generator.order('CALL')
      ];
    case 'Array':
      return [
        `#${generator.value(block, 'VALUE', 'POWER')}`,
        generator.order('UNARY')
      ];
    default:
      return [
        `${generator.helper('size')}(${generator.value(block, 'VALUE')})`,
        generator.order('CALL')
      ];
  }
}

/**
 * Where a part of a text is, also for the block that searches in lists.
 */
export function indexOfText(
  block: Block,
  generator: LuaGenerator
): [string, number] {
  const isFirst = block.getFieldValue('END') === 'FIRST';
  const find = generator.helper(isFirst ? 'find_text' : 'find_last_text');
  const within = generator.value(block, 'VALUE');
  const wanted = generator.value(block, 'FIND');
  return generator.placeFound(block, `${find}(${within}, ${wanted})`);
}

function literal(block: Block, generator: LuaGenerator): [string, number] {
  return [
    generator.quote_(String(block.getFieldValue('TEXT'))),
    generator.order('LITERAL')
  ];
}

/**
 * A part of a text that is put together: Lua takes texts and numbers alone.
 */
function partOf(block: Block, input: string, generator: LuaGenerator): string {
  const type = generator.typeOf(block, input);
  return type === 'String' || type === 'Number' || type === 'Colour'
    ? generator.value(block, input, 'CONCAT')
    : `tostring(${generator.value(block, input)})`;
}

function prompt(block: Block, generator: LuaGenerator): [string, number] {
  const question = block.getField('TEXT')
    ? generator.quote_(String(block.getFieldValue('TEXT')))
    : generator.value(block, 'TEXT');
  const code = `${generator.helper('ask')}(${question})`;
  const isNumber = block.getFieldValue('TYPE') === 'NUMBER';
  return [isNumber ? `tonumber(${code})` : code, generator.order('CALL')];
}
