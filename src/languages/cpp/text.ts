import type { Block } from 'blockly/core';

import { isList, itemInputs, value, type Emit } from '../kit';
import { named } from './functions';
import { isLiteral, type CppGenerator } from './generator';

type Emits = Record<string, Emit<CppGenerator>>;

export const text: Emits = {
  text: literal,
  text_multiline: literal,

  text_print(block, generator) {
    const inner = block.getInputTargetBlock('TEXT');
    const names =
      inner?.isEnabled() && inner.type === 'text_join' ? itemInputs(inner) : [];
    const parts = names.length
      ? names.map(name => shown(inner!, generator, name))
      : [shown(block, generator, 'TEXT')];
    return `std::cout << ${parts.join(' << ')} << std::endl;\n`;
  },

  text_join(block, generator) {
    const names = itemInputs(block);
    if (names.length < 2) {
      const [name] = names;
      return name
        ? [generator.object(block, name), generator.order('CALL')]
        : ['std::string()', generator.order('CALL')];
    }
    const areLiterals = names
      .slice(0, 2)
      .every(name => isLiteral(block.getInputTargetBlock(name)));
    const parts = names.map((name, n) =>
      n === 0 && areLiterals
        ? generator.object(block, name)
        : generator.as('String', block, name, n ? 'ADD' : 'LEFT_ADD')
    );
    return [parts.join(' + '), generator.order('ADD')];
  },

  text_append: (block, generator) =>
    `${named(block, generator)} += ${generator.as('String', block, 'TEXT')};\n`,

  text_length: lengthOf,

  text_isEmpty: (block, generator) => [
    `${generator.object(block, 'VALUE')}.empty()`,
    generator.order('CALL')
  ],

  text_indexOf: indexOfText,

  text_charAt(block, generator) {
    const where = String(block.getFieldValue('WHERE'));
    const order = generator.order('CALL');
    const isFromStart = where === 'FIRST' || where === 'FROM_START';
    const at = () => (where === 'FIRST' ? '0' : generator.placeIn(block, 'AT'));
    if (generator.types.isAscii && where !== 'RANDOM') {
      const whole = generator.object(block, 'VALUE');
      if (isFromStart) {
        return [`${whole}.substr(${at()}, 1)`, order];
      }
      if (/^\w+$/.test(whole)) {
        const back = fromEnd(block, generator, where);
        return [`${whole}.substr(${whole}.size() - ${back}, 1)`, order];
      }
    }
    const letters = `${generator.helper('letters')}(${generator.as('String', block, 'VALUE')})`;
    return [
      isFromStart
        ? `${letters}.at(${at()})`
        : where === 'RANDOM'
          ? `${generator.helper('random_item')}(${letters})`
          : `${generator.helper('from_end')}(${letters}, ${fromEnd(block, generator, where)})`,
      order
    ];
  },

  text_getSubstring(block, generator) {
    const [start, end] = ['1', '2'].map(n =>
      String(block.getFieldValue(`WHERE${n}`))
    );
    const order = generator.order('CALL');
    if (generator.types.isAscii && start !== 'FROM_END' && end === 'LAST') {
      const from = start === 'FIRST' ? '0' : generator.placeIn(block, 'AT1');
      const whole = generator.object(block, 'STRING');
      return [from === '0' ? whole : `${whole}.substr(${from})`, order];
    }
    const [from, to] = ['1', '2'].map(n => place(block, generator, n));
    const whole = generator.as('String', block, 'STRING');
    if (generator.types.isAscii && start === 'FIRST' && end === 'FROM_START') {
      const size = generator.placeIn(block, 'AT2', 'NONE', 1);
      return [`${generator.object(block, 'STRING')}.substr(0, ${size})`, order];
    }
    return [
      `${generator.helper('part_of_text')}(${whole}, ${from}, ${to})`,
      order
    ];
  },

  text_changeCase(block, generator) {
    const mode = String(block.getFieldValue('CASE')).toLowerCase();
    const helper = generator.helper(mode.replace('case', '_case'));
    return [
      `${helper}(${generator.as('String', block, 'TEXT')})`,
      generator.order('CALL')
    ];
  },

  text_trim(block, generator) {
    const mode = String(block.getFieldValue('MODE')).toLowerCase();
    const trim = generator.helper(mode === 'both' ? 'trim' : `trim_${mode}`);
    return [
      `${trim}(${generator.as('String', block, 'TEXT')})`,
      generator.order('CALL')
    ];
  },

  text_count: texts('count_text', 'TEXT', 'SUB'),
  text_replace: texts('replace_text', 'TEXT', 'FROM', 'TO'),

  text_reverse(block, generator) {
    const code = generator.as('String', block, 'TEXT');
    return [
      generator.types.isAscii && /^\w+$/.test(code)
        ? `std::string(${code}.rbegin(), ${code}.rend())`
        : `${generator.helper('reversed_text')}(${code})`,
      generator.order('CALL')
    ];
  },

  text_prompt: prompt,
  text_prompt_ext: prompt,

  colour_picker: (block, generator) => [
    generator.quote_(String(block.getFieldValue('COLOUR'))),
    generator.order('ATOMIC')
  ],
  colour_random: value('CALL', '{=random_colour}()'),
  colour_rgb: (block, generator) => [
    `${generator.helper('rgb_colour')}(${['RED', 'GREEN', 'BLUE']
      .map(name => generator.asNumber(block, name))
      .join(', ')})`,
    generator.order('CALL')
  ],
  colour_blend: (block, generator) => [
    `${generator.helper('blend_colours')}(${['COLOUR1', 'COLOUR2']
      .map(name => generator.as('String', block, name))
      .join(', ')}, ${generator.asNumber(block, 'RATIO')})`,
    generator.order('CALL')
  ]
};

