import type { Contents } from '@jupyterlab/services';
import type { IStateDB } from '@jupyterlab/statedb';

/**
 * The state database's word for whose keys they are: all before the colon.
 */
const NAMESPACE = 'jupyterlab-jigsaw';

/**
 * What the keys begin with under which panels remember, before a file's path.
 */
export const MEMORY_PREFIX = `${NAMESPACE}:panel:`;

/**
 * Forget what panels of a path remember when its file is deleted, and when a
 * new one is made there: another file of that name is not the same program.
 */
export function forgetDeleted(
  contents: Contents.IManager,
  state: IStateDB
): void {
  const forget = async (path: string): Promise<void> => {
    const key = MEMORY_PREFIX + path;
    const { ids } = await state.list(NAMESPACE);
    await Promise.all(
      ids
        .filter(id => id === key || id.startsWith(`${key}/`))
        .map(id => state.remove(id))
    );
  };
  contents.fileChanged.connect((_, { type, oldValue, newValue }) => {
    const path = { delete: oldValue, new: newValue, rename: null, save: null }[
      type
    ]?.path;
    if (path) {
      void forget(path).catch(() => undefined);
    }
  });
}
