import type { Contents } from '@jupyterlab/services';

import { readText, TooLargeError } from '../notebook';

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
    return await readText(contents, path, MAX_PAGE_SIZE);
  } catch (error) {
    if (error instanceof TooLargeError) {
      return '';
    }
    throw error;
  }
}
