import type { PartialJSONObject } from '@lumino/coreutils';

import { isObject } from './guardJson';
import { FreeIds } from './ids';
import type { WorkspaceState } from './tokens';
import { walkBlocks } from './walk';

/**
 * Make a list of variables that Blockly can load: each with an id of its own,
 * and each name once, in any case of letters.
 *
 * Two people who each add a variable `x` give a file, merged by Git, that has
 * two; Blockly refuses all of such a file. The blocks of both use the first.
 *
 * @param workspace - changed in place
 */
export function repairVariables(workspace: WorkspaceState): void {
  const { variables } = workspace;
  if (!Array.isArray(variables)) {
    return;
  }
  const list = variables.filter(isObject);
  const ids = new FreeIds(list.map(({ id }) => String(id ?? '')));
  const seen = new Set<string>(['']);
  const byName = new Map<string, PartialJSONObject>();
  const merged = new Map<string, string>();
  const kept: PartialJSONObject[] = [];
  for (const variable of list) {
    const name = String(variable.name);
    const id = String(variable.id ?? '');
    const key = `${name.toLowerCase()}\n${String(variable.type ?? '')}`;
    const twin = byName.get(key);
    if (twin) {
      if (id && !seen.has(id)) {
        merged.set(id, String(twin.id));
      }
      continue;
    }
    if (seen.has(id)) {
      variable.id = ids.take(id || `variable-${name}`);
    }
    seen.add(String(variable.id));
    byName.set(key, variable);
    kept.push(variable);
  }
  if (kept.length < variables.length) {
    workspace.variables = kept;
  }
  if (merged.size) {
    rename(workspace, merged);
  }
}

/**
 * Let the fields of all blocks name other variables.
 */
function rename(workspace: WorkspaceState, ids: Map<string, string>): void {
  for (const { fields } of walkBlocks(workspace)) {
    for (const field of isObject(fields) ? Object.values(fields) : []) {
      if (isObject(field) && typeof field.id === 'string') {
        field.id = ids.get(field.id) ?? field.id;
      }
    }
  }
}
