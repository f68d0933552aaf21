import type { ILoggerRegistry } from '@jupyterlab/logconsole';
import type { Contents, ServerConnection } from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';

import { explainResult } from '../kernel';
import type { FindPlace, IFramePlace } from '../notebook';
import { MAX_ID_LENGTH, type RefusalReason } from '../protocol';
import type { IDone } from './actions';
import { fileAt } from './address';
import { Adoption } from './adoption';
import { Answerer } from './answers';
import { Drafts } from './drafts';
import { FailedFrames } from './failed';
import { LateFrames } from './late';
import { Refusals } from './refusals';
import { Requests } from './requests';
import { WorkspaceSaver } from './saver';
import { FrameSigns } from './sign';
import type { IBridgeSettings, INativeBlocks, INotifications } from './tokens';
import { Trust } from './trust';
import { explainFailure, explainShowing } from './whyAdopt';

/**
 * Does what trusted frames ask for, and shows their blocks when they can't.
 */
export class Bridge {
  constructor(private readonly _options: Bridge.IOptions) {
    const { contents, settings } = _options;
    this._refusals = new Refusals(_options);
    this._findPlace = _options.findPlace;
    const saver = (this._saver = new WorkspaceSaver(contents));
    const drafts = new Drafts(saver);
    this._signs = new FrameSigns(_options.trans);
    this._requests = new Requests({
      ..._options,
      drafts,
      saver,
      signs: this._signs,
      gaveBlocksTo: frame => this._adoption.gaveBlocksTo(frame)
    });
    this._adoption = new Adoption({
      ..._options,
      drafts,
      saver,
      act: (action, filename, code, xml, frame, place) => {
        this._requests.do(
          { version: 2, action, filename, code, xml, id: '', key: '' },
          // It may have another name by now, or be gone.
          this._findPlace(frame) ?? place,
          frame
        );
      }
    });
    this._trust = new Trust({
      contents,
      findPlace: this._findPlace,
      filesUrl: _options.filesUrl,
      pagesUrl: _options.pagesUrl,
      allowedOrigins: () => settings().allowedOrigins,
      pageMadeFor: (frame, key) => this._adoption.pageMadeFor(frame, key),
      isAwaited: frame =>
        this._adoption.isAwaited(frame) || this._failed.has(frame),
      now: () => performance.now()
    });
  }

  /**
   * Take a message that claims to be one of ours.
   */
  receive(event: Pick<MessageEvent, 'data' | 'origin' | 'source'>): void {
    const verdict = this._trust.judge(event);
    if (verdict.type === 'accepted') {
      const { frame, place, request: asked } = verdict;
      const isIncomplete = this._adoption.isIncomplete(frame);
      // Once, since a page may ask often; and again if that went wrong.
      if (
        isIncomplete ? this._failed.has(frame) : asked.action === 'incomplete'
      ) {
        void this._giveUp(frame, place);
      }
      if (asked.action === 'incomplete') {
        return;
      }
      // Without its blocks, which are not all.
      const request = isIncomplete ? { ...asked, xml: null } : asked;
      const done = this._requests.do(request, place, frame);
      if (request.version === 2) {
        const isThere = () =>
          !request.key ||
          this._adoption.pageMadeFor(frame, request.key) !== null;
        void this._answer(new Answerer(event, request.id, isThere), done);
      }
    } else if (verdict.type === 'refused') {
      const { frame, place, reason } = verdict;
      // The log console shows what belongs to the current document alone.
      this._refusals.note(
        reason,
        place?.path ?? this._options.currentPath?.() ?? null
      );
      if (frame && place) {
        this._refuse(event, frame, place, reason);
        this._failed.hurry(frame);
      }
    }
  }

  /**
   * The page of a frame has come, and what that asks for may never come.
   */
  expect(): void {
    const frames = Array.from(document.querySelectorAll('iframe'));
    this._late.expect(frames.filter(frame => this._showsFile(frame)));
  }

  /**
   * Look at a frame that has loaded. What goes wrong is said under it.
   */
  async look(frame: HTMLIFrameElement): Promise<void> {
    this._late.settle(frame);
    if (!this._showsFile(frame)) {
      // As in an HTML viewer: it shows what is in the page again.
      this._saver.forget(frame);
      return;
    }
    const place = this._findPlace(frame);
    if (!place?.isTrusted) {
      return;
    }
    await this._show(frame, place, () => this._adoption.look(frame, place));
  }

