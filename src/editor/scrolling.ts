import type { WorkspaceSvg } from 'blockly/core';

/**
 * Show the upper left end of the program, where reading begins.
 */
export function scrollToStart(workspace: WorkspaceSvg): void {
  const { left, top } = workspace.getBlocksBoundingBox();
  const { scale } = workspace;
  const margin = 32;
  workspace.scroll(margin - left * scale, margin - top * scale);
}

/**
 * Whether there is something left to scroll to in a direction.
 */
export function hasRoom(
  workspace: WorkspaceSvg,
  deltaX: number,
  deltaY: number
): boolean {
  const view = workspace.getMetrics();
  const before = [
    view.viewLeft - view.scrollLeft,
    view.viewTop - view.scrollTop
  ];
  const after = [
    view.scrollWidth - view.viewWidth - before[0],
    view.scrollHeight - view.viewHeight - before[1]
  ];
  // Less than a pixel is what rounding leaves.
  return [deltaX, deltaY].some(
    (delta, axis) =>
      (delta < 0 && before[axis] > 1) || (delta > 0 && after[axis] > 1)
  );
}
