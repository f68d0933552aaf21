import type { IRecentsManager } from '@jupyterlab/docmanager';

import { DRIVE_NAME } from './names';

/**
 * Keep the blocks of cells out of the documents that JupyterLab offers to open
 * again: they are opened where their cell is shown, and are in no file.
 */
export function forgetCells(recents: IRecentsManager): void {
  const forget = () => {
    for (const [event, all] of [
      ['opened', recents.recentlyOpened],
      ['closed', recents.recentlyClosed]
    ] as const) {
      all
        .filter(({ path }) => path.startsWith(`${DRIVE_NAME}:`))
        .forEach(document => recents.removeRecent(document, event));
    }
  };
  recents.changed.connect(forget);
  forget();
}
