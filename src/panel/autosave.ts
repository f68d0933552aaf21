import { Dialog } from '@jupyterlab/apputils';
import type { DocumentRegistry } from '@jupyterlab/docregistry';
import type { IDisposable } from '@lumino/disposable';

/**
 * How long after a failure it is tried again, and how far that grows while it
 * fails, in milliseconds.
 */
export const FIRST_PAUSE = 10_000;
export const LONGEST_PAUSE = 160_000;

/**
 * Saves a document after a while without edits.
 *
 * After a failure it is tried again after growing pauses, not with every edit:
 * each failure shows a dialog. A save that is given up in one is left to the
 * user and to JupyterLab's own autosave, which goes on beside this one. Of the
 * views of one file only one saves.
 */
export class Autosave implements IDisposable {
  /**
   * @param delay - in milliseconds; 0 for never
   */
  constructor(context: DocumentRegistry.Context, delay: number) {
    this._context = context;
    this.delay = delay;
    context.model.contentChanged.connect(this._onEdited, this);
    context.saveState.connect(this._onSaveState, this);
  }

  /**
   * The time without edits after which the document is saved.
   */
  delay: number;

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  /**
   * Do not save before the next edit.
   */
  hold(): void {
    clearTimeout(this._timer);
    this._stopTrying();
  }

  dispose(): void {
    if (this._isDisposed) {
      return;
    }
    this._isDisposed = true;
    this.hold();
    this._context.model.contentChanged.disconnect(this._onEdited, this);
    this._context.saveState.disconnect(this._onSaveState, this);
  }

  private _onEdited(): void {
    clearTimeout(this._timer);
    if (this.delay > 0 && this._mayStart) {
      this._timer = setTimeout(() => this._save(), this.delay);
    } else if (this._hasFailed && this._retryTimer === undefined) {
      this._tryLater();
    }
  }

  private _save(): void {
    const { model, isReady, canSave } = this._context;
    if (
      isReady &&
      canSave &&
      model.dirty &&
      !model.readOnly &&
      this._mayStart
    ) {
      this._context.save().catch(() => {
        // The context has told the user already, or asked and was told no.
      });
    }
  }

  private _onSaveState(_: unknown, state: DocumentRegistry.SaveState): void {
    // One that is given up in a dialog is never said to have ended.
    this._mayStart = state === 'completed';
    this._hasFailed = state === 'failed';
    this._stopTrying();
    if (this._hasFailed) {
      this._tryLater();
    } else if (this._mayStart) {
      this._pause = FIRST_PAUSE;
    }
    if (this._mayStart && this._context.model.dirty) {
      // Edited while it was being saved.
      this._onEdited();
    }
  }

  private _tryLater(): void {
    if (this.delay > 0) {
      this._retryTimer = setTimeout(() => void this._try(), this._pause);
      this._pause = Math.min(2 * this._pause, LONGEST_PAUSE);
    }
  }

  private _stopTrying(): void {
    clearTimeout(this._retryTimer);
    this._retryTimer = undefined;
  }

  /**
   * Save again if that may help: not while there is a dialog, which may be that
   * of the last failure, nor before the server answers a question that shows
   * none.
   */
  private async _try(): Promise<void> {
    const timer = this._retryTimer;
    const mayHelp =
      Dialog.tracker.size === 0 &&
      (await this._context.listCheckpoints().then(
        () => true,
        () => false
      ));
    if (this._isDisposed || timer !== this._retryTimer) {
      // Saved by somebody else meanwhile, or held.
      return;
    }
    if (mayHelp) {
      this._retryTimer = undefined;
      this._hasFailed = false;
      this._mayStart = true;
      this._save();
    } else {
      this._tryLater();
    }
  }

  private _context: DocumentRegistry.Context;
  private _hasFailed = false;
  private _pause = FIRST_PAUSE;
  private _retryTimer: ReturnType<typeof setTimeout> | undefined;
  private _timer: ReturnType<typeof setTimeout> | undefined;
  private _mayStart = true;
  private _isDisposed = false;
}
