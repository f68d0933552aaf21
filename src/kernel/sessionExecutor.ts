import { KernelExecutor } from './executor';
import type { ExecutorErrorCode, ISessionSource } from './tokens';

/**
 * Runs code on the kernel of a session that belongs to someone else.
 *
 * It follows the session from kernel to kernel, and neither starts nor shuts
 * down any.
 */
export class SessionExecutor extends KernelExecutor {
  /**
   * @param _source - Whose session to use, such as a notebook's context.
   */
  constructor(private readonly _source: ISessionSource) {
    super();
    const source = this._source;
    source.disposed.connect(this.dispose, this);
    // A context also says 'kernel changed' after a restart, of the same kernel,
    // and changes its session with a status only: look at what there is.
    source.kernelChanged.connect(this.refresh, this);
    source.statusChanged.connect(this.refresh, this);
    source.connectionStatusChanged.connect(this.refresh, this);
    this.refresh();
  }

  override dispose(): void {
    if (this.isDisposed) {
      return;
    }
    this._source.disposed.disconnect(this.dispose, this);
    this._source.kernelChanged.disconnect(this.refresh, this);
    this._source.statusChanged.disconnect(this.refresh, this);
    this._source.connectionStatusChanged.disconnect(this.refresh, this);
    super.dispose();
  }

  /**
   * Who has the session tells of a server that is away. Only what the server
   * itself says of a WebSocket counts: JupyterLite has kernels without either.
   */
  protected override onVerdict(code: ExecutorErrorCode | null): void {
    if (!code || code.startsWith('websocket-')) {
      super.onVerdict(code);
    }
  }

  protected get absence(): ExecutorErrorCode {
    return this._source.session ? 'no-kernel' : 'no-session';
  }

  protected override refresh(): void {
    this.setKernel(this._source.session?.kernel ?? null);
  }
}
