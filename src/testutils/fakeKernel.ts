import type {
  Kernel,
  KernelMessage,
  KernelSpec,
  Session
} from '@jupyterlab/services';
import { KernelConnection, ServerConnection } from '@jupyterlab/services';
import { SessionConnection } from '@jupyterlab/services/lib/session/default';
import { type JSONObject, PromiseDelegate, UUID } from '@lumino/coreutils';
import { type ISignal, Signal } from '@lumino/signaling';

import type { ISessionSource } from '../kernel';
import { FakeSocket } from './fakeSocket';

/**
 * A kernel and its server, behind a WebSocket that goes nowhere.
 *
 * Only the wire is faked: the kernel connection, its futures and its session
 * are those of `@jupyterlab/services`, reconnecting and all. The kernel runs
 * the programs that it has been taught, one at a time, in order.
 */
export class FakeKernel {
  /**
   * @param _options - who the kernel is; nobody in particular by default
   */
  constructor(private readonly _options: FakeKernel.IOptions = {}) {}

  readonly id = UUID.uuid4();

  /**
   * Which of a request's last two messages goes first.
   */
  order: 'reply-first' | 'idle-first' = 'reply-first';

  /**
   * The code that was executed, in order.
   */
  readonly executed: string[] = [];

  /**
   * The requests that came, in order.
   */
  readonly requests: KernelMessage.IMessage[] = [];

  readonly settings = ServerConnection.makeSettings({
    fetch: async () => new Response(JSON.stringify(this.model)),
    WebSocket: FakeSocket.serving({
      opened: socket => this._onOpen(socket),
      received: data => this._onMessage(data)
    })
  });

  /**
   * What `/api/kernels` does; a test may spy on it, or replace an answer.
   */
  readonly api = {
    serverSettings: this.settings,
    listRunning: async () => [this.model],
    getModel: async () => this.model,
    startNew: async () => this.model,
    restart: async () => this._restart(),
    interrupt: async () => this._interrupted.resolve(),
    shutdown: async () => undefined
  };

  get model(): Kernel.IModel {
    return {
      id: this.id,
      name: this._options.spec?.name ?? 'fake',
      execution_state: this._busy > 0 ? 'busy' : 'idle'
    };
  }

  /**
   * Teach the kernel what a piece of code does.
   */
  teach(code: string, script: FakeKernel.Script): void {
    this._scripts.set(code, script);
  }

  connect(): Kernel.IKernelConnection {
    return new KernelConnection({
      model: this.model,
      serverSettings: this.settings,
      kernelAPIClient: this.api,
      kernelSpecAPIClient: {
        serverSettings: this.settings,
        get: async () => {
          const { spec } = this._options;
          return {
            default: this.model.name,
            kernelspecs: spec ? { [spec.name]: spec } : {}
          };
        }
      }
    });
  }

  /**
   * The process dies; the server starts another, or says that it is dead.
   */
  die(restarts: boolean): void {
    this._newProcess();
    this.say('status', { execution_state: restarts ? 'restarting' : 'dead' });
  }

  /**
   * Another client restarts the kernel, of which the server says nothing.
   */
  restartElsewhere(): void {
    this._newProcess();
    this.say('status', { execution_state: 'starting' });
  }

  /**
   * Another client restarts the kernel, and the new process speaks before the
   * server listens to it.
   */
  restartUnheard(): void {
    this._newProcess();
  }

  /**
   * Close the WebSocket; what is said from now on is kept or lost.
   */
  drop(options: { keeps: boolean; code?: number }): void {
    this._backlog = options.keeps ? [] : null;
    const socket = this._socket;
    this._socket = null;
    this._isDown = true;
    socket?.drop(options.code ?? 1006);
  }

  /**
   * Let WebSockets open again, also those that have been waiting for it.
   */
  restore(): void {
    this._isDown = false;
    if (this._waiting) {
      this._onOpen(this._waiting);
    }
  }

