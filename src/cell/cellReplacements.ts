import type { ICellModel } from '@jupyterlab/cells';

import { historyOf, isUndoing } from '../notebook';

/**
 * Finds the cells that come in the place of others, and gives them what those
 * had. JupyterLab makes a new cell when cells are merged, or when the type of
 * one is changed; it has the code of those that go in the same moment, and no
 * outputs. A move that is undone puts the cell back as it was before the move,
 * and of its outputs none of what they have become since.
 */
export class CellReplacements<T> {
  /**
   * @param _give - give a cell what others had
   * @param _putBack - give a cell what it had itself until an undo
   */
  constructor(
    private readonly _give: (cell: ICellModel, had: readonly T[]) => void,
    private readonly _putBack: (cell: ICellModel, had: readonly T[]) => void
  ) {}

  /**
   * Remember what a cell has: of one that is gone nothing can be read.
   */
  remember(cell: ICellModel, has: readonly T[]): void {
    if (has.length || this._all.has(cell)) {
      const source = cell.sharedModel.getSource().trim();
      this._all.set(cell, { id: cell.id, source, has });
    }
  }

  /**
   * Say which cells have come, maybe none, when cells came or went.
   */
  came(cells: readonly ICellModel[]): void {
    this._came.push(...cells);
    this._isUndo ||= cells.some(cell => isUndoing(historyOf(cell)));
    // Those that came and those that went are told one after the other.
    this._isWaiting ||= (queueMicrotask(() => this._settle()), true);
  }

  private _settle(): void {
    const came = this._came.filter(cell => !cell.isDisposed);
    const isUndo = this._isUndo;
    this._came = [];
    this._isUndo = false;
    this._isWaiting = false;
    for (const [gone, { id, source, has }] of this._all) {
      if (gone.isDisposed) {
        this._all.delete(gone);
        const itself = isUndo && came.find(cell => cell.id === id);
        const replacement = came.find(
          cell => source && cell.sharedModel.getSource().includes(source)
        );
        if (itself) {
          this._putBack(itself, has);
        } else if (replacement) {
          this._give(replacement, has);
        }
      }
    }
  }

  private readonly _all = new Map<
    ICellModel,
    { id: string; source: string; has: readonly T[] }
  >();
  private _came: ICellModel[] = [];
  private _isUndo = false;
  private _isWaiting = false;
}
