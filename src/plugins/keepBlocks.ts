import type { NotebookPanel } from '@jupyterlab/notebook';

import { BlocksKeeper } from '../cell/blocksKeeper';

/**
 * Keep the blocks of a notebook from now on, also when their outputs go.
 *
 * Apart from what draws them, so that it is there before the outputs can go:
 * who opens a notebook may run all of it at once.
 */
export function keepBlocks(panel: NotebookPanel): void {
  if (!kept.has(panel)) {
    kept.set(panel, new BlocksKeeper(panel));
  }
}

const kept = new WeakMap<NotebookPanel, BlocksKeeper>();