  /**
   * Send a message on IOPub, or another channel.
   */
  say(
    type: KernelMessage.MessageType,
    content: JSONObject,
    parent: JSONObject = {},
    channel: KernelMessage.Channel = 'iopub'
  ): void {
    const data = JSON.stringify({
      header: {
        msg_id: UUID.uuid4(),
        msg_type: type,
        session: this._session,
        username: '',
        date: new Date().toISOString(),
        version: '5.3'
      },
      parent_header: parent,
      metadata: {},
      content,
      channel,
      buffers: []
    });
    if (this._socket) {
      this._socket.deliver(data);
    } else {
      this._backlog?.push(data);
    }
  }

  private _onOpen(socket: FakeSocket): void {
    if (this._isDown) {
      this._waiting = socket;
      return;
    }
    this._waiting = null;
    this._socket = socket;
    socket.accept();
    if (this._isNew) {
      // The server's own questions come first, and their answers before what
      // the process says of itself.
      this._isNew = false;
      for (const execution_state of ['busy', 'idle', 'starting']) {
        this.say('status', { execution_state });
      }
    }
    for (const data of this._backlog?.splice(0) ?? []) {
      socket.deliver(data);
    }
  }

  private _onMessage(data: string): void {
    const msg = JSON.parse(data) as KernelMessage.IMessage;
    this.requests.push(msg);
    if (msg.channel === 'stdin') {
      const { value } = msg.content as { value: string };
      this._input?.resolve(value);
    } else {
      const session = this._session;
      this._shell = this._shell.then(() => this._answer(msg, session));
    }
  }

  private async _answer(
    msg: KernelMessage.IMessage,
    session: string
  ): Promise<void> {
    if (session !== this._session) {
      return;
    }
    const parent = { ...msg.header } as unknown as JSONObject;
    const say: FakeKernel.Say = (type, content, channel) => {
      if (session === this._session) {
        this.say(type, content, parent, channel);
      }
    };
    say('status', { execution_state: 'busy' });
    this._busy++;
    const isExecute = msg.header.msg_type === 'execute_request';
    const reply = isExecute
      ? await this._execute(msg as KernelMessage.IExecuteRequestMsg, say)
      : {
          status: 'ok',
          implementation: 'fake',
          language_info: this._options.languageInfo ?? {}
        };
    this._busy = session === this._session ? this._busy - 1 : this._busy;
    const type = msg.header.msg_type.replace('_request', '_reply');
    const last = [
      () => say(type as KernelMessage.MessageType, reply, 'shell'),
      () => say('status', { execution_state: 'idle' })
    ];
    if (this.order === 'idle-first') {
      last.reverse();
    }
    last.forEach(send => send());
  }

  private async _execute(
    msg: KernelMessage.IExecuteRequestMsg,
    say: FakeKernel.Say
  ): Promise<JSONObject> {
    const { code } = msg.content;
    const execution_count = ++this._count;
    this.executed.push(code);
    this._interrupted = new PromiseDelegate();
    say('execute_input', { code, execution_count });
    const script = this._scripts.get(code);
    const gone = this._gone.promise;
    try {
      const run = script?.({
        count: execution_count,
        interrupted: this._interrupted.promise,
        say,
        input: (prompt, password = false) => {
          const answer = (this._input = new PromiseDelegate<string>());
          say('input_request', { prompt, password }, 'stdin');
          void this._interrupted.promise.then(() => {
            const traceback = ['KeyboardInterrupt'];
            answer.reject({ ename: traceback[0], evalue: '', traceback });
          });
          return answer.promise;
        }
      });
      // A process that is gone lets the next one have the shell channel.
      await Promise.race([run, gone]);
      return { status: 'ok', execution_count, user_expressions: {} };
    } catch (reason) {
      if (reason === FakeKernel.ABORTED) {
        return { status: 'aborted', execution_count };
      }
      const error = { ...(reason as FakeKernel.IError) };
      say('error', error);
      return { status: 'error', execution_count, ...error };
    }
  }

  private async _restart(): Promise<void> {
    // A process that is told to go says that it is done with what it did.
    this.say('status', { execution_state: 'idle' });
    this.say('status', { execution_state: 'busy' });
    this.say('status', { execution_state: 'idle' });
    this._newProcess();
    this._isNew = true;
  }

  private _newProcess(): void {
    this._session = UUID.uuid4();
    this._count = 0;
    this._busy = 0;
    this._gone.resolve();
    this._gone = new PromiseDelegate();
    this._shell = Promise.resolve();
  }

