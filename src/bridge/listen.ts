import { claimsToBeJigsaw } from '../protocol';
import type { Bridge } from './bridge';

/**
 * Hear all messages of frames, and look at each frame that has loaded, from now
 * on; what does it is loaded with the first of them.
 *
 * @param load - makes the bridge
 * @param isPage - whether a frame may show a page of `%jigsaw`, by its address
 * @returns has the bridge look at a frame that has loaded
 */
export function listen(
  load: () => Promise<Bridge>,
  isPage: (address: string) => boolean
): (frame: HTMLIFrameElement) => void {
  let bridge: Promise<Bridge> | null = null;
  const withBridge = async (use: (loaded: Bridge) => unknown) => {
    try {
      // It keeps what was edited: only one that has not begun is given up.
      bridge ??= load().catch(reason => {
        bridge = null;
        throw reason;
      });
      await use(await bridge);
    } catch (reason) {
      console.error('Jigsaw could not hear a frame:', reason);
    }
  };
  const look = (frame: HTMLIFrameElement) => {
    if (isPage(frame.src)) {
      void withBridge(loaded => loaded.look(frame));
    } else if (bridge) {
      void withBridge(loaded => loaded.reloaded(frame));
    }
  };
  // Before every other listener, and the only one: MetaKernel's own, which
  // comes with the output, checks nothing.
  window.addEventListener(
    'message',
    event => {
      if (claimsToBeJigsaw(event.data)) {
        event.stopImmediatePropagation();
        void withBridge(loaded => loaded.receive(event));
      }
    },
    { capture: true }
  );
  // It does not bubble, but every one comes by.
  document.addEventListener(
    'load',
    ({ target }) => {
      if (target instanceof HTMLIFrameElement) {
        look(target);
      }
    },
    { capture: true }
  );
  return look;
}
