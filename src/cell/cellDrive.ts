import type { DocumentRegistry } from '@jupyterlab/docregistry';
import type { Contents, ServerConnection } from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { ISignal } from '@lumino/signaling';
import { Signal } from '@lumino/signaling';

import type { CellDocument } from './cellDocument';
import { DRIVE_NAME } from './names';

/**
 * The blocks of cells as documents, for panels to open: a drive beside that of
 * the server, as JupyterLab has them for files elsewhere. What is edited is in
 * the notebook at once; to save it is to save the notebook.
 */
export class CellDrive implements Contents.IDrive {
  constructor(private readonly _options: CellDrive.IOptions) {}

  readonly name = DRIVE_NAME;

  get serverSettings(): ServerConnection.ISettings {
    return this._options.serverSettings;
  }

  get fileChanged(): ISignal<this, Contents.IChangedArgs> {
    return this._fileChanged;
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  dispose(): void {
    this._isDisposed = true;
    Signal.clearData(this);
  }

  /**
   * Offer the blocks of a cell as a document.
   *
   * @param cell - what tells the cell from all others
   * @param title - for the tab
   * @param notebook - what the cell is saved with; null in a console
   * @returns its path, with the drive's name
   */
  offer(
    cell: string,
    title: string,
    document: CellDocument,
    notebook: DocumentRegistry.Context | null
  ): string {
    let path = this._paths.get(cell);
    if (!path) {
      path = title;
      const taken = new Set(this._paths.values());
      for (let i = 2; taken.has(path); i++) {
        path = `${title} (${i})`;
      }
      this._paths.set(cell, path);
    }
    const localPath = path;
    this._cells.set(localPath, { document, notebook });
    document.disposed.connect(() => {
      if (this._cells.get(localPath)?.document === document) {
        this._cells.delete(localPath);
      }
    });
    return `${this.name}:${path}`;
  }

  async get(
    localPath: string,
    options?: Contents.IFetchOptions
  ): Promise<Contents.IModel> {
    if (localPath === '') {
      return { ...this._model(''), type: 'directory', content: [] };
    }
    const text = this._find(localPath).document.model.toString();
    return {
      ...this._model(localPath),
      content: options?.content === false ? null : text
    };
  }

  async save(localPath: string): Promise<Contents.IModel> {
    const { document, notebook } = this._find(localPath);
    await document.save();
    await notebook?.save();
    // Only then: what is newer than it was is taken for another's.
    this._times.set(localPath, new Date());
    const model = this._model(localPath);
    this._fileChanged.emit({ type: 'save', oldValue: null, newValue: model });
    return model;
  }

  async listCheckpoints(): Promise<Contents.ICheckpointModel[]> {
    return [];
  }

  async createCheckpoint(): Promise<Contents.ICheckpointModel> {
    return { id: '', last_modified: new Date().toISOString() };
  }

  getDownloadUrl(): Promise<string> {
    return this._refuse();
  }

  newUntitled(): Promise<Contents.IModel> {
    return this._refuse();
  }

  delete(): Promise<void> {
    return this._refuse();
  }

  rename(): Promise<Contents.IModel> {
    return this._refuse();
  }

  copy(): Promise<Contents.IModel> {
    return this._refuse();
  }

  restoreCheckpoint(): Promise<void> {
    return this._refuse();
  }

  deleteCheckpoint(): Promise<void> {
    return this._refuse();
  }

  private _find(localPath: string): CellDrive.ICell {
    const cell = this._cells.get(localPath);
    if (!cell) {
      throw new Error(
        this._options.trans.__(
          'The cell of these blocks is not open any more. Choose “Save As…” to keep them in a file.'
        )
      );
    }
    return cell;
  }

  private _model(path: string): Contents.IModel {
    const time = (this._times.get(path) ?? this._begin).toISOString();
    return {
      name: path,
      path,
      type: 'file',
      format: 'text',
      mimetype: 'application/json',
      content: null,
      created: time,
      last_modified: time,
      writable: true
    };
  }

  private _refuse(): Promise<never> {
    return Promise.reject(
      new Error(
        this._options.trans.__('The blocks of a cell are in its notebook.')
      )
    );
  }

  private readonly _paths = new Map<string, string>();
  private readonly _begin = new Date();
  private readonly _times = new Map<string, Date>();
  private readonly _cells = new Map<string, CellDrive.ICell>();
  private readonly _fileChanged = new Signal<this, Contents.IChangedArgs>(this);
  private _isDisposed = false;
}

export namespace CellDrive {
  /**
   * The blocks of a cell, and what they are saved with; null in a console.
   */
  export interface ICell {
    document: CellDocument;
    notebook: DocumentRegistry.Context | null;
  }

  export interface IOptions {
    serverSettings: ServerConnection.ISettings;
    trans: TranslationBundle;
  }
}
