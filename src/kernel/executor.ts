import type { Kernel } from '@jupyterlab/services';
import { ISignal, Signal } from '@lumino/signaling';

import { Run } from './run';
import type { ExecutorErrorCode, IKernelExecutor, IRun } from './tokens';

/**
 * How long a connected kernel may keep silent before code is sent to it, in
 * milliseconds: as long as `@jupyterlab/services` waits for its first word.
 */
const PATIENCE = 3000;

/**
 * The queue of runs on a kernel connection that subclasses provide.
 *
 * One request is in flight at a time and the others wait on this side, so that
 * interrupt, restart and disposal leave nothing behind in the kernel's queue. A
 * run on an idle queue is sent at once, in the call.
 */
export abstract class KernelExecutor implements IKernelExecutor {
  get kernel(): Kernel.IKernelConnection | null {
    return this._kernel;
  }

  get status(): IKernelExecutor.Status {
    return this._status;
  }

  get statusChanged(): ISignal<this, IKernelExecutor.Status> {
    return this._statusChanged;
  }

  get pending(): readonly IRun[] {
    return [...this._pending];
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  get disposed(): ISignal<this, void> {
    return this._disposed;
  }

  execute(code: string, options: IKernelExecutor.IExecuteOptions = {}): IRun {
    const run = new Run({
      ...options,
      code,
      whyCanceled: () => this._whyGone()
    });
    this._runs.add(run);
    run.disposed.connect(this._onRunDisposed, this);
    if (this.isDisposed) {
      run.fail('disposed');
      return run;
    }
    this.refresh();
    if (!this._kernel || this._kernel.isDisposed) {
      run.fail(this._whyGone());
      return run;
    }
    run.stateChanged.connect(this._onRunState, this);
    this._pending.push(run);
    this._sendNext();
    return run;
  }

  /**
   * Interrupt the kernel and give up the runs that it has not been sent.
   *
   * @returns A promise that rejects, as the kernel connection's, if the server
   * does not do it.
   */
  async interrupt(): Promise<void> {
    for (const run of this._pending.filter(run => !run.isSent)) {
      run.abort('interrupted');
    }
    const kernel = this._kernel;
    if (!kernel || kernel.isDisposed) {
      return;
    }
    await kernel.interrupt();
    // In case the answer to the first question was lost as well.
    this._askForEnd(kernel);
  }

  /**
   * Let go of the kernel, which goes on, and of every run.
   */
  dispose(): void {
    if (this.isDisposed) {
      return;
    }
    this._isDisposed = true;
    this._disconnect();
    for (const run of this._runs) {
      run.dispose();
    }
    this._disposed.emit();
    Signal.clearData(this);
  }

  /**
   * Why there is no kernel, when there is none.
   */
  protected abstract readonly absence: ExecutorErrorCode;

  /**
   * Bring the kernel up to date, before a run; nothing by default.
   */
  protected refresh(): void {
    // Subclasses that hear of changes late have something to do.
  }

  /**
   * Go over to another kernel connection; runs on the old one have failed.
   */
  protected setKernel(kernel: Kernel.IKernelConnection | null): void {
    if (kernel === this._kernel || this.isDisposed) {
      return;
    }
    this._disconnect();
    this._kernel = kernel;
    if (kernel) {
      kernel.statusChanged.connect(this._onKernelStatus, this);
      kernel.connectionStatusChanged.connect(this._onConnection, this);
      kernel.disposed.connect(this._onKernelDisposed, this);
      this._noteRestart(kernel);
      this._wasConnected = kernel.connectionStatus === 'connected';
    }
    this._failAll(kernel ? 'kernel-restarted' : this.absence);
    this._updateStatus(true);
  }

  private _disconnect(): void {
    this._resetPatience();
    this._doubtful = null;
    this._restarting = null;
    const kernel = this._kernel;
    if (kernel) {
      kernel.statusChanged.disconnect(this._onKernelStatus, this);
      kernel.connectionStatusChanged.disconnect(this._onConnection, this);
      kernel.disposed.disconnect(this._onKernelDisposed, this);
    }
  }

  /**
   * Send the next run if none is in flight and the kernel is ready for it.
   */
  private _sendNext(): void {
    const run = this._pending[0];
    const kernel = this._kernel;
    if (!run || run.isSent || !kernel || !this._isReady(kernel)) {
      return;
    }
    try {
      run.send(kernel);
    } catch {
      // Only a connection that is dead or disposed refuses a request.
      run.fail(this._whyGone());
    }
  }

  /**
   * Whether code that is sent now would be run and its first output seen.
   *
   * Until a status has come over IOPub, that channel may not be there yet. The
   * connection would hold such a request too, but could not give it up again.
   */
  private _isReady(kernel: Kernel.IKernelConnection): boolean {
    if (kernel.connectionStatus !== 'connected') {
      return false;
    }
    if (kernel.status !== 'unknown' && !this._restarting) {
      return true;
    }
    if (!this._isPatienceOver && this._patience === undefined) {
      this._patience = setTimeout(() => {
        this._isPatienceOver = true;
        this._sendNext();
      }, PATIENCE);
    }
    return this._isPatienceOver;
  }

  private _resetPatience(): void {
    clearTimeout(this._patience);
    this._patience = undefined;
    this._isPatienceOver = false;
  }

  /**
   * Find out whether the run in flight can still end, after a connection loss
   * or when a new process starts, as when another client restarts the kernel.
   *
   * A server buffers what a kernel says while nobody listens, but only for the
   * last client to leave, and a request may be lost on its way. A kernel
   * answers its shell channel in order: when it has answered a question asked
   * after the run's request and the run has not ended, it never will.
   */
  private _askForEnd(kernel: Kernel.IKernelConnection): void {
    const run = this._doubtful;
    if (!run || run.result) {
      return;
    }
    const onAnswer = (session?: string) => {
      if (session !== undefined && !run.result) {
        const known = run.kernelSession;
        this._giveUp(
          run,
          known !== null && known !== session
            ? 'kernel-restarted'
            : 'connection-lost'
        );
      }
    };
    // A rejection means that the connection went again; then we ask again.
    kernel.requestKernelInfo().then(
      reply => onAnswer(reply?.header.session),
      () => undefined
    );
  }

  private _giveUp(run: Run, code: ExecutorErrorCode): void {
    if (this._pending.includes(run)) {
      this._failAll(code);
    }
  }

  private _failAll(code: ExecutorErrorCode): void {
    for (const run of this._pending.splice(0)) {
      run.fail(code);
    }
  }

  /**
   * Why a request on the kernel was canceled, or cannot be made.
   */
  private _whyGone(): ExecutorErrorCode {
    if (this.isDisposed) {
      return 'disposed';
    }
    this.refresh();
    const kernel = this._kernel;
    switch (kernel?.status) {
      case 'dead':
      case 'autorestarting':
        return 'kernel-dead';
      case undefined:
        return this.absence;
      default:
        return kernel?.isDisposed ? 'no-kernel' : 'kernel-restarted';
    }
  }

  private _onRunState(run: Run, state: IRun['state']): void {
    const index = this._pending.indexOf(run);
    if (state !== 'done' || index === -1) {
      return;
    }
    this._pending.splice(index, 1);
    const status = run.result?.status;
    const code = run.result?.code;
    if (!code && (status === 'error' || status === 'aborted')) {
      if (run.stopOnError) {
        for (const next of this._pending.splice(0)) {
          next.abort();
        }
      }
    }
    this._sendNext();
  }

  private _onRunDisposed(run: Run): void {
    this._runs.delete(run);
  }

  private _onKernelStatus(
    kernel: Kernel.IKernelConnection,
    status: Kernel.Status
  ): void {
    this._noteRestart(kernel);
    if (status === 'dead' || status === 'autorestarting') {
      this._failAll('kernel-dead');
    } else if (status === 'restarting') {
      this._resetPatience();
      // The server restarts a kernel that died with the same word; the
      // connection calls it 'autorestarting' in its next microtask.
      const runs = [...this._pending];
      void Promise.resolve().then(() => {
        runs.forEach(run => this._fail(run, this._whyGone()));
      });
    }
    if (status === 'starting') {
      this._doubt();
      this._askForEnd(kernel);
    }
    this._updateStatus();
    this._sendNext();
  }

  private _doubt(): void {
    this._doubtful = this._pending.find(run => run.isSent) ?? null;
  }

  private _fail(run: Run, code: ExecutorErrorCode): void {
    const index = this._pending.indexOf(run);
    if (index !== -1) {
      this._pending.splice(index, 1);
      run.fail(code);
    }
  }

  private _onConnection(
    kernel: Kernel.IKernelConnection,
    status: Kernel.ConnectionStatus
  ): void {
    if (kernel.isDisposed) {
      // Its last word; why it went is found out in `_onKernelDisposed`.
      return;
    }
    if (status === 'connected') {
      this._wasConnected = true;
      this._isRenewed = true;
      this._askForEnd(kernel);
    } else {
      this._resetPatience();
      this._doubt();
    }
    if (status === 'disconnected') {
      // Nobody tries to connect any more, so nobody would ever know.
      this._failAll('connection-lost');
    }
    this._updateStatus();
    this._sendNext();
  }

  private _onKernelDisposed(): void {
    // A session that changes its kernel says so in the same task: wait for it,
    // to tell a new kernel from none.
    void Promise.resolve().then(() => {
      if (this._kernel?.isDisposed) {
        this._failAll(this._whyGone());
        this._updateStatus();
      }
    });
  }

  /**
   * Keep in mind that a restart is under way.
   *
   * The old process still says busy and idle as it goes; a restart is over when
   * the connection has been renewed and the new process has said something, or
   * when nobody believes in it any more.
   */
  private _noteRestart(kernel: Kernel.IKernelConnection): void {
    const { status } = kernel;
    if (status === 'restarting' || status === 'autorestarting') {
      this._restarting = status;
      this._isRenewed = false;
    } else if (
      status !== 'unknown' &&
      (this._isRenewed || this._isPatienceOver)
    ) {
      this._restarting = null;
    }
  }

  private _updateStatus(isNewKernel = false): void {
    const status = this._readStatus();
    if (isNewKernel || status !== this._status) {
      this._status = status;
      this._statusChanged.emit(status);
    }
  }

  private _readStatus(): IKernelExecutor.Status {
    const kernel = this._kernel;
    if (!kernel) {
      return 'no-kernel';
    }
    if (kernel.status === 'dead') {
      return 'dead';
    }
    if (kernel.isDisposed) {
      return 'no-kernel';
    }
    // A restart takes the connection down and up; to a user it is a restart.
    if (this._restarting && kernel.connectionStatus !== 'disconnected') {
      return this._restarting;
    }
    if (kernel.connectionStatus === 'connected') {
      return kernel.status;
    }
    return this._wasConnected || kernel.connectionStatus === 'disconnected'
      ? 'disconnected'
      : 'starting';
  }

  private _kernel: Kernel.IKernelConnection | null = null;
  private _status: IKernelExecutor.Status = 'no-kernel';
  /** The runs without a result, the one in flight first. */
  private readonly _pending: Run[] = [];
  /** The runs that listen, ended ones among them. */
  private readonly _runs = new Set<Run>();
  /** The run in flight of which it is not sure that it can still end. */
  private _doubtful: Run | null = null;
  private _restarting: 'restarting' | 'autorestarting' | null = null;
  private _isRenewed = false;
  private _wasConnected = false;
  private _patience: ReturnType<typeof setTimeout> | undefined;
  private _isPatienceOver = false;
  private _isDisposed = false;
  private readonly _disposed = new Signal<this, void>(this);
  private readonly _statusChanged = new Signal<this, IKernelExecutor.Status>(
    this
  );
}
