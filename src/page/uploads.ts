import { PathExt } from '@jupyterlab/coreutils';
import { ServerConnection, type ServiceManager } from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';

import { FILE_EXTENSION } from '../document/fileType';
import { MAX_TEXT_LENGTH } from '../document/limits';

/**
 * Make a folder.
 *
 * @returns whether it was made; not, where there is something of that name
 */
export async function makeFolder(
  services: ServiceManager.IManager,
  path: string
): Promise<boolean> {
  if (await exists(services, path)) {
    return false;
  }
  await services.contents.save(path, { type: 'directory' });
  return true;
}

/**
 * Put workspaces of the user's own disk into a folder, one after the other.
 *
 * @param confirmReplace - asks whether what has a name already is to be replaced
 * @returns why files were not put there, as sentences
 */
export async function putWorkspaces(
  services: ServiceManager.IManager,
  folder: string,
  files: readonly File[],
  confirmReplace: (name: string) => Promise<boolean>,
  trans: TranslationBundle
): Promise<string[]> {
  const refused: string[] = [];
  for (const file of files) {
    const { name } = file;
    const path = PathExt.join(folder, name);
    if (PathExt.extname(name) !== FILE_EXTENSION) {
      refused.push(
        trans.__(
          '“%1” was not uploaded: its name does not end in %2.',
          name,
          FILE_EXTENSION
        )
      );
    } else if (file.size > MAX_TEXT_LENGTH) {
      refused.push(
        trans.__(
          '“%1” was not uploaded: it is larger than a workspace may be.',
          name
        )
      );
    } else if (
      !(await exists(services, path)) ||
      (await confirmReplace(name))
    ) {
      const content = await file.text();
      await services.contents.save(path, {
        type: 'file',
        format: 'text',
        content
      });
    }
  }
  return refused;
}

async function exists(
  { contents }: ServiceManager.IManager,
  path: string
): Promise<boolean> {
  try {
    await contents.get(path, { content: false });
    return true;
  } catch (reason) {
    if (
      reason instanceof ServerConnection.ResponseError &&
      reason.response.status === 404
    ) {
      return false;
    }
    throw reason;
  }
}
