import type { ServiceManager } from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { IDisposable } from '@lumino/disposable';
import { type ISignal, Signal } from '@lumino/signaling';

import { ServerExecutor } from '../kernel';
import type { IPlaceSession } from '../notebook';
import { askKernel, askSession, labelOf } from './dialogs';

/**
 * The kernel in which a page runs that no notebook shows: that of the page's
 * own session if it has one, else the one that the user names.
 */
export class ViewerKernel implements IPlaceSession, IDisposable {
  constructor(private readonly _options: ViewerKernel.IOptions) {
    const { path, services, trans } = _options;
    const { kernelspecs, sessions } = services;
    this._executor = new ServerExecutor({
      sessions,
      get path() {
        return path();
      },
      choose: models => askSession(models, kernelspecs.specs, trans),
      start: () => askKernel(path(), services, trans)
    });
  }

  get hasNoKernel(): boolean {
    return this._executor.kernel === null;
  }

  get kernelDisplayName(): string {
    const { specs } = this._options.services.kernelspecs;
    return labelOf(this._executor.kernel?.name ?? '', specs);
  }

  get kernelChanged(): ISignal<unknown, unknown> {
    return this._executor.statusChanged;
  }

  get statusChanged(): ISignal<unknown, unknown> {
    return this._executor.problemChanged;
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  get disposed(): ISignal<this, void> {
    return this._disposed;
  }

  /**
   * What runs code there; the user is asked where there is no kernel.
   */
  async connect(): Promise<ServerExecutor> {
    const { kernel, problem } = this._executor;
    if (!kernel || kernel.isDisposed || problem) {
      // Two clicks ask once.
      this._connecting ??= this._executor.connect().finally(() => {
        this._connecting = null;
      });
      await this._connecting;
    }
    return this._executor;
  }

  dispose(): void {
    if (this._isDisposed) {
      return;
    }
    this._isDisposed = true;
    this._executor.dispose();
    this._disposed.emit();
    Signal.clearData(this);
  }

  private readonly _executor: ServerExecutor;
  private _connecting: Promise<unknown> | null = null;
  private _isDisposed = false;
  private readonly _disposed = new Signal<this, void>(this);
}

export namespace ViewerKernel {
  export interface IOptions {
    /**
     * That of the page, from the server's root, as it is now.
     */
    path: () => string;
    services: Pick<ServiceManager.IManager, 'kernelspecs' | 'sessions'>;
    trans: TranslationBundle;
  }
}
