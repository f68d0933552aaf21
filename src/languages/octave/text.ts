import type { Block } from 'blockly/core';

import { byField, itemInputs, takenItem, value, type Emit } from '../kit';
import type { OctaveGenerator } from './generator';
import { lengthOf, takeItem } from './lists';

type Emits = Record<string, Emit<OctaveGenerator>>;

export const text: Emits = {
  text: (block, generator) => [
    generator.quote_(String(block.getFieldValue('TEXT'))),
    generator.order('ATOMIC')
  ],

  text_multiline: (block, generator) => [
    generator.quote_(String(block.getFieldValue('TEXT'))),
    generator.order('ATOMIC')
  ],

  text_print(block, generator) {
    const taken = takenItem(block, 'TEXT');
    if (taken) {
      const item = generator.newName('item');
      const take = takeItem(taken, generator, item);
      return `${take}disp(${textOf(block, 'TEXT', generator, item)});\n`;
    }
    const isPlain = Number.isInteger(generator.constant(block, 'TEXT'));
    const shown = isPlain
      ? generator.value(block, 'TEXT')
      : textOf(block, 'TEXT', generator);
    return `disp(${shown});\n`;
  },

  text_join(block, generator) {
    const parts = itemInputs(block).map(name => textOf(block, name, generator));
    if (parts.length < 2) {
      return [parts[0] ?? "''", generator.order('ATOMIC')];
    }
    return [`[${parts.join(', ')}]`, generator.order('ATOMIC')];
  },

  text_append(block, generator) {
    const variable = generator.variable(block);
    generator.starts.change(variable, 'text');
    const before =
      generator.typeOfVariable(block) === 'String'
        ? variable
        : `${generator.helper('text_of')}(${variable})`;
    const added = textOf(block, 'TEXT', generator);
    return `${variable} = [${before}, ${added}];\n`;
  },

  text_length: lengthOf,
  text_isEmpty: value('CALL', 'isempty({VALUE})'),

  text_indexOf(block, generator) {
    const isFirst = block.getFieldValue('END') === 'FIRST';
    const find = generator.helper(isFirst ? 'find_text' : 'find_last_text');
    const within = generator.value(block, 'VALUE');
    const wanted = generator.value(block, 'FIND');
    return generator.placeFound(block, `${find}(${within}, ${wanted})`);
  },

  text_charAt: byField('WHERE', {
    FROM_START: value('CALL', '{=characters}({VALUE}){{#AT}}'),
    FROM_END: value('CALL', '{=characters}({VALUE}){end{-AT}}'),
    FIRST: value('CALL', '{=characters}({VALUE}){1}'),
    LAST: value('CALL', '{=characters}({VALUE}){end}'),
    RANDOM: value('CALL', '{=random_item}({=characters}({VALUE}))')
  }),

  text_getSubstring(block, generator) {
    const whole = generator.value(block, 'STRING');
    const range = generator.range(block);
    if (range === ':') {
      return [whole, generator.order('ATOMIC')];
    }
    const letters = `${generator.helper('characters')}(${whole})`;
    return [`['', ${letters}{${range}}]`, generator.order('ATOMIC')];
  },

  text_changeCase: byField('CASE', {
    UPPERCASE: value('CALL', 'upper({TEXT})'),
    LOWERCASE: value('CALL', 'lower({TEXT})'),
    TITLECASE: value('CALL', '{=title_case}({TEXT})')
  }),

  text_trim: byField('MODE', {
    BOTH: value('CALL', 'strtrim({TEXT})'),
    LEFT: value('CALL', "regexprep({TEXT}, '^\\s+', '')"),
    RIGHT: value('CALL', "regexprep({TEXT}, '\\s+$', '')")
  }),

  text_count: value('CALL', "numel(strfind({TEXT}, {SUB}, 'overlaps', false))"),
  text_replace: value('CALL', '{=replace_text}({TEXT}, {FROM}, {TO})'),
  text_reverse: value('CALL', '{=reverse_text}({TEXT})'),

  text_prompt: prompt,
  text_prompt_ext: prompt,

  colour_picker: (block, generator) => [
    generator.quote_(String(block.getFieldValue('COLOUR'))),
    generator.order('ATOMIC')
  ],
  colour_random: value('CALL', '{=random_colour}()'),
  colour_rgb: value('CALL', '{=rgb_colour}({RED}, {GREEN}, {BLUE})'),
  colour_blend: value('CALL', '{=blend_colours}({COLOUR1}, {COLOUR2}, {RATIO})')
};

/**
 * The text of a value, which is itself where it is a text for sure.
 *
 * @param name - what has the value already, if something does
 */
function textOf(
  block: Block,
  input: string,
  generator: OctaveGenerator,
  name?: string
): string {
  const code = name ?? generator.value(block, input);
  const type = generator.typeOf(block, input);
  if (type === 'Number') {
    return `num2str(${code}, 15)`;
  }
  if (type === 'Boolean') {
    return `mat2str(${code})`;
  }
  return type === 'String' || type === 'Colour'
    ? code
    : `${generator.helper('text_of')}(${code})`;
}

function prompt(block: Block, generator: OctaveGenerator): [string, number] {
  const question = block.getField('TEXT')
    ? generator.quote_(String(block.getFieldValue('TEXT')))
    : textOf(block, 'TEXT', generator);
  const code = `input(${question}, 's')`;
  const isNumber = block.getFieldValue('TYPE') === 'NUMBER';
  return [isNumber ? `str2double(${code})` : code, generator.order('CALL')];
}
