import type { Block } from 'blockly/core';

import {
  byField,
  hasEffects,
  value,
  type Code,
  type Emit,
  itemInputs
} from '../kit';
import type { SchemeGenerator } from './generator';
import { emptiness, lengthOf, searched, span } from './sequences';

type Emits = Record<string, Emit<SchemeGenerator>>;

const form = (template: string) => value('ATOMIC', template);

export const lists: Emits = {
  lists_create_empty: form("'()"),

  lists_create_with(block, generator) {
    const items = itemInputs(block).map(name => generator.value(block, name));
    const code = items.length ? `(list ${items.join(' ')})` : "'()";
    return [code, generator.order('ATOMIC')];
  },

  lists_repeat: form('({=repeat-item} {ITEM} {NUM})'),
  lists_length: lengthOf,
  lists_isEmpty: emptiness,
  lists_indexOf: searched,
  lists_reverse: form('(reverse {LIST})'),

  lists_getIndex(block, generator) {
    const mode = block.getFieldValue('MODE');
    const order = generator.order('ATOMIC');
    if (mode === 'GET') {
      return getItem(block, generator);
    }
    const list = variableOf(block, 'VALUE', generator);
    if (list === null) {
      return cannotChange(block, generator);
    }
    const [place] = span(block, generator, '', `(length ${list})`);
    if (mode === 'REMOVE') {
      return `(set! ${list} ${without(list, place, generator)})\n`;
    }
    const item = generator.local('item');
    const isFirst = place === '0';
    const at = isFirst ? place : generator.local('place');
    const names = isFirst
      ? `(let ((${item} (car ${list})))`
      : `(let* ((${at} ${place}) (${item} (list-ref ${list} ${at})))`;
    const code = `${names} (set! ${list} ${without(list, at, generator)}) ${item})`;
    return [code, order];
  },

  lists_setIndex(block, generator) {
    const list = variableOf(block, 'LIST', generator);
    if (list === null) {
      return cannotChange(block, generator);
    }
    const item = generator.value(block, 'TO');
    if (hasEffects(block, 'TO')) {
      // It may change the list, which is to be looked at after that.
      const name = generator.local('item');
      const set = setItem(block, generator, list, name).trimEnd();
      return `(let ((${name} ${item})) ${set})\n`;
    }
    return setItem(block, generator, list, item);
  },

  lists_getSublist: (block, generator) =>
    generator.named(generator.value(block, 'LIST'), 'items', name => {
      const length = `(length ${name})`;
      const [from] = span(block, generator, '1', length);
      const [, to] = span(block, generator, '2', length);
      return from === '0' && to === length
        ? name
        : `(${generator.helper('sublist')} ${name} ${from} ${to})`;
    }),

  lists_split: byField('MODE', {
    SPLIT: form('({=split-text} {INPUT} {DELIM})'),
    JOIN: join
  }),

  lists_sort(block, generator) {
    const isUp = block.getFieldValue('DIRECTION') === '1';
    const type = String(block.getFieldValue('TYPE'));
    const list = generator.value(block, 'LIST');
    const sorted = generator.helper('sorted');
    const order = generator.order('ATOMIC');
    if (type === 'NUMERIC') {
      return [`(${sorted} ${list} ${isUp ? '<' : '>'})`, order];
    }
    const before = generator.helper(
      type === 'TEXT' ? 'text-before?' : 'letters-before?'
    );
    const code = `(${sorted} ${list} ${before})`;
    return [isUp ? code : `(reverse ${code})`, order];
  }
};

const joined = {
  texts: form('({=join-texts} {INPUT} {DELIM})'),
  numbers: form('({=join-texts} (map number->string {INPUT}) {DELIM})'),
  any: form('({=join-texts} (map {=text-of} {INPUT}) {DELIM})')
};

function join(block: Block, generator: SchemeGenerator): Code {
  const type = generator.typeOfItems(block, 'INPUT');
  const isPlain =
    generator.hasWholeItems(block, 'INPUT') || !generator.hasFractions;
  const emit =
    type === 'String'
      ? joined.texts
      : type === 'Number' && isPlain
        ? joined.numbers
        : joined.any;
  return emit(block, generator);
}

function setItem(
  block: Block,
  generator: SchemeGenerator,
  list: string,
  item: string
): string {
  const where = block.getFieldValue('WHERE');
  const isInsert = block.getFieldValue('MODE') === 'INSERT';
  if (isInsert && where === 'FIRST') {
    return `(set! ${list} (cons ${item} ${list}))\n`;
  }
  if (isInsert && where === 'LAST') {
    return `(set! ${list} (append ${list} (list ${item})))\n`;
  }
  const change = generator.helper(isInsert ? 'insert-item' : 'replace-item');
  const [place] = span(block, generator, '', `(length ${list})`);
  return `(set! ${list} (${change} ${list} ${place} ${item}))\n`;
}

function getItem(block: Block, generator: SchemeGenerator): Code {
  const order = generator.order('ATOMIC');
  const list = generator.value(block, 'VALUE');
  switch (block.getFieldValue('WHERE')) {
    case 'FIRST':
      return [`(car ${list})`, order];
    case 'LAST':
      return [`(car (reverse ${list}))`, order];
    case 'RANDOM':
      return [`(${generator.helper('random-item')} ${list})`, order];
    case 'FROM_START':
      return [`(list-ref ${list} ${generator.place(block, 'AT')})`, order];
  }
  return generator.named(
    list,
    'items',
    name =>
      `(list-ref ${name} ${span(block, generator, '', `(length ${name})`)[0]})`
  );
}

/**
 * A list with an item less.
 */
function without(
  list: string,
  place: string,
  generator: SchemeGenerator
): string {
  return place === '0'
    ? `(cdr ${list})`
    : `(${generator.helper('remove-item')} ${list} ${place})`;
}

/**
 * The name of the variable that is in an input, or null.
 *
 * A changed list is a new one, so what is not in a variable cannot be changed.
 */
function variableOf(
  block: Block,
  input: string,
  generator: SchemeGenerator
): string | null {
  const inner = block.getInputTargetBlock(input);
  return inner?.isEnabled() && inner.type.startsWith('variables_get')
    ? generator.read(generator.variable(inner))
    : null;
}

function cannotChange(block: Block, generator: SchemeGenerator): Code {
  const code = `(error 'list "Only a list in a variable can be changed.")`;
  return block.outputConnection
    ? [code, generator.order('ATOMIC')]
    : `${code}\n`;
}
