import { Msg } from 'blockly/core';

/**
 * Why Bash cannot do something.
 */
export type Reason =
  | 'fractions'
  | 'nesting'
  | 'kinds'
  | 'nothing'
  | 'listsInFunctions'
  | 'effects'
  | 'place'
  | 'asking';

/**
 * A sentence for the user that says it.
 */
export function sentence(reason: Reason): string {
  const key = `JIGSAW_BASH_${reason.replace(/[A-Z]/g, '_$&').toUpperCase()}`;
  return Msg[key] ?? ENGLISH[reason];
}

/** The sentences where no translation is loaded. */
const ENGLISH: Record<Reason, string> = {
  fractions: 'Bash knows whole numbers alone.',
  nesting: 'Bash has no lists in lists.',
  kinds:
    'Bash has to know whether it is a number, a text, a condition or a list of one of them.',
  nothing: 'Bash has no value for nothing.',
  listsInFunctions: 'Bash gives no lists to functions, nor back from them.',
  effects:
    'A function of Bash that gives something back cannot print, or change variables of others.',
  place: 'Bash can do this only in a statement of its own.',
  asking: 'A kernel of Bash cannot ask.'
};

/**
 * The blocks that Bash cannot do, with the reasons.
 */
export function cannot(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(BLOCKS).map(([type, reason]) => [type, sentence(reason)])
  );
}

const BLOCKS: Record<string, Reason> = {
  colour_blend: 'fractions',
  colour_rgb: 'fractions',
  logic_null: 'nothing',
  math_atan2: 'fractions',
  math_constant: 'fractions',
  math_random_float: 'fractions',
  math_trig: 'fractions',
  text_prompt: 'asking',
  text_prompt_ext: 'asking'
};
