import type { Block } from 'blockly/core';

import {
  byField,
  value,
  type Code,
  type Emit,
  isList,
  isPrimitive,
  itemOf,
  type Type,
  itemInputs
} from '../kit';
import type { ProcessingGenerator } from './generator';
import { isSimple } from './logic';
import { fromEnd, indexOfText, lengthOf, place, placeFound } from './text';
import { boxed } from './types';

type Emits = Record<string, Emit<ProcessingGenerator>>;

export const lists: Emits = {
  lists_create_empty: value('CALL', 'new ArrayList()'),

  lists_create_with(block, generator) {
    const wanted = generator.sketch.wanted ?? generator.types.of(block);
    generator.sketch.wanted = null;
    const array = arrayOf(block, generator, itemOf(wanted), boxed);
    return [`${generator.helper('listOf')}(${array})`, generator.order('CALL')];
  },

  lists_repeat: (block, generator) => {
    const item = itemOf(generator.types.of(block));
    return [
      `${generator.helper('repeated')}(${generator.asItem(item, block, 'ITEM', 'COMPARE')}, ${generator.as('int', block, 'NUM', 'COMPARE')})`,
      generator.order('CALL')
    ];
  },

  lists_length: (block, generator) => lengthOf(block, generator),

  lists_isEmpty: (block, generator) => [
    `${lengthOf(block, generator)[0]} == 0`,
    generator.order('COMPARE')
  ],

  lists_reverse: (block, generator) => [
    `${generator.helper('reverseList')}(${listIn(block, generator, 'LIST')})`,
    generator.order('CALL')
  ],

  lists_indexOf(block, generator) {
    const type = generator.types.ofInput(block, 'VALUE');
    if (type === 'String') {
      return indexOfText(block, generator);
    }
    const isFirst = block.getFieldValue('END') === 'FIRST';
    const wanted = isList(type)
      ? generator.asItem(itemOf(type), block, 'FIND')
      : generator.value(block, 'FIND');
    if (isList(generator.types.ofInput(block, 'FIND'))) {
      // For the lists of Processing.js, two are never equal.
      const helper = isFirst ? 'placeOfList' : 'lastPlaceOfList';
      const list = listIn(block, generator, 'VALUE');
      return placeFound(
        block,
        generator,
        `${generator.helper(helper)}(${list}, ${wanted})`
      );
    }
    return placeFound(
      block,
      generator,
      `${listIn(block, generator, 'VALUE', 'CALL')}.${isFirst ? 'indexOf' : 'lastIndexOf'}(${wanted})`
    );
  },

  lists_getIndex(block, generator) {
    const mode = block.getFieldValue('MODE');
    const where = String(block.getFieldValue('WHERE'));
    if (mode === 'GET') {
      return itemAt(block, generator, 'VALUE', where);
    }
    const isTaken = mode === 'GET_REMOVE';
    const list = listIn(block, generator, 'VALUE');
    const [code, order] = isSimple(list)
      ? [
          `${list}.remove(${indexIn(block, generator, list)})`,
          generator.order('CALL')
        ]
      : [
          `${generator.helper('removeItem')}(${list}, ${whereIn(block, generator)})`,
          generator.order('CALL')
        ];
    const cast = isSimple(list)
      ? generator.castOf(block, 'VALUE')
      : castTo(itemOf(generator.types.ofInput(block, 'VALUE')));
    return !isTaken
      ? `${code};\n`
      : cast
        ? [`${cast}${code}`, generator.order('UNARY')]
        : [code, order];
  },

  lists_setIndex(block, generator) {
    const list = listIn(block, generator, 'LIST', 'CALL');
    const type = generator.types.ofInput(block, 'LIST');
    const item = generator.asItem(itemOf(type), block, 'TO', 'COMPARE');
    const where = String(block.getFieldValue('WHERE'));
    const isSet = block.getFieldValue('MODE') === 'SET';
    if (!isSet && where === 'LAST') {
      return `${list}.add(${item});\n`;
    }
    const at = isSimple(list) ? indexIn(block, generator, list) : null;
    if (at !== null) {
      return `${list}.${isSet ? 'set' : 'add'}(${at}, ${item});\n`;
    }
    const helper = generator.helper(isSet ? 'setItem' : 'insertItem');
    return `${helper}(${list}, ${whereIn(block, generator)}, ${item});\n`;
  },

  lists_getSublist(block, generator) {
    const list = listIn(block, generator, 'LIST', 'COMPARE');
    const [from, to] = ['1', '2'].map(n => place(block, generator, n));
    return [
      `${generator.helper('partOfList')}(${list}, ${from}, ${to})`,
      generator.order('CALL')
    ];
  },

  lists_split: byField('MODE', {
    SPLIT: split,
    JOIN: (block, generator) => [
      `${generator.helper(areShown(block, generator) ? 'joinItems' : 'joinList')}(${listIn(block, generator, 'INPUT', 'COMPARE')}, ${generator.as('String', block, 'DELIM', 'COMPARE')})`,
      generator.order('CALL')
    ]
  }),

  lists_sort(block, generator) {
    const helper = generator.helper(
      { NUMERIC: 'sortNumbers', TEXT: 'sortTexts' }[
        String(block.getFieldValue('TYPE'))
      ] ?? 'sortIgnoringCase'
    );
    const isUp = block.getFieldValue('DIRECTION') === '1';
    const sorted = `${helper}(${listIn(block, generator, 'LIST')})`;
    return [
      isUp ? sorted : `${generator.helper('reverseList')}(${sorted})`,
      generator.order('CALL')
    ];
  }
};

