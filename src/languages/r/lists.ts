import type { Block } from 'blockly/core';

import {
  byField,
  hasEffects,
  value,
  type Code,
  type Emit,
  itemInputs
} from '../kit';
import type { RGenerator } from './generator';
import { emptiness, isName, lengthOf, placeIn, signedPlace } from './sequences';
import { indexOfText } from './text';

type Emits = Record<string, Emit<RGenerator>>;

export const lists: Emits = {
  lists_create_empty: value('CALL', 'list()'),

  lists_create_with(block, generator) {
    const items = itemInputs(block).map(name => generator.value(block, name));
    return [`list(${items.join(', ')})`, generator.order('CALL')];
  },

  lists_repeat: value('CALL', 'rep(list({ITEM}), {NUM})'),
  lists_length: lengthOf,
  lists_isEmpty: emptiness,
  lists_reverse: value('CALL', 'rev({LIST})'),

  lists_indexOf(block, generator) {
    if (generator.typeOf(block, 'VALUE') === 'String') {
      return indexOfText(block, generator);
    }
    const isFirst = block.getFieldValue('END') === 'FIRST';
    const items = generator.typeOfItems(block, 'VALUE');
    if (
      isFirst &&
      (items === 'Number' || items === 'String') &&
      generator.typeOf(block, 'FIND') === items
    ) {
      const places = value(
        'CALL',
        'match({FIND}, unlist({VALUE}), nomatch = 0)'
      );
      return generator.placeFound(block, String(places(block, generator)?.[0]));
    }
    const find = generator.helper(isFirst ? 'find_item' : 'find_last_item');
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
    const place = placeIn(block, generator, '', `length(${list})`);
    if (mode === 'REMOVE') {
      return removal(block, generator, list);
    }
    const take = generator.helper('take_item');
    return [`${take}("${list}", ${place})`, generator.order('CALL')];
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
      before = `${name} <- ${item}\n`;
      item = name;
    }
    return before + setItem(block, generator, list, item);
  },

  lists_getSublist(block, generator) {
    const list = generator.value(block, 'LIST');
    const order = generator.order('CALL');
    const from = signedPlace(block, generator, '1');
    const to = signedPlace(block, generator, '2');
    if (from === '1') {
      return to === '-1'
        ? [list, order]
        : /^\d+$/.test(to)
          ? [`head(${list}, ${to})`, order]
          : /^-\d+$/.test(to)
            ? [`head(${list}, ${Number(to) + 1})`, order]
            : [`${generator.helper('part')}(${list}, 1, ${to})`, order];
    }
    if (to === '-1' && /^-?\d+$/.test(from)) {
      const rest = from.startsWith('-') ? from.slice(1) : 1 - Number(from);
      return [`tail(${list}, ${rest})`, order];
    }
    return [`${generator.helper('part')}(${list}, ${from}, ${to})`, order];
  },

  lists_split: byField('MODE', {
    SPLIT: split,
    JOIN(block, generator) {
      const template = JOINED[generator.typeOfItems(block, 'INPUT') ?? ''];
      return value('CALL', template ?? JOINED.any)(block, generator);
    }
  }),

  lists_sort(block, generator) {
    const isUp = block.getFieldValue('DIRECTION') === '1';
    const list = generator.value(block, 'LIST');
    const order = generator.order('CALL');
    const type = String(block.getFieldValue('TYPE'));
    if (type === 'NUMERIC') {
      const down = isUp ? '' : ', decreasing = TRUE';
      return [`as.list(sort(unlist(${list})${down}))`, order];
    }
    const sort = generator.helper(
      type === 'TEXT' ? 'sort_texts' : 'sort_letters'
    );
    const code = `${sort}(${list})`;
    return [isUp ? code : `rev(${code})`, order];
  }
};

/**
 * What reads an item and then takes it out of the list in a variable.
 *
 * @param into - what becomes of the item: `x <-`
 */
