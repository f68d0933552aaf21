import type { Block } from 'blockly/core';

import {
  byField,
  isList,
  itemOf,
  type Code,
  type Emit,
  type Type
} from '../kit';
import type { CppGenerator } from './generator';
import { indexOfText, lengthOf, place, placeFound, fromEnd } from './text';

type Emits = Record<string, Emit<CppGenerator>>;

export const lists: Emits = {
  lists_create_empty: (block, generator) => [
    `${generator.spell(generator.types.of(block))}{}`,
    generator.order('CALL')
  ],

  lists_create_with(block, generator) {
    const type = generator.types.of(block);
    return [
      `${generator.spell(type)}${generator.braces(block, itemOf(type))}`,
      generator.order('CALL')
    ];
  },

  lists_repeat(block, generator) {
    const type = generator.types.of(block);
    const item = generator.as(itemOf(type), block, 'ITEM');
    const count = generator.as('int', block, 'NUM');
    return [
      `${generator.spell(type)}(${count}, ${item})`,
      generator.order('CALL')
    ];
  },

  lists_length: lengthOf,

  lists_isEmpty: (block, generator) => [
    `${subject(block, generator, 'VALUE')}.empty()`,
    generator.order('CALL')
  ],

  lists_reverse: (block, generator) => [
    `${generator.helper('reversed')}(${listIn(block, generator, 'LIST')})`,
    generator.order('CALL')
  ],

  lists_indexOf(block, generator) {
    const type = generator.types.ofInput(block, 'VALUE');
    if (type === 'String') {
      return indexOfText(block, generator);
    }
    const isFirst = block.getFieldValue('END') === 'FIRST';
    const find = generator.helper(isFirst ? 'place_of' : 'last_place_of');
    const wanted = generator.types.ofInput(block, 'FIND');
    // In a list of which nothing is known there may be what is looked for.
    const list = generator.as(
      type === '[' ? `[${wanted}` : type,
      block,
      'VALUE'
    );
    const item = sameKind(block, generator, 'FIND', itemOf(type));
    return placeFound(block, generator, `${find}(${list}, ${item})`);
  },

  lists_getIndex(block, generator) {
    const mode = block.getFieldValue('MODE');
    const where = String(block.getFieldValue('WHERE'));
    if (mode === 'GET') {
      return itemAt(block, generator, 'VALUE', where);
    }
    const list = changed(block, generator, 'VALUE');
    const take = generator.helper('take_out');
    const at = placeIn(block, generator, list, where);
    const code = `${take}(${list}, ${at})`;
    return mode === 'GET_REMOVE'
      ? [code, generator.order('CALL')]
      : `${code};\n`;
  },

  lists_setIndex(block, generator) {
    const list = changed(block, generator, 'LIST');
    const type = generator.types.ofInput(block, 'LIST');
    const item = generator.initial(itemOf(type), block, 'TO');
    const where = String(block.getFieldValue('WHERE'));
    const at = () => placeIn(block, generator, list, where);
    if (block.getFieldValue('MODE') === 'SET') {
      return `${list}.at(${at()}) = ${item};\n`;
    }
    switch (where) {
      case 'LAST':
        return `${list}.push_back(${item});\n`;
      case 'FIRST':
        return `${list}.insert(${list}.begin(), ${item});\n`;
    }
    const value = generator.as(itemOf(type), block, 'TO');
    return `${generator.helper('insert_at')}(${list}, ${at()}, ${value});\n`;
  },

  lists_getSublist(block, generator) {
    const list = listIn(block, generator, 'LIST');
    const [from, to] = ['1', '2'].map(n => place(block, generator, n));
    return [
      `${generator.helper('part_of')}(${list}, ${from}, ${to})`,
      generator.order('CALL')
    ];
  },

  lists_split: byField('MODE', { SPLIT: split, JOIN: join }),

  lists_sort(block, generator) {
    const item = itemOf(generator.types.of(block));
    const helper = generator.helper(
      sortBy(String(block.getFieldValue('TYPE')), item)
    );
    const sorted = `${helper}(${listIn(block, generator, 'LIST')})`;
    return [
      block.getFieldValue('DIRECTION') === '1'
        ? sorted
        : `${generator.helper('reversed')}(${sorted})`,
      generator.order('CALL')
    ];
  }
};

/**
 * An item of a list.
 */