/**
 * The items of a list that is written out, as an array.
 *
 * @param spell - how a type is written in front of the brackets
 */
export function arrayOf(
  block: Block,
  generator: ProcessingGenerator,
  item: Type,
  spell: (type: Type) => string
): string {
  const items = itemInputs(block)
    // Processing.js takes `a < b, c > d` for types of Java.
    .map(name => generator.asItem(item, block, name, 'COMPARE'));
  // Java has no arrays of lists of something.
  const type = isList(item) ? 'ArrayList' : spell(item);
  return `new ${type}[] {${items.join(', ')}}`;
}

/**
 * An item of a list, or of a text.
 */
export function itemAt(
  block: Block,
  generator: ProcessingGenerator,
  input: string,
  where: string
): Code {
  const list = listIn(block, generator, input, 'CALL');
  const item = itemOf(generator.types.ofInput(block, input));
  const isDirect = isSimple(list) || /^(FIRST|FROM_START)$/.test(where);
  const code = isDirect
    ? `${list}.get(${indexIn(block, generator, list, where)})`
    : where === 'RANDOM'
      ? `${generator.helper('randomItem')}(${list})`
      : `${generator.helper('itemFromEnd')}(${list}, ${fromEnd(block, generator, where)})`;
  const cast = isDirect ? generator.castOf(block, input) : castTo(item);
  return cast
    ? [`${cast}${code}`, generator.order('UNARY')]
    : [code, generator.order('CALL')];
}

const castTo = (item: Type) =>
  boxed(item) === 'Object' ? '' : `(${boxed(item)}) `;

/**
 * The list of an input, as one whatever it is said to be.
 */
function listIn(
  block: Block,
  generator: ProcessingGenerator,
  input: string,
  order = 'NONE'
): string {
  const type = generator.types.ofInput(block, input);
  return generator.as(isList(type) ? type : '[Object', block, input, order);
}

/**
 * What stands in the parentheses behind a list.
 */
function indexIn(
  block: Block,
  generator: ProcessingGenerator,
  list: string,
  where = String(block.getFieldValue('WHERE'))
): string {
  switch (where) {
    case 'FIRST':
      return '0';
    case 'FROM_START':
      return generator.placeIn(block, 'AT');
    case 'RANDOM':
      return `int(random(${list}.size()))`;
    default:
      return `${list}.size() - ${fromEnd(block, generator, where)}`;
  }
}

/**
 * A place for a helper: from 0, or, below that, from the end.
 */
function whereIn(block: Block, generator: ProcessingGenerator): string {
  return block.getFieldValue('WHERE') === 'RANDOM'
    ? '-1 - int(random(1))'
    : place(block, generator, '');
}

/**
 * Whether Java shows the items of a list as they are to be.
 */
function areShown(block: Block, generator: ProcessingGenerator): boolean {
  const item = itemOf(generator.types.ofInput(block, 'INPUT'));
  return isPrimitive(item) || item === 'String';
}

/**
 * A text cut at another; Processing's own `split()` takes no empty one.
 */
function split(block: Block, generator: ProcessingGenerator): Code {
  const delimiter = block.getInputTargetBlock('DELIM');
  const isPlain =
    delimiter?.type === 'text' && delimiter.getFieldValue('TEXT') !== '';
  const text = generator.as('String', block, 'INPUT', 'COMPARE');
  const by = generator.as('String', block, 'DELIM', 'COMPARE');
  return [
    isPlain
      ? `${generator.helper('listOf')}(split(${text}, ${by}))`
      : `${generator.helper('splitText')}(${text}, ${by})`,
    generator.order('CALL')
  ];
}
