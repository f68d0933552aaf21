import { PathExt } from '@jupyterlab/coreutils';
import type { Contents, ServerConnection } from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';

const MEGABYTE = 1024 * 1024;

/**
 * The largest file that is read, in bytes: many times what a workspace of as
 * many blocks has as a page can draw.
 */
export const MAX_FILE_SIZE = 10 * MEGABYTE;

/**
 * Says that a file is not read, since it is too large; in bytes.
 */
export class TooLargeError extends Error {
  constructor(
    readonly path: string,
    readonly size: number,
    readonly limit: number
  ) {
    super(`${path} is too large`);
  }
}

/**
 * What went wrong with a file, as a sentence for the user.
 */
export function explainFileError(
  error: unknown,
  trans: TranslationBundle
): string {
  if (error instanceof TooLargeError) {
    return trans.__(
      '“%1” has %2 MB; at most %3 MB are read.',
      PathExt.basename(error.path),
      Math.ceil(error.size / MEGABYTE),
      error.limit / MEGABYTE
    );
  }
  return error instanceof Error ? error.message : String(error);
}

/**
 * The text of a file, or null if there is none. One that is too large is not
 * fetched: the page would have to hold all of it.
 *
 * @throws what else the server answers, and `TooLargeError`
 */
export async function readText(
  contents: Contents.IManager,
  path: string,
  limit = MAX_FILE_SIZE
): Promise<string | null> {
  try {
    // Not every drive says how large a file is.
    const { size = 0 } = await contents.get(path, { content: false });
    if (size > limit) {
      throw new TooLargeError(path, size, limit);
    }
    const { content } = await contents.get(path, {
      type: 'file',
      format: 'text',
      content: true
    });
    return String(content);
  } catch (error) {
    if (isMissing(error)) {
      return null;
    }
    throw error;
  }
}

/**
 * Whether a server has said that there is no such file.
 */
export function isMissing(error: unknown): boolean {
  const { response } = error as ServerConnection.ResponseError;
  return response?.status === 404;
}
