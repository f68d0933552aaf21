import { walkBlocks } from './walk';
import type { WorkspaceState } from './tokens';

/**
 * Give an id to every block that has none, or has that of a block before it.
 *
 * Blockly would make one by chance, and two views of one file could then not
 * tell each other which block was edited.
 *
 * @param workspace - changed in place
 */
export function repairIds(workspace: WorkspaceState): void {
  const all = new Set<string>();
  for (const block of walkBlocks(workspace)) {
    all.add(block.id ?? '');
  }
  const seen = new Set<string>(['']);
  const last = new Map<string, number>();
  for (const block of walkBlocks(workspace)) {
    if (block.id === undefined || seen.has(block.id)) {
      const base = block.id || 'block';
      let number = (last.get(base) ?? 1) + 1;
      while (all.has(`${base}-${number}`)) {
        number++;
      }
      last.set(base, number);
      block.id = `${base}-${number}`;
      all.add(block.id);
    }
    seen.add(block.id);
  }
}
