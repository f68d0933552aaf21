import type { IOutput } from '@jupyterlab/nbformat';
import type { Kernel, Session } from '@jupyterlab/services';
import type { IObservableDisposable } from '@lumino/disposable';
import type { ISignal } from '@lumino/signaling';

/**
 * Why a run could not start or could not end, as a closed set.
 */
export type ExecutorErrorCode =
  | 'no-session'
  | 'no-kernel'
  | 'ambiguous-session'
  | 'kernel-dead'
  | 'kernel-restarted'
  | 'connection-lost'
  | 'server-error'
  | 'server-unreachable'
  | 'websocket-refused'
  | 'websocket-silent'
  | 'wrong-address'
  | 'not-authenticated'
  | 'not-found'
  | 'interrupted'
  | 'disposed';

/**
 * What runs code on a kernel, whichever way the kernel was reached.
 */
export interface IKernelExecutor extends IObservableDisposable {
  /**
   * The kernel's connection, or null while there is none.
   */
  readonly kernel: Kernel.IKernelConnection | null;

  /**
   * The status a user would read in a toolbar.
   */
  readonly status: IKernelExecutor.Status;

  /**
   * Emitted when the status or the kernel changes.
   */
  readonly statusChanged: ISignal<IKernelExecutor, IKernelExecutor.Status>;

  /**
   * What keeps the kernel's messages away, or null. It may go by itself.
   */
  readonly problem: ExecutorErrorCode | null;
  readonly problemChanged: ISignal<IKernelExecutor, ExecutorErrorCode | null>;

  /**
   * The runs that are not done, the running one first.
   */
  readonly pending: readonly IRun[];

  /**
   * Queue code for execution; runs are done in the order in which they came.
   *
   * It never throws: a run that cannot start is a run whose result says why.
   */
  execute(code: string, options?: IKernelExecutor.IExecuteOptions): IRun;

  /**
   * Interrupt the running code and give up the runs queued behind it.
   */
  interrupt(): Promise<void>;
}

export namespace IKernelExecutor {
  export type Status = Kernel.Status | 'no-kernel' | 'disconnected';

  export interface IExecuteOptions {
    /**
     * Whether the run may ask the user for input; true by default.
     */
    allowStdin?: boolean;
    /**
     * Whether the run counts in the kernel's history; true by default.
     */
    storeHistory?: boolean;
    /**
     * Whether an error gives up the runs queued behind this one; true by
     * default, as in a notebook.
     */
    stopOnError?: boolean;
    /**
     * Sent with the request's metadata, for kernels that look at it.
     */
    metadata?: Record<string, string>;
  }
}

/**
 * One execution of code, from the request to the end.
 */
export interface IRun extends IObservableDisposable {
  readonly code: string;

  readonly state: 'queued' | 'running' | 'done';
  readonly stateChanged: ISignal<IRun, IRun['state']>;

  /**
   * The outputs so far; of very long ones the end, see `OutputReducer`.
   */
  readonly outputs: readonly IOutput[];

  /**
   * What changed in the outputs, in order, as it happens.
   */
  readonly outputChanged: ISignal<IRun, OutputChange>;

  /**
   * The question the kernel waits on, or null.
   */
  readonly inputRequest: IInputRequest | null;
  readonly inputRequested: ISignal<IRun, IInputRequest>;

  /**
   * Milliseconds since the epoch at which the kernel took the run up and ended it.
   */
  readonly startedAt: number | null;
  readonly endedAt: number | null;

  /**
   * Settles when the reply and the idle status have both come, or can no
   * longer come. It never rejects.
   */
  readonly done: Promise<IRunResult>;

  /**
   * Stop listening; what the kernel is doing goes on.
   */
  dispose(): void;
}

export interface IInputRequest {
  readonly prompt: string;
  readonly password: boolean;
  /**
   * Answer the kernel; a second answer is ignored.
   */
  reply(value: string): void;
}

/**
 * How a run ended.
 */
export interface IRunResult {
  readonly status: 'ok' | 'error' | 'aborted' | 'failed';
  readonly executionCount: number | null;
  /**
   * The error that the program raised, for status 'error'.
   */
  readonly error?: { ename: string; evalue: string; traceback: string[] };
  /**
   * Why there is no reply, for status 'failed' and 'aborted'.
   */
  readonly code?: ExecutorErrorCode;
}

/**
 * A change of a list of outputs.
 *
 * - `append`: a new output at the end;
 * - `stream`: text to add to the last output, a stream of that name;
 * - `set`: the output at an index has new content (display updates);
 * - `clear`: no outputs any more (a waiting clear has become due).
 */
export type OutputChange =
  | { type: 'append'; output: IOutput }
  | { type: 'stream'; name: 'stdout' | 'stderr'; text: string }
  | { type: 'set'; index: number; output: IOutput }
  | { type: 'clear' };

/**
 * The part of `ISessionContext` that an executor needs: a notebook's, a
 * console's or a panel's own.
 */
export interface ISessionSource {
  readonly session: Session.ISessionConnection | null;
  readonly isDisposed: boolean;
  readonly disposed: ISignal<unknown, void>;
  readonly kernelChanged: ISignal<unknown, unknown>;
  readonly statusChanged: ISignal<unknown, Kernel.Status>;
  readonly connectionStatusChanged: ISignal<unknown, Kernel.ConnectionStatus>;
}