export function itemAt(
  block: Block,
  generator: CppGenerator,
  input: string,
  where: string
): Code {
  const list = subject(block, generator, input);
  const order = generator.order('CALL');
  const isDirect = /^\w+$/.test(list) || /^(FIRST|FROM_START)$/.test(where);
  if (where === 'RANDOM') {
    return [`${generator.helper('random_item')}(${list})`, order];
  }
  return [
    isDirect
      ? `${list}.at(${placeIn(block, generator, list, where)})`
      : `${generator.helper('from_end')}(${list}, ${fromEnd(block, generator, where)})`,
    order
  ];
}

/**
 * The list of an input, as one whatever it is said to be.
 */
function listIn(block: Block, generator: CppGenerator, input: string): string {
  const type = generator.types.ofInput(block, input);
  return generator.as(isList(type) ? type : `[${itemOf(type)}`, block, input);
}

/**
 * A list, or text, of which something is asked.
 */
function subject(block: Block, generator: CppGenerator, input: string): string {
  return generator.types.ofInput(block, input) === 'String'
    ? generator.object(block, input)
    : listIn(block, generator, input);
}

/**
 * A list that is changed, which has to be in a variable, or in a list that is.
 */
function changed(block: Block, generator: CppGenerator, input: string): string {
  let list = block.getInputTargetBlock(input);
  while (
    list?.type === 'lists_getIndex' &&
    list.getFieldValue('MODE') === 'GET'
  ) {
    list = list.getInputTargetBlock('VALUE');
  }
  const isVariable = list?.isEnabled() && list.type.startsWith('variables_get');
  return isVariable
    ? listIn(block, generator, input)
    : generator.refuse(list ?? block, 'change');
}

/**
 * What stands in the parentheses behind a list.
 */
function placeIn(
  block: Block,
  generator: CppGenerator,
  list: string,
  where: string
): string {
  switch (where) {
    case 'FIRST':
      return '0';
    case 'FROM_START':
      return generator.placeIn(block, 'AT');
    case 'RANDOM':
      return `${generator.helper('random_integer')}(0, ${list}.size() - 1)`;
    default:
      return `${list}.size() - ${fromEnd(block, generator, where)}`;
  }
}

/**
 * A value that is compared with the items of a list.
 */
function sameKind(
  block: Block,
  generator: CppGenerator,
  input: string,
  item: Type
): string {
  const type = generator.types.ofInput(block, input);
  const isNumber = /^(int|float)$/;
  if (type !== item && item && !(isNumber.test(type) && isNumber.test(item))) {
    generator.refuse(block, type === 'null' ? 'nothing' : 'kinds');
  }
  return generator.value(block, input);
}

/**
 * A text cut at another.
 */
function split(block: Block, generator: CppGenerator): Code {
  const delimiter = block.getInputTargetBlock('DELIM');
  const known =
    delimiter?.isEnabled() && delimiter.type === 'text'
      ? String(delimiter.getFieldValue('TEXT'))
      : delimiter
        ? null
        : '';
  const text = generator.as('String', block, 'INPUT');
  const order = generator.order('CALL');
  if (known === '') {
    return [`${generator.helper('letters')}(${text})`, order];
  }
  const helper = generator.helper(known === null ? 'split_anywhere' : 'split');
  return [
    `${helper}(${text}, ${generator.as('String', block, 'DELIM')})`,
    order
  ];
}

/**
 * A text of the items of a list.
 */
function join(block: Block, generator: CppGenerator): Code {
  const item = itemOf(generator.types.ofInput(block, 'INPUT'));
  const helper = generator.helper(
    item === 'String' ? 'join' : isList(item) ? 'join_lists' : 'join_items'
  );
  const list = listIn(block, generator, 'INPUT');
  return [
    `${helper}(${list}, ${generator.as('String', block, 'DELIM')})`,
    generator.order('CALL')
  ];
}

/**
 * The helper that sorts items of a type.
 */
function sortBy(order: string, item: Type): string {
  const isText = item === 'String';
  switch (order) {
    case 'NUMERIC':
      return isText ? 'sorted_by_number' : 'sorted';
    case 'TEXT':
      return isText ? 'sorted' : 'sorted_as_texts';
    default:
      return isText ? 'sorted_texts_ignoring_case' : 'sorted_ignoring_case';
  }
}
