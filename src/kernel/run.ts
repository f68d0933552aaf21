import type { IOutput } from '@jupyterlab/nbformat';
import type { Kernel, KernelMessage } from '@jupyterlab/services';
import { PromiseDelegate } from '@lumino/coreutils';
import { type ISignal, Signal } from '@lumino/signaling';

import { OutputReducer } from './outputs';
import type {
  ExecutorErrorCode,
  IInputRequest,
  IKernelExecutor,
  IRun,
  IRunResult,
  OutputChange
} from './tokens';

/**
 * One execution of code on a kernel connection.
 *
 * Its future outlives `done`, because a program's threads may print after the
 * reply; whoever asked for the run disposes it when its outputs are put away.
 */
export class Run implements IRun {
  constructor(options: Run.IOptions) {
    this.code = options.code;
    this.stopOnError = options.stopOnError ?? true;
    this._options = options;
  }

  readonly code: string;

  /**
   * Whether an error gives up the runs queued behind this one.
   */
  readonly stopOnError: boolean;

  get state(): IRun['state'] {
    return this._state;
  }

  get stateChanged(): ISignal<this, IRun['state']> {
    return this._stateChanged;
  }

  get outputs(): readonly IOutput[] {
    return this._reducer.outputs;
  }

  get outputChanged(): ISignal<this, OutputChange> {
    return this._outputChanged;
  }

  get inputRequest(): IInputRequest | null {
    return this._inputRequest;
  }

  get inputRequested(): ISignal<this, IInputRequest> {
    return this._inputRequested;
  }

  get startedAt(): number | null {
    return this._startedAt;
  }

  get endedAt(): number | null {
    return this._endedAt;
  }

  get done(): Promise<IRunResult> {
    return this._done.promise;
  }

  /**
   * The result, once there is one.
   */
  get result(): IRunResult | null {
    return this._result;
  }

  /**
   * Whether the request has gone to the kernel connection.
   */
  get isSent(): boolean {
    return this._future !== null;
  }

  /**
   * The session id in the kernel's messages, which each kernel process makes
   * anew, or null before its first message.
   */
  get kernelSession(): string | null {
    return this._kernelSession;
  }

