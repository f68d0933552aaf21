import type { ISessionContext } from '@jupyterlab/apputils';
import type { INotebookTracker, NotebookPanel } from '@jupyterlab/notebook';
import type { IDisposable } from '@lumino/disposable';
import type { ISignal } from '@lumino/signaling';
import { Signal } from '@lumino/signaling';

import { borrowSession } from './borrowedSession';

/**
 * Which session a panel works in: its own, or that of a notebook to which it
 * is attached.
 *
 * A notebook's session belongs to the notebook: it is followed and never shut
 * down here. A panel stays attached to a path, so that closing and reopening
 * the notebook, or reloading the page, brings both together again.
 */
export class PanelSession implements IDisposable {
  constructor(options: PanelSession.IOptions) {
    this._own = options.own;
    this._notebooks = options.notebooks;
    this._notebooks?.widgetAdded.connect(this._onNotebookAdded, this);
    this._own.sessionManager.runningChanged.connect(this._onRunning, this);
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  /**
   * Emitted when `context` is another one, or none.
   */
  get changed(): ISignal<this, void> {
    return this._changed;
  }

  /**
   * The session to work in, or null while the notebook that the panel is
   * attached to has none.
   */
  get context(): ISessionContext | null {
    if (this._notebookPath === null) {
      return this._own;
    }
    return this._notebook?.sessionContext ?? this._borrowed;
  }

  /**
   * The panel's own session, started or not.
   */
  get own(): ISessionContext {
    return this._own;
  }

  /**
   * The path of the notebook that the panel is attached to, or null.
   */
  get notebookPath(): string | null {
    return this._notebookPath;
  }

  /**
   * That notebook, if it is open in this page.
   */
  get notebook(): NotebookPanel | null {
    return this._notebook;
  }

  /**
   * Work in the session of a notebook.
   *
   * @param path - of the notebook, open or not
   */
  attach(path: string): void {
    if (path !== this._notebookPath) {
      this._notebookPath = path;
      this._kernelId = null;
      this._setNotebook(this._find(path));
      this._changed.emit();
    }
  }

  /**
   * Work in the panel's own session again.
   */
  detach(): void {
    if (this._notebookPath !== null) {
      this._notebookPath = null;
      this._setNotebook(null);
      this._changed.emit();
    }
  }

  /**
   * Start a kernel in the panel's own session, unless one runs, which may be
   * so after a reload of the page.
   *
   * @param find - says which kernel, by its name, or null for none
   */
  async startOwn(find: () => string | null): Promise<void> {
    const own = this._own;
    await own.initialize();
    await own.specsManager.ready;
    if (own.isDisposed || own.session?.kernel) {
      return;
    }
    const name = find();
    if (name) {
      endQuietly(own);
      own.kernelPreference = {
        ...own.kernelPreference,
        name,
        shouldStart: true
      };
      await own.changeKernel({ name });
    }
  }

  dispose(): void {
    if (this._isDisposed) {
      return;
    }
    this._isDisposed = true;
    this._notebooks?.widgetAdded.disconnect(this._onNotebookAdded, this);
    this._own.sessionManager.runningChanged.disconnect(this._onRunning, this);
    this._notebookPath = null;
    this._setNotebook(null);
    Signal.clearData(this);
  }

  private _setNotebook(panel: NotebookPanel | null): void {
    this._return();
    if (this._notebook && !this._notebook.isDisposed) {
      this._notebook.disposed.disconnect(this._onNotebookClosed, this);
      this._notebook.context.pathChanged.disconnect(
        this._onNotebookMoved,
        this
      );
      this._notebook.sessionContext.kernelChanged.disconnect(
        this._onNotebookKernel,
        this
      );
    }
    this._notebook = panel;
    panel?.sessionContext.kernelChanged.connect(this._onNotebookKernel, this);
    this._onNotebookKernel();
    panel?.disposed.connect(this._onNotebookClosed, this);
    panel?.context.pathChanged.connect(this._onNotebookMoved, this);
    this._onRunning();
  }

  /**
   * Join the notebook's session, if it runs while the notebook isn't open.
   */
  private _onRunning(): void {
    const path = this._notebookPath;
    if (path === null || this._notebook || this._borrowed || this._borrowing) {
      return;
    }
    this._borrowing = borrowSession(path, this._own, this._kernelId)
      .then(context => {
        this._borrowing = null;
        if (this._isDisposed || this._notebook || this._notebookPath !== path) {
          context?.dispose();
          this._onRunning();
          return;
        }
        this._borrowed = context;
        if (context) {
          context.sessionChanged.connect(this._onBorrowedChanged, this);
          this._changed.emit();
        }
      })
      .catch(() => {
        // A server that is away says so elsewhere; the next change of its
        // sessions tries again.
        this._borrowing = null;
      });
  }

  /**
   * Remember which kernel it is: a notebook that is closed leaves its session
   * behind, and there may be another of its path.
   */
  private _onNotebookKernel(): void {
    const { kernel } = this._notebook?.sessionContext.session ?? {};
    if (kernel) {
      this._kernelId = kernel.id;
    }
  }

  private _onBorrowedChanged(): void {
    if (!this._borrowed?.session) {
      this._return();
      this._changed.emit();
    }
  }

  private _return(): void {
    this._borrowed?.dispose();
    this._borrowed = null;
  }

  private _onNotebookAdded(_: INotebookTracker, panel: NotebookPanel): void {
    if (!this._notebook && panel.context.path === this._notebookPath) {
      this._setNotebook(panel);
      this._changed.emit();
    }
  }

  private _onNotebookClosed(): void {
    // It may be open in another tab of this page.
    const path = this._notebookPath;
    this._setNotebook(path === null ? null : this._find(path));
    this._changed.emit();
  }

  private _find(path: string): NotebookPanel | null {
    return (
      this._notebooks?.find(
        panel => !panel.isDisposed && panel.context.path === path
      ) ?? null
    );
  }

  private _onNotebookMoved(_: unknown, path: string): void {
    this._notebookPath = path;
    this._changed.emit();
  }

  private _own: ISessionContext;
  private _notebooks: INotebookTracker | null;
  private _notebook: NotebookPanel | null = null;
  private _notebookPath: string | null = null;
  private _borrowed: ISessionContext | null = null;
  private _borrowing: Promise<void> | null = null;
  private _kernelId: string | null = null;
  private _isDisposed = false;
  private _changed = new Signal<this, void>(this);
}

export namespace PanelSession {
  export interface IOptions {
    /**
     * The session of the panel's own document.
     */
    own: ISessionContext;
    notebooks: INotebookTracker | null;
  }
}

/**
 * Let a context say nothing of a kernel that it was disposed over, as when the
 * tab is closed while its kernel starts. JupyterLab's tries to tell the user,
 * fails since it is disposed, and does so in a promise that nobody waits for.
 */
function endQuietly(context: ISessionContext): void {
  const telling = context as unknown as {
    _handleSessionError?: (error: unknown) => Promise<void>;
  };
  const tell = telling._handleSessionError;
  if (tell && !Object.hasOwn(context, '_handleSessionError')) {
    telling._handleSessionError = async error => {
      if (!context.isDisposed) {
        await tell.call(context, error);
      }
    };
  }
}
