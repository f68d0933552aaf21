import type { ICellModel } from '@jupyterlab/cells';

/**
 * Finds the cells that come in the place of others, and gives them what those
 * had. JupyterLab makes a new cell when cells are merged, or when the type of
 * one is changed; it has the code of those that go in the same moment, and no
 * outputs.
 */
export class CellReplacements<T> {
  /**
   * @param _give - give a cell what others had
   */
  constructor(
    private readonly _give: (cell: ICellModel, had: readonly T[]) => void
  ) {}

  /**
   * Remember what a cell has: of one that is gone nothing can be read.
   */
  remember(cell: ICellModel, has: readonly T[]): void {
    if (has.length || this._all.has(cell)) {
      this._all.set(cell, { source: cell.sharedModel.getSource().trim(), has });
    }
  }

  /**
   * Say which cells have come, maybe none, when cells came or went.
   */
  came(cells: readonly ICellModel[]): void {
    this._came.push(...cells);
    // Those that came and those that went are told one after the other.
    this._isWaiting ||= (queueMicrotask(() => this._settle()), true);
  }

  private _settle(): void {
    const came = this._came.filter(cell => !cell.isDisposed);
    this._came = [];
    this._isWaiting = false;
    for (const [gone, { source, has }] of this._all) {
      if (gone.isDisposed) {
        this._all.delete(gone);
        const replacement = came.find(
          cell => source && cell.sharedModel.getSource().includes(source)
        );
        if (replacement) {
          this._give(replacement, has);
        }
      }
    }
  }

  private readonly _all = new Map<
    ICellModel,
    { source: string; has: readonly T[] }
  >();
  private _came: ICellModel[] = [];
  private _isWaiting = false;
}
