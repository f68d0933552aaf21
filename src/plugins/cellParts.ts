import type {
  ILabShell,
  IRouter,
  JupyterFrontEnd
} from '@jupyterlab/application';
import type { IConsoleTracker } from '@jupyterlab/console';
import { PageConfig, PathExt } from '@jupyterlab/coreutils';
import { type IDocumentManager, IRecentsManager } from '@jupyterlab/docmanager';
import type { INotebookContent } from '@jupyterlab/nbformat';
import type { INotebookTracker, NotebookPanel } from '@jupyterlab/notebook';
import type { IRenderMime } from '@jupyterlab/rendermime';

import {
  CellDocument,
  CellView,
  forgetCells,
  insertBlocks,
  PanelLinks,
  prepareBlocks,
  ProblemNote,
  WorkspaceFile
} from '../cell';
import type { OpenFile } from '../cell/openFile';
import type { OutputRenderer } from '../cell/outputRenderer';
import {
  beside,
  findFirst,
  findInConsoles,
  findInNotebooks,
  findInViews
} from '../notebook';
import type { IJigsawTracker } from '../tokens';
import { keepBlocks } from './keepBlocks';

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
  const { app, consoles, notebooks, opened, registry, translator } = options;
  const { contents } = app.serviceManager;
  // Where that could not be loaded before.
  notebooks.forEach(panel => keepBlocks(panel, opened));
  await prepareBlocks(registry.blocks, translator.load('jupyterlab-jigsaw'));
  const findPlace = findFirst(
    findInNotebooks(notebooks),
    findInViews(notebooks, () => app.shell.widgets('main')),
    ...(consoles ? [findInConsoles(consoles)] : [])
  );
  const place = findPlace(node);
  const path = place?.path ?? '';
  const folder = PathExt.dirname(path);
  // A notebook that is not trusted touches no files.
  const open = place?.isTrusted
    ? (...[name, own]: Parameters<OpenFile>) =>
        WorkspaceFile.open(beside(contents, path, name), own, {
          contents,
          folder,
          translator
        })
    : null;
  let reason: string | null = null;
  const document = await CellDocument.of(output, translator, open).catch(
    error => {
      reason = error instanceof Error ? error.message : String(error);
      // The output has blocks of its own. Opened the next time, the file is
      // merged with them.
      return CellDocument.of(output, translator, null);
    }
  );
  const refresh = () => document.refresh();
  const { outdated } = document;
  const context = place?.context;
  const onMoved = () => {
    if (PathExt.dirname(context!.path) !== folder) {
      document.moved();
    }
  };
  context?.pathChanged.connect(onMoved);
  document.disposed.connect(() => context?.pathChanged.disconnect(onMoved));
  if (document.problem) {
    const widget = new ProblemNote(document.problem);
    widget.disposed.connect(() => document.dispose());
    return { widget, refresh, outdated };
  }
  const links = linksOf(options);
  if (links && place) {
    links.add(document, place);
  }
  const widget = new CellView({
    ...options,
    document,
    findPlace,
    openInPanel: links && ((blocks, where) => links.open(blocks, where))
  });
  if (reason !== null) {
    const trans = translator.load('jupyterlab-jigsaw');
    widget.insertWidget(
      0,
      new ProblemNote(
        trans.__(
          'The file of this workspace could not be read: %1. These are the blocks of the notebook.',
          reason
        )
      )
    );
  }
  return { widget, refresh, outdated };
}

let panelLinks: PanelLinks | null = null;

/**
 * What keeps panels and cells in step; null where a panel has no room beside
 * a notebook.
 */
function linksOf(options: createCell.IOptions): PanelLinks | null {
  const { app, documents, translator } = options;
  // Notebook 7 has a tab of the browser for each document.
  if (documents && !PageConfig.getOption('notebookPage')) {
    const trans = translator.load('jupyterlab-jigsaw');
    if (!panelLinks) {
      const { contents, serverSettings } = app.serviceManager;
      panelLinks = new PanelLinks({
        ...options,
        contents,
        documents,
        serverSettings,
        trans
      });
      void app
        .resolveOptionalService(IRecentsManager)
        .then(recents => recents && forgetCells(recents));
    }
  }
  return panelLinks;
}

export { insertBlocks };

export namespace createCell {
  export interface IOptions extends Omit<
    CellView.IOptions,
    'document' | 'findPlace' | 'openInPanel'
  > {
    app: JupyterFrontEnd;
    consoles: IConsoleTracker | null;
    documents: IDocumentManager | null;
    notebooks: INotebookTracker;
    /**
     * Notebooks as they were opened, in which nothing keeps the blocks yet.
     */
    opened: WeakMap<NotebookPanel, INotebookContent>;
    shell: ILabShell | null;
    tracker: IJigsawTracker;
    router: IRouter | null;
  }
}
