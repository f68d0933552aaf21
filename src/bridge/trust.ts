import { PathExt } from '@jupyterlab/coreutils';

import type { FindPlace, IPlace } from '../notebook';
import {
  guardRequest,
  type IFrameRequest,
  type RefusalReason
} from '../protocol';
import { fileAt, pageOf } from './address';
import { addressOf, frameOf } from './frames';
import { Gate } from './gate';
import type { Verdict } from './tokens';

/**
 * The origin that a browser gives to every sandboxed page.
 */
const SANDBOXED = 'null';

/**
 * Decides which messages are heard. All rules are here, and nothing else is:
 * a message that passes may run code in a kernel.
 *
 * 1. It comes from a frame of this page.
 * 2. The frame stands in a place that we know, and that the user trusts.
 * 3. The frame shows the page that belongs to the workspace it names, or a page
 *    of an origin that the user allows. A sandboxed page does not say where it
 *    is from, and a link in it may have led elsewhere: it is believed if it has
 *    the key that was written into the page.
 * 4. The message is what it claims to be, not one of too many, and new.
 */
export class Trust<P extends IPlace> {
  constructor(private readonly _options: Trust.IOptions<P>) {}

  judge(event: Pick<MessageEvent, 'data' | 'origin' | 'source'>): Verdict<P> {
    const frame = frameOf(event.source);
    const refuse = (reason: RefusalReason): Verdict<P> => ({
      type: 'refused',
      reason,
      frame,
      place
    });
    let place: P | null = null;
    if (!frame) {
      return refuse('not-a-frame');
    }
    // Before anything that takes time.
    const gate = this._gateOf(frame);
    if (gate.isFull(this._options.now())) {
      return refuse('too-many');
    }
    place = this._options.findPlace(frame);
    if (!place) {
      return refuse('unknown-place');
    }
    if (!place.isTrusted) {
      return refuse('untrusted');
    }
    const guarded = guardRequest(event.data);
    if ('reason' in guarded) {
      return refuse(guarded.reason);
    }
    const { request } = guarded;
    const foreign = this._whyForeign(event.origin, frame, place, request);
    if (foreign) {
      // The copy that is sent to the top of the page has no key.
      if (gate.knows(request.id)) {
        return { type: 'copy' };
      }
      if (foreign === 'wrong-file') {
        // It had one, and its copy would be refused for less of a reason.
        gate.note(request.id);
      }
      return refuse(foreign);
    }
    const novelty = gate.note(request.id);
    if (novelty === 'replayed') {
      return refuse(novelty);
    }
    return novelty === 'copy'
      ? { type: 'copy' }
      : { type: 'accepted', frame, place, request };
  }

  /**
   * Why a page is none that may speak for a workspace; null if it may.
   */
  private _whyForeign(
    origin: string,
    frame: HTMLIFrameElement,
    place: P,
    { filename, key }: IFrameRequest
  ): RefusalReason | null {
    const { allowedOrigins, filesUrl, isAwaited, pageMadeFor } = this._options;
    if (origin !== SANDBOXED && allowedOrigins().includes(origin)) {
      return null;
    }
    if (origin !== SANDBOXED && origin !== new URL(filesUrl).origin) {
      return 'foreign-origin';
    }
    const file =
      origin === SANDBOXED
        ? pageMadeFor(frame, key)
        : fileAt(addressOf(frame), filesUrl);
    if (file === null) {
      return isAwaited(frame) ? 'too-early' : 'foreign-page';
    }
    return file === pageOf(PathExt.dirname(place.path), filename)
      ? null
      : 'wrong-file';
  }

  private _gateOf(frame: HTMLIFrameElement): Gate {
    let gate = this._gates.get(frame);
    if (!gate) {
      this._gates.set(frame, (gate = new Gate()));
    }
    return gate;
  }

  private readonly _gates = new WeakMap<HTMLIFrameElement, Gate>();
}

export namespace Trust {
  export interface IOptions<P extends IPlace> {
    findPlace: FindPlace<P>;
    /**
     * Where this server shows files, as a whole address ending in a slash.
     */
    filesUrl: string;
    /**
     * Origins of which the user wants pages to be heard, in any trusted place.
     */
    allowedOrigins: () => readonly string[];
    /**
     * The path of the page that we have written into a frame with that key, or
     * null.
     */
    pageMadeFor: (frame: HTMLIFrameElement, key: string) => string | null;
    /**
     * Whether we are about to write a page into a frame.
     */
    isAwaited: (frame: HTMLIFrameElement) => boolean;
    /**
     * The time in milliseconds, which only ever grows.
     */
    now: () => number;
  }
}
