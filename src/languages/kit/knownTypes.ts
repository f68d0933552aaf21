import type { DefaultKind } from './defaults';
import type { Type } from './types';

/** The types of what stands for nothing. */
export const DEFAULTS: Record<DefaultKind, Type> = {
  zero: 'int',
  one: 'int',
  first: 'int',
  text: 'String',
  true: 'boolean',
  false: 'boolean',
  list: '[',
  null: 'null'
};

/** Blocks whose values are always of one type. */
export const OWN: Record<string, Type> = {
  colour_blend: 'String',
  colour_picker: 'String',
  colour_random: 'String',
  colour_rgb: 'String',
  lists_create_empty: '[',
  lists_indexOf: 'int',
  lists_isEmpty: 'boolean',
  lists_length: 'int',
  logic_boolean: 'boolean',
  logic_compare: 'boolean',
  logic_negate: 'boolean',
  logic_null: 'null',
  logic_operation: 'boolean',
  math_atan2: 'float',
  math_constant: 'float',
  math_number_property: 'boolean',
  math_random_float: 'float',
  math_random_int: 'int',
  math_round: 'int',
  math_trig: 'float',
  processing_mousex: 'int',
  processing_mousey: 'int',
  processing_random: 'float',
  text: 'String',
  text_changeCase: 'String',
  text_charAt: 'String',
  text_count: 'int',
  text_getSubstring: 'String',
  text_indexOf: 'int',
  text_isEmpty: 'boolean',
  text_join: 'String',
  text_length: 'int',
  text_multiline: 'String',
  text_replace: 'String',
  text_reverse: 'String',
  text_trim: 'String'
};

/** What blocks check for, with the type for it. */
export const CHECKS: Record<string, Type> = {
  Array: '[',
  Boolean: 'boolean',
  Number: 'float',
  String: 'String'
};
