import { PathExt } from '@jupyterlab/coreutils';
import type { Contents } from '@jupyterlab/services';

/**
 * The path of a file that lies beside another, or in a folder that does: on the
 * same drive, also where that is all there is of its folder.
 *
 * @param path - of the other
 * @param name - of the file, from the folder of the other
 */
export function beside(
  contents: Pick<Contents.IManager, 'driveName'>,
  path: string,
  name: string
): string {
  const found = PathExt.join(PathExt.dirname(path), name);
  const drive = contents.driveName(path);
  return drive && contents.driveName(found) !== drive
    ? `${drive}:${found}`
    : found;
}
