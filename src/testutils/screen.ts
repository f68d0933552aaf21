import { MessageLoop } from '@lumino/messaging';
import { Widget } from '@lumino/widgets';

/**
 * Add to jsdom what Blockly needs of a browser: the width of a text, where
 * every letter is as wide as every other, and events of pointers.
 */
export function imitateBrowser(): void {
  HTMLCanvasElement.prototype.getContext = (() => ({
    measureText: (text: string) => ({ width: 8 * text.length })
  })) as unknown as HTMLCanvasElement['getContext'];
  globalThis.PointerEvent ??= MouseEvent as typeof PointerEvent;
}

/**
 * Put a widget on the page and give it a size, which nothing has in jsdom.
 */
export function show(widget: Widget): void {
  for (const name of ['clientWidth', 'clientHeight']) {
    Object.defineProperty(widget.node, name, { value: 600 });
  }
  Widget.attach(widget, document.body);
  MessageLoop.flush();
}

/**
 * Wait until Blockly has fired the events of what was done before.
 */
export function blocklyEvents(): Promise<void> {
  // It waits for a frame and a timeout after it, in which all are fired.
  return new Promise(resolve =>
    requestAnimationFrame(() => setTimeout(() => setTimeout(resolve)))
  );
}
