import * as Blockly from 'blockly/core';

import type { WorkspaceState } from '../document';
import { hideUnknown, restoreUnknown, walkBlocks } from '../document';
import { blockDescriber } from './describeBlock';

/**
 * Fill a workspace with a state; blocks of types that we don't have become
 * grey ones that keep what they were.
 *
 * @throws what Blockly throws on a state that it cannot load
 */
export function loadState(
  state: WorkspaceState,
  workspace: Blockly.Workspace
): void {
  Blockly.serialization.workspaces.load(showable(state), workspace);
}

/**
 * The state of a workspace, with every grey block as it was.
 */
export function saveState(workspace: Blockly.Workspace): WorkspaceState {
  const state = Blockly.serialization.workspaces.save(
    workspace
  ) as WorkspaceState;
  return restoreUnknown(state);
}

function showable(state: WorkspaceState): WorkspaceState {
  if (!hasUnknown(state)) {
    return state;
  }
  const { describe, dispose } = blockDescriber();
  try {
    return hideUnknown(state, describe);
  } finally {
    dispose();
  }
}

function hasUnknown(state: WorkspaceState): boolean {
  for (const { type } of walkBlocks(state)) {
    if (!Object.hasOwn(Blockly.Blocks, type)) {
      return true;
    }
  }
  return false;
}
