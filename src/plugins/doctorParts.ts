import type { JupyterFrontEnd } from '@jupyterlab/application';
import { MainAreaWidget } from '@jupyterlab/apputils';
import { PageConfig } from '@jupyterlab/coreutils';
import type { TranslationBundle } from '@jupyterlab/translation';

import { ReportView } from '../doctor';
import { jigsawIcon } from './icons';

let open: MainAreaWidget<ReportView> | null = null;

/**
 * Open a report on the connection, or check anew in the one that is open.
 *
 * @returns its tab
 */
export function checkConnection(
  { serviceManager, shell }: JupyterFrontEnd,
  trans: TranslationBundle
): MainAreaWidget<ReportView> {
  if (open && !open.isDisposed) {
    void open.content.check();
  } else {
    const content = new ReportView({
      pageUrl: window.location.href,
      settings: serviceManager.serverSettings,
      trans
    });
    open = new MainAreaWidget({ content });
    open.id = 'jp-Jigsaw-doctor';
    // It has its buttons beside its heading.
    open.toolbar.hide();
    open.title.label = trans.__('Connection');
    open.title.icon = jigsawIcon;
    open.title.closable = true;
    // The main area of Notebook 7 has room for its document alone.
    shell.add(open, PageConfig.getOption('notebookPage') ? 'down' : 'main');
  }
  shell.activateById(open.id);
  return open;
}
