import type { Notification } from '@jupyterlab/apputils';

import { beside, type FindPlace, type IFramePlace } from '../notebook';
import type { IFrameRequest } from '../protocol';
import { FrameActions, type IDone } from './actions';
import type { Drafts, IDraft } from './drafts';
import { PerCell } from './perCell';
import type { FrameSigns } from './sign';

const NOTHING: IDone = {
  run: Promise.resolve(null),
  saved: Promise.resolve(null)
};

/**
 * A request, with the frame that it came from and where that stood.
 */
type Asked = [IFrameRequest, IFramePlace, HTMLIFrameElement];

/**
 * What frames have asked for: has it done, says under them what becomes of it,
 * and keeps what they show and is not on disk.
 */
export class Requests {
  constructor(private readonly _options: Requests.IOptions) {
    this._actions = new FrameActions({
      ..._options,
      choices: (...asked) => this._choices(...asked),
      saveAgain: (...asked) => this._save(...this._newest(...asked)),
      saving: (place, frame) => {
        if (frame.isConnected) {
          this._options.signs.of(frame, place).noteSaving();
        }
      }
    });
  }

  /**
   * Do what a frame asks for, or what is shown in its place. It has been found
   * worth of trust.
   */
  do(
    request: IFrameRequest,
    place: IFramePlace,
    frame: HTMLIFrameElement
  ): IDone {
    if (request.xml !== null) {
      this._asked.set(place, request.filename, [request, place, frame]);
    }
    if (request.action === 'keep') {
      if (request.xml === null) {
        return NOTHING;
      }
      this._keep(request, place, frame);
      return NOTHING;
    }
    if (request.xml !== null && this._options.gaveBlocksTo(frame)) {
      // The server may take its time to save them, or never do.
      this._keep(request, place, frame);
    }
    const done = this._actions.do(request, place, frame);
    this._follow(done, request, place, frame);
    return done;
  }

  /**
   * Keep what was edited, until it is saved: with the notebook, or when
   * something is asked for.
   */
  private _keep(
    request: IFrameRequest,
    place: IFramePlace,
    frame: HTMLIFrameElement
  ): void {
    const draft: IDraft = {
      filename: request.filename,
      path: this._pathOf(request, place),
      xml: request.xml ?? '',
      holder: frame,
      context: place.context,
      cell: place.cell,
      cellId: place.cellId,
      view: place.view,
      save: () => this._save(...this._newest(request, place, frame)),
      goOn: (...now) => this._goOn(draft, ...now)
    };
    const isDraft = this._options.drafts.keep(draft);
    if (frame.isConnected) {
      this._options.signs.of(frame, place).noteEdit(isDraft);
    }
  }

  /**
   * Have another frame show what is in a draft, and be as new as its file when
   * that is saved.
   */
  private _goOn(
    draft: IDraft,
    frame: HTMLIFrameElement,
    place: IFramePlace
  ): void {
    const { filename } = draft;
    const asked = this._asked.get(draft, filename);
    if (asked) {
      const now: Asked = [asked[0], place, frame];
      this._asked.set(draft, filename, now);
      this._asked.set(place, filename, now);
    }
    draft.holder = frame;
    draft.cell = place.cell;
    draft.cellId = place.cellId;
    this._options.signs.of(frame, place).noteEdit(true);
  }

  private _save(
    request: IFrameRequest,
    place: IFramePlace,
    frame: HTMLIFrameElement
  ): void {
    const saved = this._actions.save(request, place, frame);
    this._follow({ ...NOTHING, saved }, request, place, frame);
  }

  /**
   * What the cell of a request has sent last of the same workspace, and where
   * that stands now; it may be shown no more.
   */
  private _newest(...asked: Asked): Asked {
    const [{ filename }, cell] = asked;
    const [request, place, frame] = this._asked.get(cell, filename) ?? asked;
    return [request, this._options.findPlace(frame) ?? place, frame];
  }

  /**
   * Whose blocks are to be kept, when a file is newer than what was to be
   * saved.
   */
  private _choices(
    request: IFrameRequest,
    place: IFramePlace,
    frame: HTMLIFrameElement
  ): Notification.IAction[] {
    const { settings, trans } = this._options;
    const newest = () => this._newest(request, place, frame);
    const keep = async () => {
      const [last, where, holder] = newest();
      const path = this._pathOf(last, where);
      await this._options.saver.overtake(holder, path).catch(() => undefined);
      this._save(...newest());
    };
    const take = () => {
      const [last, where, holder] = newest();
      this._options.drafts.forget(
        this._options.drafts.get(last.filename, where)
      );
      this._asked.delete(where, last.filename);
      where.redraw?.(holder);
    };
    return [
      { label: trans.__('Keep These Blocks'), callback: () => void keep() },
      // A page that is left as it is goes on showing its own.
      ...(settings().adopt === 'never' || !place.redraw
        ? []
        : [{ label: trans.__('Take the File’s'), callback: take }])
    ];
  }

  private _follow(
    done: IDone,
    request: IFrameRequest,
    place: IFramePlace,
    frame: HTMLIFrameElement
  ): void {
    const { filename } = request;
    // What is saved is as new as it, or newer.
    const draft = this._options.drafts.get(filename, place);
    void done.saved.then(saved => {
      if (saved === true) {
        this._options.drafts.forget(draft);
        // What was sent meanwhile may be the same, and nothing behind it.
        const present = this._options.drafts.get(filename, place);
        if (present && this._options.saver.isSaved(present.path, present.xml)) {
          this._options.drafts.forget(present);
          if (frame.isConnected) {
            this._options.signs.of(frame, place).noteEdit(false);
          }
        }
      } else if (saved !== null && draft) {
        this._options.drafts.refuse(draft);
      }
    });
    if (frame.isConnected) {
      this._options.signs.of(frame, place).follow(done, request.xml !== null);
    }
  }

  /**
   * The path of the file of a request's workspace.
   */
  private _pathOf({ filename }: IFrameRequest, { path }: IFramePlace): string {
    return beside(this._options.contents, path, filename);
  }

  private readonly _actions: FrameActions;
  private readonly _asked = new PerCell<Asked>();
}

export namespace Requests {
  export interface IOptions extends Omit<
    FrameActions.IOptions,
    'choices' | 'saveAgain' | 'saving'
  > {
    drafts: Drafts;
    findPlace: FindPlace<IFramePlace>;
    /**
     * Whether a frame, or what is shown in its place, began with the newest
     * blocks.
     */
    gaveBlocksTo: (frame: HTMLIFrameElement) => boolean;
    signs: FrameSigns;
  }
}
