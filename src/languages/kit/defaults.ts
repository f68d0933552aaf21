/**
 * What stands for a value that is not there.
 */
export type DefaultKind =
  'zero' | 'one' | 'first' | 'text' | 'true' | 'false' | 'list' | 'null';

/**
 * The inputs of Blockly's blocks that are not numbers.
 */
const KINDS: Record<string, Record<string, DefaultKind>> = {
  controls_forEach: { LIST: 'list' },
  controls_whileUntil: { BOOL: 'false' },
  lists_getIndex: { VALUE: 'list', AT: 'first' },
  lists_getSublist: { LIST: 'list', AT1: 'first', AT2: 'first' },
  lists_indexOf: { VALUE: 'list', FIND: 'text' },
  lists_isEmpty: { VALUE: 'list' },
  lists_length: { VALUE: 'list' },
  lists_repeat: { ITEM: 'null' },
  lists_reverse: { LIST: 'list' },
  lists_setIndex: { LIST: 'list', TO: 'null', AT: 'first' },
  lists_sort: { LIST: 'list' },
  lists_split: { INPUT: 'text', DELIM: 'text' },
  logic_negate: { BOOL: 'true' },
  logic_operation: { A: 'false', B: 'false' },
  logic_ternary: { IF: 'false', THEN: 'null', ELSE: 'null' },
  math_number_property: { DIVISOR: 'one' },
  math_on_list: { LIST: 'list' },
  procedures_ifreturn: { CONDITION: 'false', VALUE: 'null' },
  text_append: { TEXT: 'text' },
  text_changeCase: { TEXT: 'text' },
  text_charAt: { VALUE: 'text', AT: 'first' },
  text_count: { TEXT: 'text', SUB: 'text' },
  text_getSubstring: { STRING: 'text', AT1: 'first', AT2: 'first' },
  text_indexOf: { VALUE: 'text', FIND: 'text' },
  text_isEmpty: { VALUE: 'text' },
  text_length: { VALUE: 'text' },
  text_print: { TEXT: 'text' },
  text_prompt_ext: { TEXT: 'text' },
  text_replace: { TEXT: 'text', FROM: 'text', TO: 'text' },
  text_reverse: { TEXT: 'text' },
  text_trim: { TEXT: 'text' }
};

/**
 * Inputs whose number is part of their name.
 */
const NUMBERED: Record<string, DefaultKind> = {
  IF: 'false',
  ADD: 'null',
  ARG: 'null'
};

/**
 * What a block of Blockly's does with an input that is empty, as Blockly's own
 * generators have it.
 */
export function defaultOf(type: string, input: string): DefaultKind {
  const known = KINDS[type]?.[input];
  if (known) {
    return known;
  }
  if (type === 'text_join') {
    return 'text';
  }
  const numbered = /^([A-Z]+)\d+$/.exec(input);
  return (numbered && NUMBERED[numbered[1]]) ?? 'zero';
}
