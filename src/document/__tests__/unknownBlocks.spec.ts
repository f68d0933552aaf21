import type {
  DescribeBlock,
  IBlockShape,
  IBlockState,
  WorkspaceState
} from '..';
import {
  hideUnknown,
  restoreUnknown,
  stringify,
  UNKNOWN_BLOCK_TYPE,
  unknownState
} from '..';
import { walkBlocks } from '../walk';
import { chain, randomContent, stackOf, tower } from './samples';

const value = (...names: string[]): IBlockShape => ({
  output: true,
  previous: false,
  next: false,
  inputs: names.map(name => ({ name, kind: 'value' as const }))
});
const statement = (...inputs: IBlockShape['inputs']): IBlockShape => ({
  output: false,
  previous: true,
  next: true,
  inputs
});

const SHAPES: Record<string, IBlockShape> = {
  a: statement(
    { name: 'IN0', kind: 'value' },
    { name: 'DO', kind: 'statement' }
  ),
  b: value('A'),
  if: statement(
    { name: 'IF0', kind: 'value' },
    { name: 'DO0', kind: 'statement' }
  )
};
const describeBlock: DescribeBlock = type =>
  Object.hasOwn(SHAPES, type) ? SHAPES[type] : null;

function hidden(block: IBlockState): IBlockState {
  return hideUnknown(stackOf(block).workspace, describeBlock).blocks!.blocks[0];
}

function shapeOf(block: IBlockState | undefined): IBlockShape {
  return unknownState(block!)!.shape;
}

describe('hideUnknown', () => {
  it('leaves a workspace alone in which every block is known', () => {
    const workspace = stackOf({
      type: 'a',
      next: { block: { type: 'if' } }
    }).workspace;
    expect(hideUnknown(workspace, describeBlock)).toBe(workspace);
    const empty: WorkspaceState = { variables: [] };
    expect(hideUnknown(empty, describeBlock)).toBe(empty);
  });

  it('keeps aside what the grey block does not have', () => {
    const block = hidden({
      type: 'stranger',
      id: 'i',
      x: 1,
      y: 2,
      collapsed: true,
      extraState: { n: 1 },
      fields: { F: 1 },
      inputs: { A: { block: { type: 'b', id: 'j' } } }
    });
    expect(block).toEqual({
      type: UNKNOWN_BLOCK_TYPE,
      id: 'i',
      x: 1,
      y: 2,
      extraState: {
        type: 'stranger',
        shape: {
          output: false,
          previous: true,
          next: true,
          inputs: [{ name: 'A', kind: 'value' }]
        },
        state: { collapsed: true, extraState: { n: 1 }, fields: { F: 1 } }
      },
      inputs: { A: { block: { type: 'b', id: 'j' } } }
    });
  });

  it('gives a block in a stack what it needs to stand there', () => {
    const top = hidden({
      type: 'a',
      next: { block: { type: 'x', next: { block: { type: 'y' } } } }
    });
    const first = top.next!.block!;
    expect(shapeOf(first)).toEqual(statement());
    expect(shapeOf(first.next!.block)).toEqual({ ...statement(), next: false });
  });

  it('looks at a known parent for what kind an input has', () => {
    const top = hidden({
      type: 'if',
      extraState: { elseIfCount: 1 },
      inputs: {
        IF0: { block: { type: 'x' } },
        DO0: { block: { type: 'x' } },
        IF1: { shadow: { type: 'x' }, block: { type: 'x' } },
        DO1: { block: { type: 'x' } },
        ODD: { block: { type: 'x' } },
        RUN: { block: { type: 'x', next: { block: { type: 'a' } } } }
      }
    });
    const outputs = Object.entries(top.inputs!).map(([name, { block }]) => [
      name,
      shapeOf(block).output
    ]);
    expect(Object.fromEntries(outputs)).toEqual({
      IF0: true,
      DO0: false,
      // Of a block that has grown: as the inputs of the same name are.
      IF1: true,
      DO1: false,
      // Nothing is known: a value, unless something follows it.
      ODD: true,
      RUN: false
    });
    expect(shapeOf(top.inputs!.IF1.shadow).output).toBe(true);
  });

  it('looks at known children for what kind the inputs of a grey block have', () => {
    const top = hidden({
      type: 'x',
      inputs: {
        V: { block: { type: 'b' } },
        S: { block: { type: 'a' } },
        W: { shadow: { type: 'b' } },
        Q: { block: { type: 'y' } }
      }
    });
    expect(shapeOf(top).inputs).toEqual([
      { name: 'V', kind: 'value' },
      { name: 'S', kind: 'statement' },
      { name: 'W', kind: 'value' },
      { name: 'Q', kind: 'value' }
    ]);
    expect(shapeOf(top.inputs!.Q.block).output).toBe(true);
  });

  it('does not change what it is given', () => {
    for (let seed = 1; seed <= 50; seed++) {
      const { workspace } = randomContent(seed);
      const before = JSON.stringify(workspace);
      restoreUnknown(hideUnknown(workspace, describeBlock));
      expect(JSON.stringify(workspace)).toBe(before);
    }
  });
});

