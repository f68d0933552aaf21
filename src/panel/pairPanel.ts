import { SplitPanel, type Widget } from '@lumino/widgets';

/**
 * The width, in pixels, under which two programs have no room side by side.
 */
const NARROW = 480;

/**
 * Two things side by side, or one below the other where it is narrow.
 */
export class PairPanel extends SplitPanel {
  constructor() {
    super({ orientation: 'vertical', spacing: 0 });
  }

  protected override onResize(msg: Widget.ResizeMessage): void {
    super.onResize(msg);
    const width = msg.width < 0 ? this.node.offsetWidth : msg.width;
    const orientation = width < NARROW ? 'vertical' : 'horizontal';
    if (width > 0 && orientation !== this.orientation) {
      this.orientation = orientation;
    }
  }
}
