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

const STRANGE_TEXT = { type: 'text', id: 'w', fields: { TEXT: 'w' } };

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

  it.each([
    ['a field', { ...KNOWN, fields: { VOLUME: 11 } }],
    ['a part of the block', { ...KNOWN, mood: 'glad' }],
    ['an input', { ...KNOWN, inputs: { WHERE: { block: STRANGE_TEXT } } }],
    ['an icon', { ...KNOWN, icons: { stamp: { colour: 'red' } } }],
    [
      'a next block',
      {
        ...{ type: 'procedures_defnoreturn', id: 'print', x: 0, y: 0 },
        extraState: { hasStatements: false },
        next: { block: { type: 'text_print', id: 'below' } }
      }
    ],
    [
      'an option',
      { type: 'math_single', id: 'print', x: 0, y: 0, fields: { OP: 'CBRT' } }
    ]
  ])('keeps %s that our Blockly has not, on a grey block', (_, block) => {
    loadState(state(block, { ...STRANGE, type: 'text_print' }), workspace);
    expect(workspace.getBlockById('print')!.type).toBe(UNKNOWN_TYPE);
    expect(saveState(workspace).blocks!.blocks[0]).toEqual(
      state(block).blocks!.blocks[0]
    );
  });

  it.each([
    { type: 'math_single', fields: { OP: 'ROOT' } },
    { type: 'variables_get', fields: { VAR: { id: 'v', name: 'v' } } },
    { type: 'variables_get', fields: { VAR: { id: 'p' } } },
    { type: 'text', fields: { TEXT: 5 } },
    { type: 'math_number', fields: { NUM: '-1.50' } },
    { type: 'math_number', fields: { NUM: 1e300 } },
    { type: 'logic_boolean', fields: { BOOL: 'FALSE' } },
    { type: 'colour_picker', fields: { COLOUR: '#FF8000' } },
    { type: 'controls_if', extraState: { elseIfCount: 1 } },
    {
      type: 'text',
      fields: { TEXT: 'a' },
      icons: { comment: { text: 'b', pinned: false, height: 80, width: 160 } },
      data: 'c',
      deletable: false,
      movable: false,
      editable: false,
      collapsed: true,
      inline: true,
      disabledReasons: ['MANUALLY_DISABLED']
    },
    {
      type: 'procedures_defreturn',
      extraState: { params: [{ name: 'x', id: 'p' }] },
      fields: { NAME: 'f' }
    },
    {
      type: 'procedures_callreturn',
      extraState: { name: 'f', params: ['x'] },
      inputs: { ARG0: { block: { type: 'math_number', fields: { NUM: 1 } } } }
    },
    { type: 'lists_split', extraState: '<mutation mode="JOIN"></mutation>' },
    { type: 'math_number', fields: { NUM: '1' }, enabled: false }
  ])('shows %j in its colours', block => {
    loadState(
      state(
        { ...block, id: 'it' },
        {
          ...{ type: 'procedures_defreturn', id: 'd' },
          extraState: { params: [{ name: 'q', id: 'p' }] }
        }
      ),
      workspace
    );
    expect(workspace.getBlockById('it')!.type).toBe(block.type);
  });

  // Blockly makes something else of each, and a save would write that.
  it.each([
    ['math_number', { NUM: '12abc' }],
    ['math_number', { NUM: '1,000,000' }],
    ['math_number', { NUM: '' }],
    ['math_number', { NUM: null }],
    ['math_number', { NUM: true }],
    ['math_number', { NUM: [1] }],
    ['controls_repeat', { TIMES: -5 }],
    ['controls_repeat', { TIMES: 2.5 }],
    ['text', { TEXT: ['a', 'b'] }],
    ['text', { TEXT: { a: 1 } }],
    ['text', { TEXT: null }],
    ['logic_boolean', { BOOL: ['TRUE'] }],
    ['colour_picker', { COLOUR: 'no colour' }],
    ['variables_get', { VAR: { id: 'gone' } }],
    ['variables_get', { VAR: 'gone' }],
    ['variables_get', { VAR: {} }],
    ['procedures_defnoreturn', { NAME: ['f'] }]
  ])('keeps a block %s of %j on a grey block', (type, fields) => {
    const before = {
      ...state({ type, id: 'it', x: 1, y: 2, fields }),
      variables: [{ name: 'here', id: 'here' }]
    };
    loadState(before, workspace);
    const block = workspace.getBlockById('it')!;
    expect(block.type).toBe(UNKNOWN_TYPE);
    expect(block.getTooltip()).toContain(JSON.stringify(fields));
    expect(saveState(workspace)).toEqual(before);
    expect(workspace.getVariableMap().getAllVariables()).toHaveLength(1);
  });

  it('keeps what stands in a block with such a value, and what follows', () => {
    const before = state({
      ...{ type: 'controls_repeat', id: 'it', x: 1, y: 2 },
      fields: { TIMES: -5 },
      inputs: { DO: { block: { type: 'text_print', id: 'in' } } },
      next: { block: { type: 'text_print', id: 'below' } }
    });
    loadState(before, workspace);
    expect(workspace.getBlockById('in')!.type).toBe('text_print');
    expect(workspace.getBlockById('below')!.type).toBe('text_print');
    expect(saveState(workspace)).toEqual(before);
  });

  it('shows a block as itself whose options are made anew each time', () => {
    Blockly.Blocks.listening = {
      init(this: Blockly.Block) {
        this.appendDummyInput().appendField(
          new Blockly.FieldDropdown(() => [[`at ${Date.now()}`, 'NOW']]),
          'WHEN'
        );
      }
    };
    const block = { type: 'listening', id: 'print', x: 0, y: 0 };
    loadState(state({ ...block, fields: { WHEN: 'YESTERDAY' } }), workspace);
    expect(workspace.getBlockById('print')!.type).toBe('listening');
    delete Blockly.Blocks.listening;
  });

  it('keeps the names of functions, of which each can be only once', () => {
    const name = 'f9007199254740992';
    const define = (id: string, NAME: string) => ({
      type: 'procedures_defnoreturn',
      id,
      x: 0,
      y: 0,
      fields: { NAME }
    });
    const before = state(
      define('a', name),
      define('b', name.toUpperCase()),
      define('c', ' padded '),
      define('d', 'other')
    );
    loadState(before, workspace);
    const grey = workspace
      .getBlocksByType(UNKNOWN_TYPE)
      .map(({ id }) => id)
      .sort();
    expect(grey).toEqual(['b', 'c']);
    expect(saveState(workspace)).toEqual(before);
  });

  it('keeps a number that has no end', () => {
    const number = { type: 'math_number', id: 'n', x: 0, y: 0 };
    loadState(state({ ...number, fields: { NUM: 1 } }), workspace);
    workspace.getBlockById('n')!.setFieldValue('-infinity', 'NUM');
    const saved = JSON.parse(
      JSON.stringify(saveState(workspace))
    ) as WorkspaceState;
    loadState(saved, workspace);
    expect(workspace.getBlockById('n')!.type).toBe('math_number');
    expect(workspace.getBlockById('n')!.getFieldValue('NUM')).toBe(-Infinity);
  });

  it('keeps parts of the workspace that our Blockly has not', () => {
    const before = { ...state(KNOWN), robots: [{ name: 'Karel' }] };
    const rest = loadState(before, workspace);
    expect(saveState(workspace, rest)).toEqual(before);
    workspace.clear();
    expect(saveState(workspace, rest)).toEqual({ robots: before.robots });
  });

  it('makes one block a type to look at, however many there are', () => {
    const newBlock = jest.spyOn(Blockly.Workspace.prototype, 'newBlock');
    const many = Array.from({ length: 50 }, (_, i) => ({
      type: 'controls_if',
      id: `if${i}`,
      extraState: { elseIfCount: i % 2 }
    }));
    loadState(state(...many), workspace);
    expect(newBlock.mock.calls).toHaveLength(50 + 2);
    newBlock.mockRestore();
  });

  it('leaves undo as it was when Blockly refuses a state', () => {
    const broken = {
      ...KNOWN,
      next: { block: { type: 'text', id: 'lost' } }
    };
    expect(() => loadState(state(broken), workspace)).toThrow();
    expect(Blockly.Events.getRecordUndo()).toBe(true);
    expect(Blockly.Events.getGroup()).toBe('');
  });

  it('leaves no workspace and no event listener behind', () => {
    const before = Blockly.Workspace.getAll().length;
    loadState(state(STRANGE), workspace);
    expect(Blockly.Workspace.getAll()).toHaveLength(before);
    expect(Blockly.Events.isEnabled()).toBe(true);
  });
});
