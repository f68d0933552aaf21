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
  void show(notebook, index, takesKeyboard);
}

/**
 * Bring a cell into sight, whole. The notebook goes by the height of a line,
 * since the cell has none yet.
 */
async function show(
  notebook: Notebook,
  index: number,
  takesKeyboard: boolean
): Promise<void> {
  const cell = notebook.widgets[index];
  await notebook.scrollToItem(index).catch(() => undefined);
  await cell.ready;
  requestAnimationFrame(() => {
    cell.node.scrollIntoView?.({ block: 'nearest' });
    if (takesKeyboard) {
      notebook.mode = 'command';
      cell.node.focus();
    }
  });
}
