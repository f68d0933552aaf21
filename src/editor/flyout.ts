import * as Blockly from 'blockly/core';

import { greyCannot } from './cannotMarks';

/**
 * Blockly's flyout beside a toolbox, no wider than the workspace: of wide
 * blocks the end is cut off, and the scrollbar stays in sight, which shows that
 * there are more. What the language cannot do is grey.
 */
export class FittingFlyout extends Blockly.VerticalFlyout {
  override getWidth(): number {
    const metrics = this.targetWorkspace?.getMetricsManager();
    const room = metrics
      ? metrics.getSvgMetrics().width - metrics.getToolboxMetrics().width
      : 0;
    const width = super.getWidth();
    return room > 0 ? Math.min(width, room) : width;
  }

  override show(
    ...args: Parameters<Blockly.VerticalFlyout['show']>
  ): ReturnType<Blockly.VerticalFlyout['show']> {
    super.show(...args);
    if (this.targetWorkspace) {
      greyCannot(this.targetWorkspace, this.getWorkspace().getAllBlocks(false));
    }
  }
}
