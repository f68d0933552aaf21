import { PathExt } from '@jupyterlab/coreutils';
import type { Contents } from '@jupyterlab/services';

import { isMissing } from '../notebook';

/**
 * Make the folders that a file lies in, as far as they are not there.
 *
 * @param base - the folder that is there, and in which they are
 * @throws what the server answers when it does not want to make them
 */
export async function makeFolders(
  contents: Contents.IManager,
  base: string,
  path: string
): Promise<void> {
  const names = PathExt.dirname(PathExt.relative(base, path)).split('/');
  let folder = base;
  for (const name of names.filter(Boolean)) {
    folder = PathExt.join(folder, name);
    try {
      await contents.get(folder, { content: false });
    } catch (error) {
      if (!isMissing(error)) {
        throw error;
      }
      await contents.save(folder, { type: 'directory' });
    }
  }
}
