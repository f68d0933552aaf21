import type { Block } from 'blockly/core';

import { byField, itemInputs, takenItem, value, type Emit } from '../kit';
import type { RGenerator } from './generator';
import { takeItem } from './lists';
import { emptiness, isName, lengthOf, placeIn, signedPlace } from './sequences';

type Emits = Record<string, Emit<RGenerator>>;

export const text: Emits = {
  text: literal,
  text_multiline: literal,

  text_print(block, generator) {
    const taken = takenItem(block, 'TEXT');
    if (!taken) {
      return `writeLines(${textOf(block, 'TEXT', generator)})\n`;
    }
    const item = generator.newName('item');
    const take = takeItem(taken, generator, `${item} <-`);
    return `${take}writeLines(${textOf(block, 'TEXT', generator, item)})\n`;
  },

  text_join(block, generator) {
    const names = itemInputs(block);
    const format = formatted(block, names, generator);
    if (format) {
      return [format, generator.order('CALL')];
    }
    const parts = names.map(name => textOf(block, name, generator));
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
    if (/^(FIRST|FROM_START)$/.test(String(block.getFieldValue('WHERE')))) {
      const place = placeIn(block, generator, '', '');
      if (SHORT.test(place)) {
        return [`substr(${whole}, ${place}, ${place})`, order];
      }
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

/** What may be written twice: a name or number, and one added to it. */
const SHORT = /^[\p{ID_Continue}.]+( [+-] \d+)?$/u;

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
 *
 * @param name - what has the value already, if something does
 */
function textOf(
  block: Block,
  input: string,
  generator: RGenerator,
  name?: string
): string {
  const constant = generator.constant(block, input);
  if (constant !== null) {
    return `"${generator.number(constant)[0]}"`;
  }
  const code = name ?? generator.value(block, input);
  const type = generator.typeOf(block, input);
  if (type === 'Number') {
    return `sprintf("${NUMBER}", ${code})`;
  }
  return type === 'String' || type === 'Colour'
    ? code
    : type === 'Boolean'
      ? `as.character(${code})`
      : `${generator.helper('text_of')}(${code})`;
}

/**
 * Several values in one text, or null where there is no number among them, or
 * something that may be neither a number nor a text.
 */
function formatted(
  block: Block,
  names: readonly string[],
  generator: RGenerator
): string | null {
  let format = '';
  const values: string[] = [];
  let hasNumbers = false;
  for (const name of names) {
    const inner = block.getInputTargetBlock(name);
    const constant = generator.constant(block, name);
    const type = generator.typeOf(block, name);
    if (constant !== null) {
      format += generator.number(constant)[0];
    } else if (inner?.type === 'text' && inner.isEnabled()) {
      format += String(inner.getFieldValue('TEXT')).replace(/%/g, '%%');
    } else if (type === 'Number' || type === 'String') {
      format += type === 'Number' ? NUMBER : '%s';
      hasNumbers ||= type === 'Number';
      values.push(generator.value(block, name));
    } else {
      return null;
    }
  }
  return hasNumbers && format.length < LONGEST
    ? `sprintf(${[generator.quote_(format), ...values].join(', ')})`
    : null;
}

/** A number with all digits that are sure. */
const NUMBER = '%.15g';

/** What R takes as a format: in bytes, of which a letter may have four. */
const LONGEST = 8192 / 4;

function prompt(block: Block, generator: RGenerator): [string, number] {
  const question = block.getField('TEXT')
    ? generator.quote_(String(block.getFieldValue('TEXT')))
    : textOf(block, 'TEXT', generator);
  const code = `readline(${question})`;
  const isNumber = block.getFieldValue('TYPE') === 'NUMBER';
  return [isNumber ? `as.numeric(${code})` : code, generator.order('CALL')];
}
