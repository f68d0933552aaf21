import type { TranslationBundle } from '@jupyterlab/translation';
import type { IDisposable } from '@lumino/disposable';

import type { JigsawPanel } from './panel';
import { RunNotices } from './runNotices';
import type { IPanelServices } from './tokens';

/**
 * Puts into words, in the panel, what stands between a user and their run: what
 * is of panels alone, and through `RunNotices` the rest.
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
    this._runNotices = new RunNotices({
      view: panel,
      trans,
      changeKernel: () => this._changeKernel().execute(),
      restartKernel: () => {
        const { context } = panel.session;
        if (context) {
          void services.sessionDialogs.restart(context);
        }
      }
    });
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  dispose(): void {
    if (this._isDisposed) {
      return;
    }
    this._isDisposed = true;
    this._panel.changed.disconnect(this._update, this);
    this._runNotices.dispose();
  }

  private _update(): void {
    this._sayNotebook();
    this._sayKernelspec();
    this._sayReadOnly();
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
  private _runNotices: RunNotices;
  private _isDisposed = false;
}
