import type { ISessionContext } from '@jupyterlab/apputils';
import { PromiseDelegate } from '@lumino/coreutils';
import type { IDisposable } from '@lumino/disposable';
import type { ISignal } from '@lumino/signaling';
import { Signal } from '@lumino/signaling';

import type { IKernelExecutor, IRun, IRunResult } from '../kernel';
import { SessionExecutor } from '../kernel';

/**
 * Runs a panel's code in the session of the moment, and knows what runs.
 */
export class Runner implements IDisposable {
  get isDisposed(): boolean {
    return this._isDisposed;
  }

  /**
   * Emitted when a run begins, ends, or the executor's status changes.
   */
  get changed(): ISignal<this, void> {
    return this._changed;
  }

  /**
   * Emitted with every new run, before it starts.
   */
  get started(): ISignal<this, IRun> {
    return this._started;
  }

  /**
   * Emitted when a run is over.
   */
  get ended(): ISignal<this, IRunResult> {
    return this._ended;
  }

  get executor(): IKernelExecutor | null {
    return this._executor;
  }

  /**
   * The run that the kernel works on or will work on next, or null.
   */
  get current(): IRun | null {
    return this._executor?.pending[0] ?? null;
  }

  /**
   * The run that was asked for last, done or not.
   */
  get last(): IRun | null {
    return this._last;
  }

  /**
   * How many runs are asked for that can't be made yet.
   */
  get waiting(): number {
    return this._waiting;
  }

  /**
   * Whether the current run was asked to stop and has not yet.
   */
  get isStopping(): boolean {
    return this._stopping !== null && this._stopping === this.current;
  }

  /**
   * Wait with a run for what it needs to be made, unless it is stopped.
   *
   * @returns whether to go on with it
   */
  async waitFor(ready: Promise<unknown>): Promise<boolean> {
    this._waiting++;
    this._changed.emit();
    const goesOn = await Promise.race([
      ready.then(() => true),
      this._stopped.promise.then(() => false)
    ]);
    this._waiting--;
    this._changed.emit();
    return goesOn && !this._isDisposed;
  }

  /**
   * Run in this session from now on. Runs in another are no longer followed;
   * its kernel goes on.
   */
  setSession(session: ISessionContext | null): void {
    if (session !== this._session) {
      this._session = session;
      this.setExecutor(session ? new SessionExecutor(session) : null);
    }
  }

  /**
   * Run with this executor from now on, which is disposed of in the end. Runs of
   * the one before are no longer followed.
   */
  setExecutor(executor: IKernelExecutor | null): void {
    this._executor?.statusChanged.disconnect(this._onStatus, this);
    this._executor?.dispose();
    this._executor = executor;
    this._executor?.statusChanged.connect(this._onStatus, this);
    this._changed.emit();
  }

  /**
   * Run code behind what runs already.
   *
   * @throws Error when there is no session.
   */
  run(code: string): IRun {
    if (!this._executor) {
      throw new Error('There is no session to run in');
    }
    const run = this._executor.execute(code);
    this._release(this._last);
    this._last = run;
    run.stateChanged.connect(this._onStatus, this);
    void run.done.then(result => {
      if (run !== this._last) {
        this._release(run);
      }
      if (!this._isDisposed) {
        this._ended.emit(result);
        this._changed.emit();
      }
    });
    this._started.emit(run);
    this._changed.emit();
    return run;
  }

  /**
   * Stop what runs, and what waits behind it.
   *
   * @param isShared - whether the kernel's work may be somebody else's; it goes
   *   on then if there are only runs that wait
   * @throws what the server answers when it does not want to.
   */
  async stop(isShared = false): Promise<void> {
    const onlyWaiting = this._waiting > 0 && this.current === null;
    this._giveUp();
    if (onlyWaiting && isShared) {
      return;
    }
    this._stopping = this.current;
    this._changed.emit();
    try {
      await this._executor?.interrupt();
    } catch (error) {
      this._stopping = null;
      this._changed.emit();
      throw error;
    }
  }

  dispose(): void {
    if (this._isDisposed) {
      return;
    }
    this._isDisposed = true;
    this._giveUp();
    this._executor?.dispose();
    this._executor = null;
    this._last = null;
    Signal.clearData(this);
  }

  /**
   * A run that is over still listens for output of threads it left behind;
   * nobody looks at that of a run that another has followed.
   */
  private _release(run: IRun | null): void {
    if (run?.state === 'done') {
      run.dispose();
    }
  }

  private _giveUp(): void {
    this._stopped.resolve();
    this._stopped = new PromiseDelegate();
  }

  private _onStatus(): void {
    this._changed.emit();
  }

  private _session: ISessionContext | null = null;
  private _executor: IKernelExecutor | null = null;
  private _last: IRun | null = null;
  private _stopping: IRun | null = null;
  private _waiting = 0;
  private _stopped = new PromiseDelegate<void>();
  private _isDisposed = false;
  private _changed = new Signal<this, void>(this);
  private _started = new Signal<this, IRun>(this);
  private _ended = new Signal<this, IRunResult>(this);
}
