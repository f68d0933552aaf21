import type * as Blockly from 'blockly/core';

/**
 * The parts of a workspace that Blockly keeps for its subclasses.
 */
interface IRemembering {
  undoStack_: Blockly.Events.Abstract[];
  redoStack_: Blockly.Events.Abstract[];
}

/**
 * What can be undone and done again, once for all views of the same blocks.
 *
 * With one of its own each view would undo its last edit, which may lie before
 * an edit of another view, and would bring back what was there before that.
 */
export class EditHistory {
  get canUndo(): boolean {
    return this._done.length > 0;
  }

  get canRedo(): boolean {
    return this._undone.length > 0;
  }

  /**
   * Have a workspace use this history in place of its own.
   */
  share(workspace: Blockly.Workspace): void {
    const remembering = workspace as unknown as IRemembering;
    remembering.undoStack_ = this._done;
    remembering.redoStack_ = this._undone;
    // Not what may be there of a history that it had before.
    const { undo } = Object.getPrototypeOf(workspace) as Blockly.Workspace;
    workspace.undo = redo => {
      // An event runs in the workspace that it names, which may be gone.
      for (const event of lastGroup(redo ? this._undone : this._done)) {
        event.workspaceId = workspace.id;
      }
      undo.call(workspace, redo);
    };
  }

  clear(): void {
    this._done.length = 0;
    this._undone.length = 0;
  }

  private readonly _done: Blockly.Events.Abstract[] = [];
  private readonly _undone: Blockly.Events.Abstract[] = [];
}

/**
 * The events that Blockly undoes in one step.
 */
function lastGroup(
  stack: readonly Blockly.Events.Abstract[]
): Blockly.Events.Abstract[] {
  let first = stack.length - 1;
  const group = stack[first]?.group;
  while (group && stack[first - 1]?.group === group) {
    first--;
  }
  return stack.slice(Math.max(0, first));
}
