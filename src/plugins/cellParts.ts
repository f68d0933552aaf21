import type { IConsoleTracker } from '@jupyterlab/console';
import type { INotebookTracker, NotebookPanel } from '@jupyterlab/notebook';
import type { IRenderMime } from '@jupyterlab/rendermime';
import type { Widget } from '@lumino/widgets';

import { BlocksKeeper, CellDocument, CellView, ProblemNote } from '../cell';
import type { OutputRenderer } from '../cell/outputRenderer';
import {
  findFirst,
  findInConsoles,
  findInNotebooks,
  findInViews
} from '../notebook';

/**
 * Draw the blocks of an output, or say why they can't be drawn.
 */
export function createCell(
  output: IRenderMime.IMimeModel,
  options: createCell.IOptions
): OutputRenderer.IContent {
  const { consoles, notebooks, translator, widgets } = options;
  const document = CellDocument.of(output, translator);
  const refresh = () => document.refresh();
  if (document.problem) {
    const widget = new ProblemNote(document.problem);
    widget.disposed.connect(() => document.dispose());
    return { widget, refresh };
  }
  const widget = new CellView({
    ...options,
    document,
    findPlace: findFirst(
      findInNotebooks(notebooks),
      findInViews(notebooks, widgets),
      ...(consoles ? [findInConsoles(consoles)] : [])
    )
  });
  return { widget, refresh };
}

export namespace createCell {
  export interface IOptions extends Omit<
    CellView.IOptions,
    'document' | 'findPlace'
  > {
    consoles: IConsoleTracker | null;
    notebooks: INotebookTracker;
    /**
     * All that lie in the main area.
     */
    widgets: () => Iterable<Widget>;
  }
}

const kept = new WeakMap<NotebookPanel, BlocksKeeper>();

/**
 * Keep the blocks of a notebook from now on, also when their outputs go.
 */
export function keepBlocks(panel: NotebookPanel): void {
  if (!kept.has(panel)) {
    kept.set(panel, new BlocksKeeper(panel));
  }
}
