import { PathExt } from '@jupyterlab/coreutils';
import type { Contents } from '@jupyterlab/services';

import { beside, type FindPlace, type IPlace } from '../notebook';
import {
  guardRequest,
  type IFrameRequest,
  isWorkspaceFilename,
  type RefusalReason
} from '../protocol';
import { fileAt, pageOf } from './address';
import { addressOf, frameOf, isNested } from './frames';
import { Gate } from './gate';
import { UNTOUCHED } from './keeper';
import { asksFor } from './magic';
import type { Verdict } from './tokens';

/**
 * The origin that a browser gives to every sandboxed page.
 */
const SANDBOXED = 'null';

/**
 * Decides which messages are heard: a message that passes may run code in a
 * kernel.
 *
 * 1. It comes from a frame of this page.
 * 2. The frame stands in a place that we know, and that the user trusts.
 * 3. The cell of that place asks `%jigsaw` for the workspace that the message
 *    names, and the frame shows the page that belongs to it; or the user has
 *    opened that page itself, and trusts it; or it is a page of an origin that
 *    the user allows. A sandboxed page does not say where it is
 *    from, and a link in it may have led elsewhere: it is believed if it has
 *    the key that was written into the page. It runs nothing before somebody
 *    has clicked in it (`SPEAKER`), since its file may be another by now.
 * 4. The message is what it claims to be, not one of too many, and new.
 *
 * Rule 3 is asked of each message here, and before that of each page that
 * `Adoption` writes a key into: with `workspaceOf` and `isPageOf`.
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
      return refuse(isNested(event.source) ? 'nested' : 'not-a-frame');
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
      if (foreign === 'wrong-file' || foreign === 'untouched') {
        // Its copy would be refused for less of a reason.
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
    const { allowedOrigins, contents, filesUrl, isAwaited } = this._options;
    const { pageMadeFor, pagesUrl = filesUrl } = this._options;
    if (origin !== SANDBOXED && allowedOrigins().includes(origin)) {
      return null;
    }
    if (origin !== SANDBOXED && origin !== new URL(filesUrl).origin) {
      return 'foreign-origin';
    }
    const file =
      origin === SANDBOXED
        ? pageMadeFor(frame, key)
        : (place.page ?? fileAt(addressOf(frame), filesUrl, pagesUrl));
    const isAskedFor =
      place.page !== undefined || asksFor(place.source, filename);
    if (file !== null) {
      if (file !== beside(contents, place.path, pageOf(filename))) {
        return 'wrong-file';
      }
      // The cell may have been edited since its page was given the key.
      return isAskedFor ? null : 'no-magic';
    }
    if (isAwaited(frame)) {
      return 'too-early';
    }
    // A file of the user's that no magic has made.
    const isOurs = fileAt(addressOf(frame), filesUrl, pagesUrl) !== null;
    if (isOurs && !isAskedFor) {
      return 'no-magic';
    }
    return key === UNTOUCHED ? 'untouched' : 'foreign-page';
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
    contents: Pick<Contents.IManager, 'driveName'>;
    findPlace: FindPlace<P>;
    /**
     * Where this server shows files, as a whole address ending in a slash.
     */
    filesUrl: string;
    /**
     * Another address that leads there, if there is one.
     */
    pagesUrl?: string;
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

/**
 * The workspace for which a page may speak, by where it lies and by the cell
 * that shows it; null if it is none that the cell asks `%jigsaw` for. Any HTML
 * file can be shown in a frame: only the magic makes it one that may run code.
 *
 * @param file - the page's path, from the server's root
 */
export function workspaceOf(
  file: string,
  { path, source }: Pick<IPlace, 'path' | 'source'>,
  contents: Pick<Contents.IManager, 'driveName'>
): string | null {
  const folder = PathExt.dirname(path);
  const below = folder ? `${folder}/` : '';
  const name = file.startsWith(below) ? file.slice(below.length) : '';
  const workspace = name.replace(/\.html$/, '.xml');
  return workspace !== name &&
    isWorkspaceFilename(workspace) &&
    // It may be on another drive.
    file === beside(contents, path, name) &&
    asksFor(source, workspace)
    ? workspace
    : null;
}

/**
 * What only a page of `%jigsaw` has, of MetaKernel's present or past.
 */
const OF_JIGSAW =
  /__jigsaw_saved_xml__|document\.jigsaw_\w+\(|type\s*:\s*['"]jigsaw['"]/;

/**
 * Whether a text is that of the page which MetaKernel's magic makes for a
 * workspace, as far as a text can show: its templates are none of ours.
 */
export function isPageOf(text: string, workspace: string): boolean {
  return OF_JIGSAW.test(text) && text.includes(workspace);
}
