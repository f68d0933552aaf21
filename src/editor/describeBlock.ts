import * as Blockly from 'blockly/core';

import type { DescribeBlock, IBlockShape } from '../document';

/**
 * Make a function that says where blocks have connections, for `hideUnknown`.
 *
 * A block with state of its own is asked for each time, since its state says
 * what inputs it has. Dispose of the function's workspace when it is done with.
 */
export function blockDescriber(): {
  describe: DescribeBlock;
  dispose: () => void;
} {
  const workspace = new Blockly.Workspace();
  return {
    describe: (type, state) => {
      if (!Object.hasOwn(Blockly.Blocks, type)) {
        return null;
      }
      try {
        return probe(type, workspace, block => {
          loadExtraState(block, state.extraState);
          return shapeOf(block);
        });
      } catch {
        // What Blockly cannot read it could not show either.
        return null;
      }
    },
    dispose: () => quietly(() => workspace.dispose())
  };
}

/**
 * Look at a block of a type in a workspace that has no other, and clear it.
 */
export function probe<T>(
  type: string,
  workspace: Blockly.Workspace,
  look: (block: Blockly.Block) => T
): T {
  return quietly(() => {
    try {
      return look(workspace.newBlock(type));
    } finally {
      workspace.clear();
    }
  });
}

/**
 * Do something without events: nobody else is concerned.
 */
export function quietly<T>(action: () => T): T {
  Blockly.Events.disable();
  try {
    return action();
  } finally {
    Blockly.Events.enable();
  }
}

function loadExtraState(block: Blockly.Block, extraState: unknown): void {
  if (extraState === undefined) {
    return;
  }
  if (block.loadExtraState) {
    block.loadExtraState(extraState);
  } else if (block.domToMutation) {
    block.domToMutation(Blockly.utils.xml.textToDom(String(extraState)));
  }
}

function shapeOf(block: Blockly.Block): IBlockShape {
  return {
    output: block.outputConnection !== null,
    previous: block.previousConnection !== null,
    next: block.nextConnection !== null,
    inputs: block.inputList
      .filter(input => input.connection !== null)
      .map(input => ({
        name: input.name,
        kind:
          input.connection!.type === Blockly.ConnectionType.INPUT_VALUE
            ? ('value' as const)
            : ('statement' as const)
      }))
  };
}
