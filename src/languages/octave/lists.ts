import type { Block } from 'blockly/core';

import {
  byField,
  hasEffects,
  value,
  type Code,
  type Emit,
  itemInputs
} from '../kit';
import type { OctaveGenerator } from './generator';

type Emits = Record<string, Emit<OctaveGenerator>>;

export const lists: Emits = {
  lists_create_empty: value('ATOMIC', '{}'),

  lists_create_with(block, generator) {
    const items = itemInputs(block).map(name => generator.value(block, name));
    return [`{${items.join(', ')}}`, generator.order('ATOMIC')];
  },

  lists_repeat: value('CALL', 'repmat({{ITEM}}, 1, {NUM})'),
  lists_length: lengthOf,
  lists_isEmpty: value('CALL', 'isempty({VALUE})'),

  lists_indexOf(block, generator) {
    const isFirst = block.getFieldValue('END') === 'FIRST';
    const isText = (input: string) =>
      generator.typeOf(block, input) === 'String';
    const kind = isText('VALUE') ? 'text' : isText('FIND') ? 'string' : 'item';
    const find = generator.helper((isFirst ? 'find_' : 'find_last_') + kind);
    const within = generator.value(block, 'VALUE');
    const wanted = generator.value(block, 'FIND');
    return generator.placeFound(block, `${find}(${within}, ${wanted})`);
  },

  lists_getIndex(block, generator) {
    const mode = block.getFieldValue('MODE');
    if (mode === 'GET') {
      return getItem(block, generator);
    }
    const list = variableOf(block, 'VALUE', generator);
    if (list === null) {
      return cannotChange(block, generator);
    }
    const place = placeOf(block, generator, list);
    if (mode === 'REMOVE') {
      return removal(block, generator, list);
    }
    const at = place.replace(/^end/, `numel(${list})`);
    const take = generator.helper('take_item');
    return [`${take}('${list}', ${at})`, generator.order('CALL')];
  },

  lists_setIndex(block, generator) {
    const list = variableOf(block, 'LIST', generator);
    if (list === null) {
      return cannotChange(block, generator);
    }
    let item = generator.value(block, 'TO');
    let before = '';
    if (hasEffects(block, 'TO')) {
      // It may change the list, which is to be looked at after that.
      const name = generator.newName('item');
      before = `${name} = ${item};\n`;
      item = name;
    }
    return before + setItem(block, generator, list, item);
  },

  lists_getSublist(block, generator) {
    const range = generator.range(block);
    const order = generator.order('CALL');
    // Of a colon Octave makes a column.
    return range === ':'
      ? [generator.value(block, 'LIST', 'CALL'), order]
      : [`${generator.value(block, 'LIST', 'CALL')}(${range})`, order];
  },

  lists_split: byField('MODE', { SPLIT: split, JOIN: join }),

  lists_sort(block, generator) {
    const type = { NUMERIC: 'number', TEXT: 'text', IGNORE_CASE: 'letters' }[
      String(block.getFieldValue('TYPE'))
    ];
    const list = generator.value(block, 'LIST');
    const direction = Number(block.getFieldValue('DIRECTION'));
    const sort = generator.helper('sort_list');
    return [
      `${sort}(${list}, '${type}', ${direction})`,
      generator.order('CALL')
    ];
  },

  lists_reverse: value('CALL', 'fliplr({LIST})')
};

/**
 * How many there are in a list or text; the length of a text is that of its
 * letters.
 */
export function lengthOf(block: Block, generator: OctaveGenerator): Code {
  const template =
    block.type === 'lists_length' ||
    generator.typeOf(block, 'VALUE') === 'Array'
      ? 'numel({VALUE})'
      : '{=text_length}({VALUE})';
  return value(
    'CALL',
    generator.typeOf(block, 'VALUE') === 'String'
      ? 'numel({=characters}({VALUE}))'
      : template
  )(block, generator);
}

/**
 * What reads an item and then takes it out of the list in a variable.
 *
 * @param into - the variable that gets it
 */
export function takeItem(
  taken: Block,
  generator: OctaveGenerator,
  into: string
): string {
  const list = generator.variable(taken.getInputTargetBlock('VALUE')!);
  const place = placeOf(taken, generator, list);
  return `${into} = ${list}{${place}};\n${removal(taken, generator, list)}`;
}

