import * as Blockly from 'blockly/core';

import { defineBlocks, UNKNOWN_TYPE } from '../../blocks';
import type { WorkspaceState } from '../../document';
import { loadState, saveState } from '../state';

const KNOWN = {
  type: 'text_print',
  id: 'print',
  x: 10,
  y: 20,
  inputs: {
    TEXT: { shadow: { type: 'text', id: 'text', fields: { TEXT: 'hi' } } }
  }
};

const STRANGE = {
  type: 'robot_walk',
  id: 'walk',
  x: 10,
  y: 90,
  extraState: { legs: 2 },
  fields: { SPEED: 3 },
  next: { block: { ...KNOWN, x: undefined, y: undefined } }
};

function state(...blocks: object[]): WorkspaceState {
  return JSON.parse(
    JSON.stringify({ blocks: { languageVersion: 0, blocks } })
  ) as WorkspaceState;
}

describe('loadState and saveState', () => {
  let workspace: Blockly.Workspace;

  beforeAll(() => defineBlocks());

  beforeEach(() => {
    workspace = new Blockly.Workspace();
  });

  afterEach(() => {
    workspace.dispose();
  });

  it('shows blocks that we have as themselves', () => {
    loadState(state(KNOWN), workspace);
    expect(workspace.getBlockById('print')!.type).toBe('text_print');
    expect(saveState(workspace)).toEqual(state(KNOWN));
  });

  it('shows a block that we have not as a grey one, and keeps it', () => {
    const before = state(STRANGE);
    loadState(before, workspace);
    expect(workspace.getBlockById('walk')!.type).toBe(UNKNOWN_TYPE);
    expect(workspace.getBlockById('print')!.type).toBe('text_print');
    expect(before).toEqual(state(STRANGE));
    expect(saveState(workspace)).toEqual(state(STRANGE));
  });

  it('keeps a grey block where a person has put it', () => {
    loadState(state(STRANGE), workspace);
    workspace.getBlockById('walk')!.moveBy(5, 7);
    expect(saveState(workspace)).toEqual(state({ ...STRANGE, x: 15, y: 97 }));
  });

  it('leaves no workspace and no event listener behind', () => {
    const before = Blockly.Workspace.getAll().length;
    loadState(state(STRANGE), workspace);
    expect(Blockly.Workspace.getAll()).toHaveLength(before);
    expect(Blockly.Events.isEnabled()).toBe(true);
  });
});
