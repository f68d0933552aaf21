import type { Contents } from '@jupyterlab/services';
import type { IStateDB } from '@jupyterlab/statedb';
import type { PartialJSONObject } from '@lumino/coreutils';

/**
 * The state database's word for whose keys they are: all before the colon.
 */
const NAMESPACE = 'jupyterlab-jigsaw';

/**
 * What the keys begin with under which panels remember, before a file's path.
 */
export const MEMORY_PREFIX = `${NAMESPACE}:panel:`;

/**
 * What the keys begin with under which the file of a notebook is remembered,
 * before the notebook's path.
 */
const NOTEBOOK_PREFIX = `${NAMESPACE}:notebook:`;

/**
 * Follow a change of the files: forget what is remembered of a path when its
 * file is deleted, and when a new one is made there, since another file of that
 * name is not the same program; and remember it under the new path when it, its
 * notebook, or their folder is renamed.
 */
export async function follow(
  state: IStateDB,
  { type, oldValue, newValue }: Contents.IChangedArgs
): Promise<void> {
  const from = oldValue?.path;
  const to = newValue?.path;
  const isRename = type === 'rename' && from && to;
  const gone = type === 'delete' ? from : type === 'new' ? to : undefined;
  const path = isRename ? from : gone;
  if (!path) {
    return;
  }
  const isIn = (other: string) =>
    other === path || other.startsWith(`${path}/`);
  const moved = (other: string) =>
    isIn(other) ? to! + other.slice(path.length) : other;
  const { ids, values } = await state.list(NAMESPACE);
  for (const [n, id] of ids.entries()) {
    const prefix = [MEMORY_PREFIX, NOTEBOOK_PREFIX].find(one =>
      id.startsWith(one)
    );
    if (!prefix) {
      continue;
    }
    const key = id.slice(prefix.length);
    // The other path that is in it: a panel's notebook, or a notebook's file.
    const name = prefix === MEMORY_PREFIX ? 'notebook' : 'file';
    const value = values[n] as PartialJSONObject;
    const other = value[name];
    if (!isRename) {
      if (isIn(key) || (name === 'file' && isIn(String(other)))) {
        await state.remove(id);
      }
      continue;
    }
    const next =
      typeof other === 'string' ? { ...value, [name]: moved(other) } : value;
    if (isIn(key)) {
      await state.remove(id);
    }
    if (isIn(key) || next[name] !== other) {
      await state.save(prefix + moved(key), next);
    }
  }
}

/**
 * The files of notebooks, by the notebooks' paths.
 */
export async function notebookFiles(
  state: IStateDB
): Promise<Map<string, string>> {
  const { ids, values } = await state.list(NAMESPACE);
  const found = new Map<string, string>();
  for (const [n, id] of ids.entries()) {
    const { file } = values[n] as PartialJSONObject;
    if (id.startsWith(NOTEBOOK_PREFIX) && typeof file === 'string') {
      found.set(id.slice(NOTEBOOK_PREFIX.length), file);
    }
  }
  return found;
}

/**
 * Remember which file a notebook has.
 */
export async function rememberFile(
  state: IStateDB,
  notebook: string,
  file: string
): Promise<void> {
  await state.save(NOTEBOOK_PREFIX + notebook, { file });
}
