import { Workspace, serialization } from 'blockly/core';

import { defineBlocks } from '../../blocks';

export type State = serialization.blocks.State;

/**
 * Names of variables are their ids too, so that programs are short to write.
 */
const VARIABLES = [
  'x',
  'y',
  'i',
  'words',
  'class',
  'print',
  'größe',
  'a b',
  'await',
  'file',
  'random'
];

/**
 * A workspace that holds these stacks, the first on top.
 */
export function workspaceOf(...stacks: State[]): Workspace {
  defineBlocks();
  const workspace = new Workspace();
  serialization.workspaces.load(
    {
      variables: VARIABLES.map(name => ({ name, id: name })),
      blocks: {
        languageVersion: 0,
        blocks: stacks.map((stack, index) => ({ ...stack, x: 0, y: index }))
      }
    },
    workspace
  );
  return workspace;
}

/**
 * Statements, one after the other.
 */
export function chain(...blocks: State[]): State {
  return blocks.reduceRight((next, block) => ({
    ...block,
    next: { block: next }
  }));
}

export function block(
  type: string,
  inputs: { [name: string]: State } = {},
  more: Partial<State> = {}
): State {
  return {
    type,
    inputs: Object.fromEntries(
      Object.entries(inputs).map(([name, inner]) => [name, { block: inner }])
    ),
    ...more
  };
}

export const num = (value: number) =>
  block('math_number', {}, { fields: { NUM: value } });

export const text = (value: string) =>
  block('text', {}, { fields: { TEXT: value } });

export const print = (value: State) => block('text_print', { TEXT: value });

export const get = (name: string) =>
  block('variables_get', {}, { fields: { VAR: { id: name } } });

export const set = (name: string, value: State) =>
  block('variables_set', { VALUE: value }, { fields: { VAR: { id: name } } });

export const change = (name: string, by: number) =>
  block('math_change', { DELTA: num(by) }, { fields: { VAR: { id: name } } });

export const repeat = (times: State, body: State) =>
  block('controls_repeat_ext', { TIMES: times, DO: body });

export const list = (...items: State[]) =>
  block(
    'lists_create_with',
    Object.fromEntries(items.map((item, index) => [`ADD${index}`, item])),
    { extraState: { itemCount: items.length } }
  );

/**
 * A function with a body, parameters and perhaps a result.
 */
export function define(
  name: string,
  params: string[],
  body: State | null,
  result?: State
): State {
  return block(
    result ? 'procedures_defreturn' : 'procedures_defnoreturn',
    { ...(body && { STACK: body }), ...(result && { RETURN: result }) },
    {
      fields: { NAME: name },
      extraState: { params: params.map(param => ({ name: param, id: param })) }
    }
  );
}

export function call(name: string, params: string[], ...args: State[]): State {
  return block(
    'procedures_callreturn',
    Object.fromEntries(args.map((arg, index) => [`ARG${index}`, arg])),
    { extraState: { name, params } }
  );
}

export const callStatement = (name: string) =>
  block('procedures_callnoreturn', {}, { extraState: { name } });
