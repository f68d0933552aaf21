import type { Workspace } from 'blockly/core';

import { UNKNOWN_TYPE, type IBlocksChange } from '../blocks';
import { unknownType } from '../blocks/unknown';

/**
 * Whether the blocks of a workspace are to be drawn anew, since their
 * definitions have come or gone.
 */
export function isRedefined(
  workspace: Workspace,
  { added, removed }: IBlocksChange
): boolean {
  return (
    // What can be undone may hold a block of a type that has gone, too.
    removed.size > 0 ||
    workspace
      .getBlocksByType(UNKNOWN_TYPE)
      .some(block => added.has(unknownType(block)))
  );
}
