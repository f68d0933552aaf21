import type { Notification } from '@jupyterlab/apputils';
import type { Contents } from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';
import { PromiseDelegate } from '@lumino/coreutils';

import type { IRun } from '../kernel';
import type { IFramePlace } from '../notebook';
import { beside, explainFileError, whyNotRun } from '../notebook';
import type { IFrameRequest } from '../protocol';
import { pageOf } from './address';
import { languageFor } from './magic';
import { type CellKey, PerCell } from './perCell';
import type { WorkspaceSaver } from './saver';
import type { IBridgeSettings, INotifications } from './tokens';

/**
 * How long a save may take until that is said under the frame, and until the
 * user is told, in milliseconds.
 */
const MOMENT = 500;
const PATIENCE = 10_000;

/**
 * What became of a request.
 */
export interface IDone {
  /**
   * The run; null for other actions, or a sentence on why nothing is run.
   */
  readonly run: Promise<IRun | string | null>;
  /**
   * Whether the workspace is on disk; null if it was none to save, or a
   * sentence on why it is not.
   */
  readonly saved: Promise<true | string | null>;
}

/**
 * Does what frames ask for, and blocks that are shown in place of a frame.
 * What comes here has been found worth of trust.
 */
export class FrameActions {
  constructor(private readonly _options: FrameActions.IOptions) {}

  do(
    request: IFrameRequest,
    place: IFramePlace,
    frame: HTMLIFrameElement
  ): IDone {
    // A server that looks into its files hands no messages on meanwhile.
    const quiet = new PromiseDelegate<void>();
    const saved = this.save(request, place, frame, quiet.promise);
    const run = this._act(request, place);
    const go = () => quiet.resolve();
    void run.then(hasAnswered).then(go, go);
    return { saved, run };
  }

  private async _act(
    { action, code, filename }: IFrameRequest,
    place: IFramePlace
  ): Promise<IRun | string | null> {
    const { trans } = this._options;
    const runs = place.runs(trans);
    const language = languageFor(place.source, filename);
    switch (action) {
      case 'execute': {
        const executor = await place.executor();
        const known = language && this._options.kernelLanguages(language);
        const refusal =
          language && known
            ? await whyNotRun(language, known, executor, trans)
            : null;
        if (refusal !== null) {
          runs.say(refusal);
          return refusal;
        }
        return runs.execute(code ?? '', executor);
      }
      case 'insert': {
        const source = (code ?? '').trimEnd();
        if (place.insert && this._options.settings().insert === 'cell') {
          place.insert(source);
        } else {
          runs.show(source, language);
        }
        return null;
      }
      case 'clear':
        runs.clear();
        return null;
      case 'keep':
      case 'incomplete':
        return null;
    }
  }

  /**
   * Save the workspace that comes with a request, and tell the user if that
   * can't be done.
   *
   * @param quiet - when the server has nothing more urgent to do
   */
  async save(
    request: IFrameRequest,
    place: IFramePlace,
    frame: HTMLIFrameElement,
    quiet: Promise<void> = Promise.resolve()
  ): Promise<true | string | null> {
    const { filename, xml } = request;
    if (xml === null) {
      return null;
    }
    const { contents, notifications, saver, trans } = this._options;
    const { path: notebook } = place;
    const path = beside(contents, notebook, filename);
    const count = ++this._count;
    const warn = (
      type: 'warning' | 'error',
      text: string,
      actions: Notification.IAction[]
    ) => {
      // Also of a later one that waits behind it.
      this._unwarn(place, filename, Infinity);
      const toast = notifications[type](text, { actions, autoClose: false });
      this._warnings.set(place, filename, { toast, count });
    };
    const timers: ReturnType<typeof setTimeout>[] = [];
    const waitForServer = () => {
      // Trying again could not be told from it, and may come before it.
      const text = trans.__(
        '“%1” is not saved yet: the server does not answer. Leave this page open until it does.',
        filename
      );
      timers.push(
        setTimeout(() => this._options.saving(place, frame), MOMENT),
        setTimeout(() => warn('warning', text, []), PATIENCE)
      );
    };
    try {
      const isSaved = await saver.save(path, xml, {
        holder: frame,
        page: beside(contents, notebook, pageOf(filename)),
        quiet,
        queued: waitForServer
      });
      if (isSaved) {
        this._unwarn(place, filename, count);
        return true;
      }
      const text = trans.__(
        '“%1” was not saved: the file is newer than the blocks that are shown.',
        filename
      );
      warn('warning', text, this._options.choices(request, place, frame));
      return text;
    } catch (error) {
      const text = trans.__(
        '“%1” could not be saved: %2',
        filename,
        explainFileError(error, trans)
      );
      warn('error', text, [
        {
          label: trans.__('Try Again'),
          callback: () => this._options.saveAgain(request, place, frame)
        }
      ]);
      return text;
    } finally {
      timers.forEach(clearTimeout);
    }
  }

  /**
   * Take away what was said of a workspace before a save of it began. What is
   * saved already may be found there later than a newer one was refused.
   */
  private _unwarn(cell: CellKey, filename: string, count: number): void {
    const warning = this._warnings.get(cell, filename);
    if (warning && warning.count <= count) {
      this._options.notifications.dismiss(warning.toast);
      this._warnings.delete(cell, filename);
    }
  }

  private readonly _warnings = new PerCell<{ toast: string; count: number }>();
  /**
   * How many saves have begun.
   */
  private _count = 0;
}

/**
 * Settles when a run has its first output, or has ended, or when there is none.
 */
async function hasAnswered(run: IRun | string | null): Promise<void> {
  if (run === null || typeof run === 'string' || run.outputs.length > 0) {
    return;
  }
  const answered = new PromiseDelegate<void>();
  const resolve = () => answered.resolve();
  run.outputChanged.connect(resolve);
  await Promise.race([answered.promise, run.done]);
  run.outputChanged.disconnect(resolve);
}

export namespace FrameActions {
  export interface IOptions {
    /**
     * What a user can do when a file is newer than what was to be saved.
     */
    choices: (
      request: IFrameRequest,
      place: IFramePlace,
      frame: HTMLIFrameElement
    ) => Notification.IAction[];
    contents: Contents.IManager;
    /**
     * The names that kernels give to a language of `%jigsaw`, in lower case;
     * null for one that is not known.
     */
    kernelLanguages: (language: string) => readonly string[] | null;
    notifications: INotifications;
    /**
     * Save what could not be saved, maybe of a notebook that is closed by now.
     */
    saveAgain: (
      request: IFrameRequest,
      place: IFramePlace,
      frame: HTMLIFrameElement
    ) => void;
    saver: WorkspaceSaver;
    /**
     * Say that a save takes longer than a moment.
     */
    saving: (place: IFramePlace, frame: HTMLIFrameElement) => void;
    settings: () => IBridgeSettings;
    trans: TranslationBundle;
  }
}
