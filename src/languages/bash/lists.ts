import type { Block } from 'blockly/core';

import { byField, type Emit, itemInputs } from '../kit';
import { NO_WORDS, type BashGenerator } from './generator';
import { plainWords } from './math';
import { assigned } from './words';
import { emptiness, indexOfText, lengthOf, part, placeFound } from './text';

type Emits = Record<string, Emit<BashGenerator>>;

export const lists: Emits = {
  lists_create_empty: (_, generator) => [NO_WORDS, generator.order('ATOMIC')],

  lists_create_with: (block, generator) => [
    itemInputs(block)
      .map(name => generator.word(block, name))
      .join(' ') || NO_WORDS,
    generator.order('ATOMIC')
  ],

  lists_repeat: (block, generator) => [
    `<(${generator.helper('repeated')} ${generator.word(block, 'ITEM')} ${count(block, generator)})`,
    generator.order('ATOMIC')
  ],

  lists_length: lengthOf,
  lists_isEmpty: emptiness,

  lists_reverse: (block, generator) => [
    `<(${generator.helper('reversed')} ${plainWords(block, 'LIST', generator)})`,
    generator.order('ATOMIC')
  ],

  lists_indexOf(block, generator) {
    const type = generator.types.ofInput(block, 'VALUE');
    if (type === 'String') {
      return indexOfText(block, generator);
    }
    if (type !== '[' && type !== `[${generator.types.ofInput(block, 'FIND')}`) {
      generator.refuse(block, 'kinds');
    }
    const isFirst = block.getFieldValue('END') === 'FIRST';
    const find = generator.helper(isFirst ? 'find_item' : 'find_last_item');
    const wanted = generator.word(block, 'FIND');
    const words = plainWords(block, 'VALUE', generator);
    return placeFound(block, generator, `$(${find} ${wanted} ${words})`);
  },

  lists_getIndex(block, generator) {
    const mode = block.getFieldValue('MODE');
    if (mode === 'REMOVE') {
      return removal(block, generator, null);
    }
    if (mode === 'GET_REMOVE') {
      return generator.refuse(block, 'place');
    }
    const list = generator.list(block, 'VALUE');
    return [
      `\${${list}[${indexIn(block, generator, list)}]}`,
      generator.order('ATOMIC')
    ];
  },

  lists_setIndex(block, generator) {
    const target = block.getInputTargetBlock('LIST');
    if (!target?.type.startsWith('variables_get')) {
      return generator.refuse(block, 'nesting');
    }
    const list = generator.list(block, 'LIST');
    const item = generator.word(block, 'TO');
    const where = block.getFieldValue('WHERE');
    if (block.getFieldValue('MODE') === 'SET') {
      return `${list}[${indexIn(block, generator, list)}]=${assigned(item)}\n`;
    }
    const all = `"\${${list}[@]}"`;
    if (where === 'FIRST') {
      return `${list}=(${item} ${all})\n`;
    }
    if (where === 'LAST') {
      return `${list}+=(${item})\n`;
    }
    const known = indexIn(block, generator, list);
    // What is random is another each time.
    const at = known.includes('RANDOM') ? generator.newName('place') : known;
    if (at !== known) {
      generator.before(block, `(( ${at} = ${known} ))`);
    }
    const [before, after] = /^-/.test(at)
      ? [`:0:\${#${list}[@]}${at}`, `: ${at}`]
      : [`:0:${at}`, `:${at}`];
    return `${list}=("\${${list}[@]${before}}" ${item} "\${${list}[@]${after}}")\n`;
  },

  lists_getSublist(block, generator) {
    const list = generator.list(block, 'LIST');
    return [
      `"\${${list}[@]${part(block, generator, list)}}"`,
      generator.order('ATOMIC')
    ];
  },

  lists_split: byField('MODE', {
    SPLIT: (block, generator) => {
      const words = ['INPUT', 'DELIM'].map(name => generator.word(block, name));
      return [
        `<(${generator.helper('split_text')} ${words.join(' ')})`,
        generator.order('ATOMIC')
      ];
    },
    JOIN: (block, generator) => {
      const by = generator.word(block, 'DELIM');
      const words = plainWords(block, 'INPUT', generator);
      return [
        `"$(${generator.helper('join_items')} ${by} ${words})"`,
        generator.order('ATOMIC')
      ];
    }
  }),

  lists_sort(block, generator) {
    const option = { NUMERIC: '-n', TEXT: '', IGNORE_CASE: '-f' }[
      String(block.getFieldValue('TYPE'))
    ]!;
    if (
      option === '-n' &&
      !/^\[(int)?$/.test(generator.types.ofInput(block, 'LIST'))
    ) {
      generator.refuse(block, 'kinds');
    }
    const isUp = block.getFieldValue('DIRECTION') === '1';
    const options = `-${option.slice(1)}${isUp ? '' : 'r'}s`;
    return [
      `<(${generator.helper('sorted')} ${options} ${plainWords(block, 'LIST', generator)})`,
      generator.order('ATOMIC')
    ];
  }
};

function count(block: Block, generator: BashGenerator): string {
  generator.arith(block, 'NUM');
  return generator.word(block, 'NUM');
}

/**
 * The statements that take an item out of a list.
 *
 * @param variable - to put it into, if any
 */
export function removal(
  block: Block,
  generator: BashGenerator,
  variable: string | null
): string {
  const target = block.getInputTargetBlock('VALUE');
  if (!target?.type.startsWith('variables_get')) {
    return generator.refuse(block, 'nesting');
  }
  const list = generator.list(block, 'VALUE');
  let at = indexIn(block, generator, list);
  let code = '';
  if (!/^-?\d+$/.test(at)) {
    // It is asked for twice, and may be another the second time.
    const place = generator.newName('place');
    code = `(( ${place} = ${at.startsWith('-') ? `\${#${list}[@]} + ` : ''}${at} ))\n`;
    at = place;
  }
  code += variable === null ? '' : `${variable}=\${${list}[${at}]}\n`;
  return (
    code +
    (at === '0'
      ? `${list}=("\${${list}[@]:1}")\n`
      : at === '-1'
        ? `unset '${list}[-1]'\n`
        : /^-/.test(at)
          ? `${list}=("\${${list}[@]:0:\${#${list}[@]}${at}}" "\${${list}[@]: ${Number(at) + 1}}")\n`
          : `${list}=("\${${list}[@]:0:${at}}" "\${${list}[@]:${/^\d+$/.test(at) ? Number(at) + 1 : `${at}+1`}}")\n`)
  );
}

function indexIn(block: Block, generator: BashGenerator, list: string): string {
  return block.getFieldValue('WHERE') === 'RANDOM'
    ? `RANDOM % \${#${list}[@]}`
    : generator.index(block);
}
