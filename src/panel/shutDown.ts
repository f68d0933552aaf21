import { Dialog, showDialog } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';

import type { JigsawPanel } from './panel';

/**
 * Shut down the kernel of a panel's own session. That of a notebook, which the
 * panel may share, is the notebook's to shut down.
 */
export async function shutDown(panel: JigsawPanel): Promise<void> {
  const { own } = panel.session;
  if (own.session?.kernel) {
    await own.shutdown();
  }
}

/**
 * Close a panel's tab, and leave no kernel of its own behind. As with a
 * notebook, the user is asked; what isn't saved is asked about as ever.
 */
export async function closeAndShutDown(
  panel: JigsawPanel,
  trans: TranslationBundle
): Promise<void> {
  const { own } = panel.session;
  const tab = panel.parent?.parent;
  if (own.session?.kernel) {
    const { button } = await showDialog({
      title: trans.__('Shut down the kernel?'),
      body: trans.__(
        'Are you sure you want to close “%1” and shut down its own kernel?',
        tab?.title.label ?? panel.context.path
      ),
      buttons: [
        Dialog.cancelButton(),
        Dialog.warnButton({ label: trans.__('Shut Down') })
      ]
    });
    if (!button.accept || panel.isDisposed) {
      return;
    }
    await shutDown(panel);
  }
  tab?.close();
}
