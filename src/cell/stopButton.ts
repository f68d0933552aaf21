import type { TranslationBundle } from '@jupyterlab/translation';
import type {
  ToolbarButton,
  ToolbarButtonComponent
} from '@jupyterlab/ui-components';
import { stopIcon } from '@jupyterlab/ui-components';
import type { IDisposable } from '@lumino/disposable';

import type { IKernelExecutor, IRun } from '../kernel';

/**
 * The button that interrupts the kernel of blocks, while there is something to
 * interrupt: whatever is at work. Blocks go on when the page in which they were
 * run is left, and this page hears nothing of its kernel until they end.
 */
export class StopButton implements IDisposable {
  constructor(private readonly _options: StopButton.IOptions) {
    const { add, trans } = _options;
    this._button = add('stop', {
      icon: stopIcon,
      label: trans.__('Stop'),
      tooltip: trans.__('Interrupt the kernel'),
      onClick: () => void this._stop()
    });
    this._show();
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  /**
   * What runs the code of the blocks, where they are shown; null for nothing.
   */
  set executor(executor: IKernelExecutor | null) {
    this._executor?.statusChanged.disconnect(this._show, this);
    this._executor = executor;
    executor?.statusChanged.connect(this._show, this);
    this._show();
  }

  /**
   * Count a run, which may have to wait for others.
   */
  follow(run: IRun): void {
    this._running++;
    this._show();
    void run.done.then(() => {
      this._running--;
      this._show();
    });
  }

  dispose(): void {
    if (!this._isDisposed) {
      this.executor = null;
      this._isDisposed = true;
    }
  }

  private _show(): void {
    if (!this._isDisposed) {
      this._button.enabled =
        this._running > 0 ||
        ['busy', 'unknown'].includes(this._executor?.status ?? '');
    }
  }

  private async _stop(): Promise<void> {
    const { say, trans } = this._options;
    try {
      await this._executor?.interrupt();
    } catch (error) {
      say(
        trans.__(
          'The kernel could not be interrupted (%1). Try again, or restart it.',
          error instanceof Error ? error.message : String(error)
        )
      );
    }
  }

  private readonly _button: ToolbarButton;
  private _executor: IKernelExecutor | null = null;
  private _running = 0;
  private _isDisposed = false;
}

export namespace StopButton {
  export interface IOptions {
    /**
     * Put a button to the others of the blocks.
     */
    add: (
      name: string,
      options: ToolbarButtonComponent.IProps
    ) => ToolbarButton;
    /**
     * Say something below the blocks.
     */
    say: (text: string) => void;
    trans: TranslationBundle;
  }
}
