import type { DocumentRegistry } from '@jupyterlab/docregistry';
import type { ServerConnection } from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { IDisposable } from '@lumino/disposable';

import { type ExecutorErrorCode, explain } from '../kernel';
import type { INoticeAction } from '../panel/notices';
import { pageUrl } from './addresses';
import { explainFailure, failureOf } from './failures';
import type { PageEditor } from './pageEditor';

/**
 * Puts into words what stands between a user and the server: a kernel that
 * can't be had, a file that can't be saved.
 */
export class PageNotices implements IDisposable {
  constructor(
    private readonly _editor: PageEditor,
    private readonly _settings: ServerConnection.ISettings,
    private readonly _trans: TranslationBundle
  ) {
    this._editor.kernel.changed.connect(this._sayKernel, this);
    this._editor.context.saveState.connect(this._onSaveState, this);
    this._editor.context.fileChanged.connect(this._sayReadOnly, this);
    this._editor.changed.connect(this._sayReadOnly, this);
    this._editor.runner.started.connect(this._onStarted, this);
    document.addEventListener('securitypolicyviolation', this._keptOut);
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  dispose(): void {
    if (this._isDisposed) {
      return;
    }
    this._isDisposed = true;
    this._editor.kernel.changed.disconnect(this._sayKernel, this);
    this._editor.context.saveState.disconnect(this._onSaveState, this);
    this._editor.context.fileChanged.disconnect(this._sayReadOnly, this);
    this._editor.changed.disconnect(this._sayReadOnly, this);
    this._editor.runner.started.disconnect(this._onStarted, this);
    document.removeEventListener('securitypolicyviolation', this._keptOut);
  }

  /**
   * A part of the page did not come.
   */
  sayNotLoaded(retry: () => void): void {
    this._editor.notices.set('late', {
      severity: 'error',
      text: this._trans.__(
        'What shows code and output could not be loaded from the server. Check the connection, then try again.'
      ),
      actions: [{ label: this._trans.__('Try Again'), execute: retry }]
    });
  }

  private _sayKernel(): void {
    const { kernel, notices } = this._editor;
    const { problem } = kernel;
    if (!problem) {
      notices.set('kernel', null);
      return;
    }
    const trans = this._trans;
    const text =
      problem === 'no-session' && !kernel.isOwn
        ? trans.__(
            'No session of “%1” runs any more. Start it there, or use a session of the workspace’s own.',
            kernel.path
          )
        : explain(problem, trans);
    notices.set('kernel', {
      severity: problem === 'no-session' ? 'info' : 'error',
      text,
      actions: this._waysOut(problem)
    });
  }

  private _waysOut(problem: ExecutorErrorCode): INoticeAction[] {
    const { context, kernel } = this._editor;
    const trans = this._trans;
    const retry = {
      label:
        problem === 'ambiguous-session'
          ? trans.__('Choose Session…')
          : trans.__('Try Again'),
      execute: () => void kernel.start()
    };
    const choose = {
      label: trans.__('Choose Kernel…'),
      execute: () => void kernel.select()
    };
    switch (problem) {
      case 'not-authenticated':
        return [this._logIn(), retry];
      case 'no-session':
        return kernel.isOwn
          ? [choose]
          : [
              {
                label: trans.__('Use a Session of Its Own'),
                execute: () => void kernel.join(context.localPath)
              }
            ];
      case 'no-kernel':
        return [choose];
      case 'not-found':
        return [retry, choose];
      default:
        return [retry];
    }
  }

  /**
   * The policy of the page keeps out what a program wants to show.
   */
  private _sayKeptOut(event: SecurityPolicyViolationEvent): void {
    const isScript = event.effectiveDirective.startsWith('script-src');
    this._editor.notices.set('policy', {
      severity: 'info',
      text: isScript
        ? this._trans.__(
            'The output has a script of its own, which this page does not run. Open the workspace in JupyterLab to see all of it.'
          )
        : this._trans.__(
            'The output wants something from another server, which this page does not load. Open the workspace in JupyterLab to see all of it.'
          )
    });
  }

  private _onSaveState(_: unknown, state: DocumentRegistry.SaveState): void {
    if (state === 'completed') {
      this._editor.notices.set('file', null);
    } else if (state === 'failed') {
      void this._saySave();
    }
  }

  /**
   * Why a save has failed: the context has told so in the server's words, and
   * keeps the reason to itself, so the server is asked once more.
   */
  private async _saySave(): Promise<void> {
    const { context, notices } = this._editor;
    const trans = this._trans;
    const name = context.localPath;
    let text: string;
    let isUnknown = false;
    try {
      await context.listCheckpoints();
      text = trans.__(
        '“%1” could not be saved: the server does not let it be written. Download it to keep your work.',
        name
      );
    } catch (reason) {
      const failure = await failureOf(reason, this._settings);
      isUnknown = failure === 'not-authenticated';
      text = explainFailure(failure, name, trans);
    }
    if (this._isDisposed || !context.model.dirty) {
      return;
    }
    notices.set('file', {
      severity: 'error',
      text,
      actions: [
        ...(isUnknown ? [this._logIn()] : []),
        {
          label: trans.__('Save Again'),
          execute: () => void context.save().catch(() => undefined)
        }
      ]
    });
  }

  private _sayReadOnly(): void {
    const { context, notices } = this._editor;
    notices.set(
      'read-only',
      context.contentsModel?.writable === false && !context.model.problem
        ? {
            severity: 'info',
            text: this._trans.__(
              'You may not write to this file. You can edit and run the blocks; download them to keep your work.'
            )
          }
        : null
    );
  }

  private _logIn() {
    return {
      label: this._trans.__('Log In in a New Tab'),
      execute: () =>
        void window.open(pageUrl(this._settings.baseUrl, ''), '_blank')
    };
  }

  private _onStarted(): void {
    this._editor.notices.set('policy', null);
  }

  private readonly _keptOut = (event: SecurityPolicyViolationEvent) =>
    this._sayKeptOut(event);
  private _isDisposed = false;
}
