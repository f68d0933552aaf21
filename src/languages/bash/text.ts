import type { Block } from 'blockly/core';

import { byField, type Code, type Emit, itemInputs } from '../kit';
import type { BashGenerator } from './generator';
import { removal } from './lists';
import { assigned } from './words';

type Emits = Record<string, Emit<BashGenerator>>;

export const text: Emits = {
  text: literal,
  text_multiline: literal,

  text_print(block, generator) {
    const inner = block.getInputTargetBlock('TEXT');
    if (
      inner?.isEnabled() &&
      inner.type === 'lists_getIndex' &&
      inner.getFieldValue('MODE') === 'GET_REMOVE'
    ) {
      const item = generator.newName('item');
      return `${removal(inner, generator, item)}printf '%s\\n' "$${item}"\n`;
    }
    return `${shown(block, 'TEXT', generator)}\n`;
  },

  text_join(block, generator) {
    const names = itemInputs(block);
    return [generator.text(block, names), generator.order('ATOMIC')];
  },

  text_append(block, generator) {
    const variable = generator.variable(block);
    generator.starts.change(variable, 'text');
    return `${variable}+=${assigned(generator.word(block, 'TEXT'))}\n`;
  },

  text_length: lengthOf,
  text_isEmpty: emptiness,
  text_indexOf: indexOfText,

  text_charAt(block, generator) {
    const name = generator.textName(block, 'VALUE');
    const at =
      block.getFieldValue('WHERE') === 'RANDOM'
        ? `RANDOM % \${#${name}}`
        : generator.index(block);
    return [`"\${${name}:${spaced(at)}:1}"`, generator.order('ATOMIC')];
  },

  text_getSubstring(block, generator) {
    const name = generator.textName(block, 'STRING');
    return [
      `"\${${name}${part(block, generator)}}"`,
      generator.order('ATOMIC')
    ];
  },

  text_changeCase: byField('CASE', {
    UPPERCASE: changed('^^'),
    LOWERCASE: changed(',,'),
    TITLECASE: called('title_case', 'TEXT')
  }),

  text_trim: byField('MODE', {
    BOTH: called('trim', 'TEXT'),
    LEFT: called('trim_left', 'TEXT'),
    RIGHT: called('trim_right', 'TEXT')
  }),

  text_count: (block, generator) => {
    const words = ['TEXT', 'SUB'].map(name => generator.word(block, name));
    return [
      `$(${generator.helper('count_text')} ${words.join(' ')})`,
      generator.order('ATOMIC')
    ];
  },

  text_replace(block, generator) {
    const name = generator.textName(block, 'TEXT');
    const [from, to] = ['FROM', 'TO'].map(input =>
      generator.word(block, input)
    );
    return [`"\${${name}//${from}/${to}}"`, generator.order('ATOMIC')];
  },

  text_reverse: called('reverse_text', 'TEXT'),

  colour_picker: (block, generator) => [
    generator.quote_(String(block.getFieldValue('COLOUR'))),
    generator.order('ATOMIC')
  ],
  colour_random: (_, generator) => [
    `"$(printf '#%06x' $((RANDOM * 512 + RANDOM % 512)))"`,
    generator.order('ATOMIC')
  ]
};

/**
 * What prints a value, whatever is in it: to `echo`, a text may be an option.
 */
export function shown(
  block: Block,
  input: string,
  generator: BashGenerator
): string {
  const word = generator.word(block, input);
  return isNoOption(block, input, generator)
    ? `echo ${word}`
    : `printf '%s\\n' ${word}`;
}

/**
 * Whether a value begins like none of the options of `echo` for sure.
 */
