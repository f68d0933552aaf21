import type { Cell } from '@jupyterlab/cells';
import type { Notebook } from '@jupyterlab/notebook';

/**
 * Put code into a new cell of a notebook, which becomes the active one; the
 * notebook's own undo takes it out again.
 *
 * @param options.index - the place of the new cell; by default under the active
 *   one
 * @param options.takesKeyboard - whether keys are the cell's from then on
 */
export function insertCell(
  notebook: Notebook,
  source: string,
  options: { index?: number; takesKeyboard?: boolean } = {}
): void {
  const { model } = notebook;
  const { index = notebook.activeCellIndex + 1, takesKeyboard = false } =
    options;
  if (!model) {
    return;
  }
  model.sharedModel.insertCell(index, {
    cell_type: 'code',
    source,
    // As of any new cell of JupyterLab's: it has no output that could be a
    // stranger's.
    metadata: { trusted: true }
  });
  notebook.activeCellIndex = index;
  notebook.deselectAll();
  void showCell(notebook, index).then(cell => {
    if (takesKeyboard) {
      notebook.mode = 'command';
      cell.node.focus();
    }
  });
}

/**
 * Bring a cell into sight, whole. The notebook goes by the height of a line,
 * since a new cell has none yet.
 */
export async function showCell(
  notebook: Notebook,
  index: number
): Promise<Cell> {
  const cell = notebook.widgets[index];
  await notebook.scrollToItem(index).catch(() => undefined);
  await cell.ready;
  await new Promise(requestAnimationFrame);
  cell.node.scrollIntoView?.({ block: 'nearest' });
  return cell;
}
