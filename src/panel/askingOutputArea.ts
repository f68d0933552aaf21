import { type IStdin, OutputArea, Stdin } from '@jupyterlab/outputarea';
import type { Kernel, KernelMessage } from '@jupyterlab/services';
import type { Message } from '@lumino/messaging';

import type { IInputRequest } from '../kernel';

/**
 * JupyterLab's output area with its input prompt for a request of ours.
 */
export class AskingOutputArea extends OutputArea {
  constructor(options: Omit<OutputArea.IOptions, 'contentFactory'>) {
    super({
      ...options,
      contentFactory: new AskingContentFactory(() => this._giveFocusBack())
    });
    this.inputRequested.connect((_, prompt) => {
      this._prompt = prompt;
    });
  }

  /**
   * Show the prompt, which takes the focus.
   */
  ask(request: IInputRequest): void {
    const focused = document.activeElement;
    if (!this.node.contains(focused)) {
      this._focusedBefore = focused as HTMLElement | SVGElement | null;
    }
    const message = {
      header: {},
      content: { prompt: request.prompt, password: request.password }
    } as KernelMessage.IInputRequestMsg;
    // The prompt asks of the future only to take the answer.
    const future = {
      sendInputReply: (content: { status: 'ok'; value: string }) => {
        this._prompt = null;
        request.reply(content.value);
      }
    } as unknown as Kernel.IShellFuture;
    this.onInputRequest(message, future);
  }

  /**
   * Take a prompt away that was not answered.
   */
  withdraw(): void {
    this._prompt?.parent?.dispose();
    this._prompt = null;
  }

  /**
   * Let a user go on with the keyboard where they were before the prompt.
   */
  private _giveFocusBack(): void {
    const before = this._focusedBefore;
    const isThere = before?.isConnected && before !== document.body;
    (isThere ? before : this.parent?.node)?.focus({ preventScroll: true });
  }

  private _prompt: IStdin | null = null;
  private _focusedBefore: HTMLElement | SVGElement | null = null;
}

class AskingContentFactory extends OutputArea.ContentFactory {
  constructor(private _onFocusLost: () => void) {
    super();
  }

  override createStdin(options: Stdin.IOptions): IStdin {
    return new AskingStdin(options, this._onFocusLost);
  }
}

/**
 * Says when it leaves the page with the focus in it, which the browser gives
 * to the whole page then: no key of a panel works there.
 */
class AskingStdin extends Stdin {
  constructor(
    options: Stdin.IOptions,
    private _onFocusLost: () => void
  ) {
    super(options);
  }

  protected override onBeforeDetach(msg: Message): void {
    super.onBeforeDetach(msg);
    if (this.node.contains(document.activeElement)) {
      this._onFocusLost();
    }
  }
}
