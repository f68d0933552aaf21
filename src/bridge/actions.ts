import type { ISessionContext } from '@jupyterlab/apputils';
import { Notification } from '@jupyterlab/apputils';
import type { CodeCell } from '@jupyterlab/cells';
import { PathExt } from '@jupyterlab/coreutils';
import type { TranslationBundle } from '@jupyterlab/translation';

import type { IKernelExecutor, IRun } from '../kernel';
import { SessionExecutor } from '../kernel';
import type { IFrameRequest } from '../protocol';
import { pageOf } from './address';
import { CellRuns } from './cellRuns';
import { fits, languageOfKernel, languageOfMagic } from './languageCheck';
import type { WorkspaceSaver } from './saver';
import type { IBridgeSettings, ICellPlace, IPlace } from './tokens';

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
    place: ICellPlace,
    frame: HTMLIFrameElement
  ): IDone {
    const saved = this.save(request, place, frame);
    return { saved, run: this._act(request, place) };
  }

  private async _act(
    { action, code }: IFrameRequest,
    place: ICellPlace
  ): Promise<IRun | string | null> {
    const runs = this._runsOf(place.cell);
    switch (action) {
      case 'execute': {
        const executor = this._executorOf(place.session);
        const refusal = await this._whyNot(place, executor);
        if (refusal !== null) {
          runs.say(refusal);
          return refusal;
        }
        return runs.execute(code ?? '', executor);
      }
      case 'insert': {
        const source = (code ?? '').trimEnd();
        if (this._options.settings().insert === 'cell') {
          place.insert(source);
        } else {
          runs.show(source, languageOfMagic(place.cell.model.sharedModel));
        }
        return null;
      }
      case 'clear':
        runs.clear();
        return null;
      case 'keep':
        return null;
    }
  }

  /**
   * Why a kernel is not given a frame's code: it would not understand it.
   */
  private async _whyNot(
    { cell }: ICellPlace,
    executor: IKernelExecutor
  ): Promise<string | null> {
    const language = languageOfMagic(cell.model.sharedModel);
    const known = language && this._options.kernelLanguages(language);
    if (!known) {
      return null;
    }
    let asked;
    let name;
    do {
      asked = executor.kernel;
      name = await languageOfKernel(executor);
      // Another may have come meanwhile, of which this says nothing.
    } while (executor.kernel !== asked);
    return fits(known, name)
      ? null
      : this._options.trans.__(
          'Nothing was run: the blocks make %1, and the kernel speaks %2. Choose another kernel for the notebook, or another language for %jigsaw.',
          language[0].toUpperCase() + language.slice(1),
          name ?? ''
        );
  }

  /**
   * Save the workspace that comes with a request, and tell the user if that
   * can't be done.
   */
  async save(
    { filename, xml }: Pick<IFrameRequest, 'filename' | 'xml'>,
    { path: notebook }: IPlace,
    frame: HTMLIFrameElement
  ): Promise<true | string | null> {
    if (xml === null) {
      return null;
    }
    const { saver, trans } = this._options;
    const folder = PathExt.dirname(notebook);
    const path = PathExt.join(folder, filename);
    try {
      const isSaved = await saver.save(path, xml, {
        holder: frame,
        page: pageOf(folder, filename)
      });
      if (isSaved) {
        return true;
      }
      const text = trans.__(
        '“%1” was not saved: the file is newer than the blocks in the notebook. Run the cell of the blocks again to see the newer ones.',
        filename
      );
      this._warn(path, 'warning', text);
      return text;
    } catch (error) {
      const text = trans.__(
        '“%1” could not be saved: %2',
        filename,
        error instanceof Error ? error.message : String(error)
      );
      this._warn(path, 'error', text);
      return text;
    }
  }

  /**
   * Tell the user what became of a file, in the place of what was said of it
   * before.
   */
  private _warn(path: string, type: 'warning' | 'error', text: string): void {
    Notification.dismiss(this._warnings.get(path) ?? '');
    this._warnings.set(path, Notification[type](text, { autoClose: false }));
  }

  private _runsOf(cell: CodeCell): CellRuns {
    let runs = this._runs.get(cell);
    if (!runs) {
      this._runs.set(cell, (runs = new CellRuns(cell, this._options.trans)));
    }
    return runs;
  }

  private _executorOf(session: ISessionContext): IKernelExecutor {
    let executor = this._executors.get(session);
    if (!executor) {
      this._executors.set(session, (executor = new SessionExecutor(session)));
    }
    return executor;
  }

  private readonly _warnings = new Map<string, string>();
  private readonly _runs = new WeakMap<CodeCell, CellRuns>();
  private readonly _executors = new WeakMap<ISessionContext, IKernelExecutor>();
}

export namespace FrameActions {
  export interface IOptions {
    /**
     * The names that kernels give to a language of `%jigsaw`, in lower case;
     * null for one that is not known.
     */
    kernelLanguages: (language: string) => readonly string[] | null;
    saver: WorkspaceSaver;
    settings: () => IBridgeSettings;
    trans: TranslationBundle;
  }
}
