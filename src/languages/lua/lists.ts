import type { Block } from 'blockly/core';

import { byField, value, type Code, type Emit, itemInputs } from '../kit';
import type { LuaGenerator } from './generator';
import { isName, placeIn, signedPlace } from './places';
import { indexOfText, lengthOf } from './text';

type Emits = Record<string, Emit<LuaGenerator>>;

export const lists: Emits = {
  lists_create_empty: value('LITERAL', '{}'),

  lists_create_with(block, generator) {
    const items = itemInputs(block).map(name => generator.value(block, name));
    return [`{${items.join(', ')}}`, generator.order('LITERAL')];
  },

  lists_repeat: value('CALL', '{=repeat_item}({ITEM}, {NUM})'),
  lists_length: lengthOf,
  lists_isEmpty: value('COMPARE', '#{VALUE:POWER} == 0'),
  lists_reverse: value('CALL', '{=reversed}({LIST})'),

  lists_indexOf(block, generator) {
    if (generator.typeOf(block, 'VALUE') === 'String') {
      return indexOfText(block, generator);
    }
    const isFirst = block.getFieldValue('END') === 'FIRST';
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
    const code = removal(block, generator);
    return mode === 'REMOVE' ? `${code}\n` : [code, generator.order('CALL')];
  },

  lists_setIndex(block, generator) {
    const code = generator.value(block, 'LIST');
    const list = isName(code) ? code : generator.newName('list');
    const item = generator.value(block, 'TO');
    const place = placeIn(block, generator, list);
    const isLast = block.getFieldValue('WHERE') === 'LAST';
    const change =
      block.getFieldValue('MODE') === 'SET'
        ? `${list}[${place}] = ${item}`
        : `table.insert(${list}, ${isLast ? '' : `${place}, `}${item})`;
    return list === code
      ? `${change}\n`
      : `do\n  local ${list} = ${code}\n  ${change}\nend\n`;
  },

  lists_getSublist(block, generator) {
    const list = generator.value(block, 'LIST');
    const isFromEnd = ['1', '2'].some(n =>
      /FROM_END|LAST/.test(String(block.getFieldValue(`WHERE${n}`)))
    );
    if (isFromEnd && !isName(list)) {
      const [from, to] = ['1', '2'].map(n => signedPlace(block, generator, n));
      return [
        `${generator.helper('sublist')}(${list}, ${from}, ${to})`,
        generator.order('CALL')
      ];
    }
    const [from, to] = ['1', '2'].map(n => placeIn(block, generator, list, n));
    return [
      `{table.unpack(${list}, ${from}, ${to})}`,
      generator.order('LITERAL')
    ];
  },

  lists_split: byField('MODE', {
    SPLIT: value('CALL', '{=split_text}({INPUT}, {DELIM})'),
    JOIN: value('CALL', '{=join_texts}({INPUT}, {DELIM})')
  }),

  lists_sort(block, generator) {
    const isUp = block.getFieldValue('DIRECTION') === '1';
    const key = {
      NUMERIC: (item: string) => item,
      TEXT: (item: string) => `tostring(${item})`,
      IGNORE_CASE: (item: string) => `tostring(${item}):lower()`
    }[String(block.getFieldValue('TYPE'))]!;
    const before = `${key('a')} ${isUp ? '<' : '>'} ${key('b')}`;
    const list = generator.value(block, 'LIST');
    return [
      `${generator.helper('sorted')}(${list}, function(a, b) return ${before} end)`,
      generator.order('CALL')
    ];
  }
};

function getItem(block: Block, generator: LuaGenerator): Code {
  const order = generator.order('CALL');
  const where = String(block.getFieldValue('WHERE'));
  const list = generator.value(block, 'VALUE', 'PREFIX');
  if (isName(list) || where === 'FIRST' || where === 'FROM_START') {
    return [`${list}[${placeIn(block, generator, list)}]`, order];
  }
  const whole = generator.value(block, 'VALUE');
  return where === 'RANDOM'
    ? [`${generator.helper('random_item')}(${whole})`, order]
    : [
        `${generator.helper('item')}(${whole}, ${signedPlace(block, generator)})`,
        order
      ];
}

function removal(block: Block, generator: LuaGenerator): string {
  const list = generator.value(block, 'VALUE');
  switch (block.getFieldValue('WHERE')) {
    case 'LAST':
      return `table.remove(${list})`;
    case 'FIRST':
    case 'FROM_START':
      return `table.remove(${list}, ${placeIn(block, generator, list)})`;
    case 'RANDOM':
      return isName(list)
        ? `table.remove(${list}, ${placeIn(block, generator, list)})`
        : `${generator.helper('take_random')}(${list})`;
    default:
      return isName(list)
        ? `table.remove(${list}, ${placeIn(block, generator, list)})`
        : `${generator.helper('take_item')}(${list}, ${signedPlace(block, generator)})`;
  }
}