function isNoOption(
  block: Block,
  input: string,
  generator: BashGenerator
): boolean {
  const inner = block.getInputTargetBlock(input);
  if (/^(int|boolean)$/.test(generator.types.ofInput(block, input))) {
    return true;
  }
  if (!inner?.isEnabled()) {
    return inner === null;
  }
  return inner.type === 'text'
    ? !String(inner.getFieldValue('TEXT')).startsWith('-')
    : inner.type === 'text_join' &&
        inner.getInput('ADD0') !== null &&
        isNoOption(inner, 'ADD0', generator) &&
        inner.getInputTargetBlock('ADD0')?.getFieldValue('TEXT') !== '';
}

/**
 * How many letters a text has, or items a list.
 */
export function lengthOf(block: Block, generator: BashGenerator): Code {
  const isText = generator.types.ofInput(block, 'VALUE') === 'String';
  const name = isText
    ? generator.textName(block, 'VALUE')
    : `${generator.list(block, 'VALUE')}[@]`;
  return [`\${#${name}}`, generator.order('ATOMIC')];
}

export function emptiness(block: Block, generator: BashGenerator): Code {
  if (generator.types.ofInput(block, 'VALUE') === 'String') {
    return [
      `[[ -z ${generator.word(block, 'VALUE')} ]]`,
      generator.order('ATOMIC')
    ];
  }
  const [length] = lengthOf(block, generator) as [string, number];
  return [`(( ${length} == 0 ))`, generator.order('ATOMIC')];
}

/**
 * Where a part of a text is, also for the block that searches in lists.
 */
export function indexOfText(block: Block, generator: BashGenerator): Code {
  const isFirst = block.getFieldValue('END') === 'FIRST';
  const find = generator.helper(isFirst ? 'find_text' : 'find_last_text');
  if (generator.types.ofInput(block, 'FIND') !== 'String') {
    generator.refuse(block, 'kinds');
  }
  const words = ['VALUE', 'FIND'].map(name => generator.word(block, name));
  return placeFound(block, generator, `$(${find} ${words.join(' ')})`);
}

/**
 * A place that a helper has found, counted from 1 with 0 for nothing, as the
 * blocks count.
 */
export function placeFound(
  block: Block,
  generator: BashGenerator,
  code: string
): [string, number] {
  return block.workspace.options.oneBasedIndex
    ? [code, generator.order('ATOMIC')]
    : [`${code} - 1`, generator.order('SUBTRACT')];
}

/**
 * What stands behind a name for a part of a text or list: `:2:3`.
 */
export function part(
  block: Block,
  generator: BashGenerator,
  size?: string
): string {
  const [from, to] = ['1', '2'].map(n => generator.index(block, n));
  if (to === '-1') {
    return from === '0' ? (size ? ':0' : '') : `:${spaced(from)}`;
  }
  const isKnown = [from, to].every(at => /^-?\d+$/.test(at));
  if (!size && isKnown && Number(from) >= 0) {
    const end = Number(to);
    return end < 0
      ? `:${from}:${end + 1}`
      : `:${from}:${Math.max(0, end - Number(from) + 1)}`;
  }
  if (/^-/.test(from) || /^-/.test(to)) {
    return generator.refuse(block, 'kinds');
  }
  return `:${from}:${isKnown ? Math.max(0, Number(to) - Number(from) + 1) : `${to}-(${from})+1`}`;
}

/** With a space, since `:-` means something else. */
export const spaced = (at: string) => (at.startsWith('-') ? ` ${at}` : at);

function changed(how: string): Emit<BashGenerator> {
  return (block, generator) => [
    `"\${${generator.textName(block, 'TEXT')}${how}}"`,
    generator.order('ATOMIC')
  ];
}

function called(
  helper: string,
  ...inputs: readonly string[]
): Emit<BashGenerator> {
  return (block, generator) => [
    `"$(${generator.helper(helper)} ${inputs
      .map(input => generator.word(block, input))
      .join(' ')})"`,
    generator.order('ATOMIC')
  ];
}

function literal(block: Block, generator: BashGenerator): [string, number] {
  return [
    generator.quote_(String(block.getFieldValue('TEXT'))),
    generator.order('ATOMIC')
  ];
}
