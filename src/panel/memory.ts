import type { Contents } from '@jupyterlab/services';
import type { IStateDB } from '@jupyterlab/statedb';

/**
 * What keeps the memory of panels in step with the files.
 */
export function keepMemory(contents: Contents.IManager, state: IStateDB): void {
  contents.fileChanged.connect((_, change) => {
    if (change.type !== 'save') {
      void import('./memoryChanges')
        .then(({ follow }) => follow(state, change))
        // Panels without their memory are in their first order.
        .catch(() => undefined);
    }
  });
}
