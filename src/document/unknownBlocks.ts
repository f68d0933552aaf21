import type { PartialJSONObject } from '@lumino/coreutils';

import { isObject } from './guardJson';
import type { IBlockState, IConnectionState, WorkspaceState } from './tokens';
import { walkBlocks } from './walk';

/**
 * The type of the grey block that stands for one that is not fully known.
 */
export const UNKNOWN_BLOCK_TYPE = 'jigsaw_unknown';

/**
 * What can stand in an input: a value, or a stack of statements.
 */
export type InputKind = 'value' | 'statement';

/**
 * Where a block has connections.
 */
export interface IBlockShape extends PartialJSONObject {
  output: boolean;
  previous: boolean;
  next: boolean;
  inputs: { name: string; kind: InputKind }[];
}

/**
 * The `extraState` of a grey block.
 */
export interface IUnknownState extends PartialJSONObject {
  /**
   * The type that is not known, or has parts that aren't.
   */
  type: string;
  /**
   * Where the grey block needs connections to hold what hangs on it.
   */
  shape: IBlockShape;
  /**
   * All else that the file says of the block, except its id, its place and
   * what hangs on it.
   */
  state: PartialJSONObject;
}

/**
 * Say where a block has connections; null if it is not fully known.
 */
export type DescribeBlock = (
  type: string,
  block: IBlockState
) => IBlockShape | null;

/**
 * How a block is held: by nothing, after another, or in an input.
 */
type Held = 'top' | 'next' | InputKind;

/**
 * The keys that the grey block itself has; all others are kept aside.
 */
const OWN_KEYS = ['type', 'id', 'x', 'y', 'inputs', 'next'];

/**
 * What a person can add to a grey block, if the file had none.
 */
const ADDED_KEYS = ['collapsed', 'data', 'icons'];

/**
 * Put a grey block in the place of every block that is not fully known.
 *
 * Comments, variables and known blocks stay as they are.
 *
 * @param describe - asked more than once a block
 */
export function hideUnknown(
  state: WorkspaceState,
  describe: DescribeBlock
): WorkspaceState {
  const shapeOf = (block: IBlockState): IBlockShape | null => {
    // A grey block in a file was saved by mistake. It stays grey, and is put
    // back with the others; one that says nothing is a block like any other.
    if (block.type === UNKNOWN_BLOCK_TYPE) {
      return unknownState(block)?.shape ?? null;
    }
    return describe(block.type, block);
  };
  return mapBlocks(state, shapeOf, (block, held) =>
    shapeOf(block) ? block : hide(block, held, shapeOf)
  );
}

/**
 * Put back the blocks that grey blocks stand for, with what hangs on them now.
 */
export function restoreUnknown(state: WorkspaceState): WorkspaceState {
  return mapBlocks(
    state,
    () => null,
    block => {
      const unknown = unknownState(block);
      return unknown ? restore(block, unknown) : block;
    }
  );
}

/**
 * What a grey block stands for; null for any other block.
 */
export function unknownState(block: IBlockState): IUnknownState | null {
  const extra = block.type === UNKNOWN_BLOCK_TYPE ? block.extraState : null;
  return isObject(extra) &&
    typeof extra.type === 'string' &&
    isObject(extra.state) &&
    isShape(extra.shape)
    ? (extra as IUnknownState)
    : null;
}

function isShape(value: unknown): value is IBlockShape {
  return (
    isObject(value) &&
    ['output', 'previous', 'next'].every(
      key => typeof value[key] === 'boolean'
    ) &&
    Array.isArray(value.inputs) &&
    value.inputs.every(
      input =>
        isObject(input) &&
        typeof input.name === 'string' &&
        (input.kind === 'value' || input.kind === 'statement')
    )
  );
}

type ShapeOf = (block: IBlockState) => IBlockShape | null;

