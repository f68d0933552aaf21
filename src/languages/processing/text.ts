import type { Block } from 'blockly/core';

import { value, type Emit, isList, isPrimitive, itemInputs } from '../kit';
import type { ProcessingGenerator } from './generator';
import { isSimple } from './logic';

type Emits = Record<string, Emit<ProcessingGenerator>>;

export const text: Emits = {
  text: literal,
  text_multiline: literal,

  text_print: (block, generator) => `println(${shown(block, generator)});\n`,

  text_join(block, generator) {
    const names = itemInputs(block);
    if (names.length < 2) {
      const [name] = names;
      return [
        name ? generator.as('String', block, name, 'CALL') : '""',
        generator.order('CALL')
      ];
    }
    const isText = names
      .slice(0, 2)
      .some(name => generator.types.ofInput(block, name) === 'String');
    const parts = names.map((name, n) =>
      part(block, generator, name, n === 0 && !isText)
    );
    return [parts.join(' + '), generator.order('ADD')];
  },

  text_append(block, generator) {
    const variable = generator.variable(block);
    generator.sketch.use(variable);
    generator.starts.change(variable, 'text');
    if (generator.types.ofVariable(block) === 'String') {
      return `${variable} += ${part(block, generator, 'TEXT', false, 'NONE')};\n`;
    }
    const text = generator.helper('textOf');
    return `${variable} = ${text}(${variable}) + ${part(block, generator, 'TEXT', false)};\n`;
  },

  text_length: (block, generator) => lengthOf(block, generator),

  text_isEmpty: (block, generator) => [
    `${lengthOf(block, generator)[0]} == 0`,
    generator.order('COMPARE')
  ],

  text_indexOf: indexOfText,

  text_charAt(block, generator) {
    const whole = generator.as('String', block, 'VALUE');
    const where = String(block.getFieldValue('WHERE'));
    const order = generator.order('CALL');
    if (where === 'FIRST' || where === 'FROM_START') {
      const at = where === 'FIRST' ? '0' : generator.placeIn(block, 'AT');
      return [`str(${enclosed(whole)}.charAt(${at}))`, order];
    }
    const isRandom = where === 'RANDOM';
    const back = isRandom ? '' : fromEnd(block, generator, where);
    if (/^\w+$/.test(whole)) {
      const at = isRandom
        ? `int(random(${whole}.length()))`
        : `${whole}.length() - ${back}`;
      return [`str(${whole}.charAt(${at}))`, order];
    }
    const values = isRandom ? whole : `${whole}, ${back}`;
    const helper = isRandom ? 'randomLetter' : 'letterFromEnd';
    return [`${generator.helper(helper)}(${values})`, order];
  },

  text_getSubstring(block, generator) {
    const whole = generator.as('String', block, 'STRING');
    const [start, end] = ['1', '2'].map(n =>
      String(block.getFieldValue(`WHERE${n}`))
    );
    const order = generator.order('CALL');
    if (start !== 'FROM_END' && (/^\w+$/.test(whole) || end !== 'FROM_END')) {
      const from = start === 'FIRST' ? '0' : generator.placeIn(block, 'AT1');
      if (end === 'LAST') {
        return from === '0'
          ? [whole, generator.order('NONE')]
          : [`${enclosed(whole)}.substring(${from})`, order];
      }
      const to =
        end === 'FROM_START'
          ? generator.placeIn(block, 'AT2', 'NONE', 1)
          : `${whole}.length() - ${fromEnd(block, generator, end, '2', -1)}`;
      return [`${enclosed(whole)}.substring(${from}, ${to})`, order];
    }
    const [from, to] = ['1', '2'].map(n => place(block, generator, n));
    return [
      `${generator.helper('partOfText')}(${whole}, ${from}, ${to})`,
      order
    ];
  },

  text_changeCase(block, generator) {
    const mode = String(block.getFieldValue('CASE'));
    const code =
      mode === 'TITLECASE'
        ? `${generator.helper('titleCase')}(${generator.as('String', block, 'TEXT')})`
        : `${subject(block, generator, 'TEXT')}.to${mode === 'UPPERCASE' ? 'Upper' : 'Lower'}Case()`;
    return [code, generator.order('CALL')];
  },

  text_trim(block, generator) {
    const name = { LEFT: 'trimLeft', RIGHT: 'trimRight' }[
      String(block.getFieldValue('MODE'))
    ];
    const trim = name ? generator.helper(name) : 'trim';
    return [
      `${trim}(${generator.as('String', block, 'TEXT')})`,
      generator.order('CALL')
    ];
  },

  text_count: texts('countText', 'TEXT', 'SUB'),
  text_replace: texts('replaceText', 'TEXT', 'FROM', 'TO'),
  text_reverse: texts('reverseText', 'TEXT'),

  colour_picker: (block, generator) => [
    generator.quote_(String(block.getFieldValue('COLOUR'))),
    generator.order('ATOMIC')
  ],
  colour_random: value('CALL', '{=randomColour}()'),
  colour_rgb: (block, generator) => [
    `${generator.helper('rgbColour')}(${['RED', 'GREEN', 'BLUE']
      .map(name => generator.asNumber(block, name, 'COMPARE'))
      .join(', ')})`,
    generator.order('CALL')
  ],
  colour_blend: (block, generator) => [
    `${generator.helper('blendColours')}(${['COLOUR1', 'COLOUR2']
      .map(name => generator.as('String', block, name, 'COMPARE'))
      .join(', ')}, ${generator.asNumber(block, 'RATIO', 'COMPARE')})`,
    generator.order('CALL')
  ]
};