describe('restoreUnknown', () => {
  it('gives back the same bytes', () => {
    let greys = 0;
    for (let seed = 1; seed <= 300; seed++) {
      const content = randomContent(seed);
      const grey = hideUnknown(content.workspace, describeBlock);
      for (const block of walkBlocks(grey)) {
        greys += block.type === UNKNOWN_BLOCK_TYPE ? 1 : 0;
        expect(
          describeBlock(block.type, block) ?? unknownState(block)
        ).not.toBeNull();
      }
      // As they come out of Blockly: another object, with nothing shared.
      const saved = JSON.parse(JSON.stringify(grey)) as WorkspaceState;
      const workspace = restoreUnknown(saved);
      expect(stringify({ ...content, workspace })).toBe(stringify(content));
    }
    expect(greys).toBeGreaterThan(500);
  });

  it('keeps what was done to a grey block', () => {
    const grey = hidden({ type: 'x', id: 'i', x: 1, y: 1, fields: { F: 1 } });
    const moved = {
      ...grey,
      x: 50,
      collapsed: true,
      icons: { comment: { text: 'why?' } },
      inline: false,
      next: { block: { type: 'a' } }
    };
    const { blocks } = restoreUnknown(stackOf(moved).workspace);
    expect(blocks!.blocks[0]).toEqual({
      type: 'x',
      id: 'i',
      x: 50,
      y: 1,
      fields: { F: 1 },
      collapsed: true,
      icons: { comment: { text: 'why?' } },
      next: { block: { type: 'a' } }
    });
  });

  it('does not put what was done to a grey block over what the file had', () => {
    const comment = { text: 'from the file' };
    const grey = hidden({ type: 'x', id: 'i', icons: { comment } });
    const edited = { ...grey, icons: { comment: { text: 'on the grey one' } } };
    const { blocks } = restoreUnknown(stackOf(edited).workspace);
    expect(blocks!.blocks[0].icons).toEqual({ comment });
  });

  it('hides and restores 10,000 levels', () => {
    for (const block of [chain(10_000), tower(10_000)]) {
      const content = stackOf(block);
      const workspace = restoreUnknown(
        hideUnknown(content.workspace, () => null)
      );
      expect(stringify({ ...content, workspace })).toBe(stringify(content));
    }
  });

  it('does not break on grey blocks that somebody wrote by hand', () => {
    const odd: unknown[] = [
      undefined,
      null,
      7,
      {},
      { type: 'x', shape: {}, state: {} },
      { type: 'x', shape: { ...statement(), inputs: [1] }, state: {} }
    ];
    for (const extraState of odd) {
      const block = {
        type: UNKNOWN_BLOCK_TYPE,
        id: 'i',
        extraState
      } as IBlockState;
      const grey = hidden(block);
      expect(unknownState(grey)!.type).toBe(UNKNOWN_BLOCK_TYPE);
      const back = restoreUnknown(stackOf(grey).workspace).blocks!.blocks[0];
      expect(JSON.stringify(back)).toBe(JSON.stringify(block));
    }
  });

  it('does not let what was kept aside move a block or hang others on it', () => {
    const state = {
      id: 'evil',
      x: 9,
      next: { block: { type: 'a' } },
      __proto__x: 1
    };
    const extraState = { type: 'x', shape: statement(), state };
    const { blocks } = restoreUnknown(
      stackOf({ type: UNKNOWN_BLOCK_TYPE, id: 'i', x: 1, extraState }).workspace
    );
    expect(blocks!.blocks[0]).toEqual({
      type: 'x',
      id: 'i',
      x: 1,
      __proto__x: 1
    });
  });
});
