import type { INotebookContent } from '@jupyterlab/nbformat';
import type { INotebookModel, NotebookPanel } from '@jupyterlab/notebook';

import { BlocksKeeper } from '../cell/blocksKeeper';

/**
 * Keep the blocks of a notebook from now on, also when their outputs go.
 *
 * Apart from what draws them, so that it is there before the outputs can go:
 * who opens a notebook may run all of it at once.
 *
 * @param opened - notebooks as they were opened: they may have been run while
 * this was on its way, or could not be had; they are taken out
 */
export function keepBlocks(
  panel: NotebookPanel,
  opened: WeakMap<NotebookPanel, INotebookContent>
): void {
  const { model } = panel.context;
  const before = opened.get(panel);
  opened.delete(panel);
  if (!kept.has(model)) {
    const keeper = new BlocksKeeper(model);
    kept.set(model, keeper);
    keeper.catchUp(before?.cells ?? []);
  }
}

/**
 * One for each notebook, however many views it has.
 */
const kept = new WeakMap<INotebookModel, BlocksKeeper>();