  private _session = UUID.uuid4();
  private _count = 0;
  private _busy = 0;
  private _socket: FakeSocket | null = null;
  private _waiting: FakeSocket | null = null;
  private _isDown = false;
  private _isNew = false;
  private _backlog: string[] | null = [];
  private _shell: Promise<void> = Promise.resolve();
  private _gone = new PromiseDelegate<void>();
  private _interrupted = new PromiseDelegate<void>();
  private _input: PromiseDelegate<string> | null = null;
  private readonly _scripts = new Map<string, FakeKernel.Script>();
}

export namespace FakeKernel {
  /**
   * What a program rejects with that the kernel gives up behind an error of
   * another client's.
   */
  export const ABORTED = Symbol('aborted');

  export interface IOptions {
    /**
     * The kernelspec that it was started from.
     */
    spec?: KernelSpec.ISpecModel;

    /**
     * What it says of its language.
     */
    languageInfo?: JSONObject;
  }

  export type Say = (
    type: KernelMessage.MessageType,
    content: JSONObject,
    channel?: KernelMessage.Channel
  ) => void;

  export interface IExecution {
    readonly count: number;
    readonly interrupted: Promise<void>;
    readonly say: Say;
    input(prompt: string, password?: boolean): Promise<string>;
  }

  /**
   * What a program does; it may throw an `IError`.
   */
  export type Script = (execution: IExecution) => Promise<void> | void;

  export type IError = { ename: string; evalue: string; traceback: string[] };
}

/**
 * The owner of a session, as a notebook's session context is one.
 */
export class FakeSessionSource implements ISessionSource {
  constructor(kernel: FakeKernel | null) {
    if (kernel) {
      this._kernels.set(kernel.id, kernel);
      this.session = this._connect(kernel);
    }
  }

  session: Session.ISessionConnection | null = null;

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  get disposed(): ISignal<this, void> {
    return this._disposed;
  }

  get kernelChanged(): Signal<this, unknown> {
    return this._kernelChanged;
  }

  get statusChanged(): ISignal<this, Kernel.Status> {
    return this._statusChanged;
  }

  get connectionStatusChanged(): ISignal<this, Kernel.ConnectionStatus> {
    return this._connectionStatusChanged;
  }

  /**
   * Change the session's kernel, or take it away.
   */
  async changeKernel(kernel: FakeKernel | null): Promise<void> {
    if (kernel) {
      this._kernels.set(kernel.id, kernel);
    }
    await this.session?.changeKernel({ id: kernel?.id });
  }

  dispose(): void {
    if (this._isDisposed) {
      return;
    }
    this._isDisposed = true;
    this._disposed.emit();
    this.session?.dispose();
    this.session = null;
    Signal.clearData(this);
  }

  private _connect(kernel: FakeKernel): Session.ISessionConnection {
    const model = { id: UUID.uuid4(), path: '', name: '', type: '' };
    const session = new SessionConnection({
      model: { ...model, kernel: kernel.model },
      connectToKernel: options =>
        this._kernels.get(options.model.id)!.connect(),
      serverSettings: kernel.settings,
      sessionAPIClient: {
        serverSettings: kernel.settings,
        listRunning: async () => [],
        getModel: async () => ({ ...model, kernel: null }),
        startNew: async () => ({ ...model, kernel: null }),
        shutdown: async () => undefined,
        update: async request => {
          const next = this._kernels.get(request.kernel?.id ?? '');
          return { ...model, kernel: next?.model ?? null };
        }
      }
    });
    session.kernelChanged.connect((_, args) => this._kernelChanged.emit(args));
    session.statusChanged.connect((_, status) =>
      this._statusChanged.emit(status)
    );
    session.connectionStatusChanged.connect((_, status) =>
      this._connectionStatusChanged.emit(status)
    );
    return session;
  }

  private _isDisposed = false;
  private readonly _kernels = new Map<string, FakeKernel>();
  private readonly _disposed = new Signal<this, void>(this);
  private readonly _kernelChanged = new Signal<this, unknown>(this);
  private readonly _statusChanged = new Signal<this, Kernel.Status>(this);
  private readonly _connectionStatusChanged = new Signal<
    this,
    Kernel.ConnectionStatus
  >(this);
}
