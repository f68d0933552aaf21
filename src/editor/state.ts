import type { PartialJSONObject } from '@lumino/coreutils';
import * as Blockly from 'blockly/core';

import type { WorkspaceState } from '../document';
import { hideUnknown, restoreUnknown, walkBlocks } from '../document';
import { blockDescriber } from './describeBlock';

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
    Blockly.serialization.workspaces.load(
      hideUnknown(state, describe),
      workspace
    );
  } finally {
    dispose();
  }
  return foreign(state);
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
