import { PathExt } from '@jupyterlab/coreutils';
import type { Contents } from '@jupyterlab/services';
import type { IStateDB } from '@jupyterlab/statedb';

import { FILE_EXTENSION, withExtension } from '../document';
import { ensureFile, exists, freePath } from './exports';
import { attachments } from './memoryChanges';

/**
 * The file with the blocks of a notebook, which is made if there is none: the
 * one beside it that has its name, unless that works for another notebook; else
 * one that has worked for this, as when the notebook was renamed.
 *
 * @param notebook - the notebook's path
 * @param open - the notebooks of the panels that are open, by their files
 * @throws what the contents manager throws
 */
export async function notebookFile(
  notebook: string,
  contents: Contents.IManager,
  state: IStateDB | null,
  open: ReadonlyMap<string, string>
): Promise<string> {
  const attached = new Map([
    ...((state && (await attachments(state))) ?? []),
    ...open
  ]);
  const isThere = (path: string) =>
    // The folder of one that is remembered may be gone.
    exists(contents, path).catch(() => false);
  const own = withExtension(notebook, FILE_EXTENSION);
  const user = attached.get(own) ?? notebook;
  const isOthers = user !== notebook && (await isThere(user));
  if (!isOthers && (await exists(contents, own))) {
    return own;
  }
  for (const [path, of] of attached) {
    if (of === notebook && (await isThere(path))) {
      return path;
    }
  }
  const path = await freePath(contents, own, PathExt.extname(own));
  await ensureFile(contents, path);
  return path;
}
