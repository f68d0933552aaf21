import { PathExt } from '@jupyterlab/coreutils';
import type { Contents } from '@jupyterlab/services';

import { withExtension } from '../document';

/**
 * Write an export beside the document it was made of.
 *
 * @param path - of the document
 * @param extension - with its dot
 * @returns the path written to: the document's name with the extension, and a
 *   number when there is such a file already
 * @throws what the contents manager throws
 */
export async function writeBeside(
  contents: Contents.IManager,
  path: string,
  extension: string,
  text: string
): Promise<string> {
  const target = await freePath(contents, path, extension);
  await contents.save(target, {
    type: 'file',
    format: 'text',
    content: text
  });
  return target;
}

/**
 * A path beside a document at which there is nothing yet, also where upper and
 * lower case are one.
 */
export async function freePath(
  contents: Contents.IManager,
  path: string,
  extension: string
): Promise<string> {
  const names = new Set(
    [...(await namesBeside(contents, path))].map(name => name.toLowerCase())
  );
  for (let i = 0; ; i++) {
    const target = withExtension(
      path,
      i === 0 ? extension : `-${i}${extension}`
    );
    if (!names.has(PathExt.basename(target).toLowerCase())) {
      return target;
    }
  }
}

/**
 * Make an empty file at a path, unless there is one.
 *
 * @throws what the contents manager throws
 */
export async function ensureFile(
  contents: Contents.IManager,
  path: string
): Promise<void> {
  if (!(await exists(contents, path))) {
    await contents.save(path, { type: 'file', format: 'text', content: '' });
  }
}

/**
 * Whether there is something at a path.
 *
 * It looks into the folder, since asking for what isn't there would put an
 * error into the browser's console.
 */
export async function exists(
  contents: Contents.IManager,
  path: string
): Promise<boolean> {
  return (await namesBeside(contents, path)).has(PathExt.basename(path));
}

async function namesBeside(
  contents: Contents.IManager,
  path: string
): Promise<Set<string>> {
  const folder = await contents.get(PathExt.dirname(path));
  return new Set((folder.content as Contents.IModel[]).map(({ name }) => name));
}