  /**
   * When the kernel was sent the request, or said something to it last, in
   * milliseconds since the epoch.
   */
  get heardAt(): number {
    return this._heardAt;
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  get disposed(): ISignal<this, void> {
    return this._disposed;
  }

  /**
   * Send the request, synchronously.
   *
   * @throws if the kernel connection refuses it, as a dead kernel's does.
   */
  send(kernel: Kernel.IKernelConnection): void {
    const { allowStdin, storeHistory, metadata } = this._options;
    const future = kernel.requestExecute(
      {
        code: this.code,
        allow_stdin: allowStdin ?? true,
        store_history: storeHistory ?? true,
        // The queue is on this side; the kernel's own would give up requests
        // of other clients of the kernel, such as a notebook's cells.
        stop_on_error: false
      },
      false,
      metadata
    );
    this._future = future;
    this._heardAt = Date.now();
    future.onIOPub = this._onIOPub;
    future.onStdin = this._onStdin;
    future.onReply = this._onReply;
    // It settles on reply and idle; it rejects when the connection cancels it.
    future.done.then(
      reply => this._onDone(Private.toResult(reply)),
      () => this.end({ ...Private.FAILED, code: this._options.whyCanceled() })
    );
  }

  /**
   * End the run, unless it has ended.
   *
   * Messages that come later still change the outputs.
   */
  end(result: IRunResult): void {
    if (this._result) {
      return;
    }
    this._result = result;
    this._endedAt = Date.now();
    this._inputRequest = null;
    this._state = 'done';
    this._stateChanged.emit('done');
    this._done.resolve(result);
  }

  /**
   * End the run with no reply.
   */
  fail(code: ExecutorErrorCode): void {
    this.end({ ...Private.FAILED, code });
  }

  /**
   * Give up a run, or note that the kernel has; no code if one before it had an
   * error.
   */
  abort(code?: ExecutorErrorCode): void {
    this.end({
      status: 'aborted',
      executionCount: null,
      ...(code ? { code } : {})
    });
  }

  dispose(): void {
    if (this.isDisposed) {
      return;
    }
    this._isDisposed = true;
    this.fail('disposed');
    this._future?.dispose();
    this._disposed.emit();
    Signal.clearData(this);
  }

  private _hear(msg: KernelMessage.IMessage): void {
    this._heardAt = Date.now();
    if (this._state !== 'queued') {
      return;
    }
    this._kernelSession = msg.header.session;
    this._startedAt = this._heardAt;
    this._state = 'running';
    this._stateChanged.emit('running');
  }

  private _onIOPub = (msg: KernelMessage.IIOPubMessage): void => {
    this._hear(msg);
    this._emit(this._reducer.handle(msg));
  };

  private _onReply = (msg: KernelMessage.IExecuteReplyMsg): void => {
    this._hear(msg);
    this._inputRequest = null;
    this._emit(this._reducer.handleReply(msg));
  };

  private _onStdin = (msg: KernelMessage.IStdinMessage): void => {
    if (msg.header.msg_type !== 'input_request' || this._result) {
      return;
    }
    this._hear(msg);
    const { content, header } = msg as KernelMessage.IInputRequestMsg;
    const request: IInputRequest = {
      prompt: content.prompt,
      password: content.password,
      reply: value => {
        // Answered, overtaken by another question, or the run has ended.
        if (this._inputRequest !== request) {
          return;
        }
        this._inputRequest = null;
        this._future?.sendInputReply({ status: 'ok', value }, header);
      }
    };
    this._inputRequest = request;
    this._inputRequested.emit(request);
  };

  private _onDone(result: IRunResult): void {
    if (result.status === 'aborted') {
      this.abort(this._options.whyAborted());
    } else {
      this.end(result);
    }
  }

  private _emit(changes: OutputChange[]): void {
    for (const change of changes) {
      this._outputChanged.emit(change);
    }
  }

  private readonly _options: Run.IOptions;
  private readonly _reducer = new OutputReducer();
  private readonly _done = new PromiseDelegate<IRunResult>();
  private _future: Kernel.IShellFuture<
    KernelMessage.IExecuteRequestMsg,
    KernelMessage.IExecuteReplyMsg
  > | null = null;
  private _state: IRun['state'] = 'queued';
  private _result: IRunResult | null = null;
  private _inputRequest: IInputRequest | null = null;
  private _kernelSession: string | null = null;
  private _heardAt = 0;
  private _startedAt: number | null = null;
  private _endedAt: number | null = null;
  private _isDisposed = false;
  private readonly _disposed = new Signal<this, void>(this);
  private readonly _stateChanged = new Signal<this, IRun['state']>(this);
  private readonly _outputChanged = new Signal<this, OutputChange>(this);
  private readonly _inputRequested = new Signal<this, IInputRequest>(this);
}

export namespace Run {
  export interface IOptions extends IKernelExecutor.IExecuteOptions {
    code: string;

    /**
     * Asked when the kernel connection has canceled the request.
     */
    whyCanceled(): ExecutorErrorCode;

    /**
     * Asked when the kernel has given up the request.
     */
    whyAborted(): ExecutorErrorCode | undefined;
  }
}

namespace Private {
  export const FAILED = { status: 'failed', executionCount: null } as const;

  export function toResult(reply: KernelMessage.IExecuteReplyMsg): IRunResult {
    const { content } = reply;
    const executionCount = content.execution_count ?? null;
    if (content.status === 'error') {
      const { ename, evalue, traceback } = content;
      return {
        status: 'error',
        executionCount,
        error: { ename, evalue, traceback: traceback ?? [] }
      };
    }
    // Old kernels say 'abort'. Some leave the status of a success out.
    const aborted = String(content.status).startsWith('abort');
    return { status: aborted ? 'aborted' : 'ok', executionCount };
  }
}
