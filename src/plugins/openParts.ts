import type { JupyterFrontEnd } from '@jupyterlab/application';
import type { IDocumentManager } from '@jupyterlab/docmanager';
import type { NotebookPanel } from '@jupyterlab/notebook';
import type { IStateDB } from '@jupyterlab/statedb';

import { notebookFile } from '../panel/notebookFile';
import type { JigsawWidget } from '../panel/widget';
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
  state: IStateDB | null
): Promise<JigsawWidget | undefined> {
  const { contents, serverSettings } = serviceManager;
  const { path } = notebook.context;
  const target = await notebookFile(path, contents, state);
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
