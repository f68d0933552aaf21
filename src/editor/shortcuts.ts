import * as Blockly from 'blockly/core';

/**
 * Make Blockly's shortcuts fit for several workspaces on one page.
 *
 * Its paste goes to the workspace that was copied from; a person expects it in
 * the one at which they look.
 */
export function useFocusedWorkspaceForPaste(): void {
  const { registry } = Blockly.ShortcutRegistry;
  const name = 'paste';
  const paste = registry.getRegistry()[name];
  if (!paste || paste.metadata === OURS) {
    return;
  }
  const keyCodes = registry.getKeyCodesByShortcutName(name);
  const aim = (workspace: Blockly.WorkspaceSvg): void => {
    const target = workspace.isFlyout ? workspace.targetWorkspace : workspace;
    if (target && Blockly.clipboard.getLastCopiedData()) {
      Blockly.clipboard.setLastCopiedWorkspace(target);
    }
  };
  registry.unregister(name);
  registry.register({
    ...paste,
    metadata: OURS,
    keyCodes,
    preconditionFn: (workspace, scope) => {
      aim(workspace);
      return paste.preconditionFn?.(workspace, scope) ?? true;
    },
    callback: (workspace, event, shortcut, scope) => {
      aim(workspace);
      return paste.callback?.(workspace, event, shortcut, scope) ?? false;
    }
  });
}

const OURS = { owner: 'jupyterlab-jigsaw' };
