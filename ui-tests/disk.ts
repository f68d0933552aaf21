import type { APIRequestContext } from '@playwright/test';

/**
 * What the server has in a file; nothing if there is none.
 */
export async function read(
  request: APIRequestContext,
  path: string
): Promise<string> {
  const response = await request.get(
    `api/contents/${path}?type=file&format=text`
  );
  return response.ok() ? (await response.json()).content : '';
}

/**
 * The names of the files in a folder.
 */
export async function list(
  request: APIRequestContext,
  path: string
): Promise<string[]> {
  const response = await request.get(`api/contents/${path}`);
  const { content } = await response.json();
  return content.map((item: { name: string }) => item.name).sort();
}
