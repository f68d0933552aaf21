import type { ServiceManager } from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import { Menu } from '@lumino/widgets';

import { PageCommandIDs } from './commands';
import { specsByName } from './kernelLabels';
import type { PageEditor } from './pageEditor';

/**
 * Which kernel and whose session: what there is at the moment.
 */
export function openKernelMenu(
  anchor: HTMLElement,
  editor: PageEditor,
  commands: CommandRegistry,
  services: ServiceManager.IManager,
  trans: TranslationBundle
): void {
  const menu = new Menu({ commands });
  menu.addClass('jp-JigsawPage-kernelMenu');
  menu.addItem({ command: PageCommandIDs.restart });
  menu.addItem({ command: PageCommandIDs.shutDown });
  menu.addItem({ command: PageCommandIDs.reconnect });
  menu.addItem({ type: 'separator' });

  const kernels = new Menu({ commands });
  kernels.title.label = trans.__('Kernel');
  for (const { name } of specsByName(services.kernelspecs.specs)) {
    kernels.addItem({ command: PageCommandIDs.useKernel, args: { name } });
  }
  menu.addItem({ type: 'submenu', submenu: kernels });

  const own = editor.context.localPath;
  const paths = new Set([own]);
  for (const { path } of services.sessions.running()) {
    paths.add(path);
  }
  const sessions = new Menu({ commands });
  sessions.title.label = trans.__('Run in the session of');
  for (const path of paths) {
    sessions.addItem({ command: PageCommandIDs.useSession, args: { path } });
  }
  menu.addItem({ type: 'submenu', submenu: sessions });

  menu.aboutToClose.connect(() => {
    anchor.setAttribute('aria-expanded', 'false');
    // What was chosen is executed after this.
    setTimeout(() => menu.dispose());
  });
  anchor.setAttribute('aria-expanded', 'true');
  const { left, bottom } = anchor.getBoundingClientRect();
  menu.open(left, bottom);
}