export function takeItem(
  taken: Block,
  generator: RGenerator,
  into: string
): string {
  const list = generator.variable(taken.getInputTargetBlock('VALUE')!);
  const place = placeIn(taken, generator, '', `length(${list})`);
  return `${into} ${list}[[${place}]]\n${removal(taken, generator, list)}`;
}

function removal(block: Block, generator: RGenerator, list: string): string {
  const place = placeIn(block, generator, '', `length(${list})`);
  return `${list}[[${place}]] ${generator.assign(list)} NULL\n`;
}

const JOINED: Record<string, string> = {
  Number: 'paste(sprintf("%.15g", unlist({INPUT})), collapse = {DELIM})',
  String: 'paste({INPUT}, collapse = {DELIM})',
  any: 'paste(lapply({INPUT}, {=text_of}), collapse = {DELIM})'
};

/**
 * The parts of a text. R leaves out an empty one at the end, and has none of an
 * empty text.
 */
function split(block: Block, generator: RGenerator): Code {
  const [text, delimiter] = ['INPUT', 'DELIM'].map(name =>
    literalOf(block, name)
  );
  const template =
    delimiter === ''
      ? 'as.list(strsplit({INPUT}, "")[[1]])'
      : text && delimiter && !text.endsWith(delimiter)
        ? 'as.list(strsplit({INPUT}, {DELIM}, fixed = TRUE)[[1]])'
        : '{=split_text}({INPUT}, {DELIM})';
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

function setItem(
  block: Block,
  generator: RGenerator,
  list: string,
  item: string
): string {
  const becomes = generator.assign(list);
  const where = block.getFieldValue('WHERE');
  const place = () => placeIn(block, generator, '', `length(${list})`);
  if (block.getFieldValue('MODE') === 'SET') {
    // What is set to NULL would be removed.
    return canBeNull(block, generator)
      ? `${list}[${place()}] ${becomes} list(${item})\n`
      : `${list}[[${place()}]] ${becomes} ${item}\n`;
  }
  if (where === 'FIRST') {
    return `${list} ${becomes} append(list(${item}), ${list})\n`;
  }
  if (where === 'LAST') {
    return `${list} ${becomes} append(${list}, list(${item}))\n`;
  }
  const after =
    where === 'FROM_START'
      ? generator.place(block, 'AT', 'NONE', -1)
      : `${place()} - 1`;
  return `${list} ${becomes} append(${list}, list(${item}), after = ${after})\n`;
}

function getItem(block: Block, generator: RGenerator): Code {
  const order = generator.order('CALL');
  const list = generator.value(block, 'VALUE', 'CALL');
  switch (block.getFieldValue('WHERE')) {
    case 'FIRST':
      return [`${list}[[1]]`, order];
    case 'FROM_START':
      return [`${list}[[${generator.place(block, 'AT')}]]`, order];
    case 'RANDOM':
      return [`sample(${list}, 1)[[1]]`, order];
  }
  if (isName(list)) {
    const place = placeIn(block, generator, '', `length(${list})`);
    return [`${list}[[${place}]]`, order];
  }
  const back = signedPlace(block, generator, '').replace(/^-/, '');
  return [`tail(${list}, ${back})[[1]]`, order];
}

/**
 * Whether the value that an item gets may be none.
 */
function canBeNull(block: Block, generator: RGenerator): boolean {
  return (
    generator.typeOf(block, 'TO') === null &&
    block.workspace.getBlocksByType('logic_null').length > 0
  );
}

/**
 * The name of the variable that is in an input, or null.
 *
 * R passes lists by value, so what is not in a variable cannot be changed.
 */
function variableOf(
  block: Block,
  input: string,
  generator: RGenerator
): string | null {
  const inner = block.getInputTargetBlock(input);
  return inner?.isEnabled() && inner.type.startsWith('variables_get')
    ? generator.variable(inner)
    : null;
}

function cannotChange(block: Block, generator: RGenerator): Code {
  const code = 'stop("Only a list in a variable can be changed.")';
  return block.outputConnection ? [code, generator.order('CALL')] : `${code}\n`;
}
