import type { IStdin, OutputArea } from '@jupyterlab/outputarea';
import type { Kernel, KernelMessage } from '@jupyterlab/services';
import type { IDisposable } from '@lumino/disposable';
import { MessageLoop } from '@lumino/messaging';

import type { IInputRequest } from '../kernel';

/**
 * JupyterLab's prompt at the end of an output area, for a question of a run.
 * It goes by itself when it was answered, and lets a user go on with the
 * keyboard where they were before it.
 */
export class Prompt implements IDisposable {
  /**
   * Show it; it takes the focus.
   *
   * @param fallback - what gets the focus if its place before has gone; null to
   * leave that to the browser
   */
  constructor(
    area: OutputArea,
    request: IInputRequest,
    private readonly _fallback: HTMLElement | null = null
  ) {
    const focused = document.activeElement;
    if (focused !== document.body && !focused?.closest('.jp-Stdin')) {
      focusedBefore.set(area, focused as IFocusable | null);
    }
    this._area = area;
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
    const { _input: input } = this;
    if (input) {
      let focused: Element | null = null;
      MessageLoop.installMessageHook(input, (_, message) => {
        if (message.type === 'before-detach') {
          focused = document.activeElement;
        }
        return true;
      });
      // The browser would give the focus to the whole page, and a notebook
      // gives it to its cell, wherever it is by then.
      input.disposed.connect(() =>
        input.node.contains(focused)
          ? this._giveFocusBack()
          : focus(focused as IFocusable | null)
      );
    }
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

  private _giveFocusBack(): void {
    const before = focusedBefore.get(this._area);
    focus(before?.isConnected ? before : this._fallback);
  }

  private readonly _area: OutputArea;
  private _input: IStdin | null = null;
}

/**
 * Where the keyboard was before the prompts of an area.
 */
const focusedBefore = new WeakMap<OutputArea, IFocusable | null>();

type IFocusable = HTMLElement | SVGElement;

function focus(element: IFocusable | null): void {
  element?.focus({ preventScroll: true });
}