function removal(
  block: Block,
  generator: OctaveGenerator,
  list: string
): string {
  return `${list}(${placeOf(block, generator, list)}) = [];\n`;
}

/**
 * The parts of a text. Octave takes several delimiters for one, and a backslash
 * in it for the sign of another.
 */
function split(block: Block, generator: OctaveGenerator): Code {
  const [text, delimiter] = ['INPUT', 'DELIM'].map(name =>
    literalOf(block, name)
  );
  const isPlain =
    text !== null &&
    delimiter !== null &&
    /^[^\\]$/.test(delimiter) &&
    text.split(delimiter).every(part => part);
  const template =
    delimiter === ''
      ? '{=characters}({INPUT})'
      : isPlain
        ? 'strsplit({INPUT}, {DELIM})'
        : '{=split_text}({INPUT}, {DELIM})';
  return value('CALL', template)(block, generator);
}

/**
 * A text of the items of a list. Octave takes a backslash in what comes between
 * them for the sign of another.
 */
function join(block: Block, generator: OctaveGenerator): Code {
  const isPlain = literalOf(block, 'DELIM')?.includes('\\') === false;
  const items = generator.typeOfItems(block, 'INPUT');
  const template =
    isPlain && items === 'String'
      ? 'strjoin({INPUT}, {DELIM})'
      : isPlain && items === 'Number'
        ? "strjoin(cellfun(@(n) num2str(n, 15), {INPUT}, 'UniformOutput', false), {DELIM})"
        : '{=join_texts}({INPUT}, {DELIM})';
  return value('CALL', template)(block, generator);
}

/**
 * The text that a block says, or null.
 */
function literalOf(block: Block, input: string): string | null {
  const inner = block.getInputTargetBlock(input);
  return inner?.type === 'text' && inner.isEnabled()
    ? String(inner.getFieldValue('TEXT'))
    : null;
}

const getItem = byField('WHERE', {
  FROM_START: value('CALL', '{VALUE:CALL}{{#AT}}'),
  FROM_END: value('CALL', '{VALUE:CALL}{end{-AT}}'),
  FIRST: value('CALL', '{VALUE:CALL}{1}'),
  LAST: value('CALL', '{VALUE:CALL}{end}'),
  RANDOM: value('CALL', '{=random_item}({VALUE})')
});

function setItem(
  block: Block,
  generator: OctaveGenerator,
  list: string,
  item: string
): string {
  const place = placeOf(block, generator, list);
  if (block.getFieldValue('MODE') === 'SET') {
    return `${list}{${place}} = ${item};\n`;
  }
  switch (block.getFieldValue('WHERE')) {
    case 'FIRST':
      return `${list} = [{${item}}, ${list}];\n`;
    case 'LAST':
      return `${list}{end + 1} = ${item};\n`;
  }
  const insert = generator.helper('insert_item');
  const at = place.replace(/^end/, `numel(${list})`);
  return `${list} = ${insert}(${list}, ${at}, ${item});\n`;
}

/**
 * What stands between the braces for a block's place in the list of a variable.
 */
function placeOf(
  block: Block,
  generator: OctaveGenerator,
  list: string
): string {
  switch (block.getFieldValue('WHERE')) {
    case 'FROM_START':
      return generator.place(block, 'AT');
    case 'FROM_END':
      return `end${generator.fromEnd(block, 'AT')}`;
    case 'FIRST':
      return '1';
    case 'LAST':
      return 'end';
    default:
      return `randi(numel(${list}))`;
  }
}

/**
 * The name of the variable that is in an input, or null.
 *
 * Octave passes lists by value, so what is not in a variable cannot be changed.
 */
function variableOf(
  block: Block,
  input: string,
  generator: OctaveGenerator
): string | null {
  const inner = block.getInputTargetBlock(input);
  return inner?.isEnabled() && inner.type.startsWith('variables_get')
    ? generator.variable(inner)
    : null;
}

function cannotChange(block: Block, generator: OctaveGenerator): Code {
  const code = "error('Only a list in a variable can be changed.')";
  return block.outputConnection
    ? [code, generator.order('CALL')]
    : `${code};\n`;
}
