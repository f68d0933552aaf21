import type { JupyterFrontEnd } from '@jupyterlab/application';

/**
 * What the bench has in every page; `Blockly` and `python` only in the bare one.
 */
declare global {
  interface Window {
    jupyterapp: JupyterFrontEnd;
    bench: IHarness;
  }
}

export interface IHarness {
  /**
   * When the next frame is on the screen, by `performance.now()`.
   */
  nextPaint(): Promise<number>;
  /**
   * When a change that was made now, or in a frame that is being made, is on
   * the screen. Frames must be kept going for that.
   */
  painted(): Promise<number>;
  keepFrames(going: boolean): void;
  /**
   * A box to draw in, above all else, of the same size in every page.
   */
  addHost(): HTMLDivElement;
}

/**
 * Run in a page before its own scripts, so it stands alone.
 */
export function installHarness(): void {
  let going = false;
  let waiting: ((now: number) => void)[] = [];
  const channel = new MessageChannel();
  // A message that is posted in a frame is taken up when the frame is drawn.
  const afterFrame: (() => void)[] = [];
  channel.port1.onmessage = () => afterFrame.shift()?.();
  const postAfterFrame = (then: () => void) => {
    afterFrame.push(then);
    channel.port2.postMessage(null);
  };
  const tick = () => {
    postAfterFrame(() => {
      const ready = waiting;
      waiting = [];
      ready.forEach(resolve => resolve(performance.now()));
    });
    if (going) {
      requestAnimationFrame(tick);
    }
  };
  window.bench = {
    nextPaint: () =>
      new Promise(resolve =>
        requestAnimationFrame(() =>
          postAfterFrame(() => resolve(performance.now()))
        )
      ),
    painted: () => new Promise(resolve => waiting.push(resolve)),
    keepFrames: on => {
      if (on && !going) {
        requestAnimationFrame(tick);
      }
      going = on;
    },
    addHost: () => {
      const host = document.createElement('div');
      host.style.cssText =
        'position: fixed; left: 0; top: 0; width: 900px; height: 700px; z-index: 100000; background: #fff; contain: strict';
      document.body.append(host);
      return host;
    }
  };
}
