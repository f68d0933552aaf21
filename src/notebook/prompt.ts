import type { IStdin, OutputArea } from '@jupyterlab/outputarea';
import type { Kernel, KernelMessage } from '@jupyterlab/services';
import type { IDisposable } from '@lumino/disposable';

import type { IInputRequest } from '../kernel';

/**
 * JupyterLab's prompt at the end of an output area, for a question of a run.
 * It goes by itself when it was answered.
 */
export class Prompt implements IDisposable {
  /**
   * Show it; it takes the focus.
   */
  constructor(area: OutputArea, request: IInputRequest) {
    const message = {
      header: {},
      content: { prompt: request.prompt, password: request.password }
    } as KernelMessage.IInputRequestMsg;
    // The prompt asks of the future only to take the answer.
    const future = {
      sendInputReply: (content: { status: 'ok'; value: string }) => {
        this._input = null;
        request.reply(content.value);
      }
    } as unknown as Kernel.IShellFuture;
    const take = (_: OutputArea, input: IStdin) => {
      this._input = input;
    };
    area.inputRequested.connect(take);
    // It is for subclasses; a notebook's cells have an area of JupyterLab's.
    area['onInputRequest'](message, future);
    area.inputRequested.disconnect(take);
  }

  get isDisposed(): boolean {
    return this._input === null || this._input.isDisposed;
  }

  /**
   * Take it away, unless it was answered.
   */
  dispose(): void {
    this._input?.parent?.dispose();
    this._input = null;
  }

  private _input: IStdin | null = null;
}
