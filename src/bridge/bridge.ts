import type { ISessionContext } from '@jupyterlab/apputils';
import { Notification } from '@jupyterlab/apputils';
import type { CodeCell } from '@jupyterlab/cells';
import { PathExt } from '@jupyterlab/coreutils';
import type { ILoggerRegistry } from '@jupyterlab/logconsole';
import type { INotebookTracker } from '@jupyterlab/notebook';
import type { Contents } from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';

import type { IKernelExecutor } from '../kernel';
import { SessionExecutor } from '../kernel';
import { insertCell } from '../notebook';
import type { IFrameRequest } from '../protocol';
import { pageOf } from './address';
import { CellRuns } from './cellRuns';
import type { INotebookPlace } from './notebookPlace';
import { findInNotebooks } from './notebookPlace';
import { Refusals } from './refusals';
import { WorkspaceSaver } from './saver';
import { Trust } from './trust';

/**
 * Does what trusted frames in notebooks ask for.
 */
export class Bridge {
  constructor(private readonly _options: Bridge.IOptions) {
    this._refusals = new Refusals(_options);
    this._saver = new WorkspaceSaver(_options.contents);
    this._trust = new Trust({
      findPlace: findInNotebooks(_options.notebooks),
      filesUrl: _options.filesUrl,
      allowedOrigins: () => [],
      now: () => performance.now()
    });
  }

  /**
   * Take a message that claims to be one of ours.
   */
  receive(event: Pick<MessageEvent, 'data' | 'origin' | 'source'>): void {
    const verdict = this._trust.judge(event);
    if (verdict.type === 'accepted') {
      this._do(verdict.request, verdict.place);
    } else if (verdict.type === 'refused') {
      this._refusals.note(verdict.reason, verdict.path);
    }
  }

  private _do(request: IFrameRequest, place: INotebookPlace): void {
    const { cell, panel } = place;
    void this._save(request, place);
    switch (request.action) {
      case 'execute':
        this._runsOf(cell).execute(
          request.code ?? '',
          this._executorOf(panel.sessionContext)
        );
        break;
      case 'insert':
        insertCell(
          panel.content,
          (request.code ?? '').trimEnd(),
          panel.content.widgets.indexOf(cell) + 1
        );
        break;
      case 'clear':
        this._runsOf(cell).clear();
        break;
    }
  }

  private async _save(
    { filename, xml }: IFrameRequest,
    { path }: INotebookPlace
  ): Promise<void> {
    if (xml === null) {
      return;
    }
    const { trans } = this._options;
    const folder = PathExt.dirname(path);
    try {
      const isSaved = await this._saver.save(
        PathExt.join(folder, filename),
        pageOf(folder, filename),
        xml
      );
      if (!isSaved) {
        Notification.warning(
          trans.__(
            '“%1” was not saved: the file is newer than the blocks in the notebook. Run the cell of the blocks again to see the newer ones.',
            filename
          ),
          { autoClose: false }
        );
      }
    } catch (error) {
      Notification.error(
        trans.__(
          '“%1” could not be saved: %2',
          filename,
          error instanceof Error ? error.message : String(error)
        ),
        { autoClose: false }
      );
    }
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

  private readonly _trust: Trust<INotebookPlace>;
  private readonly _refusals: Refusals;
  private readonly _saver: WorkspaceSaver;
  private readonly _runs = new WeakMap<CodeCell, CellRuns>();
  private readonly _executors = new WeakMap<ISessionContext, IKernelExecutor>();
}

export namespace Bridge {
  export interface IOptions {
    contents: Contents.IManager;
    /**
     * Where this server shows files, as a whole address ending in a slash.
     */
    filesUrl: string;
    loggers: ILoggerRegistry | null;
    notebooks: INotebookTracker;
    trans: TranslationBundle;
  }
}
