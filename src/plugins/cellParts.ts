import type { IConsoleTracker } from '@jupyterlab/console';
import { PathExt } from '@jupyterlab/coreutils';
import type { INotebookTracker, NotebookPanel } from '@jupyterlab/notebook';
import type { IRenderMime } from '@jupyterlab/rendermime';
import type { Contents } from '@jupyterlab/services';
import type { Widget } from '@lumino/widgets';

import {
  BlocksKeeper,
  CellDocument,
  CellView,
  insertBlocks,
  ProblemNote,
  WorkspaceFile
} from '../cell';
import type { OutputRenderer } from '../cell/outputRenderer';
import {
  findFirst,
  findInConsoles,
  findInNotebooks,
  findInViews
} from '../notebook';

/**
 * Draw the blocks of an output, or say why they can't be drawn.
 *
 * @param node - where they will stand
 */
export async function createCell(
  output: IRenderMime.IMimeModel,
  node: Element,
  options: createCell.IOptions
): Promise<OutputRenderer.IContent> {
  const { consoles, contents, notebooks, translator, widgets } = options;
  const findPlace = findFirst(
    findInNotebooks(notebooks),
    findInViews(notebooks, widgets),
    ...(consoles ? [findInConsoles(consoles)] : [])
  );
  const place = findPlace(node);
  const folder = PathExt.dirname(place?.path ?? '');
  // A notebook that is not trusted touches no files.
  const open = place?.isTrusted
    ? (name: string, initial: string) =>
        WorkspaceFile.open(PathExt.join(folder, name), initial, {
          contents,
          translator
        })
    : null;
  let document: CellDocument;
  try {
    document = await CellDocument.of(output, translator, open);
  } catch (error) {
    const trans = translator.load('jupyterlab-jigsaw');
    const reason = error instanceof Error ? error.message : String(error);
    return {
      widget: new ProblemNote(
        trans.__('The workspace of this cell could not be read: %1', reason)
      ),
      refresh: () => undefined
    };
  }
  const refresh = () => document.refresh();
  if (document.problem) {
    const widget = new ProblemNote(document.problem);
    widget.disposed.connect(() => document.dispose());
    return { widget, refresh };
  }
  return { widget: new CellView({ ...options, document, findPlace }), refresh };
}

export { insertBlocks };

export namespace createCell {
  export interface IOptions extends Omit<
    CellView.IOptions,
    'document' | 'findPlace'
  > {
    consoles: IConsoleTracker | null;
    contents: Contents.IManager;
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
