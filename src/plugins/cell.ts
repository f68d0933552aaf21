import {
  ILabShell,
  IRouter,
  type JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { IThemeManager } from '@jupyterlab/apputils';
import type { ICodeCellModel } from '@jupyterlab/cells';
import { IConsoleTracker } from '@jupyterlab/console';
import { IDocumentManager } from '@jupyterlab/docmanager';
import type { INotebookContent } from '@jupyterlab/nbformat';
import type { NotebookPanel } from '@jupyterlab/notebook';
import { INotebookTracker } from '@jupyterlab/notebook';
import type { IRenderMime } from '@jupyterlab/rendermime';
import { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import { ITranslator } from '@jupyterlab/translation';

import { BLOCKS_MIME_TYPE, METADATA_KEY } from '../cell/names';
import { OutputRenderer } from '../cell/outputRenderer';
import { IJigsawRegistry, IJigsawTracker } from '../tokens';
import { mediaUrl } from './mediaUrl';

/**
 * Shows what `%jigsaw` of this package puts out.
 */
export const cellPlugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-jigsaw:cell',
  description: 'Shows blocks in the outputs of cells.',
  autoStart: true,
  requires: [
    IJigsawRegistry,
    IJigsawTracker,
    INotebookTracker,
    IRenderMimeRegistry,
    ITranslator
  ],
  optional: [
    IConsoleTracker,
    IDocumentManager,
    ILabShell,
    IThemeManager,
    IRouter
  ],
  activate: (
    app,
    registry: IJigsawRegistry,
    tracker: IJigsawTracker,
    notebooks: INotebookTracker,
    rendermime: IRenderMimeRegistry,
    translator: ITranslator,
    consoles: IConsoleTracker | null,
    documents: IDocumentManager | null,
    labShell: ILabShell | null,
    themeManager: IThemeManager | null,
    router: IRouter | null
  ) => {
    const opened = new WeakMap<NotebookPanel, INotebookContent>();
    const keep = async (panel: NotebookPanel) => {
      const { keepBlocks } = await import('./keepBlocks');
      keepBlocks(panel, opened);
    };
    const create = async (output: IRenderMime.IMimeModel, node: Element) => {
      const { createCell } = await import('./cellParts');
      return createCell(output, node, {
        app,
        consoles,
        documents,
        mediaUrl: mediaUrl(),
        notebooks,
        opened,
        registry,
        router,
        shell: labShell,
        themeManager,
        tracker,
        translator
      });
    };
    rendermime.addFactory(
      {
        safe: true,
        mimeTypes: [BLOCKS_MIME_TYPE],
        createRenderer: () => {
          notebooks.forEach(keep);
          return new OutputRenderer(
            create,
            translator.load('jupyterlab-jigsaw')
          );
        }
      },
      0
    );
    notebooks.widgetAdded.connect((_, panel) => {
      void panel.context.ready.then(() => {
        if (holdsBlocks(panel)) {
          opened.set(panel, panel.model!.toJSON() as INotebookContent);
          void keep(panel);
        }
      });
    });
  }
};

/**
 * Whether there are blocks in a notebook, drawn or not, or kept for outputs
 * that have gone.
 */
function holdsBlocks({ content }: NotebookPanel): boolean {
  return Array.from(content.model?.cells ?? []).some(
    cell =>
      cell.getMetadata(METADATA_KEY) ||
      (cell as Partial<ICodeCellModel>).outputs
        ?.toJSON()
        .some(({ data }) => BLOCKS_MIME_TYPE in Object(data))
  );
}
