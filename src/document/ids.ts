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
  const free = new FreeIds();
  for (const block of walkBlocks(workspace)) {
    free.add(block.id ?? '');
  }
  const seen = new Set<string>(['']);
  for (const block of walkBlocks(workspace)) {
    if (block.id === undefined || seen.has(block.id)) {
      const base = block.id || 'block';
      block.id = free.take(base, true);
    }
    seen.add(block.id);
  }
}

/**
 * Ids that nobody has, made of one that somebody has and a number.
 */
export class FreeIds {
  constructor(taken: Iterable<string> = []) {
    this._taken = new Set(taken);
  }

  add(id: string): void {
    this._taken.add(id);
  }

  /**
   * An id that is free until now.
   *
   * @param base - the id, if it is free and needs no number
   * @param isNumbered - whether it has a number in any case
   */
  take(base: string, isNumbered = false): string {
    let id = base;
    let number = this._last.get(base) ?? 1;
    while (this._taken.has(id) || (isNumbered && id === base)) {
      id = `${base}-${++number}`;
    }
    // Else many of one base would each count anew.
    this._last.set(base, number);
    this._taken.add(id);
    return id;
  }

  private readonly _taken: Set<string>;
  private readonly _last = new Map<string, number>();
}
