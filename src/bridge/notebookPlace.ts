import type { CodeCell } from '@jupyterlab/cells';
import type { INotebookTracker, NotebookPanel } from '@jupyterlab/notebook';

import type { FindPlace, IPlace } from './tokens';

/**
 * The output of a code cell of an open notebook.
 */
export interface INotebookPlace extends IPlace {
  readonly panel: NotebookPanel;
  readonly cell: CodeCell;
}

/**
 * Find the cell in whose output a frame stands.
 */
export function findInNotebooks(
  notebooks: INotebookTracker
): FindPlace<INotebookPlace> {
  return frame => {
    const panel = notebooks.find(({ node }) => node.contains(frame));
    const cell = panel?.content.widgets.find(({ node }) =>
      node.contains(frame)
    );
    if (!panel || cell?.model.type !== 'code') {
      return null;
    }
    const code = cell as CodeCell;
    return code.outputArea.node.contains(frame)
      ? {
          path: panel.context.path,
          isTrusted: code.model.trusted,
          panel,
          cell: code
        }
      : null;
  };
}
