import type { INotebookContent } from '@jupyterlab/nbformat';
import type { NotebookPanel } from '@jupyterlab/notebook';

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
  const keeper = kept.get(panel) ?? new BlocksKeeper(panel);
  kept.set(panel, keeper);
  const before = opened.get(panel);
  if (before) {
    opened.delete(panel);
    keeper.catchUp(before.cells);
  }
}

const kept = new WeakMap<NotebookPanel, BlocksKeeper>();
