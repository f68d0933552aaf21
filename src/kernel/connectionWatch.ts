import { type Kernel, KernelAPI } from '@jupyterlab/services';
import type { IDisposable } from '@lumino/disposable';

import { codeOf } from './failures';
import type { ExecutorErrorCode } from './tokens';

/**
 * How long a WebSocket may bring nothing before the server is asked about its
 * kernel, in milliseconds: longer than a healthy one takes through a slow proxy,
 * and shorter than a user waits.
 */
const PATIENCE = 6_000;

/**
 * How long a WebSocket may take that is tried while the server answers, in
 * milliseconds.
 */
const RETRY = 3_000;

/**
 * How long a kernel may take to start, in milliseconds.
 *
 * The server answers a WebSocket when the kernel has answered it, for which it
 * waits as long (`kernel_info_timeout` of jupyter_server); until then a WebSocket
 * that is refused looks the same from here.
 */
const START = 60_000;

/**
 * Finds out why nothing comes from a kernel whose WebSocket is new.
 *
 * A browser does not tell why a WebSocket failed. The server, asked by REST, tells
 * more: where it knows the kernel, something between the two lets no WebSocket
 * through, or a kernel never answers. That may be another one: the server answers a
 * WebSocket when its kernel has answered, and a browser opens one to a host at a time.
 * `@jupyterlab/services` keeps trying meanwhile.
 */
export class ConnectionWatch implements IDisposable {
  /**
   * @param _kernel - the connection, from its beginning
   * @param _onVerdict - called with what is wrong, anew while it lasts, and with
   *   null when the kernel has said something
   */
  constructor(
    private readonly _kernel: Kernel.IKernelConnection,
    private readonly _onVerdict: (code: ExecutorErrorCode | null) => void
  ) {
    _kernel.connectionStatusChanged.connect(this._onConnection, this);
    _kernel.anyMessage.connect(this._onMessage, this);
    _kernel.disposed.connect(this.dispose, this);
    this._wait();
    // It may have answered before anybody looked.
    _kernel.info.then(
      () => this._hear(),
      () => undefined
    );
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  dispose(): void {
    if (this._isDisposed) {
      return;
    }
    this._isDisposed = true;
    clearTimeout(this._timer);
    this._kernel.connectionStatusChanged.disconnect(this._onConnection, this);
    this._kernel.anyMessage.disconnect(this._onMessage, this);
    this._kernel.disposed.disconnect(this.dispose, this);
  }

  private _onConnection(_: unknown, status: Kernel.ConnectionStatus): void {
    if (status === 'connecting') {
      if (this._isAnswered) {
        this._isAnswered = false;
        this._lostAt = Date.now();
      }
      this._wait();
    }
  }

  private _onMessage(_: unknown, { direction }: Kernel.IAnyMessageArgs): void {
    if (direction === 'recv') {
      this._hear();
    }
  }

  private _hear(): void {
    if (this._isAnswered || this._isDisposed) {
      return;
    }
    this._isAnswered = true;
    this._isRetried = false;
    clearTimeout(this._timer);
    this._timer = undefined;
    this._onVerdict(null);
  }

  private _wait(time = PATIENCE): void {
    // From the first loss on: each new try would begin the time anew.
    this._timer ??= setTimeout(() => void this._ask(), time);
  }

  private async _ask(): Promise<void> {
    const code = await this._verdict();
    this._timer = undefined;
    if (this._isDisposed || this._isAnswered) {
      return;
    }
    if (code === 'websocket-refused' && !this._isRetried) {
      // The last try may have been while the server was away, and the next may
      // be a long time off.
      this._isRetried = true;
      this._kernel.reconnect().catch(() => undefined);
      this._wait(RETRY);
      return;
    }
    this._isRetried = code === 'websocket-refused';
    if (code) {
      this._onVerdict(code);
    }
    this._wait();
  }

  private async _verdict(): Promise<ExecutorErrorCode | null> {
    const { id, serverSettings } = this._kernel;
    try {
      const model = await KernelAPI.getKernelModel(id, serverSettings);
      if (!model) {
        return 'not-found';
      }
      const state = model.execution_state;
      if (this._kernel.connectionStatus === 'connected') {
        // One that is at work or starts answers when it is done.
        return state === 'idle' ? 'websocket-silent' : null;
      }
      const hasStarted = state === 'idle' || state === 'busy';
      return hasStarted || Date.now() - this._lostAt >= START
        ? 'websocket-refused'
        : null;
    } catch (reason) {
      return codeOf(reason, 'not-found');
    }
  }

  private _isAnswered = false;
  private _isDisposed = false;
  private _isRetried = false;
  /** When nothing came any more, or the connection began. */
  private _lostAt = Date.now();
  private _timer: ReturnType<typeof setTimeout> | undefined;
}
