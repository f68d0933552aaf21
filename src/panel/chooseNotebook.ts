import { Dialog, InputDialog, showDialog } from '@jupyterlab/apputils';
import type { INotebookTracker, NotebookPanel } from '@jupyterlab/notebook';
import type { TranslationBundle } from '@jupyterlab/translation';

/**
 * Ask for the notebook that is meant: the only one without asking, else a
 * choice with the most likely one first.
 *
 * @param likely - the notebook that the panel is attached to, if any
 * @returns the notebook, or null when the user gave up or none is open
 */
export async function chooseNotebook(
  notebooks: INotebookTracker | null,
  likely: NotebookPanel | null,
  trans: TranslationBundle
): Promise<NotebookPanel | null> {
  const open: NotebookPanel[] = [];
  notebooks?.forEach(panel => open.push(panel));
  if (!open.length) {
    await showDialog({
      title: trans.__('No notebook is open'),
      body: trans.__(
        'Open the notebook that the code is for, then insert it again.'
      ),
      buttons: [Dialog.okButton()]
    });
    return null;
  }
  const first = likely ?? notebooks?.currentWidget ?? open[0];
  if (open.length === 1) {
    return open[0];
  }
  const ordered = [first, ...open.filter(panel => panel !== first)];
  const paths = ordered.map(panel => panel.context.path);
  const result = await InputDialog.getItem({
    title: trans.__('Insert into which notebook?'),
    items: paths,
    current: 0,
    okLabel: trans.__('Insert')
  });
  return result.button.accept && result.value !== null
    ? ordered[paths.indexOf(result.value)]
    : null;
}
