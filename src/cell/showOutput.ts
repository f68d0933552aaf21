import { pastEvents } from '../editor';
import type { IRun } from '../kernel';

/**
 * How much of the output comes into sight, in pixels: the blocks should stay.
 */
const ENOUGH = 96;

/**
 * Bring the beginning of what a run puts below a view into sight, if the view's
 * cell is still the active one when it comes: it may be below the fold.
 *
 * @param view - in the output of a cell
 */
export function showOutput(view: HTMLElement, run: IRun): void {
  const own = view.closest('.jp-OutputArea-child');
  if (!own?.parentElement) {
    return;
  }
  const look = () => {
    const output = firstDrawn(own);
    if (output) {
      observer.disconnect();
      if (own.closest('.jp-Cell.jp-mod-active')) {
        bringIntoSight(output);
      }
    }
  };
  // It has a height when it has been drawn.
  const observer = new MutationObserver(() => void pastEvents().then(look));
  observer.observe(own.parentElement, { childList: true });
  // The last outputs come with the next frame.
  void run.done.then(pastEvents).then(() => observer.disconnect());
}

/**
 * The first with a height of those that come behind an output.
 */
function firstDrawn(own: Element): Element | null {
  let output = own.nextElementSibling;
  while (output && !output.clientHeight) {
    output = output.nextElementSibling;
  }
  return output;
}

function bringIntoSight(output: Element): void {
  const { height, top } = output.getBoundingClientRect();
  let scroller = output.parentElement;
  while (scroller && !canScroll(scroller)) {
    scroller = scroller.parentElement;
  }
  if (scroller) {
    const { bottom } = scroller.getBoundingClientRect();
    const hidden = top + Math.min(height, ENOUGH) - bottom;
    scroller.scrollTop += Math.max(0, hidden);
  }
}

function canScroll(element: Element): boolean {
  return (
    element.scrollHeight > element.clientHeight &&
    /auto|scroll/.test(getComputedStyle(element).overflowY)
  );
}
