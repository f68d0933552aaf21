import type { TranslationBundle } from '@jupyterlab/translation';
import type { IDisposable } from '@lumino/disposable';
import type { ISignal } from '@lumino/signaling';

import type { JigsawModel } from '../document';
import type { IRunResult } from '../kernel';
import { explainResult } from '../kernel';
import type { LanguageChoice } from './language';
import type { NoticeBar } from './notices';
import type { Runner } from './runner';

/**
 * How long a program may take to stop before that is put into words, in
 * milliseconds.
 */
const PATIENCE = 5_000;

/**
 * Puts into words what became of a run, or what it does not fit to.
 */
export class RunNotices implements IDisposable {
  constructor(options: RunNotices.IOptions) {
    const { view } = options;
    this._options = options;
    this._view = view;
    this._trans = options.trans;
    view.changed.connect(this._sayLanguage, this);
    view.runner.changed.connect(this._sayStopping, this);
    view.runner.started.connect(this._onStarted, this);
    view.runner.ended.connect(this._onEnded, this);
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
    this._view.changed.disconnect(this._sayLanguage, this);
    this._view.runner.changed.disconnect(this._sayStopping, this);
    this._view.runner.started.disconnect(this._onStarted, this);
    this._view.runner.ended.disconnect(this._onEnded, this);
  }

  /**
   * The code shown is not code for this kernel.
   */
  private _sayLanguage(): void {
    const { language, context, notices } = this._view;
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
      actions: [
        {
          label: this._trans.__('Change Kernel…'),
          execute: () => this._options.changeKernel()
        }
      ]
    });
  }

  /**
   * The program goes on though it was asked to stop: it may catch the
   * interruption, or be in code that doesn't look for it.
   */
  private _sayStopping(): void {
    const { runner, notices } = this._view;
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
            execute: () => this._options.restartKernel()
          }
        ]
      });
    }, PATIENCE);
  }

  private _onStarted(): void {
    this._view.notices.set('run', null);
  }

  private _onEnded(_: Runner, result: IRunResult): void {
    const text =
      result.code === 'interrupted' || result.code === 'disposed'
        ? null
        : explainResult(result, this._trans);
    if (text) {
      this._view.notices.set('run', { severity: 'error', text });
    }
  }

  private readonly _options: RunNotices.IOptions;
  private readonly _view: RunNotices.IView;
  private readonly _trans: TranslationBundle;
  private _stopTimer: ReturnType<typeof setTimeout> | undefined;
  private _isDisposed = false;
}

export namespace RunNotices {
  export interface IOptions {
    view: IView;
    trans: TranslationBundle;
    /**
     * Let the user choose another kernel.
     */
    changeKernel: () => void;
    /**
     * Restart the kernel, if the user agrees.
     */
    restartKernel: () => void;
  }

  /**
   * A view that runs code, such as a panel.
   */
  export interface IView {
    readonly changed: ISignal<unknown, void>;
    readonly context: { readonly model: JigsawModel };
    readonly language: LanguageChoice;
    readonly notices: NoticeBar;
    readonly runner: Runner;
  }
}
