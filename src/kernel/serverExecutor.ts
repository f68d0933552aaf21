import { type Session, SessionAPI } from '@jupyterlab/services';
import { PromiseDelegate } from '@lumino/coreutils';

import { KernelExecutor } from './executor';
import { codeOf } from './failures';
import type { ExecutorErrorCode } from './tokens';

/**
 * Runs code on the kernel of a document's session, which it finds on the server
 * by REST and reaches by a WebSocket of its own.
 *
 * It is for pages that have no session object at hand; where there is one, a
 * `SessionExecutor` borrows it. What it connected it disconnects; what runs on
 * the server goes on.
 */
export class ServerExecutor extends KernelExecutor {
  /**
   * @param _options - the server, the document, and what to ask the user; to
   *   get a kernel, call `connect()`
   */
  constructor(private readonly _options: ServerExecutor.IOptions) {
    super();
  }

  /**
   * The session, or null while there is none.
   */
  get session(): Session.ISessionConnection | null {
    return this._session;
  }

  /**
   * Find the document's session and connect to its kernel, whichever there was
   * before.
   *
   * The path must be the session's to the letter. With several of them the user
   * is asked which, with none whether one is to be started.
   *
   * @returns Why there is no kernel that answers, or null if there is one. It
   *   does not reject.
   */
  async connect(): Promise<ExecutorErrorCode | null> {
    this._leave('no-session');
    const attempt = ++this._attempt;
    try {
      const session = await this._find();
      if (attempt !== this._attempt) {
        session?.dispose();
        return this.absence;
      }
      return session ? await this._enter(session) : this.absence;
    } catch (reason) {
      const code = codeOf(reason, 'wrong-address');
      if (attempt === this._attempt) {
        this._absence = code;
      }
      return code;
    }
  }

  override dispose(): void {
    if (this.isDisposed) {
      return;
    }
    this._attempt += 1;
    this._leave('disposed');
    super.dispose();
  }

  protected get absence(): ExecutorErrorCode {
    return this._absence;
  }

  protected override onVerdict(code: ExecutorErrorCode | null): void {
    super.onVerdict(code);
    this._verdict.resolve(code);
  }

  protected override refresh(): void {
    this.setKernel(this._session?.kernel ?? null);
  }

  private async _find(): Promise<Session.ISessionConnection | null> {
    const { choose, path, sessions, start } = this._options;
    const models = (
      await SessionAPI.listRunning(sessions.serverSettings)
    ).filter(model => model.path === path);
    if (models.length === 0) {
      const chosen = await start();
      if (!chosen) {
        return null;
      }
      return 'id' in chosen
        ? sessions.connectTo({ model: chosen })
        : sessions.startNew({ ...chosen, path });
    }
    let model: Session.IModel | null = models[0];
    if (models.length > 1) {
      this._absence = 'ambiguous-session';
      model = await choose(models);
    }
    return model && sessions.connectTo({ model });
  }

  private async _enter(
    session: Session.ISessionConnection
  ): Promise<ExecutorErrorCode | null> {
    this._absence = 'no-kernel';
    this._session = session;
    session.kernelChanged.connect(this.refresh, this);
    session.disposed.connect(this._onSessionDisposed, this);
    this._verdict = new PromiseDelegate();
    this.refresh();
    return session.kernel ? this._verdict.promise : this._absence;
  }

  private _leave(absence: ExecutorErrorCode): void {
    const session = this._session;
    this._absence = absence;
    this._session = null;
    this._verdict.resolve(absence);
    this.setKernel(null);
    session?.kernelChanged.disconnect(this.refresh, this);
    session?.disposed.disconnect(this._onSessionDisposed, this);
    session?.dispose();
  }

  /**
   * The session manager has heard from the server that it is gone.
   */
  private _onSessionDisposed(): void {
    this._leave('not-found');
  }

  private _absence: ExecutorErrorCode = 'no-session';
  private _attempt = 0;
  private _session: Session.ISessionConnection | null = null;
  private _verdict = new PromiseDelegate<ExecutorErrorCode | null>();
}

/**
 * A namespace for `ServerExecutor` statics.
 */
export namespace ServerExecutor {
  export interface IOptions {
    /**
     * The sessions of the server, with its settings: address, WebSocket's
     * address, token or cookie.
     */
    sessions: Session.IManager;
    /**
     * The document's path on the server, without a drive.
     */
    path: string;
    /**
     * Asked which of several sessions to use; null for none of them.
     */
    choose(models: readonly Session.IModel[]): Promise<Session.IModel | null>;
    /**
     * Asked what to start where there is no session, or which other session to
     * use; null for none.
     */
    start(): Promise<
      Omit<Session.ISessionOptions, 'path'> | Session.IModel | null
    >;
  }
}
