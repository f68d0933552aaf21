import { PathExt } from '@jupyterlab/coreutils';
import type { Contents, ServerConnection } from '@jupyterlab/services';

const MEGABYTE = 1024 * 1024;

/**
 * The largest file that is read, in bytes: many times what a workspace of as
 * many blocks has as a page can draw.
 */
export const MAX_FILE_SIZE = 10 * MEGABYTE;

/**
 * Says that a file is not read, since it is too large.
 */
export class TooLargeError extends Error {
  constructor(path: string, size: number, limit: number) {
    super(
      `“${PathExt.basename(path)}” has ${Math.ceil(size / MEGABYTE)} MB; ` +
        `at most ${limit / MEGABYTE} MB are read.`
    );
  }
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
