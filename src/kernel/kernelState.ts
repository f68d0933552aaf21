import type { Kernel } from '@jupyterlab/services';
import type { IDisposable } from '@lumino/disposable';

import type { IKernelExecutor } from './tokens';

/**
 * How long a connected kernel may keep silent before code is sent to it, in
 * milliseconds: as long as `@jupyterlab/services` waits for its first word.
 */
const PATIENCE = 3000;

/**
 * What the two statuses of a kernel connection, and their past, mean together.
 */
export class KernelState implements IDisposable {
  /**
   * @param kernel - The kernel connection, whose owner reports its changes.
   * @param onReady - Called when patience with a silent kernel is over.
   */
  constructor(
    readonly kernel: Kernel.IKernelConnection,
    onReady: () => void
  ) {
    this._onReady = onReady;
    this._wasConnected = kernel.connectionStatus === 'connected';
    this.noteStatus();
    this._askForStatus();
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  /**
   * The status a user would read in a toolbar.
   */
  get status(): IKernelExecutor.Status {
    const { connectionStatus, isDisposed, status } = this.kernel;
    if (status === 'dead') {
      return 'dead';
    }
    if (isDisposed) {
      return 'no-kernel';
    }
    // A restart takes the connection down and up; to a user it is a restart.
    if (this._restarting && connectionStatus !== 'disconnected') {
      return this._restarting;
    }
    if (connectionStatus === 'connected') {
      return status;
    }
    return this._wasConnected || connectionStatus === 'disconnected'
      ? 'disconnected'
      : 'starting';
  }

  /**
   * Whether code that is sent now would be run and its first output seen.
   *
   * Until a status has come over IOPub, that channel may not be there yet. The
   * connection would hold such a request too, but could not give it up again.
   */
  isReady(): boolean {
    if (this.kernel.connectionStatus !== 'connected') {
      return false;
    }
    if (this.kernel.status !== 'unknown' && !this._restarting) {
      return true;
    }
    if (!this._isPatienceOver && this._timer === undefined) {
      this._timer = setTimeout(() => {
        this._isPatienceOver = true;
        this._onReady();
      }, PATIENCE);
    }
    return this._isPatienceOver;
  }

  /**
   * Take note of a new status.
   *
   * The old process still says busy and idle as it goes; a restart is over when
   * the connection has been renewed and the new process has said something, or
   * when nobody believes in it any more.
   */
  noteStatus(): void {
    const { status } = this.kernel;
    if (status === 'restarting' || status === 'autorestarting') {
      this._restarting = status;
      this._isRenewed = false;
      this._resetPatience();
    } else if (
      status !== 'unknown' &&
      (this._isRenewed || this._isPatienceOver)
    ) {
      this._restarting = null;
    }
  }

  /**
   * Take note of a new status of the connection.
   */
  noteConnection(): void {
    if (this.kernel.connectionStatus === 'connected') {
      this._wasConnected = true;
      this._isRenewed = true;
      this._askForStatus();
    } else {
      this._resetPatience();
    }
  }

  dispose(): void {
    this._isDisposed = true;
    this._resetPatience();
  }

  /**
   * Ask a kernel that has answered, and whose status is still not known, for
   * something that makes it say its status.
   *
   * `@jupyterlab/services` asks a kernel who it is, and doesn't count what it
   * says of its status meanwhile (`untracked_message_types`); a kernel that has
   * been running says no more by itself. A notebook asks for the history.
   */
  private _askForStatus(): void {
    const { kernel } = this;
    if (kernel.connectionStatus !== 'connected') {
      return;
    }
    kernel.info
      .then(async () => {
        if (!this._isDisposed && kernel.status === 'unknown') {
          await kernel.requestHistory({
            hist_access_type: 'tail',
            n: 1,
            output: false,
            raw: true
          });
        }
      })
      .catch(() => {
        // It went before it answered, of which others hear.
      });
  }

  private _resetPatience(): void {
    clearTimeout(this._timer);
    this._timer = undefined;
    this._isPatienceOver = false;
  }

  private readonly _onReady: () => void;
  private _restarting: 'restarting' | 'autorestarting' | null = null;
  private _wasConnected: boolean;
  private _isRenewed = false;
  private _timer: ReturnType<typeof setTimeout> | undefined;
  private _isPatienceOver = false;
  private _isDisposed = false;
}
