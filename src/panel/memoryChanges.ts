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
 * Follow a change of the files: forget what panels of a path remember when its
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
  if (type === 'rename' && from && to) {
    await rename(state, from, to);
    return;
  }
  const gone = type === 'delete' ? from : type === 'new' ? to : null;
  for (const [path] of gone ? await memories(state) : []) {
    if (isIn(path, gone!)) {
      await state.remove(MEMORY_PREFIX + path);
    }
  }
}

/**
 * The notebooks that panels are attached to, or were when they were closed, by
 * the path of the panel's file.
 */
export async function attachments(
  state: IStateDB
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const [path, { notebook }] of await memories(state)) {
    if (typeof notebook === 'string') {
      found.set(path, notebook);
    }
  }
  return found;
}

async function rename(state: IStateDB, from: string, to: string) {
  const moved = (path: string) =>
    isIn(path, from) ? to + path.slice(from.length) : path;
  for (const [path, memory] of await memories(state)) {
    const { notebook } = memory;
    const next =
      typeof notebook === 'string'
        ? { ...memory, notebook: moved(notebook) }
        : memory;
    if (moved(path) !== path) {
      await state.remove(MEMORY_PREFIX + path);
    } else if (next.notebook === notebook) {
      continue;
    }
    await state.save(MEMORY_PREFIX + moved(path), next);
  }
}

async function memories(
  state: IStateDB
): Promise<[path: string, memory: PartialJSONObject][]> {
  const { ids, values } = await state.list(NAMESPACE);
  return ids.flatMap((id, n): [string, PartialJSONObject][] => {
    const memory: unknown = values[n];
    return id.startsWith(MEMORY_PREFIX) && memory && typeof memory === 'object'
      ? [[id.slice(MEMORY_PREFIX.length), memory as PartialJSONObject]]
      : [];
  });
}

const isIn = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(`${folder}/`);
