import { PathExt } from '@jupyterlab/coreutils';
import type { Contents } from '@jupyterlab/services';
import type { IStateDB } from '@jupyterlab/statedb';

import { FILE_EXTENSION, withExtension } from '../document';
import { ensureFile, exists, freePath } from './exports';
import { notebookFiles, rememberFile } from './memoryChanges';

/**
 * The file with the blocks of a notebook: the one that it had before, as when it
 * was renamed; else the one beside it that has its name, unless that is another
 * notebook's; else a new one.
 *
 * @param notebook - the notebook's path
 * @throws what the contents manager throws
 */
export async function notebookFile(
  notebook: string,
  contents: Contents.IManager,
  state: IStateDB | null
): Promise<string> {
  const path = await find(notebook, contents, state);
  await (state && rememberFile(state, notebook, path));
  return path;
}

async function find(
  notebook: string,
  contents: Contents.IManager,
  state: IStateDB | null
): Promise<string> {
  const isThere = (path: string) =>
    // The folder of one that is remembered may be gone.
    exists(contents, path).catch(() => false);
  const known = state ? await notebookFiles(state) : new Map<string, string>();
  const before = known.get(notebook);
  if (before !== undefined && (await isThere(before))) {
    return before;
  }
  const own = withExtension(notebook, FILE_EXTENSION);
  for (const [other, file] of known) {
    if (file === own && other !== notebook && (await isThere(other))) {
      return make(own, contents);
    }
  }
  return (await exists(contents, own)) ? own : make(own, contents);
}

async function make(
  path: string,
  contents: Contents.IManager
): Promise<string> {
  const free = await freePath(contents, path, PathExt.extname(path));
  await ensureFile(contents, free);
  return free;
}
