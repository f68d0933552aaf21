import { Notification } from '@jupyterlab/apputils';
import { PathExt } from '@jupyterlab/coreutils';
import type { NotebookPanel } from '@jupyterlab/notebook';

import { insertCell } from '../notebook';
import { chooseNotebook } from './chooseNotebook';
import type { IPanelServices } from './tokens';

/**
 * How long it is told where the code went, in milliseconds.
 */
const NOTICE = 5000;

/**
 * Put code into a notebook, in a new cell under its active one, and say so
 * where that can't be seen.
 *
 * @param likely - the notebook that the panel is attached to, if any
 * @returns the notebook, or null when the user gave up
 */
export async function insertCode(
  code: string,
  likely: NotebookPanel | null,
  { commands, notebooks, translator }: IPanelServices
): Promise<NotebookPanel | null> {
  const trans = translator.load('jupyterlab-jigsaw');
  const panel = await chooseNotebook(notebooks, likely, trans);
  if (!panel) {
    return null;
  }
  insertCell(panel.content, code);
  if (!panel.isVisible) {
    const { path } = panel.context;
    const name = PathExt.basename(path);
    Notification.success(trans.__('The code is in a new cell of %1.', name), {
      autoClose: NOTICE,
      actions: [
        {
          label: trans.__('Show'),
          callback: () => void commands.execute('docmanager:open', { path })
        }
      ]
    });
  }
  return panel;
}
