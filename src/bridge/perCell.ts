import type { IFramePlace } from '../notebook';

/**
 * A cell in a view of its notebook.
 */
export type CellKey = Pick<IFramePlace, 'view' | 'cellId'>;

/**
 * What is known of the workspaces that cells show in views of notebooks: one
 * thing for each, by the name of its file. The file's path changes when a
 * notebook is moved; and what two of them show of one file may differ.
 */
export class PerCell<T> {
  get(cell: CellKey, filename: string): T | undefined {
    return this._all.get(cell.view)?.get(keyOf(cell, filename));
  }

  set(cell: CellKey, filename: string, value: T): void {
    const ofView = this._all.get(cell.view) ?? new Map<string, T>();
    this._all.set(cell.view, ofView.set(keyOf(cell, filename), value));
  }

  delete(cell: CellKey, filename: string): void {
    this._all.get(cell.view)?.delete(keyOf(cell, filename));
  }

  private readonly _all = new WeakMap<object, Map<string, T>>();
}

const keyOf = ({ cellId }: CellKey, filename: string) =>
  JSON.stringify([cellId, filename]);
