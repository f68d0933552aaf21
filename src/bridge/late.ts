/**
 * How long a frame may keep us waiting when its page has come, in milliseconds.
 */
const PATIENCE = 5_000;

/**
 * Tells of frames whose `load` does not come: it waits for all that the page
 * asks for, and somebody may never answer.
 */
export class LateFrames {
  /**
   * @param _look - called with each frame that is late, once
   */
  constructor(private readonly _look: (frame: HTMLIFrameElement) => void) {}

  /**
   * Wait for a frame no more: it has loaded, or is looked at all the same.
   */
  settle(frame: HTMLIFrameElement): void {
    this._settled.add(frame);
  }

  /**
   * The page of one of these frames has come.
   */
  expect(frames: readonly HTMLIFrameElement[]): void {
    setTimeout(() => {
      for (const frame of frames) {
        if (!this._settled.has(frame)) {
          this.settle(frame);
          this._look(frame);
        }
      }
    }, PATIENCE);
  }

  private readonly _settled = new WeakSet<HTMLIFrameElement>();
}
