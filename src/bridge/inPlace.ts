import type { Widget } from '@lumino/widgets';
import { PanelLayout } from '@lumino/widgets';

/**
 * The widget that has drawn a frame: it has no widgets of its own.
 *
 * @param area - one around it
 */
export function holderOf(
  area: Widget,
  frame: HTMLIFrameElement
): Widget | null {
  let holder: Widget | null = area.node.contains(frame) ? area : null;
  for (let next = holder; next;) {
    holder = next;
    next =
      Array.from(next.children()).find(({ node }) => node.contains(frame)) ??
      null;
  }
  return holder;
}

/**
 * Put a widget into one that draws itself, so that it hears of sizes and of
 * the end.
 */
export function put(widget: Widget, holder: Widget): void {
  holder.layout ??= new PanelLayout();
  const layout = holder.layout as PanelLayout;
  for (const old of [...layout.widgets]) {
    // The holder has drawn itself anew, and lost it.
    holder.node.append(old.node);
    old.dispose();
  }
  layout.addWidget(widget);
}
