import type { Contents, ServerConnection } from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';

import { beside, type IFramePlace } from '../notebook';
import type { FrameAction } from '../protocol';
import { fileAt } from './address';
import { countParts, COUNTER } from './counter';
import type { Drafts, IDraft } from './drafts';
import { FrameFiles, type IFrameFiles } from './frameFiles';
import { addressOf } from './frames';
import { holderOf, put } from './inPlace';
import { KEEPER, SPEAKER } from './keeper';
import { languageFor } from './magic';
import { pageWith, readPage } from './page';
import type { WorkspaceSaver } from './saver';
import type { IBridgeSettings, INativeBlocks } from './tokens';
import { isPageOf, workspaceOf } from './trust';
import { howToShow, type Showing, whyNot, type Why } from './whyAdopt';
import { WrittenPages } from './written';

/**
 * Shows the blocks of frames that can't show them themselves, or that show old
 * ones.
 */
export class Adoption {
  constructor(private readonly _options: Adoption.IOptions) {
    this._files = new FrameFiles(_options);
  }

  /**
   * The path of the page that was written into a frame with this key, if it is
   * still there; else null.
   */
  pageMadeFor(frame: HTMLIFrameElement, pageKey: string): string | null {
    return this._pages.fileOf(frame, pageKey);
  }

  /**
   * Whether a page may be written into a frame in a moment.
   */
  isAwaited(frame: HTMLIFrameElement): boolean {
    return this._awaited.has(frame);
  }

  /**
   * Whether a frame, or what is shown in its place, began with the newest
   * blocks; from others nothing is kept, since they may be older.
   */
  gaveBlocksTo(frame: HTMLIFrameElement): boolean {
    return this._given.has(frame);
  }

  /**
   * Whether the page in a frame does not show all blocks that it was given:
   * what it sends is not to be saved.
   */
  isIncomplete(frame: HTMLIFrameElement): boolean {
    return this._pages.isIncomplete(frame);
  }

  /**
   * Look at a frame that has loaded, and do what it needs.
   *
   * @returns who shows the blocks, and why; null if the frame shows no page of
   * `%jigsaw`
   */
  async look(
    frame: HTMLIFrameElement,
    place: IFramePlace
  ): Promise<Adoption.ILooked | null> {
    if (
      frame.hasAttribute('srcdoc') &&
      // What is shown natively has an empty page behind it.
      (frame.hidden || !this._pages.load(frame))
    ) {
      return null;
    }
    return this._take(frame, place, false);
  }

  /**
   * Show the blocks of a page that does not show all of them, if that can be.
   */
  giveUp(
    frame: HTMLIFrameElement,
    place: IFramePlace
  ): Promise<Adoption.ILooked | null> {
    this._pages.giveUp(frame);
    return this._take(frame, place, true);
  }

  private async _take(
    frame: HTMLIFrameElement,
    place: IFramePlace,
    isIncomplete: boolean
  ): Promise<Adoption.ILooked | null> {
    const { contents, filesUrl, pagesUrl = filesUrl } = this._options;
    const file = fileAt(addressOf(frame), filesUrl, pagesUrl);
    const workspace = file && workspaceOf(file, place, contents);
    if (!file || !workspace) {
      return null;
    }
    const turn = (this._turns.get(frame) ?? 0) + 1;
    this._turns.set(frame, turn);
    this._awaited.add(frame);
    // What would be done in it now would be gone in a moment.
    frame.inert = true;
    try {
      return await this._look(
        frame,
        place,
        file,
        workspace,
        isIncomplete,
        () =>
          // One that has loaded meanwhile is looked at once more: what is found
          // last is done.
          frame.isConnected && this._turns.get(frame) === turn
      );
    } finally {
      if (this._turns.get(frame) === turn) {
        frame.inert = false;
        this._awaited.delete(frame);
      }
    }
  }

  private async _look(
    frame: HTMLIFrameElement,
    place: IFramePlace,
    file: string,
    filename: string,
    isIncomplete: boolean,
    isWanted: () => boolean
  ): Promise<Adoption.ILooked | null> {
    const address = addressOf(frame);
    const path = beside(this._options.contents, place.path, filename);
    const { failure, headers, onDisk, text } = await this._read(
      frame,
      file,
      path,
      this._options.drafts.get(filename, place)
    );
    if (!isWanted() || place.cell.isDisposed) {
      return null;
    }
    const page =
      text !== null && isPageOf(text, filename)
        ? readPage(text, address)
        : null;
    const language = languageFor(place.source, filename);
    const draft = this._options.drafts.get(filename, place);
    const newest = draft?.xml ?? onDisk;
    const { adopt } = this._options.settings();
    const xml = newest ?? (page?.embedded || page?.initial) ?? EMPTY;
    const asked = { adopt, language, types: page?.types ?? [], xml };
    const found = isIncomplete
      ? 'incomplete'
      : text !== null && !page
        ? 'foreign'
        : failure && !page
          ? 'away'
          : whyNot(page, newest, headers);
    let decided = await this._decide({
      ...asked,
      // What was drawn anew looks as it did.
      why: found === 'stale' && this._written.has(path) ? null : found
    });
    if (
      decided.showing === 'srcdoc' &&
      !(await this._files.canLoad(page!.scripts))
    ) {
      // Asked last, since nobody may answer, and only of a page that is needed.
      decided = await this._decide({ ...asked, why: 'offline' });
    }
    const { blocks, showing, why } = decided;
    if (!isWanted()) {
      return null;
    }
    if (why === 'away' && showing === 'frame') {
      throw failure;
    }
    const isGiven =
      showing === 'native' ||
      (showing === 'srcdoc' && adopt !== 'never' && page!.embedded !== null);
    if (isGiven) {
      this._given.add(frame);
      if (showing === 'srcdoc') {
        this._written.add(path);
      } else {
        this._written.delete(path);
      }
    }
    if (showing !== 'frame') {
      const { saver } = this._options;
      // A draft was begun with what was on disk then, which may be older.
      const begun = draft ? saver.baseOf(draft.holder) : (onDisk ?? '');
      saver.know(
        frame,
        path,
        isGiven ? begun : page!.embedded,
        isGiven ? draft?.holder : null
      );
    } else {
      // It has what is in the page again, and not what was saved from it.
      this._options.saver.forget(frame);
    }
    if (showing === 'native') {
      this._showNatively(blocks!, frame, place, {
        filename,
        language,
        xml,
        path
      });
    } else if (showing === 'srcdoc') {
      const key = this._pages.add(frame, file, page!.text);
      // Of what it begins with by itself it may make what it likes.
      const given = (isGiven ? newest : null) ?? page!.embedded ?? '';
      frame.setAttribute('sandbox', 'allow-scripts');
      frame.srcdoc = pageWith(page!.text, address, {
        first: SPEAKER(key),
        last:
          COUNTER(filename, countParts(given)) +
          (isGiven ? KEEPER(filename) : ''),
        workspace: isGiven ? xml : null
      });
    }
    if (isGiven) {
      draft?.goOn(frame, place);
    }
    return { showing: isGiven ? showing : 'frame', why };
  }

