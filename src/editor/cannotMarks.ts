import type * as Blockly from 'blockly/core';

/**
 * Types of blocks that the language cannot do, with the reasons.
 */
export type Reasons = Readonly<Record<string, string>>;

/**
 * The class of a block in a program that the language cannot do.
 */
const CANNOT_CLASS = 'jp-Jigsaw-cannot';

/**
 * What tells the warning, and the reason to be disabled, from others.
 */
const REASON = 'jigsaw-cannot';

const reasonsOf = new WeakMap<Blockly.WorkspaceSvg, Reasons>();

/**
 * Say what the language of a workspace cannot do: its blocks have a warning, as
 * long as they are there, and those on offer are grey. It is no part of the
 * program, and neither saved nor undone; a disabled block would be left out of
 * the code without a word.
 */
export function setCannot(
  workspace: Blockly.WorkspaceSvg,
  reasons: Reasons
): void {
  const before = reasonsOf.get(workspace) ?? {};
  const types = Object.keys(reasons);
  if (
    types.length === Object.keys(before).length &&
    types.every(type => before[type] === reasons[type])
  ) {
    return;
  }
  reasonsOf.set(workspace, reasons);
  markCannot(workspace);
  // What is open is of the language before.
  workspace.getToolbox()?.clearSelection?.();
}

/**
 * Mark the blocks of a program that the language cannot do.
 *
 * @param blocks - those that may need it; all when not given
 */
export function markCannot(
  workspace: Blockly.WorkspaceSvg,
  blocks: readonly Blockly.BlockSvg[] = workspace.getAllBlocks(false)
): void {
  const reasons = reasonsOf.get(workspace) ?? {};
  for (const block of blocks) {
    const reason = reasonFor(reasons, block);
    if (reason) {
      block.addClass(CANNOT_CLASS);
      block.setWarningText(reason, REASON);
    } else if (block.getSvgRoot().classList.contains(CANNOT_CLASS)) {
      block.removeClass(CANNOT_CLASS);
      block.setWarningText(null, REASON);
    }
  }
}

/**
 * Grey the blocks of a flyout that the language cannot do, and say why where
 * the mouse rests on them.
 */
export function greyCannot(
  target: Blockly.WorkspaceSvg,
  blocks: readonly Blockly.BlockSvg[]
): void {
  const reasons = reasonsOf.get(target) ?? {};
  for (const block of blocks) {
    const reason = reasonFor(reasons, block);
    if (reason) {
      // One that holds it cannot be had without it.
      const root = block.getRootBlock();
      root.setDisabledReason(true, REASON);
      root.getDescendants(false).forEach(inner => inner.setTooltip(reason));
    }
  }
}

function reasonFor(reasons: Reasons, block: Blockly.Block): string | null {
  return Object.hasOwn(reasons, block.type) ? reasons[block.type] : null;
}
