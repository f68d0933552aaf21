import { UUID } from '@lumino/coreutils';

/**
 * How often a page is written into a frame, each time within so many
 * milliseconds: one that leads itself elsewhere would have it for ever.
 */
const MAX_TIMES = 10;
const SOON = 5_000;

/**
 * The pages that were written into frames, and which of them are still there.
 */
export class WrittenPages {
  /**
   * @param _now - the time in milliseconds, which only ever grows
   */
  constructor(private readonly _now: () => number) {}

  /**
   * Note that a page is written into a frame.
   *
   * @param file - the page's path, from the server's root
   * @param text - what is in that file
   * @returns the key that it is to add to its messages
   */
  add(frame: HTMLIFrameElement, file: string, text: string): string {
    const before = this._pages.get(frame);
    const at = this._now();
    const isSoon = before !== undefined && at - before.at < SOON;
    const key = UUID.uuid4();
    this._pages.set(frame, {
      file,
      text,
      key,
      times: isSoon ? before.times + 1 : 1,
      at,
      life: null,
      isLoaded: false,
      hasLeft: false,
      isIncomplete: false
    });
    return key;
  }

  /**
   * Note that the page in a frame does not show all blocks that it was given.
   */
  giveUp(frame: HTMLIFrameElement): void {
    const page = this._pages.get(frame);
    if (page) {
      page.isIncomplete = true;
    }
  }

  /**
   * Whether that is known of the page in a frame.
   */
  isIncomplete(frame: HTMLIFrameElement): boolean {
    return this._pages.get(frame)?.isIncomplete ?? false;
  }

  /**
   * What was in the file of the page that was written into a frame last; null
   * if none was.
   */
  textOf(frame: object): string | null {
    return this._pages.get(frame)?.text ?? null;
  }

  /**
   * Note that a frame has loaded.
   *
   * @returns whether the page is to be written anew: the frame shows something
   * else by now, or the page once more. A link has led it elsewhere, or it was
   * drawn anew.
   */
  load(frame: HTMLIFrameElement): boolean {
    const page = this._pages.get(frame);
    if (!page) {
      return false;
    }
    page.hasLeft = page.isLoaded;
    page.isLoaded = true;
    return page.hasLeft && page.times < MAX_TIMES;
  }

  /**
   * The path of the page that was written into a frame, if the key is its own
   * and it is still in its first life; else null. In its second it has the
   * blocks again that it began with, and speaks before its frame has loaded.
   *
   * @param pageKey - the key and the life of what has sent a message
   */
  fileOf(frame: HTMLIFrameElement, pageKey: string): string | null {
    const page = this._pages.get(frame);
    const [key, life] = pageKey.split('/');
    if (!page || page.hasLeft || page.key !== key) {
      return null;
    }
    page.life ??= life;
    return page.life === life ? page.file : null;
  }

  private readonly _pages = new WeakMap<object, IWritten>();
}

interface IWritten {
  readonly file: string;
  readonly text: string;
  /**
   * What it adds to its messages.
   */
  readonly key: string;
  /**
   * How many were written into the frame, each soon after the one before.
   */
  readonly times: number;
  /**
   * When, in milliseconds.
   */
  readonly at: number;
  /**
   * Which of its lives speaks; null if none has spoken yet.
   */
  life: string | null;
  isLoaded: boolean;
  hasLeft: boolean;
  isIncomplete: boolean;
}
