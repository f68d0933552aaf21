import type { PartialJSONObject } from '@lumino/coreutils';
import * as Blockly from 'blockly/core';

import type {
  DescribeBlock,
  IBlockShape,
  IBlockState,
  WorkspaceState
} from '../document';
import { isFunction, walkBlocks } from '../document';
import { takerOf, type TakesValue, variableFinder } from './fieldValues';

/**
 * The keys of a block's state that our Blockly reads (its `blocks.State`).
 */
const KEYS = new Set([
  'type',
  'id',
  'x',
  'y',
  'collapsed',
  'data',
  'deletable',
  'disabledReasons',
  'editable',
  'enabled',
  'extraState',
  'fields',
  'icons',
  'inline',
  'inputs',
  'movable',
  'next'
]);

/**
 * What our Blockly makes of a type of block.
 */
interface IDefinition {
  shape: IBlockShape;
  /**
   * The fields by name, with what says whether one takes a value.
   */
  fields: Map<string, TakesValue>;
}

/**
 * Make a function that says where blocks have connections, for `hideUnknown`:
 * null for a block of which our Blockly would drop or change something, since
 * it would be another program then.
 *
 * Dispose of the function's workspace when it is done with.
 *
 * @param state - the workspace that has the blocks
 */
export function blockDescriber(state: WorkspaceState): {
  describe: DescribeBlock;
  dispose: () => void;
} {
  const workspace = new Blockly.Workspace();
  const hasVariable = variableFinder(state);
  const renamed = renamedFunctions(state);
  // The state of its own says what inputs a block has.
  const definitions = new Map<string, IDefinition | null>();
  const definitionOf = (
    type: string,
    extraState: unknown
  ): IDefinition | null => {
    const key = extraState ? JSON.stringify([type, extraState]) : type;
    let definition = definitions.get(key);
    if (definition === undefined) {
      definition = define(type, extraState, workspace, hasVariable);
      definitions.set(key, definition);
    }
    return definition;
  };
  return {
    describe: (type, block) => {
      const definition = definitionOf(type, block.extraState);
      return definition &&
        keepsAll(definition, block) &&
        !renamed.has(block.id ?? '')
        ? definition.shape
        : null;
    },
    dispose: () => quietly(() => workspace.dispose())
  };
}

/**
 * The ids of definitions of functions to which Blockly would give another name,
 * and calls of them would be calls of another function. It would also look for a
 * free one by counting, for ever where numbers have no next.
 */
function renamedFunctions(state: WorkspaceState): Set<string> {
  const renamed = new Set<string>();
  const names = new Set<string>();
  for (const { fields, id, type } of walkBlocks(state)) {
    const { NAME: name } = (
      isFunction(type) ? (fields ?? {}) : {}
    ) as PartialJSONObject;
    if (typeof name === 'string') {
      const key = name.toLowerCase();
      if (!name || name !== name.trim() || names.has(key)) {
        renamed.add(id ?? '');
      }
      names.add(key);
    }
  }
  return renamed;
}

/**
 * Look at a block of a type in a workspace that has no other, and clear it.
 */
export function probe<T>(
  type: string,
  workspace: Blockly.Workspace,
  look: (block: Blockly.Block) => T
): T {
  return quietly(() => {
    try {
      return look(workspace.newBlock(type));
    } finally {
      workspace.clear();
    }
  });
}

/**
 * Do something without events: nobody else is concerned.
 */
export function quietly<T>(action: () => T): T {
  Blockly.Events.disable();
  try {
    return action();
  } finally {
    Blockly.Events.enable();
  }
}

function define(
  type: string,
  extraState: unknown,
  workspace: Blockly.Workspace,
  hasVariable: (id: string) => boolean
): IDefinition | null {
  if (!Object.hasOwn(Blockly.Blocks, type)) {
    return null;
  }
  try {
    return probe(type, workspace, block => {
      loadExtraState(block, extraState);
      const fields = block.inputList
        .flatMap(input => input.fieldRow)
        .filter(field => field.name !== undefined)
        .map(field => [field.name!, takerOf(field, hasVariable)] as const);
      return { shape: shapeOf(block), fields: new Map(fields) };
    });
  } catch {
    // What Blockly cannot read it could not show either.
    return null;
  }
}

/**
 * Whether our Blockly keeps all that a file says of a block.
 */
function keepsAll(definition: IDefinition, state: IBlockState): boolean {
  const { fields, shape } = definition;
  return (
    Object.keys(state).every(key => KEYS.has(key)) &&
    Object.entries(state.fields ?? {}).every(
      ([name, value]) => fields.get(name)?.(value) ?? false
    ) &&
    Object.keys(state.inputs ?? {}).every(name =>
      shape.inputs.some(input => input.name === name)
    ) &&
    Object.keys(state.icons ?? {}).every(name =>
      Blockly.registry.hasItem(Blockly.registry.Type.ICON, name)
    ) &&
    (!state.next || shape.next)
  );
}

function loadExtraState(block: Blockly.Block, extraState: unknown): void {
  if (extraState === undefined) {
    return;
  }
  if (block.loadExtraState) {
    block.loadExtraState(extraState);
  } else if (block.domToMutation) {
    block.domToMutation(Blockly.utils.xml.textToDom(String(extraState)));
  }
}

function shapeOf(block: Blockly.Block): IBlockShape {
  return {
    output: block.outputConnection !== null,
    previous: block.previousConnection !== null,
    next: block.nextConnection !== null,
    inputs: block.inputList
      .filter(input => input.connection !== null)
      .map(input => ({
        name: input.name,
        kind:
          input.connection!.type === Blockly.ConnectionType.INPUT_VALUE
            ? ('value' as const)
            : ('statement' as const)
      }))
  };
}
