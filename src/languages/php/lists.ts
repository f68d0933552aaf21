import type { Block } from 'blockly/core';

import { byField, value, type Code, type Emit, itemInputs } from '../kit';
import type { PhpGenerator } from './generator';
import { isName, partOf, placeOf } from './places';
import { emptiness, indexOfText, lengthOf } from './text';

type Emits = Record<string, Emit<PhpGenerator>>;

export const lists: Emits = {
  lists_create_empty: value('ATOMIC', '[]'),

  lists_create_with(block, generator) {
    const items = itemInputs(block).map(name => generator.value(block, name));
    return [`[${items.join(', ')}]`, generator.order('ATOMIC')];
  },

  lists_repeat: value('CALL', 'array_fill(0, {NUM}, {ITEM})'),
  lists_length: lengthOf,
  lists_isEmpty: emptiness,
  lists_reverse: value('CALL', 'array_reverse({LIST})'),

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
    const list = variableOf(block, 'VALUE', generator);
    if (list === null) {
      return cannotChange(block, generator);
    }
    const isTaken = mode === 'GET_REMOVE';
    const code = removal(block, generator, list, isTaken);
    return isTaken ? [code, generator.order('CALL')] : `${code};\n`;
  },

  lists_setIndex(block, generator) {
    const list = variableOf(block, 'LIST', generator);
    if (list === null) {
      return cannotChange(block, generator);
    }
    const item = generator.value(block, 'TO');
    const where = block.getFieldValue('WHERE');
    if (block.getFieldValue('MODE') === 'SET') {
      return `${list}[${indexIn(block, generator, list)}] = ${item};\n`;
    }
    if (where === 'FIRST') {
      return `array_unshift(${list}, ${item});\n`;
    }
    if (where === 'LAST') {
      return `${list}[] = ${item};\n`;
    }
    const place =
      where === 'RANDOM' ? `array_rand(${list})` : placeOf(block, generator);
    return `array_splice(${list}, ${place}, 0, [${item}]);\n`;
  },

  lists_getSublist: (block, generator) => [
    partOf(
      block,
      generator,
      generator.value(block, 'LIST', 'CALL'),
      'array_slice',
      'sublist'
    ),
    generator.order('CALL')
  ],

  lists_split: byField('MODE', {
    SPLIT: value('CALL', '{=split_text}({INPUT}, {DELIM})'),
    JOIN: value('CALL', "implode({DELIM}, array_map('{=text_of}', {INPUT}))")
  }),

  lists_sort(block, generator) {
    const isUp = block.getFieldValue('DIRECTION') === '1';
    const [one, other] = isUp ? ['$a', '$b'] : ['$b', '$a'];
    const order = {
      NUMERIC: `${one} <=> ${other}`,
      TEXT: `strcmp(${one}, ${other})`,
      IGNORE_CASE: `strcasecmp(${one}, ${other})`
    }[String(block.getFieldValue('TYPE'))]!;
    const list = generator.value(block, 'LIST');
    return [
      `${generator.helper('sorted')}(${list}, fn($a, $b) => ${order})`,
      generator.order('CALL')
    ];
  }
};

function getItem(block: Block, generator: PhpGenerator): Code {
  const order = generator.order('CALL');
  const where = String(block.getFieldValue('WHERE'));
  const list = generator.value(block, 'VALUE', 'CALL');
  if (where === 'RANDOM') {
    return [`${generator.helper('random_item')}(${list})`, order];
  }
  return isName(list) || where === 'FIRST' || where === 'FROM_START'
    ? [`${list}[${indexIn(block, generator, list)}]`, order]
    : [`array_slice(${list}, ${placeOf(block, generator)}, 1)[0]`, order];
}

/**
 * What stands in the brackets behind a variable.
 */
function indexIn(block: Block, generator: PhpGenerator, list: string): string {
  switch (block.getFieldValue('WHERE')) {
    case 'LAST':
      return `count(${list}) - 1`;
    case 'FROM_END': {
      // One less, where the last has the number 0.
      const first = block.workspace.options.oneBasedIndex ? 1 : 0;
      const constant = generator.constant(block, 'AT');
      if (constant !== null) {
        return `count(${list}) - ${constant + 1 - first}`;
      }
      const at = generator.value(block, 'AT', 'SUBTRACT');
      return `count(${list}) - ${at}${first ? '' : ' - 1'}`;
    }
    case 'RANDOM':
      return `array_rand(${list})`;
    default:
      return placeOf(block, generator);
  }
}

function removal(
  block: Block,
  generator: PhpGenerator,
  list: string,
  isTaken: boolean
): string {
  switch (block.getFieldValue('WHERE')) {
    case 'FIRST':
      return `array_shift(${list})`;
    case 'LAST':
      return `array_pop(${list})`;
  }
  const place =
    block.getFieldValue('WHERE') === 'RANDOM'
      ? `array_rand(${list})`
      : placeOf(block, generator);
  return `array_splice(${list}, ${place}, 1)${isTaken ? '[0]' : ''}`;
}

/**
 * The name of the variable that is in an input, or null.
 *
 * PHP passes lists by value, so what is not in a variable cannot be changed.
 */
function variableOf(
  block: Block,
  input: string,
  generator: PhpGenerator
): string | null {
  const inner = block.getInputTargetBlock(input);
  return inner?.isEnabled() && inner.type.startsWith('variables_get')
    ? generator.variable(inner)
    : null;
}

function cannotChange(block: Block, generator: PhpGenerator): Code {
  const code =
    "throw new Exception('Only a list in a variable can be changed.')";
  return block.outputConnection
    ? [code, generator.order('NONE')]
    : `${code};\n`;
}