  private _showsFile({ src }: HTMLIFrameElement): boolean {
    const { filesUrl, pagesUrl = filesUrl } = this._options;
    return fileAt(src, filesUrl, pagesUrl) !== null;
  }

  /**
   * Show the blocks of a page that does not show all of them.
   */
  private _giveUp(frame: HTMLIFrameElement, place: IFramePlace): Promise<void> {
    return this._show(frame, place, () => this._adoption.giveUp(frame, place));
  }

  private async _lookAgain(frame: HTMLIFrameElement): Promise<void> {
    const place = this._findPlace(frame);
    if (this._adoption.isIncomplete(frame) && place?.isTrusted) {
      await this._giveUp(frame, place);
    } else {
      await this.look(frame);
    }
  }

  private async _show(
    frame: HTMLIFrameElement,
    place: IFramePlace,
    look: () => Promise<Adoption.ILooked | null>
  ): Promise<void> {
    this._failed.begin(frame);
    let looked: Adoption.ILooked | null = null;
    try {
      looked = await look();
      this._failed.delete(frame);
    } catch (error) {
      this._failed.add(frame);
      if (frame.isConnected) {
        this._signs.of(frame, place).adopted = explainFailure(
          error,
          this._adoption.isIncomplete(frame),
          this._options.trans
        );
      }
    }
    if (looked) {
      // A cell that was cut and is pasted is another: what goes on is written
      // there.
      place.runs(this._options.trans);
      const sign = this._signs.of(frame, place);
      sign.adopted = explainShowing(
        looked.showing,
        looked.why,
        this._options.native !== null,
        this._options.trans
      );
    }
  }

  private async _answer(answerer: Answerer, done: IDone): Promise<void> {
    const run = await done.run;
    if (run !== null && typeof run !== 'string') {
      await answerer.follow(run, result =>
        explainResult(result, this._options.trans)
      );
      return;
    }
    const saved = await done.saved;
    const message = run ?? (saved === true ? null : saved);
    answerer.say({
      status: 'done',
      result: message === null ? 'ok' : 'failed',
      message
    });
  }

  /**
   * Say it where it is seen, and to the frame if it wants to know.
   */
  private _refuse(
    event: Pick<MessageEvent, 'data' | 'origin' | 'source'>,
    frame: HTMLIFrameElement,
    place: IFramePlace,
    reason: RefusalReason
  ): void {
    if (reason === 'too-many') {
      // As many answers would be too many, too.
      return;
    }
    this._signs.of(frame, place).refuse(reason);
    const { msg_id: id, version } = event.data as Record<string, unknown>;
    // What is no id is not sent back: it may be as long as the message.
    if (version === 2 && typeof id === 'string' && id.length <= MAX_ID_LENGTH) {
      new Answerer(event, id).say({ status: 'rejected', reason });
    }
  }

  private readonly _findPlace: FindPlace<IFramePlace>;
  private readonly _trust: Trust<IFramePlace>;
  private readonly _refusals: Refusals;
  private readonly _saver: WorkspaceSaver;
  private readonly _signs: FrameSigns;
  private readonly _requests: Requests;
  private readonly _adoption: Adoption;
  private readonly _late = new LateFrames(frame => void this.look(frame));
  private readonly _failed = new FailedFrames(
    frame => void this._lookAgain(frame),
    () => performance.now()
  );
}

export namespace Bridge {
  export interface IOptions {
    contents: Contents.IManager;
    /**
     * The document that the user looks at, where there are several.
     */
    currentPath?: () => string | undefined;
    /**
     * Where this server shows files, as a whole address ending in a slash.
     */
    filesUrl: string;
    /**
     * Where frames find these, if it is not there: an address that leads to
     * them, ending in a slash.
     */
    pagesUrl?: string;
    findPlace: FindPlace<IFramePlace>;
    /**
     * The names that kernels give to a language of `%jigsaw`, in lower case;
     * null for one that is not known.
     */
    kernelLanguages: (language: string) => readonly string[] | null;
    loggers: ILoggerRegistry | null;
    /**
     * The blocks of our own, loaded when they are needed; null for none.
     */
    native: (() => Promise<INativeBlocks>) | null;
    notifications: INotifications;
    serverSettings: ServerConnection.ISettings;
    settings: () => IBridgeSettings;
    trans: TranslationBundle;
  }
}
