import type { DocumentRegistry } from '@jupyterlab/docregistry';
import { type ISignal, Signal } from '@lumino/signaling';

import type { ISavedDocument } from '../notebook';
import type { IClassicNotebook } from './api';

/**
 * The page's notebook, as what edits are saved with. It is there as long as the
 * page.
 */
export class ClassicDocument implements ISavedDocument {
  constructor(notebook: IClassicNotebook) {
    this.model = {
      get dirty() {
        return notebook.dirty;
      },
      set dirty(value: boolean) {
        notebook.set_dirty(value);
      }
    };
    const states = {
      'before_save.Notebook': 'started',
      'notebook_saved.Notebook': 'completed',
      'notebook_save_failed.Notebook': 'failed'
    } as const;
    for (const [name, state] of Object.entries(states)) {
      notebook.events.on(name, () => this._saveState.emit(state));
    }
  }

  readonly isDisposed = false;

  get disposed(): ISignal<this, void> {
    return this._disposed;
  }

  readonly model: { dirty: boolean };

  get saveState(): ISignal<this, DocumentRegistry.SaveState> {
    return this._saveState;
  }

  private readonly _disposed = new Signal<this, void>(this);
  private readonly _saveState = new Signal<this, DocumentRegistry.SaveState>(
    this
  );
}
