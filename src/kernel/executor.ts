import type { Kernel, KernelMessage } from '@jupyterlab/services';
import type { ISignal } from '@lumino/signaling';
import { Signal } from '@lumino/signaling';

import { ConnectionWatch } from './connectionWatch';
import { isStop } from './failures';
import { KernelState } from './kernelState';
import { Run } from './run';
import type { ExecutorErrorCode, IKernelExecutor, IRun } from './tokens';
import { watchRun } from './watch';

/**
 * The queue of runs on a kernel connection that subclasses provide.
 *
 * One request is in flight at a time and the others wait on this side, so that
 * interrupt, restart and disposal leave nothing behind in the kernel's queue. A
 * run on an idle queue is sent at once, in the call.
 */
export abstract class KernelExecutor implements IKernelExecutor {
  get kernel(): Kernel.IKernelConnection | null {
    return this._state?.kernel ?? null;
  }

  get status(): IKernelExecutor.Status {
    return this._status;
  }

  get statusChanged(): ISignal<this, IKernelExecutor.Status> {
    return this._statusChanged;
  }

  get problem(): ExecutorErrorCode | null {
    return this._problem;
  }

  get problemChanged(): ISignal<this, ExecutorErrorCode | null> {
    return this._problemChanged;
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
      whyCanceled: () => this._whyGone(),
      whyAborted: () => this._whyAborted
    });
    if (this.isDisposed) {
      run.fail('disposed');
      return run;
    }
    this._runs.add(run);
    run.disposed.connect(this._onRunDisposed, this);
    this.refresh();
    if (!this.kernel || this.kernel.isDisposed) {
      run.fail(this._whyGone());
      return run;
    }
    run.stateChanged.connect(this._onRunState, this);
    this._pending.push(run);
    this._sendNext();
    return run;
  }

  /**
   * Give up the runs that the kernel has not been sent, and interrupt it unless
   * that was all.
   *
   * @returns A promise that rejects, as the kernel connection's, if the server
   * does not do it.
   */
  async interrupt(): Promise<void> {
    const waiting = this._pending.filter(run => !run.isSent);
    const onlyWaiting =
      waiting.length > 0 && waiting.length === this._pending.length;
    waiting.forEach(run => run.abort('interrupted'));
    const { kernel } = this;
    // What the kernel does then is somebody else's, such as a notebook's cell.
    if (!kernel || kernel.isDisposed || onlyWaiting) {
      return;
    }
    this._whyAborted = 'interrupted';
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
   * Go over to another kernel connection; the runs on the old one fail.
   */
  protected setKernel(kernel: Kernel.IKernelConnection | null): void {
    if (kernel === this.kernel || this.isDisposed) {
      return;
    }
    const absence = this._lostOr(this.absence);
    this._disconnect();
    this._state = kernel
      ? new KernelState(kernel, () => this._sendNext())
      : null;
    this._watch = kernel
      ? new ConnectionWatch(kernel, code => this.onVerdict(code))
      : null;
    kernel?.statusChanged.connect(this._onStatus, this);
    kernel?.connectionStatusChanged.connect(this._onConnection, this);
    kernel?.iopubMessage.connect(this._onMessage, this);
    kernel?.disposed.connect(this._onKernelDisposed, this);
    this._failAll(kernel ? 'kernel-restarted' : absence);
    this._updateStatus(true);
  }

  /**
   * Take note of what keeps the kernel's messages away.
   *
   * What has begun may end yet: its kernel is at work on it.
   */
  protected onVerdict(code: ExecutorErrorCode | null): void {
    this._setProblem(code);
    if (code) {
      this.fail(
        this._pending.filter(run => run.state === 'queued'),
        code
      );
    }
  }

  /**
   * Fail those of some runs that are pending, all before the next is sent.
   */
  protected fail(runs: readonly IRun[], code: ExecutorErrorCode): void {
    const failed = this._pending.filter(run => runs.includes(run));
    for (const run of failed) {
      this._pending.splice(this._pending.indexOf(run), 1);
    }
    failed.forEach(run => run.fail(code));
  }

  private _disconnect(): void {
    const { kernel } = this;
    kernel?.statusChanged.disconnect(this._onStatus, this);
    kernel?.connectionStatusChanged.disconnect(this._onConnection, this);
    kernel?.iopubMessage.disconnect(this._onMessage, this);
    kernel?.disposed.disconnect(this._onKernelDisposed, this);
    this._state?.dispose();
    this._watch?.dispose();
    this._setProblem(null);
    this._doubtful = null;
  }

  /**
   * Send the next run if none is in flight and the kernel is ready for it.
   *
   * While it works for somebody else the run stays here, where it can be given
   * up without stopping the other's.
   */
  private _sendNext(): void {
    const run = this._pending[0];
    if (
      !run ||
      run.isSent ||
      !this._state?.isReady() ||
      this._state.kernel.status === 'busy'
    ) {
      return;
    }
    const { kernel } = this._state;
    this._whyAborted = undefined;
    try {
      run.send(kernel);
    } catch {
      // Only a connection that is dead or disposed refuses a request.
      run.fail(this._whyGone());
      return;
    }
    watchRun(run, kernel, () => {
      this._doubt();
      this._askForEnd(kernel);
    });
  }

  /**
   * Find out whether the run in flight can still end: after a connection loss,
   * when a new process starts, as when another client restarts the kernel, and
   * when the server says that the kernel isn't busy.
   *
   * A server buffers what a kernel says while nobody listens, but only for the
   * last client to leave, and a request may be lost on its way. A kernel
   * answers its shell channel in order: when it has answered a question asked
   * after the run's request and the run has not ended, it never will.
   *
   * It is asked twice, because while a restart is under way the connection holds
   * requests back and lets the first `kernel_info_request` past them.
   */
  private _askForEnd(kernel: Kernel.IKernelConnection): void {
    const run = this._doubtful;
    if (!run || run.result) {
      return;
    }
    kernel
      .requestKernelInfo()
      .then(() => kernel.requestKernelInfo())
      .then(
        reply => {
          if (reply && this._pending.includes(run)) {
            const { session } = reply.header;
            const isNew = run.kernelSession && run.kernelSession !== session;
            // What is queued behind may build on what is not known to be done.
            this._failAll(isNew ? 'kernel-restarted' : 'connection-lost');
          }
        },
        // The connection went again; the next one asks again.
        () => undefined
      );
  }

  /**
   * Doubt whether the run in flight can still end.
   */
  private _doubt(): void {
    this._doubtful = this._pending.find(run => run.isSent) ?? null;
  }

  private _failAll(code: ExecutorErrorCode): void {
    this.fail([...this._pending], code);
  }

  /**
   * Why a request on the kernel was canceled, or cannot be made.
   */
  private _whyGone(): ExecutorErrorCode {
    if (this.isDisposed) {
      return 'disposed';
    }
    this.refresh();
    switch (this.kernel?.status) {
      case undefined:
        return this.absence;
      case 'dead':
      case 'autorestarting':
        return 'kernel-dead';
      default:
        return this.kernel?.isDisposed
          ? this._lostOr('no-kernel')
          : 'kernel-restarted';
    }
  }

  /**
   * Why a kernel is gone: a server that was away may come back without it.
   */
  private _lostOr(code: ExecutorErrorCode): ExecutorErrorCode {
    return this._doubtful && !this._doubtful.result ? 'connection-lost' : code;
  }

  private _onRunState(run: Run, state: IRun['state']): void {
    const index = this._pending.indexOf(run);
    if (state !== 'done' || index === -1) {
      return;
    }
    this._pending.splice(index, 1);
    const { status, code, error } = run.result ?? {};
    // A kernel aborts a run behind an error of another client's.
    const isError = status === 'error' || (status === 'aborted' && run.isSent);
    if (isError && run.stopOnError) {
      this._abortAll(error ? whyBehind(error.ename) : code);
    }
    this._sendNext();
  }

  /**
   * Give up what waits for somebody else's code when that ends with an error,
   * as when it is interrupted: as the kernel does with requests that it has.
   */
  private _onMessage(
    _: Kernel.IKernelConnection,
    { content, header, parent_header: parent }: KernelMessage.IIOPubMessage
  ): void {
    if (saysRestart(header, content) && !this._isRestarting()) {
      // Of another client's wish nothing else tells in time: the cell that it
      // ends comes to its error later, and the old process is idle before.
      this.fail(
        this._pending.filter(run => !run.isSent),
        'kernel-restarted'
      );
      return;
    }
    const isOthers =
      header.msg_type === 'error' &&
      (parent as Partial<KernelMessage.IHeader>).msg_type === 'execute_request';
    if (!isOthers) {
      return;
    }
    const why = whyBehind(
      (content as Partial<KernelMessage.IReplyErrorContent>).ename
    );
    if (this._pending[0]?.isSent) {
      this._whyAborted ??= why;
    } else {
      this._abortAll(why);
    }
  }

  /**
   * Whether a restart is known of: a run that waits then waits for its end.
   */
  private _isRestarting(): boolean {
    const status = this._state?.status;
    return status === 'restarting' || status === 'autorestarting';
  }

  private _abortAll(code?: ExecutorErrorCode): void {
    for (const run of this._pending.splice(0)) {
      run.abort(code);
    }
  }

  private _onRunDisposed(run: Run): void {
    this._runs.delete(run);
  }

  private _onStatus(
    kernel: Kernel.IKernelConnection,
    status: Kernel.Status
  ): void {
    this._state?.noteStatus();
    if (status === 'dead' || status === 'autorestarting') {
      // Without a connection it is no word of the kernel's: the server has come
      // back, and knows none of this id. There is nothing to wait for.
      const isGone =
        status === 'dead' && kernel.connectionStatus !== 'connected';
      this._failAll(isGone ? 'not-found' : 'kernel-dead');
    } else if (status === 'restarting') {
      // The server restarts a kernel that died with the same word; the
      // connection calls it 'autorestarting' in its next microtask.
      const runs = [...this._pending];
      void Promise.resolve().then(() => {
        this.fail(runs, this._whyGone());
        this._sendNext();
      });
    } else if (status === 'starting') {
      this._doubt();
      this._askForEnd(kernel);
    }
    this._updateStatus();
    this._sendNext();
  }

  private _onConnection(
    kernel: Kernel.IKernelConnection,
    status: Kernel.ConnectionStatus
  ): void {
    if (kernel.isDisposed) {
      // Its last word; why it went is found out in `_onKernelDisposed`.
      return;
    }
    this._state?.noteConnection();
    if (status === 'connected') {
      this._askForEnd(kernel);
    } else {
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
      if (this.kernel?.isDisposed) {
        this._failAll(this._whyGone());
        this._updateStatus();
      }
    });
  }

  private _setProblem(code: ExecutorErrorCode | null): void {
    if (code !== this._problem) {
      this._problem = code;
      this._problemChanged.emit(code);
    }
  }

  private _updateStatus(isNewKernel = false): void {
    const status = this._state?.status ?? 'no-kernel';
    if (isNewKernel || status !== this._status) {
      this._status = status;
      this._statusChanged.emit(status);
    }
  }

  private _state: KernelState | null = null;
  private _watch: ConnectionWatch | null = null;
  private _problem: ExecutorErrorCode | null = null;
  private _status: IKernelExecutor.Status = 'no-kernel';
  /** The runs without a result, the one in flight first. */
  private readonly _pending: Run[] = [];
  /** The runs that listen, ended ones among them. */
  private readonly _runs = new Set<Run>();
  /** The run in flight of which it is not sure that it can still end. */
  private _doubtful: Run | null = null;
  /** Why the kernel gives up the run in flight, if it does; not for an error. */
  private _whyAborted: ExecutorErrorCode | undefined;
  private _isDisposed = false;
  private readonly _disposed = new Signal<this, void>(this);
  private readonly _problemChanged = new Signal<this, ExecutorErrorCode | null>(
    this
  );
  private readonly _statusChanged = new Signal<this, IKernelExecutor.Status>(
    this
  );
}

/**
 * Why what waits behind an error is given up: one of the user's own making is
 * nothing to mend.
 */
function whyBehind(ename: unknown): ExecutorErrorCode | undefined {
  return isStop(ename) ? 'interrupted' : undefined;
}

/**
 * Whether a kernel tells all its clients that it goes, to be started anew.
 */
function saysRestart(
  { msg_type }: KernelMessage.IHeader,
  content: unknown
): boolean {
  // No type of IOPub in `@jupyterlab/services`; ipykernel sends it there, too.
  return (
    (msg_type as string) === 'shutdown_reply' &&
    (content as { restart?: unknown }).restart === true
  );
}
