import type { JupyterFrontEnd } from '@jupyterlab/application';
import type { IDocumentManager } from '@jupyterlab/docmanager';
import type { NotebookPanel } from '@jupyterlab/notebook';
import type { IStateDB } from '@jupyterlab/statedb';

import { notebookFile } from '../panel/notebookFile';
import type { JigsawWidget } from '../panel/widget';
import type { IJigsawTracker } from '../tokens';
import { leaveAttachment } from './attachments';

/**
 * Open the blocks of a notebook beside it, in its session.
 *
 * @returns the panel's tab
 * @throws what the contents manager throws
 */
export async function openForNotebook(
  notebook: NotebookPanel,
  { serviceManager }: JupyterFrontEnd,
  documents: IDocumentManager,
  state: IStateDB | null,
  tracker: IJigsawTracker | null
): Promise<JigsawWidget | undefined> {
  const { contents, serverSettings } = serviceManager;
  const { path } = notebook.context;
  const open = new Map<string, string>();
  tracker?.forEach(({ context, panel }) => {
    const other = panel?.session.notebookPath;
    // The blocks of a notebook's cells are on a drive of their own.
    if (other && contents.driveName(context.path) === '') {
      open.set(context.path, other);
    }
  });
  const target = await notebookFile(path, contents, state, open);
  const widget = documents.openOrReveal(target, 'default', undefined, {
    mode: 'split-right',
    ref: notebook.id
  }) as JigsawWidget | undefined;
  if (widget?.isDisposed) {
    // Notebook 7 has opened another tab of the browser in its place.
    leaveAttachment(serverSettings.baseUrl, target, path);
  } else {
    widget?.attach(path);
  }
  return widget;
}
