import type { TranslationBundle } from '@jupyterlab/translation';
import type { IDisposable } from '@lumino/disposable';

import type { IRunResult } from '../kernel';
import { explainResult } from '../kernel';
import type { JigsawPanel } from './panel';
import type { Runner } from './runner';
import type { IPanelServices } from './tokens';

/**
 * How long a program may take to stop before that is put into words, in
 * milliseconds.
 */
const PATIENCE = 5_000;

/**
 * Puts into words, in the panel, what stands between a user and their run.
 */
export class PanelNotices implements IDisposable {
  constructor(
    panel: JigsawPanel,
    services: IPanelServices,
    trans: TranslationBundle
  ) {
    this._panel = panel;
    this._services = services;
    this._trans = trans;
    panel.changed.connect(this._update, this);
    panel.runner.changed.connect(this._sayStopping, this);
    panel.runner.started.connect(this._onStarted, this);
    panel.runner.ended.connect(this._onEnded, this);
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  dispose(): void {
    if (this._isDisposed) {
      return;
    }
    this._isDisposed = true;
    clearTimeout(this._stopTimer);
    this._panel.changed.disconnect(this._update, this);
    this._panel.runner.changed.disconnect(this._sayStopping, this);
    this._panel.runner.started.disconnect(this._onStarted, this);
    this._panel.runner.ended.disconnect(this._onEnded, this);
  }

  private _update(): void {
    this._sayLanguage();
    this._sayNotebook();
    this._sayKernelspec();
    this._sayReadOnly();
  }

  /**
   * The code shown is not code for this kernel.
   */
  private _sayLanguage(): void {
    const { language, context, notices } = this._panel;
    const { kernelLanguage, forKernel, current } = language;
    if (language.fits || kernelLanguage === null || context.model.problem) {
      notices.set('language', null);
      return;
    }
    if (forKernel) {
      notices.set('language', {
        severity: 'warning',
        text: this._trans.__(
          'These blocks are shown as %1, but the kernel speaks %2. Choose %2 as the language, or another kernel, to run them.',
          current.displayName,
          forKernel.displayName
        ),
        actions: [
          {
            label: this._trans.__('Use %1', forKernel.displayName),
            execute: () => {
              context.model.language = null;
            }
          }
        ]
      });
      return;
    }
    notices.set('language', {
      severity: 'warning',
      text: this._trans.__(
        'Jigsaw can’t write %1 yet, which this kernel speaks. You can edit, save, and see the blocks in another language; choose another kernel to run them.',
        kernelLanguage
      ),
      actions: [this._changeKernel()]
    });
  }

  /**
   * The notebook that the panel is attached to isn't open, nor does its
   * session run.
   */
  private _sayNotebook(): void {
    const { session, notices } = this._panel;
    const path = session.notebookPath;
    if (path === null || session.context) {
      notices.set('notebook', null);
      return;
    }
    notices.set('notebook', {
      severity: 'warning',
      text: this._trans.__(
        'This panel works in the session of “%1”, which isn’t running. Open the notebook to go on.',
        path
      ),
      actions: [
        {
          label: this._trans.__('Open Notebook'),
          execute: () =>
            void this._services.commands.execute('docmanager:open', {
              path,
              options: { mode: 'split-left', activate: false }
            })
        },
        {
          label: this._trans.__('Use a Kernel of Its Own'),
          execute: () => session.detach()
        }
      ]
    });
  }

  /**
   * The kernel that the file names isn't installed here.
   */
  private _sayKernelspec(): void {
    const { session, context, notices } = this._panel;
    const wanted = context.model.kernelspec;
    const specs = session.own.specsManager.specs?.kernelspecs;
    if (
      !wanted ||
      !specs ||
      specs[wanted.name] ||
      session.notebookPath !== null
    ) {
      notices.set('kernelspec', null);
      return;
    }
    const name = wanted.display_name || wanted.name;
    notices.set('kernelspec', {
      severity: 'warning',
      text: session.own.session?.kernel
        ? this._trans.__(
            'The kernel “%1” that this file was made with isn’t installed here; the blocks run in “%2”.',
            name,
            session.own.kernelDisplayName
          )
        : this._trans.__(
            'The kernel “%1” that this file was made with isn’t installed here. Choose another to run the blocks.',
            name
          ),
      actions: [this._changeKernel()]
    });
  }

  /**
   * The file can be looked at only.
   */
  private _sayReadOnly(): void {
    const { context, notices } = this._panel;
    const { contentsModel, model } = context;
    notices.set(
      'read-only',
      contentsModel?.writable === false && !model.problem
        ? {
            severity: 'info',
            text: this._trans.__(
              'You may not write to this file. You can edit and run the blocks; save them under another name to keep them.'
            ),
            actions: [
              {
                label: this._trans.__('Save As…'),
                execute: () =>
                  void this._services.commands.execute('docmanager:save-as')
              }
            ]
          }
        : null
    );
  }

  /**
   * The program goes on though it was asked to stop: it may catch the
   * interruption, or be in code that doesn't look for it.
   */
  private _sayStopping(): void {
    const { runner, notices } = this._panel;
    if (!runner.isStopping) {
      clearTimeout(this._stopTimer);
      this._stopTimer = undefined;
      notices.set('stopping', null);
      return;
    }
    this._stopTimer ??= setTimeout(() => {
      notices.set('stopping', {
        severity: 'warning',
        text: this._trans.__(
          'The program has not stopped yet. Press Stop again, or restart the kernel, which forgets its variables.'
        ),
        actions: [
          {
            label: this._trans.__('Restart Kernel…'),
            execute: () => {
              const { context } = this._panel.session;
              if (context) {
                void this._services.sessionDialogs.restart(context);
              }
            }
          }
        ]
      });
    }, PATIENCE);
  }

  private _onStarted(): void {
    this._panel.notices.set('run', null);
  }

  private _onEnded(_: Runner, result: IRunResult): void {
    const text =
      result.code === 'interrupted' || result.code === 'disposed'
        ? null
        : explainResult(result, this._trans);
    if (text) {
      this._panel.notices.set('run', { severity: 'error', text });
    }
  }

  private _changeKernel() {
    return {
      label: this._trans.__('Change Kernel…'),
      execute: () => {
        const { context } = this._panel.session;
        if (context) {
          void this._services.sessionDialogs.selectKernel(context);
        }
      }
    };
  }

  private _panel: JigsawPanel;
  private _services: IPanelServices;
  private _trans: TranslationBundle;
  private _stopTimer: ReturnType<typeof setTimeout> | undefined;
  private _isDisposed = false;
}
