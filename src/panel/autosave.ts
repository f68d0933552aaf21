import type { DocumentRegistry } from '@jupyterlab/docregistry';
import type { IDisposable } from '@lumino/disposable';

/**
 * Saves a document after a while without edits.
 *
 * JupyterLab's own autosave goes on beside it and takes over when a save fails
 * or is given up, so that a server that is away is not asked again with every
 * edit. Of the views of one file only one saves.
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
  }

  dispose(): void {
    if (this._isDisposed) {
      return;
    }
    this._isDisposed = true;
    clearTimeout(this._timer);
    this._context.model.contentChanged.disconnect(this._onEdited, this);
    this._context.saveState.disconnect(this._onSaveState, this);
  }

  private _onEdited(): void {
    clearTimeout(this._timer);
    if (this.delay > 0 && this._mayStart) {
      this._timer = setTimeout(() => this._save(), this.delay);
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
    if (this._mayStart && this._context.model.dirty) {
      // Edited while it was being saved.
      this._onEdited();
    }
  }

  private _context: DocumentRegistry.Context;
  private _timer: ReturnType<typeof setTimeout> | undefined;
  private _mayStart = true;
  private _isDisposed = false;
}
