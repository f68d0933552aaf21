import type { IBlockState, WorkspaceState } from './tokens';

/**
 * Every block of a workspace, shadows among them, in the order of the file.
 *
 * There is no recursion, so chains of any length are walked.
 */
export function* walkBlocks(workspace: WorkspaceState): Generator<IBlockState> {
  const pending = [...(workspace.blocks?.blocks ?? [])].reverse();
  for (let block = pending.pop(); block; block = pending.pop()) {
    yield block;
    for (const child of childBlocks(block).reverse()) {
      pending.push(child);
    }
  }
}

/**
 * The blocks that stand on a block's connections, in the order of the file.
 */
export function childBlocks(block: IBlockState): IBlockState[] {
  const children: IBlockState[] = [];
  const connections = Object.values(block.inputs ?? {});
  for (const connection of block.next
    ? [...connections, block.next]
    : connections) {
    if (connection.shadow) {
      children.push(connection.shadow);
    }
    if (connection.block) {
      children.push(connection.block);
    }
  }
  return children;
}
