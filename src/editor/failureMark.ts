import * as Blockly from 'blockly/core';

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
export const PADDING = 24;

/**
 * How long the lines of a message are, and how much of it the sign says: the
 * output has it all.
 */
const LINE = 40;
const LENGTH = 200;

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
    const failed = workspace.getBlockById(id);
    if (!failed) {
      return;
    }
    const block = visibleOf(failed);
    this._block = block;
    block.addClass(FAILED_CLASS);
    block.setWarningText(shorten(message), WARNING);
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

/**
 * The block in which another is hidden, or itself.
 */
function visibleOf(block: Blockly.BlockSvg): Blockly.BlockSvg {
  let visible = block;
  for (
    let parent = block.getSurroundParent();
    parent;
    parent = parent.getSurroundParent()
  ) {
    if (parent.isCollapsed()) {
      visible = parent;
    }
  }
  return visible;
}

function shorten(message: string): string {
  const text =
    message.length > LENGTH ? `${message.slice(0, LENGTH - 1)}…` : message;
  // A word of its own may be longer than a line.
  return Blockly.utils.string.wrap(
    text.replace(new RegExp(`\\S{${LINE}}(?=\\S)`, 'g'), '$&\n'),
    LINE
  );
}