function hide(block: IBlockState, held: Held, shapeOf: ShapeOf): IBlockState {
  const { type, id, x, y, inputs, next } = block;
  const isStatement = held !== 'value';
  const shape: IBlockShape = {
    output: !isStatement,
    previous: isStatement,
    next: next !== undefined || held === 'top',
    inputs: Object.entries(inputs ?? {}).map(([name, connection]) => ({
      name,
      kind: kindOf(name, connection, null, shapeOf)
    }))
  };
  const others = Object.entries(block).filter(
    ([key]) => !OWN_KEYS.includes(key)
  );
  const extraState: IUnknownState = {
    type,
    shape,
    state: Object.fromEntries(others)
  };
  return defined({
    type: UNKNOWN_BLOCK_TYPE,
    id,
    x,
    y,
    extraState,
    inputs,
    next
  });
}

function restore(block: IBlockState, unknown: IUnknownState): IBlockState {
  const { id, x, y, inputs, next } = block;
  const state = Object.entries(unknown.state).filter(
    ([key]) => !OWN_KEYS.includes(key)
  );
  const added = Object.entries(block).filter(
    ([key]) => ADDED_KEYS.includes(key) && !Object.hasOwn(unknown.state, key)
  );
  return defined({
    ...{ type: unknown.type, id, x, y },
    ...Object.fromEntries([...state, ...added]),
    ...{ inputs, next }
  });
}

/**
 * What kind of input a name is, from what is known of the block that has it,
 * or else of what stands in it.
 */
function kindOf(
  name: string,
  connection: IConnectionState,
  parent: IBlockShape | null,
  shapeOf: ShapeOf
): InputKind {
  const child = connection.block ?? connection.shadow;
  const inputs = parent?.inputs ?? [];
  const known = inputs.find(input => input.name === name);
  if (known) {
    return known.kind;
  }
  const shape = child ? shapeOf(child) : null;
  if (shape) {
    return shape.output ? 'value' : 'statement';
  }
  // Blocks that grow number their inputs: DO7 is as DO0.
  const stem = name.replace(/\d+$/, '');
  const alike = inputs.find(input => input.name.replace(/\d+$/, '') === stem);
  return alike?.kind ?? (child?.next ? 'statement' : 'value');
}

/**
 * A workspace with every block replaced, from the top down, without recursion.
 * The given one is not changed; it is returned if no block was.
 */
function mapBlocks(
  state: WorkspaceState,
  shapeOf: ShapeOf,
  replace: (block: IBlockState, held: Held) => IBlockState
): WorkspaceState {
  if (!state.blocks || !needsChange(state, replace)) {
    return state;
  }
  const blocks: IBlockState[] = [];
  const pending: {
    block: IBlockState;
    held: Held;
    put: (copy: IBlockState) => void;
  }[] = [];
  const hold = (connection: IConnectionState, held: Held): IConnectionState => {
    const copy = { ...connection };
    for (const key of ['block', 'shadow'] as const) {
      const block = connection[key];
      if (block) {
        pending.push({ block, held, put: other => (copy[key] = other) });
      }
    }
    return copy;
  };
  state.blocks.blocks.forEach((block, index) =>
    pending.push({ block, held: 'top', put: copy => (blocks[index] = copy) })
  );
  for (let item = pending.pop(); item; item = pending.pop()) {
    const { block, held, put } = item;
    const copy = { ...replace(block, held) };
    const shape = shapeOf(block);
    if (block.inputs) {
      copy.inputs = Object.fromEntries(
        Object.entries(block.inputs).map(([name, connection]) => [
          name,
          hold(connection, kindOf(name, connection, shape, shapeOf))
        ])
      );
    }
    if (block.next) {
      copy.next = hold(block.next, 'next');
    }
    put(copy);
  }
  return { ...state, blocks: { ...state.blocks, blocks } };
}

function needsChange(
  state: WorkspaceState,
  replace: (block: IBlockState, held: Held) => IBlockState
): boolean {
  for (const block of walkBlocks(state)) {
    if (replace(block, 'top') !== block) {
      return true;
    }
  }
  return false;
}

function defined(block: IBlockState): IBlockState {
  return Object.fromEntries(
    Object.entries(block).filter(([, value]) => value !== undefined)
  ) as IBlockState;
}
