import { claimsToBeJigsaw } from '../protocol';
import type { Bridge } from './bridge';

/**
 * What is in the address of every page of `%jigsaw`: where JupyterLab finds files,
 * or the classic notebook. The bridge knows more of them.
 */
const PAGE = /\/(files|notebooks)\/.+\.html/;

/**
 * Hear all messages of frames, and look at each frame that has loaded, from now
 * on; what does it is loaded with the first of them.
 *
 * @param load - makes the bridge
 * @returns has the bridge look at a frame that has loaded
 */
export function listen(
  load: () => Promise<Bridge>
): (frame: HTMLIFrameElement) => void {
  let bridge: Promise<Bridge> | null = null;
  const withBridge = (use: (loaded: Bridge) => unknown) => {
    // It keeps what was edited: only one that has not begun is given up.
    bridge ??= load().catch(reason => {
      bridge = null;
      throw reason;
    });
    bridge.then(use).catch(reason => console.error(reason));
  };
  const look = (frame: HTMLIFrameElement) => {
    if (bridge || PAGE.test(frame.src)) {
      withBridge(loaded => loaded.look(frame));
    }
  };
  // Captured, before every other listener, and the only one: MetaKernel's own,
  // which comes with the output, checks nothing.
  window.addEventListener(
    'message',
    event => {
      if (claimsToBeJigsaw(event.data)) {
        event.stopImmediatePropagation();
        withBridge(loaded => loaded.receive(event));
      }
    },
    true
  );
  // It does not bubble, but every one is captured.
  document.addEventListener(
    'load',
    ({ target }) => {
      if (target instanceof HTMLIFrameElement) {
        look(target);
      }
    },
    true
  );
  // Nor does it come while something that the page asks for does not.
  new PerformanceObserver(pages => {
    if (pages.getEntries().some(({ name }) => PAGE.test(name))) {
      withBridge(loaded => loaded.expect());
    }
  }).observe({ type: 'resource' });
  return look;
}
