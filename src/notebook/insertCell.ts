import type { Notebook } from '@jupyterlab/notebook';

/**
 * Put code into a new cell of a notebook, which becomes the active one; the
 * notebook's own undo takes it out again.
 *
 * @param index - the place of the new cell; by default under the active one
 */
export function insertCell(
  notebook: Notebook,
  source: string,
  index = notebook.activeCellIndex + 1
): void {
  const { model } = notebook;
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
  void show(notebook, index);
}

/**
 * Bring a cell into sight, whole. The notebook goes by the height of a line,
 * since the cell has none yet.
 */
async function show(notebook: Notebook, index: number): Promise<void> {
  const cell = notebook.widgets[index];
  await notebook.scrollToItem(index).catch(() => undefined);
  await cell.ready;
  requestAnimationFrame(() => cell.node.scrollIntoView?.({ block: 'nearest' }));
}
