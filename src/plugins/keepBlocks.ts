import type { INotebookContent } from '@jupyterlab/nbformat';
import type { NotebookPanel } from '@jupyterlab/notebook';

import { BlocksKeeper } from '../cell/blocksKeeper';

/**
 * Keep the blocks of a notebook from now on, also when their outputs go.
 *
 * Apart from what draws them, so that it is there before the outputs can go:
 * who opens a notebook may run all of it at once.
 *
 * @param before - the notebook as it was opened, while this was on its way
 */
export function keepBlocks(
  panel: NotebookPanel,
  before?: INotebookContent
): void {
  const keeper = kept.get(panel) ?? new BlocksKeeper(panel);
  kept.set(panel, keeper);
  if (before) {
    keeper.catchUp(before.cells);
  }
}

const kept = new WeakMap<NotebookPanel, BlocksKeeper>();
