import type { YNotebook } from '@jupyter/ydoc';
import type { ICellModel } from '@jupyterlab/cells';

/**
 * The notebook of a cell, as what can be undone; null for none. It has to be
 * asked for while the cell is there.
 */
export function historyOf({ sharedModel }: ICellModel): IHistory | null {
  return (sharedModel.notebook as YNotebook | null)?.undoManager ?? null;
}

/**
 * Whether something is just now undone or done again. Cells come back as they
 * went then, and without what their outputs have become since.
 */
export function isUndoing(history: IHistory | null): boolean {
  return history !== null && (history.undoing || history.redoing);
}

export type IHistory = Pick<YNotebook['undoManager'], 'redoing' | 'undoing'>;
