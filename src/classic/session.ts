import type { Session } from '@jupyterlab/services';
import { type ISignal, Signal } from '@lumino/signaling';

import { ServerExecutor } from '../kernel';
import type { IPlaceSession } from '../notebook';
import type { IClassicNotebook } from './api';

/**
 * What tells that the page has a kernel, maybe another one.
 */
const COMES = [
  'kernel_created.Session',
  'kernel_created.Kernel',
  'kernel_ready.Kernel',
  'spec_changed.Kernel'
].join(' ');

/**
 * What tells that it has none any more, though it keeps its session.
 */
const GOES = [
  'kernel_dead.Session',
  'kernel_killed.Session',
  'kernel_dead.Kernel'
].join(' ');

/**
 * The session of the page's notebook, `IPython.notebook.session`, with a
 * connection to its kernel beside the page's own.
 */
export class PageSession implements IPlaceSession {
  constructor(
    private readonly _notebook: IClassicNotebook,
    sessions: Session.IManager
  ) {
    this._executor = new ServerExecutor({
      sessions,
      // It may be renamed.
      get path() {
        return _notebook.notebook_path;
      },
      choose: models =>
        Promise.resolve(models.find(({ id }) => id === this._id) ?? null),
      // The page has a menu for that.
      start: () => Promise.resolve(null)
    });
    const note = (isGone: boolean) => {
      this._isGone = isGone;
      this._kernelChanged.emit();
    };
    _notebook.events.on(COMES, () => note(false));
    _notebook.events.on(GOES, () => note(true));
  }

  readonly isDisposed = false;

  get disposed(): ISignal<this, void> {
    return this._disposed;
  }

  get hasNoKernel(): boolean {
    return this._isGone || !this._notebook.session?.kernel?.id;
  }

  get kernelDisplayName(): string {
    return this._notebook.metadata.kernelspec?.display_name ?? '';
  }

  get kernelChanged(): ISignal<this, void> {
    return this._kernelChanged;
  }

  get statusChanged(): ISignal<unknown, unknown> {
    return this._executor.statusChanged;
  }

  /**
   * What runs code in the page's session, once it has found it there.
   */
  async connect(): Promise<ServerExecutor> {
    const { _executor: executor } = this;
    const { kernel, session } = executor;
    const isSame =
      kernel &&
      !this.hasNoKernel &&
      !executor.problem &&
      session?.id === this._id &&
      kernel.id === this._notebook.session?.kernel?.id;
    if (!isSame) {
      this._connecting ??= executor.connect().finally(() => {
        this._connecting = null;
      });
      await this._connecting;
    }
    return executor;
  }

  private get _id(): string | null {
    return this._notebook.session?.id ?? null;
  }

  private readonly _executor: ServerExecutor;
  private _isGone = false;
  private _connecting: Promise<unknown> | null = null;
  private readonly _disposed = new Signal<this, void>(this);
  private readonly _kernelChanged = new Signal<this, void>(this);
}
