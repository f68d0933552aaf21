import { InputDialog } from '@jupyterlab/apputils';
import type { INotebookTracker } from '@jupyterlab/notebook';
import type { TranslationBundle } from '@jupyterlab/translation';

import type { JigsawPanel } from './panel';

/**
 * Let the user choose in whose session the blocks run.
 */
export async function chooseSession(
  panel: JigsawPanel,
  notebooks: INotebookTracker | null,
  trans: TranslationBundle
): Promise<void> {
  const paths: string[] = [];
  notebooks?.forEach(notebook => paths.push(notebook.context.path));
  const own = trans.__('A session of its own');
  const { session } = panel;
  const result = await InputDialog.getItem({
    title: trans.__('Run the blocks in'),
    items: [own, ...paths],
    current: session.notebookPath ? paths.indexOf(session.notebookPath) + 1 : 0
  });
  if (!result.button.accept || result.value === null) {
    return;
  }
  if (result.value === own) {
    session.detach();
  } else {
    session.attach(result.value);
  }
}
