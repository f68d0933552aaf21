/**
 * How soon a frame is looked at again when that went wrong, and how long it
 * takes at most while it goes on going wrong, in milliseconds.
 */
const SOON = 5_000;
const LATEST = 60_000;

/**
 * The frames that could not be looked at, which are looked at again: the server
 * may be back.
 */
export class FailedFrames {
  /**
   * @param _again - called with a frame that is to be looked at again
   * @param _now - the time in milliseconds, which only ever grows
   */
  constructor(
    private readonly _again: (frame: HTMLIFrameElement) => void,
    private readonly _now: () => number
  ) {}

  /**
   * Whether it went wrong to look at a frame.
   */
  has(frame: HTMLIFrameElement): boolean {
    return this._frames.get(frame)?.timer !== undefined;
  }

  /**
   * Note that it went wrong.
   */
  add(frame: HTMLIFrameElement): void {
    this.begin(frame);
    const last = this._frames.get(frame)?.pause ?? 0;
    const pause = Math.min(Math.max(2 * last, SOON), LATEST);
    const timer = setTimeout(() => {
      // One that is drawn anew is another, or loads once more.
      if (frame.isConnected) {
        this._again(frame);
      }
    }, pause);
    this._frames.set(frame, { at: this._now(), pause, timer });
  }

  /**
   * Note that a frame is looked at.
   */
  begin(frame: HTMLIFrameElement): void {
    const failed = this._frames.get(frame);
    clearTimeout(failed?.timer);
    if (failed) {
      failed.timer = undefined;
    }
  }

  /**
   * Note that it went well.
   */
  delete(frame: HTMLIFrameElement): void {
    this.begin(frame);
    this._frames.delete(frame);
  }

  /**
   * The user wants something of a frame: look at it now, unless that went wrong
   * a moment ago, as a page may ask often.
   */
  hurry(frame: HTMLIFrameElement): void {
    const { at = Infinity } = this._frames.get(frame) ?? {};
    if (this.has(frame) && this._now() - at >= SOON) {
      this._again(frame);
    }
  }

  private readonly _frames = new WeakMap<
    HTMLIFrameElement,
    { at: number; pause: number; timer?: ReturnType<typeof setTimeout> }
  >();
}
