import type * as Blockly from 'blockly/core';

/**
 * The class of a block in whose code an error came up.
 */
const FAILED_CLASS = 'jp-Jigsaw-failed';

/**
 * What tells the warning from others of the block.
 */
const WARNING = 'jigsaw-failure';

/**
 * How far a block stays from the edge when it is scrolled into sight, in
 * workspace units.
 */
const PADDING = 24;

/**
 * The mark on the block in whose code an error came up, which is no part of the
 * program: it is neither saved nor undone.
 */
export class FailureMark {
  /**
   * Mark a block with what went wrong, and bring it into sight.
   */
  show(workspace: Blockly.WorkspaceSvg, id: string, message: string): void {
    this.clear();
    const block = workspace.getBlockById(id);
    if (!block) {
      return;
    }
    this._block = block;
    block.addClass(FAILED_CLASS);
    block.setWarningText(message, WARNING);
    workspace.scrollBoundsIntoView(
      block.getBoundingRectangleWithoutChildren(),
      PADDING
    );
  }

  clear(): void {
    const block = this._block;
    this._block = null;
    if (block && !block.isDisposed()) {
      block.removeClass(FAILED_CLASS);
      block.setWarningText(null, WARNING);
    }
  }

  private _block: Blockly.BlockSvg | null = null;
}