/**
 * How many letters a text has, or items a list. The size itself is a number
 * without a sign, which would be large where a difference is below zero.
 */
export function lengthOf(
  block: Block,
  generator: CppGenerator
): [string, number] {
  const type = generator.types.ofInput(block, 'VALUE');
  const whole = isList(type)
    ? generator.as(type, block, 'VALUE')
    : generator.types.isAscii
      ? generator.object(block, 'VALUE')
      : `${generator.helper('letters')}(${generator.as('String', block, 'VALUE')})`;
  return [`int(${whole}.size())`, generator.order('CALL')];
}

/**
 * Where a part of a text is, also for the block that searches in lists.
 */
export function indexOfText(
  block: Block,
  generator: CppGenerator
): [string, number] {
  const isFirst = block.getFieldValue('END') === 'FIRST';
  const wanted = generator.as('String', block, 'FIND');
  if (generator.types.isAscii) {
    const find = isFirst ? 'find' : 'rfind';
    const found = `${generator.object(block, 'VALUE')}.${find}(${wanted})`;
    // What is not found is in the largest place, which is -1 as an int.
    return placeFound(block, generator, `int(${found})`);
  }
  const helper = generator.helper(
    isFirst ? 'place_of_text' : 'last_place_of_text'
  );
  const whole = generator.as('String', block, 'VALUE');
  return placeFound(block, generator, `${helper}(${whole}, ${wanted})`);
}

/**
 * A place counted from 0 with -1 for nothing, as the blocks count.
 */
export function placeFound(
  block: Block,
  generator: CppGenerator,
  code: string
): [string, number] {
  return block.workspace.options.oneBasedIndex
    ? [`${code} + 1`, generator.order('ADD')]
    : [code, generator.order('CALL')];
}

/**
 * What a place counted from the end is taken from the length by.
 */
export function fromEnd(
  block: Block,
  generator: CppGenerator,
  where: string,
  n = ''
): string {
  if (where === 'LAST') {
    return '1';
  }
  const at = `AT${n}`;
  const first = block.workspace.options.oneBasedIndex ? 1 : 0;
  const constant = generator.constant(block, at);
  return constant !== null
    ? String(constant - first + 1)
    : generator.placeIn(block, at, 'SUBTRACT', 1);
}

/**
 * A place for a helper: from 0, or, below that, from the end.
 */
export function place(
  block: Block,
  generator: CppGenerator,
  n: string
): string {
  const where = String(block.getFieldValue(`WHERE${n}`));
  switch (where) {
    case 'FIRST':
      return '0';
    case 'FROM_START':
      return generator.placeIn(block, `AT${n}`);
    case 'LAST':
      return '-1';
    default: {
      const back = fromEnd(block, generator, where, n);
      return /^\w+$/.test(back) ? `-${back}` : `-(${back})`;
    }
  }
}

function texts(
  helper: string,
  ...inputs: readonly string[]
): Emit<CppGenerator> {
  return (block, generator) => [
    `${generator.helper(helper)}(${inputs
      .map(input => generator.as('String', block, input))
      .join(', ')})`,
    generator.order('CALL')
  ];
}

/**
 * A value as it is put into the stream.
 */
function shown(block: Block, generator: CppGenerator, input: string): string {
  const type = generator.types.ofInput(block, input);
  if (isList(type)) {
    return generator.as('String', block, input, 'SHIFT');
  }
  if (type === 'boolean') {
    generator.program.show('boolalpha');
  } else if (type === 'float') {
    generator.program.show('setprecision(15)');
  }
  return generator.value(block, input, 'SHIFT');
}

function prompt(block: Block, generator: CppGenerator): [string, number] {
  const question =
    block.type === 'text_prompt'
      ? generator.quote_(String(block.getFieldValue('TEXT')))
      : generator.as('String', block, 'TEXT');
  const code = `${generator.helper('ask')}(${question})`;
  return [
    block.getFieldValue('TYPE') === 'NUMBER' ? `std::stod(${code})` : code,
    generator.order('CALL')
  ];
}

function literal(block: Block, generator: CppGenerator): [string, number] {
  return [
    generator.quote_(String(block.getFieldValue('TEXT'))),
    generator.order('ATOMIC')
  ];
}
