import type { utils } from 'blockly/core';

import { PROCESSING_BLOCKS } from './processing';

type Item = utils.toolbox.FlyoutItemInfo;
type Inputs = NonNullable<utils.toolbox.BlockInfo['inputs']>;
type Fields = utils.toolbox.BlockInfo['fields'];

/**
 * The blocks of the categories that are the same in every workspace.
 *
 * Inputs that need a value have a shadow block to type into, so that a block
 * means something the moment it is dropped.
 */
const items: Record<string, () => Item[]> = {
  logic: () => [
    block('controls_if'),
    block('controls_if', { extraState: { hasElse: true } }),
    block('logic_compare', { inputs: { A: number(0), B: number(0) } }),
    block('logic_operation'),
    block('logic_negate'),
    block('logic_boolean'),
    block('logic_null'),
    block('logic_ternary')
  ],

  loops: () => [
    block('controls_repeat_ext', { inputs: { TIMES: number(10) } }),
    block('controls_whileUntil'),
    block('controls_for', {
      fields: variable('i'),
      inputs: { FROM: number(1), TO: number(10), BY: number(1) }
    }),
    block('controls_forEach', { fields: variable('item') }),
    block('controls_flow_statements')
  ],

  math: () => [
    block('math_number', { fields: { NUM: 0 } }),
    block('math_arithmetic', { inputs: { A: number(1), B: number(1) } }),
    block('math_single', { inputs: { NUM: number(9) } }),
    block('math_trig', { inputs: { NUM: number(45) } }),
    block('math_constant'),
    block('math_number_property', { inputs: { NUMBER_TO_CHECK: number(0) } }),
    block('math_change', {
      fields: variable('count'),
      inputs: { DELTA: number(1) }
    }),
    block('math_round', { inputs: { NUM: number(3.1) } }),
    block('math_on_list'),
    block('math_modulo', {
      inputs: { DIVIDEND: number(64), DIVISOR: number(10) }
    }),
    block('math_constrain', {
      inputs: { VALUE: number(50), LOW: number(1), HIGH: number(100) }
    }),
    block('math_random_int', { inputs: { FROM: number(1), TO: number(100) } }),
    block('math_random_float'),
    block('math_atan2', { inputs: { X: number(1), Y: number(1) } })
  ],

  text: () => [
    block('text_print', { inputs: { TEXT: text('Hello') } }),
    block('text'),
    block('text_join'),
    block('text_append', {
      fields: variable('text'),
      inputs: { TEXT: text('') }
    }),
    block('text_length', { inputs: { VALUE: text('abc') } }),
    block('text_isEmpty', { inputs: { VALUE: text('') } }),
    block('text_indexOf', {
      inputs: { VALUE: text('hello'), FIND: text('l') }
    }),
    block('text_charAt', { inputs: { VALUE: text('hello') } }),
    block('text_getSubstring', { inputs: { STRING: text('hello') } }),
    block('text_changeCase', { inputs: { TEXT: text('Hello') } }),
    block('text_trim', { inputs: { TEXT: text(' hello ') } }),
    block('text_count', { inputs: { SUB: text('l'), TEXT: text('hello') } }),
    block('text_replace', {
      inputs: { FROM: text('l'), TO: text('L'), TEXT: text('hello') }
    }),
    block('text_reverse', { inputs: { TEXT: text('hello') } }),
    block('text_prompt_ext', { inputs: { TEXT: text('Your name?') } })
  ],

  lists: () => [
    block('lists_create_with', { extraState: { itemCount: 0 } }),
    block('lists_create_with', {
      inputs: { ADD0: number(1), ADD1: number(2), ADD2: number(3) }
    }),
    block('lists_repeat', { inputs: { ITEM: number(0), NUM: number(5) } }),
    block('lists_length'),
    block('lists_isEmpty'),
    block('lists_indexOf', { inputs: { VALUE: list() } }),
    block('lists_getIndex', { inputs: { VALUE: list() } }),
    block('lists_setIndex', { inputs: { LIST: list() } }),
    block('lists_getSublist', { inputs: { LIST: list() } }),
    block('lists_split', { inputs: { DELIM: text(',') } }),
    block('lists_sort'),
    block('lists_reverse')
  ],

  colour: () => [
    block('colour_picker'),
    block('colour_random'),
    block('colour_rgb', {
      inputs: { RED: number(100), GREEN: number(50), BLUE: number(0) }
    }),
    block('colour_blend', {
      inputs: {
        COLOUR1: colour('#ff0000'),
        COLOUR2: colour('#3333ff'),
        RATIO: number(0.5)
      }
    })
  ],

  python: () => [
    block('import_statement', { fields: { module: 'math' } }),
    block('import_statement', { fields: { module: 'random' } }),
    block('import_statement', { fields: { module: 'numpy as np' } }),
    block('import_statement', {
      fields: { module: 'matplotlib.pyplot as plt' }
    }),
    block('expression_statement', { fields: { expression: "print('Hello')" } }),
    block('expression_value', { fields: { expression: 'len([1, 2, 3])' } })
  ],

  processing: () =>
    Object.entries(PROCESSING_BLOCKS).map(([type, { inputs }]) =>
      block(type, {
        inputs: Object.fromEntries(
          Object.entries(inputs).map(([name, value]) => [name, number(value)])
        )
      })
    )
};

/**
 * The blocks of a category.
 */
export function contents(category: string): Item[] {
  return items[category]?.() ?? [];
}

function block(
  type: string,
  more: { fields?: Fields; inputs?: Inputs; extraState?: object } = {}
): Item {
  return { kind: 'block', type, ...more };
}

function number(value: number): Inputs[string] {
  return { shadow: { type: 'math_number', fields: { NUM: value } } };
}

function text(value: string): Inputs[string] {
  return { shadow: { type: 'text', fields: { TEXT: value } } };
}

function colour(value: string): Inputs[string] {
  return { shadow: { type: 'colour_picker', fields: { COLOUR: value } } };
}

/**
 * A real block, since a variable in a shadow block cannot be pulled out.
 */
function list(): Inputs[string] {
  return { block: { type: 'variables_get', fields: variable('list') } };
}

function variable(name: string): { VAR: { name: string; type: string } } {
  return { VAR: { name, type: '' } };
}
