import type { Contents } from '@jupyterlab/services';

import { isMissing, readText } from '../notebook';

/**
 * The largest page that is read, in bytes: many times what the magic makes,
 * also with a large workspace in it.
 */
export const MAX_PAGE_SIZE = 5 * 1024 * 1024;

/**
 * The text of a page, or null if there is none. One that is too large is none
 * of `%jigsaw`: its text is empty, and it is not fetched.
 *
 * @throws what else the server answers
 */
export async function readPageFile(
  contents: Contents.IManager,
  path: string
): Promise<string | null> {
  try {
    // Not every drive says how large a file is.
    const { size } = await contents.get(path, { content: false });
    if ((size ?? 0) > MAX_PAGE_SIZE) {
      return '';
    }
  } catch (error) {
    if (isMissing(error)) {
      return null;
    }
    throw error;
  }
  return readText(contents, path);
}
