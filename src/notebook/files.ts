import type { Contents, ServerConnection } from '@jupyterlab/services';

/**
 * The text of a file, or null if there is none.
 *
 * @throws what else the server answers
 */
export async function readText(
  contents: Contents.IManager,
  path: string
): Promise<string | null> {
  try {
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
