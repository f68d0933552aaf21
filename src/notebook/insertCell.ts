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
    metadata: {}
  });
  notebook.activeCellIndex = index;
  notebook.deselectAll();
  void notebook.scrollToItem(index).catch(() => undefined);
}