/**
 * How many letters a text has, or items a list.
 */
export function lengthOf(
  block: Block,
  generator: ProcessingGenerator
): [string, number] {
  const type = generator.types.ofInput(block, 'VALUE');
  const order = generator.order('CALL');
  return type === 'String'
    ? [`${subject(block, generator, 'VALUE')}.length()`, order]
    : isList(type)
      ? [`${generator.value(block, 'VALUE', 'CALL')}.size()`, order]
      : [
          `${generator.helper('sizeOf')}(${generator.value(block, 'VALUE')})`,
          order
        ];
}

/**
 * Where a part of a text is, also for the block that searches in lists.
 */
export function indexOfText(
  block: Block,
  generator: ProcessingGenerator
): [string, number] {
  const isFirst = block.getFieldValue('END') === 'FIRST';
  const within = subject(block, generator, 'VALUE');
  const wanted = generator.as('String', block, 'FIND');
  return placeFound(
    block,
    generator,
    `${within}.${isFirst ? 'indexOf' : 'lastIndexOf'}(${wanted})`
  );
}

/**
 * A place that Java has found, counted from 0 with -1 for nothing, as the blocks
 * count.
 */
export function placeFound(
  block: Block,
  generator: ProcessingGenerator,
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
  generator: ProcessingGenerator,
  where: string,
  n = '',
  delta = 0
): string {
  const at = `AT${n}`;
  if (where === 'LAST') {
    return String(1 + delta);
  }
  const first = block.workspace.options.oneBasedIndex ? 1 : 0;
  const constant = generator.constant(block, at);
  if (constant !== null) {
    return String(constant - first + 1 + delta);
  }
  return generator.placeIn(block, at, 'SUBTRACT', 1 + delta);
}

/**
 * A place for a helper: from 0, or, below that, from the end.
 */
export function place(
  block: Block,
  generator: ProcessingGenerator,
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

/**
 * A text of which something is asked.
 */
function subject(
  block: Block,
  generator: ProcessingGenerator,
  input: string
): string {
  return enclosed(generator.as('String', block, input));
}

const enclosed = (code: string) => (isSimple(code) ? code : `(${code})`);

function texts(
  helper: string,
  ...inputs: readonly string[]
): Emit<ProcessingGenerator> {
  return (block, generator) => [
    `${generator.helper(helper)}(${inputs
      .map(input => generator.as('String', block, input, 'COMPARE'))
      .join(', ')})`,
    generator.order('CALL')
  ];
}

/**
 * A part of a text that is put together by `+`.
 */
function part(
  block: Block,
  generator: ProcessingGenerator,
  input: string,
  isText: boolean,
  order = 'UNARY'
): string {
  const type = generator.types.ofInput(block, input);
  return isText || !(isPrimitive(type) || type === 'String' || type === 'null')
    ? generator.as('String', block, input, order)
    : generator.value(block, input, order);
}

function shown(block: Block, generator: ProcessingGenerator): string {
  const type = generator.types.ofInput(block, 'TEXT');
  return type === 'null'
    ? '"null"'
    : isPrimitive(type)
      ? generator.value(block, 'TEXT')
      : generator.as('String', block, 'TEXT');
}

function literal(
  block: Block,
  generator: ProcessingGenerator
): [string, number] {
  return [
    generator.quote_(String(block.getFieldValue('TEXT'))),
    generator.order('ATOMIC')
  ];
}
