import { type IStdin, OutputArea, Stdin } from '@jupyterlab/outputarea';
import type { Message } from '@lumino/messaging';

import type { IInputRequest } from '../kernel';
import { Prompt } from '../notebook';

/**
 * JupyterLab's output area with its input prompt for a request of ours.
 */
export class AskingOutputArea extends OutputArea {
  constructor(options: Omit<OutputArea.IOptions, 'contentFactory'>) {
    super({
      ...options,
      contentFactory: new AskingContentFactory(() => this._giveFocusBack())
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
    this._prompt = new Prompt(this, request);
  }

  /**
   * Take a prompt away that was not answered.
   */
  withdraw(): void {
    this._prompt?.dispose();
  }

  /**
   * Let a user go on with the keyboard where they were before the prompt.
   */
  private _giveFocusBack(): void {
    const before = this._focusedBefore;
    const isThere = before?.isConnected && before !== document.body;
    (isThere ? before : this.parent?.node)?.focus({ preventScroll: true });
  }

  private _prompt: Prompt | null = null;
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
