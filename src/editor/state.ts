import * as Blockly from 'blockly/core';

import type { WorkspaceState } from '../document';

/**
 * Fill a workspace with a state.
 */
export function loadState(
  state: WorkspaceState,
  workspace: Blockly.Workspace
): void {
  Blockly.serialization.workspaces.load(state, workspace);
}

/**
 * The state of a workspace as plain JSON.
 */
export function saveState(workspace: Blockly.Workspace): WorkspaceState {
  return Blockly.serialization.workspaces.save(workspace) as WorkspaceState;
}

/**
 * A workspace in Blockly's older format, which MetaKernel uses.
 */
export function exportXml(workspace: Blockly.Workspace): string {
  return Blockly.Xml.domToPrettyText(Blockly.Xml.workspaceToDom(workspace));
}
