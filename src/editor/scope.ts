import type { Block } from 'blockly/core';

/**
 * The blocks whose lines of code are those of a block: of a statement, with all
 * that lies in it; of a value, the statement that it is a part of.
 */
export function scopeOf(block: Block): Set<string> {
  let statement = block;
  for (
    let parent = block.getParent();
    parent && statement.outputConnection;
    parent = statement.getParent()
  ) {
    statement = parent;
  }
  const ids = new Set([statement.id]);
  const pending = statement === block ? inner(block) : [];
  for (let next = pending.pop(); next; next = pending.pop()) {
    ids.add(next.id);
    pending.push(...next.getChildren(false));
  }
  return ids;
}

function inner(block: Block): Block[] {
  const next = block.getNextBlock();
  return block.getChildren(false).filter(child => child !== next);
}
