import * as Blockly from 'blockly/core';

/**
 * Make Blockly's shortcuts fit for a page with other things on it, once for
 * all workspaces.
 */
export function adaptShortcuts(): void {
  const { registry } = Blockly.ShortcutRegistry;
  const { ENTER, CTRL_CMD } = Blockly.utils.KeyCodes;
  // Ctrl+Enter runs, here as everywhere in JupyterLab. The context menu keeps
  // Shift+F10 and the menu key.
  registry.removeKeyMapping(
    registry.createSerializedKey(ENTER, [CTRL_CMD]),
    'menu',
    true
  );
  // Ctrl+J is JupyterLab's.
  const { J, SHIFT } = Blockly.utils.KeyCodes;
  registry.removeAllKeyMappings('show_tooltip');
  registry.addKeyMapping(
    registry.createSerializedKey(J, [SHIFT]),
    'show_tooltip',
    true
  );
  keepPageUnselected(registry);
  closeFlyout(registry);
  zoomByKeys(registry);
  pasteIntoFocusedWorkspace(registry);
}

/**
 * Blockly selects one block at a time, and the browser would mark all words of
 * the page.
 */
function keepPageUnselected(registry: Blockly.ShortcutRegistry): void {
  const { A, CTRL_CMD } = Blockly.utils.KeyCodes;
  const name = 'jigsaw_select_all';
  if (registry.getRegistry()[name]) {
    return;
  }
  registry.register({
    name,
    keyCodes: [registry.createSerializedKey(A, [CTRL_CMD])],
    callback: (_, event) => {
      event.preventDefault();
      return true;
    }
  });
}

/**
 * Escape closes the category that is open, as it closes a menu.
 */
function closeFlyout(registry: Blockly.ShortcutRegistry): void {
  const name = 'jigsaw_close_flyout';
  if (registry.getRegistry()[name]) {
    return;
  }
  const main = (workspace: Blockly.WorkspaceSvg) =>
    workspace.targetWorkspace ?? workspace;
  registry.register({
    name,
    keyCodes: [Blockly.utils.KeyCodes.ESC],
    // Blockly's own Escape, which ends a move, comes next when none is open.
    allowCollision: true,
    preconditionFn: workspace => !!main(workspace).getFlyout()?.isVisible(),
    callback: workspace => {
      const target = main(workspace);
      target.getToolbox()?.clearSelection();
      Blockly.getFocusManager().focusTree(target);
      return true;
    }
  });
}

/**
 * Blockly's buttons for it are out of the keyboard's reach.
 */
function zoomByKeys(registry: Blockly.ShortcutRegistry): void {
  const { EQUALS, FF_EQUALS, NUM_PLUS, DASH, FF_DASH, NUM_MINUS, SHIFT } =
    Blockly.utils.KeyCodes;
  const shifted = [EQUALS, FF_EQUALS].map(key =>
    registry.createSerializedKey(key, [SHIFT])
  );
  for (const [name, amount, keyCodes] of [
    ['jigsaw_zoom_in', 1, [EQUALS, FF_EQUALS, NUM_PLUS, ...shifted]],
    ['jigsaw_zoom_out', -1, [DASH, FF_DASH, NUM_MINUS]]
  ] as const) {
    if (!registry.getRegistry()[name]) {
      registry.register({
        name,
        keyCodes: [...keyCodes],
        preconditionFn: workspace => !workspace.isDragging(),
        callback: workspace => {
          (workspace.targetWorkspace ?? workspace).zoomCenter(amount);
          return true;
        }
      });
    }
  }
}

/**
 * Blockly pastes into the workspace that was copied from; a person expects it
 * in the one at which they look.
 */
function pasteIntoFocusedWorkspace(registry: Blockly.ShortcutRegistry): void {
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