  /**
   * What the server has of a page and its workspace. Where it does not answer,
   * what is known: of a page that was written into this frame, which shows older
   * blocks when it has loaded again, and is not heard until it is written anew;
   * and of blocks that were edited in a frame before this one.
   *
   * @throws what the server answers, if nothing is known
   */
  private async _read(
    frame: HTMLIFrameElement,
    file: string,
    path: string,
    draft: IDraft | undefined
  ): Promise<IRead> {
    try {
      return { ...(await this._files.read(file, path)), failure: null };
    } catch (failure) {
      const own = this._pages.textOf(frame);
      const before = own === null && draft ? draft.holder : frame;
      const text = own ?? this._pages.textOf(before);
      const base = this._options.saver.baseOf(before);
      if (base === null || (text === null && !draft)) {
        throw failure;
      }
      return { headers: null, onDisk: base || null, text, failure };
    }
  }

  private async _decide({ adopt, language, types, why, xml }: IAsked) {
    const { native } = this._options;
    const blocks =
      !native || adopt === 'never' || (adopt === 'automatic' && !why)
        ? null
        : await native();
    const isKnown =
      why === 'incomplete' ? blocks?.canKeep(xml) : blocks?.canShow(xml, types);
    const showing = howToShow({
      adopt,
      why,
      isKnown: isKnown ?? false,
      hasCode: blocks?.hasCode(language) ?? false
    });
    return { blocks, showing, why };
  }

  private _showNatively(
    blocks: INativeBlocks,
    frame: HTMLIFrameElement,
    place: IFramePlace,
    what: {
      filename: string;
      language: string | null;
      xml: string;
      path: string;
    }
  ): void {
    const holder = place.area && holderOf(place.area, frame);
    if (!holder) {
      return;
    }
    const act = (action: FrameAction, code: string | null, xml: string) =>
      this._options.act(action, what.filename, code, xml, frame, place);
    const executor = place.executor();
    const widget = blocks.create({
      executor: executor instanceof Promise ? null : executor,
      say: text => place.runs(this._options.trans).say(text),
      language: what.language,
      xml: what.xml,
      height: Number.parseInt(frame.height, 10) || frame.clientHeight,
      edited: xml => act('keep', null, xml),
      leave: place.focus,
      act
    });
    put(widget, holder);
    // What it would still say is of no page of ours.
    frame.srcdoc = '';
    frame.hidden = true;
  }

  private readonly _awaited = new WeakSet<HTMLIFrameElement>();
  private readonly _files: FrameFiles;
  private readonly _given = new WeakSet<HTMLIFrameElement>();
  private readonly _pages = new WrittenPages(() => performance.now());
  /**
   * How often each frame was looked at.
   */
  private readonly _turns = new WeakMap<HTMLIFrameElement, number>();
  /**
   * The workspaces that pages in frames show, to which they were given.
   */
  private readonly _written = new Set<string>();
}

interface IRead extends IFrameFiles {
  /**
   * What the server has answered; null if it gave the files.
   */
  readonly failure: unknown;
}

interface IAsked {
  readonly adopt: IBridgeSettings['adopt'];
  readonly language: string | null;
  /**
   * Of blocks that the page offers.
   */
  readonly types: readonly string[];
  readonly why: Why | null;
  readonly xml: string;
}

const EMPTY = '<xml xmlns="https://developers.google.com/blockly/xml"></xml>';

export namespace Adoption {
  export interface IOptions {
    contents: Contents.IManager;
    drafts: Drafts;
    filesUrl: string;
    pagesUrl?: string;
    /**
     * The blocks of our own, loaded when they are needed; null for none.
     */
    native: (() => Promise<INativeBlocks>) | null;
    /**
     * Do what is asked for in the place of a frame.
     */
    act: (
      action: FrameAction,
      filename: string,
      code: string | null,
      xml: string,
      frame: HTMLIFrameElement,
      place: IFramePlace
    ) => void;
    saver: WorkspaceSaver;
    serverSettings: ServerConnection.ISettings;
    settings: () => IBridgeSettings;
    trans: TranslationBundle;
  }

  export interface ILooked {
    readonly showing: Showing;
    readonly why: Why | null;
  }
}
