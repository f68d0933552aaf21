import type { PartialJSONObject } from '@lumino/coreutils';
import * as Blockly from 'blockly/core';

import { addedBlocks } from '../blocks';
import type { DescribeBlock, WorkspaceState } from '../document';
import { hideUnknown, restoreUnknown, walkBlocks } from '../document';
import { blockDescriber, quietly } from './describeBlock';

/**
 * Fill a workspace with a state; blocks that our Blockly doesn't have, or not
 * with all that the state says of them to the letter, become grey ones that keep
 * what they were.
 *
 * @returns what of the state is not for our Blockly, to be given to
 *   `saveState`
 * @throws what Blockly throws on a state that it cannot load
 */
export function loadState(
  state: WorkspaceState,
  workspace: Blockly.Workspace
): WorkspaceState {
  const { describe, dispose } = blockDescriber(state);
  try {
    load(shown(state, describe), workspace);
  } finally {
    dispose();
  }
  return foreign(state);
}

/**
 * What of a state is drawn. Blocks of other extensions are grey where Blockly
 * refuses it with them, as where a definition lets less be connected than it
 * did: nobody else's file becomes unreadable by theirs.
 */
function shown(state: WorkspaceState, describe: DescribeBlock): WorkspaceState {
  const whole = hideUnknown(state, describe);
  const added = new Set(addedBlocks.types);
  const isConcerned =
    added.size > 0 &&
    Array.from(walkBlocks(whole)).some(({ type }) => added.has(type));
  return isConcerned && !canLoad(whole)
    ? hideUnknown(state, (type, block) =>
        added.has(type) ? null : describe(type, block)
      )
    : whole;
}

function canLoad(state: WorkspaceState): boolean {
  const trial = new Blockly.Workspace();
  try {
    quietly(() => load(state, trial));
    return true;
  } catch {
    return false;
  } finally {
    quietly(() => trial.dispose());
  }
}

function load(state: WorkspaceState, workspace: Blockly.Workspace): void {
  const group = Blockly.Events.getGroup();
  const isUndoable = Blockly.Events.getRecordUndo();
  try {
    Blockly.serialization.workspaces.load(state, workspace);
  } catch (error) {
    // Else no edit could be undone any more, in no workspace of the page.
    Blockly.Events.setGroup(group);
    Blockly.Events.setRecordUndo(isUndoable);
    throw error;
  }
}

/**
 * The state of a workspace, with every grey block as it was.
 *
 * @param rest - what `loadState` returned
 */
export function saveState(
  workspace: Blockly.Workspace,
  rest: WorkspaceState = {}
): WorkspaceState {
  const state = Blockly.serialization.workspaces.save(
    workspace
  ) as WorkspaceState;
  writeInfinity(state);
  return { ...rest, ...restoreUnknown(state) };
}

/**
 * Write infinite numbers, which Blockly's fields take, as texts, which they take
 * as well: in JSON they would become null.
 */
export function writeInfinity(state: WorkspaceState): void {
  for (const { fields } of walkBlocks(state)) {
    for (const [name, value] of Object.entries(fields ?? {})) {
      if (typeof value === 'number' && !Number.isFinite(value)) {
        (fields as PartialJSONObject)[name] = String(value);
      }
    }
  }
}

/**
 * The parts of a workspace that no serializer of our Blockly reads.
 */
function foreign(state: WorkspaceState): WorkspaceState {
  const { hasItem, Type } = Blockly.registry;
  return Object.fromEntries(
    Object.entries(state).filter(([key]) => !hasItem(Type.SERIALIZER, key))
  );
}
