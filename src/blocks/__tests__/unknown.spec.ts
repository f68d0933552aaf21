import { Events, Workspace, serialization } from 'blockly/core';

import { UNKNOWN_TYPE, defineBlocks, type IUnknownBlockState } from '..';

function extraState(
  shape: Partial<IUnknownBlockState['shape']>
): IUnknownBlockState {
  return {
    type: 'robot_move',
    shape: {
      output: false,
      previous: false,
      next: false,
      inputs: [],
      ...shape
    },
    state: { fields: { SPEED: 3 }, data: 'kept', extraState: { a: [1] } }
  };
}

const number = { type: 'math_number', id: 'n', fields: { NUM: 1 } };

const print = { type: 'text_print', id: 'p' };

/**
 * A placeholder with all connections that a statement can have.
 */
const statement = {
  type: UNKNOWN_TYPE,
  id: 'u',
  x: 1,
  y: 2,
  extraState: extraState({
    previous: true,
    next: true,
    inputs: [
      { name: 'DISTANCE', kind: 'value' },
      { name: 'DO', kind: 'statement' }
    ]
  }),
  inputs: { DISTANCE: { block: number }, DO: { block: print } },
  next: { block: { type: 'text_print', id: 'q' } }
};

describe('a placeholder', () => {
  beforeAll(() => defineBlocks());

  it('is saved as it was loaded', () => {
    const workspace = new Workspace();
    const state = { blocks: { languageVersion: 0, blocks: [statement] } };

    serialization.workspaces.load(state, workspace);

    const saved = serialization.workspaces.save(workspace);
    expect(JSON.parse(JSON.stringify(saved))).toEqual(state);
  });

  it('names the block that it stands for', () => {
    const block = serialization.blocks.append(statement, new Workspace());

    expect(block.toString()).toContain('robot_move');
    expect(block.getTooltip()).toMatch(/not known here/);
  });

  it('fits where the block was a value', () => {
    const value = {
      type: UNKNOWN_TYPE,
      extraState: extraState({ output: true })
    };
    const outer = { ...print, inputs: { TEXT: { block: value } } };

    const block = serialization.blocks.append(outer, new Workspace());

    const inner = block.getInputTargetBlock('TEXT');
    expect(inner?.type).toBe(UNKNOWN_TYPE);
    expect(inner?.previousConnection).toBeNull();
  });

  it('survives being deleted by mistake', async () => {
    const workspace = new Workspace();
    serialization.blocks.append(statement, workspace);
    const before = serialization.workspaces.save(workspace);
    const deleted = new Promise<void>(resolve => {
      workspace.addChangeListener(event => {
        if (event.type === Events.BLOCK_DELETE) {
          resolve();
        }
      });
    });

    workspace.getBlockById('u')?.dispose(false);
    await deleted;
    workspace.undo(false);

    expect(serialization.workspaces.save(workspace)).toEqual(before);
  });

  it('takes its state again', () => {
    const block = serialization.blocks.append(statement, new Workspace());

    block.loadExtraState?.(statement.extraState);

    expect(block.inputList.map(({ name }) => name)).toEqual([
      'JIGSAW_LABEL',
      'DISTANCE',
      'DO'
    ]);
    expect(block.getInputTargetBlock('DISTANCE')?.id).toBe('n');
  });
});
