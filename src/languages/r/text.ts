import type { Block } from 'blockly/core';

import { byField, value, type Emit, itemInputs } from '../kit';
import type { RGenerator } from './generator';
import { emptiness, isName, lengthOf, placeIn, signedPlace } from './sequences';

type Emits = Record<string, Emit<RGenerator>>;

export const text: Emits = {
  text: literal,
  text_multiline: literal,

  text_print: (block, generator) =>
    `writeLines(${textOf(block, 'TEXT', generator)})\n`,

  text_join(block, generator) {
    const parts = itemInputs(block).map(name => textOf(block, name, generator));
    return parts.length < 2
      ? [parts[0] ?? '""', generator.order('CALL')]
      : [`paste0(${parts.join(', ')})`, generator.order('CALL')];
  },

  text_append(block, generator) {
    const variable = generator.variable(block);
    generator.starts.change(variable, 'text');
    const before =
      generator.typeOfVariable(block) === 'String'
        ? variable
        : `${generator.helper('text_of')}(${variable})`;
    const added = textOf(block, 'TEXT', generator);
    return `${variable} ${generator.assign(variable)} paste0(${before}, ${added})\n`;
  },

  text_length: lengthOf,
  text_isEmpty: emptiness,

  text_indexOf: indexOfText,

  text_charAt(block, generator) {
    const whole = generator.value(block, 'VALUE');
    const order = generator.order('CALL');
    if (block.getFieldValue('WHERE') === 'RANDOM') {
      return [`${generator.helper('random_letter')}(${whole})`, order];
    }
    const constant = generator.constant(block, 'AT');
    const isPlain =
      block.getFieldValue('WHERE') === 'FIRST' ||
      (block.getFieldValue('WHERE') === 'FROM_START' && constant !== null);
    if (isPlain) {
      const place = placeIn(block, generator, '', '');
      return [`substr(${whole}, ${place}, ${place})`, order];
    }
    const place = signedPlace(block, generator, '');
    return [`${generator.helper('letter')}(${whole}, ${place})`, order];
  },

  text_getSubstring(block, generator) {
    const whole = generator.value(block, 'STRING');
    const order = generator.order('CALL');
    const [from, to] = ['1', '2'].map(n => block.getFieldValue(`WHERE${n}`));
    const isToEnd = to === 'LAST';
    if (from !== 'FROM_END' && to !== 'FROM_END') {
      const start = placeIn(block, generator, '1', '');
      const end = placeIn(block, generator, '2', '');
      return isToEnd
        ? start === '1'
          ? [whole, order]
          : [`substring(${whole}, ${start})`, order]
        : [`substr(${whole}, ${start}, ${end})`, order];
    }
    if (isName(whole)) {
      const start = placeIn(block, generator, '1', `nchar(${whole})`);
      const end = placeIn(block, generator, '2', `nchar(${whole})`);
      return [`substr(${whole}, ${start}, ${end})`, order];
    }
    const start = signedPlace(block, generator, '1');
    const end = signedPlace(block, generator, '2');
    const part = generator.helper('part_of_text');
    return [`${part}(${whole}, ${start}, ${end})`, order];
  },

  text_changeCase: byField('CASE', {
    UPPERCASE: value('CALL', 'toupper({TEXT})'),
    LOWERCASE: value('CALL', 'tolower({TEXT})'),
    TITLECASE: value('CALL', '{=title_case}({TEXT})')
  }),

  text_trim: byField('MODE', {
    BOTH: value('CALL', 'trimws({TEXT})'),
    LEFT: value('CALL', 'trimws({TEXT}, "left")'),
    RIGHT: value('CALL', 'trimws({TEXT}, "right")')
  }),

  text_count: value('CALL', '{=count_text}({TEXT}, {SUB})'),

  text_replace(block, generator) {
    const inner = block.getInputTargetBlock('FROM');
    // R replaces no empty text.
    const isPlain = inner?.type === 'text' && inner.getFieldValue('TEXT');
    return (
      isPlain
        ? value('CALL', 'gsub({FROM}, {TO}, {TEXT}, fixed = TRUE)')
        : value('CALL', '{=replace_text}({TEXT}, {FROM}, {TO})')
    )(block, generator);
  },

  text_reverse: value('CALL', 'intToUtf8(rev(utf8ToInt({TEXT})))'),

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
 * Where a part of a text is, also for the block that searches in lists.
 */
export function indexOfText(
  block: Block,
  generator: RGenerator
): [string, number] {
  const within = generator.value(block, 'VALUE');
  const wanted = generator.value(block, 'FIND');
  const found =
    block.getFieldValue('END') === 'FIRST'
      ? `max(0, regexpr(${wanted}, ${within}, fixed = TRUE))`
      : `${generator.helper('find_last_text')}(${within}, ${wanted})`;
  return generator.placeFound(block, found);
}

function literal(block: Block, generator: RGenerator): [string, number] {
  return [
    generator.quote_(String(block.getFieldValue('TEXT'))),
    generator.order('ATOMIC')
  ];
}

/**
 * The text of a value, which is itself where it is a text for sure.
 */
function textOf(block: Block, input: string, generator: RGenerator): string {
  const constant = generator.constant(block, input);
  if (constant !== null) {
    return `"${generator.number(constant)[0]}"`;
  }
  const code = generator.value(block, input);
  const type = generator.typeOf(block, input);
  if (type === 'Number') {
    return `sprintf("%.15g", ${code})`;
  }
  return type === 'String' || type === 'Colour'
    ? code
    : `${generator.helper('text_of')}(${code})`;
}

function prompt(block: Block, generator: RGenerator): [string, number] {
  const question = block.getField('TEXT')
    ? generator.quote_(String(block.getFieldValue('TEXT')))
    : textOf(block, 'TEXT', generator);
  const code = `readline(${question})`;
  const isNumber = block.getFieldValue('TYPE') === 'NUMBER';
  return [isNumber ? `as.numeric(${code})` : code, generator.order('CALL')];
}
