import { nullTranslator } from '@jupyterlab/translation';
import * as Blockly from 'blockly/core';

import { defineBlocks } from '../../blocks';
import type { IBlockState, WorkspaceState } from '../../document';
import { hideUnknown, walkBlocks } from '../../document';
import { blockDescriber, quietly } from '../describeBlock';
import { saveState } from '../state';
import { exportXml } from '../xmlExport';
import { importXml } from '../xmlImport';

const trans = nullTranslator.load('jupyterlab-jigsaw');

const XHTML = 'http://www.w3.org/1999/xhtml';
const BLOCKLY = 'https://developers.google.com/blockly/xml';

beforeAll(() => defineBlocks());

function read(text: string): {
  workspace: WorkspaceState;
  notes: readonly string[];
} {
  const result = importXml(text, trans);
  if (result.problem) {
    throw new Error(result.problem.message);
  }
  return result;
}

function take(inner: string, namespace = XHTML): WorkspaceState {
  const { workspace, notes } = read(`<xml xmlns="${namespace}">${inner}</xml>`);
  expect(notes).toEqual([]);
  return workspace;
}

function first(inner: string): IBlockState {
  return take(inner).blocks!.blocks[0];
}

/**
 * What is left of a state when Blockly has loaded it, as an editor does.
 */
function throughBlockly(state: WorkspaceState): WorkspaceState {
  const describer = blockDescriber(state);
  const workspace = new Blockly.Workspace();
  return quietly(() => {
    const shown = hideUnknown(state, describer.describe);
    Blockly.serialization.workspaces.load(shown, workspace);
    const saved = saveState(workspace);
    workspace.dispose();
    describer.dispose();
    return saved;
  });
}

describe('importXml', () => {
  it.each([
    ['XHTML', ` xmlns="${XHTML}"`, ''],
    ["Blockly's", ` xmlns="${BLOCKLY}"`, ''],
    ['none', '', ''],
    ['a prefix', ` xmlns:b="${BLOCKLY}"`, 'b:']
  ])('reads the namespace: %s', (_, attribute, p) => {
    const text = `\uFEFF<?xml version="1.0"?>\n<!-- mine --><${p}xml${attribute}>
      <${p}block type="text_print" x="21" y="24"><${p}value name="TEXT">
        <${p}block type="math_number"><${p}field name="NUM">7</${p}field></${p}block>
      </${p}value></${p}block></${p}xml>`;
    const { workspace, notes } = read(text);
    expect(notes).toEqual([]);
    const [block] = workspace.blocks!.blocks;
    expect(block).toMatchObject({ type: 'text_print', x: 21, y: 24 });
    expect(block.inputs!.TEXT.block).toMatchObject({
      type: 'math_number',
      fields: { NUM: 7 }
    });
  });

  it('makes variables of names without ids', () => {
    const state = take(`
      <block type="variables_set"><field name="VAR">total</field>
        <next><block type="text_print"><value name="TEXT">
          <block type="variables_get"><title name="VAR">total</title></block>
        </value></block></next>
      </block>`);
    const variables = state.variables as { name: string; id: string }[];
    expect(variables.map(({ name }) => name)).toEqual(['total']);
    const used = [...walkBlocks(state)].map(
      ({ fields }) => (fields as { VAR?: object } | undefined)?.VAR ?? null
    );
    expect(used).toEqual([
      { id: variables[0].id },
      null,
      { id: variables[0].id }
    ]);
  });

  it('reads lists of variables with ids and without, wherever they stand', () => {
    const state = take(`
      <block type="variables_get"><field name="VAR" id="v1" variabletype="">x</field></block>
      <variables><variable type="" id="v1">x</variable><variable>y</variable></variables>
      <variables><variable id="other">X</variable><variable></variable><variable>z</variable></variables>`);
    expect(state.variables).toMatchObject([
      { name: 'x', id: 'v1' },
      { name: 'y' },
      { name: 'z' }
    ]);
    expect(state.blocks!.blocks[0].fields).toEqual({ VAR: { id: 'v1' } });
  });

  it('understands the mutations of old blocks', () => {
    expect(
      first(`<block type="controls_if"><mutation elseif="1" else="1"></mutation>
        <value name="IF1"><block type="logic_boolean"/></value>
        <statement name="ELSE"><block type="controls_flow_statements"/></statement></block>`)
    ).toMatchObject({
      extraState: { elseIfCount: 1, hasElse: true },
      inputs: { IF1: { block: { type: 'logic_boolean' } } }
    });
    expect(
      first(`<block type="lists_create_with"><mutation items="4"></mutation>
        <value name="ADD3"><block type="text"><field name="TEXT">d</field></block></value></block>`)
    ).toMatchObject({ extraState: { itemCount: 4 }, inputs: { ADD3: {} } });
    const index =
      first(`<block type="lists_getIndex"><mutation statement="true" at="true"></mutation>
        <field name="MODE">REMOVE</field><field name="WHERE">FROM_START</field>
        <value name="AT"><block type="math_number"><field name="NUM">1</field></block></value></block>`);
    expect(index).toMatchObject({
      fields: { MODE: 'REMOVE', WHERE: 'FROM_START' }
    });
    expect(index.inputs!.AT.block!.type).toBe('math_number');
  });

  it('reads procedures that are called before they are defined', () => {
    const state = take(`
      <block type="procedures_callnoreturn"><mutation name="draw"><arg name="n"></arg></mutation>
        <value name="ARG0"><block type="math_number"/></value></block>
      <block type="procedures_defnoreturn"><mutation><arg name="n"></arg></mutation>
        <field name="NAME">draw</field></block>`);
    const [call, definition] = state.blocks!.blocks;
    expect(call).toMatchObject({ extraState: { name: 'draw', params: ['n'] } });
    expect(call.inputs!.ARG0.block!.type).toBe('math_number');
    expect(definition.fields).toMatchObject({ NAME: 'draw' });
    expect(state.variables).toMatchObject([{ name: 'n' }]);
  });

  it('reads colour blocks and those of MetaKernel', () => {
    const state = take(`
      <block type="colour_picker"><field name="COLOUR">#ff0000</field></block>
      <block type="import_statement"></block>
      <block type="expression_value"><field name="expression">f(1, 2)</field></block>`);
    expect(state.blocks!.blocks).toMatchObject([
      { type: 'colour_picker', fields: { COLOUR: '#ff0000' } },
      { type: 'import_statement' },
      { type: 'expression_value', fields: { expression: 'f(1, 2)' } }
    ]);
  });

  it('keeps the flags, comments and data of blocks', () => {
    const block =
      first(`<block type="text_print" id="p" disabled="true" collapsed="true"
        inline="false" deletable="false" movable="false" editable="false">
        <comment pinned="true" h="90" w="200">why &amp; how</comment><data>more</data></block>`);
    expect(block).toMatchObject({
      id: 'p',
      collapsed: true,
      inline: false,
      deletable: false,
      movable: false,
      editable: false,
      disabledReasons: ['MANUALLY_DISABLED'],
      data: 'more',
      icons: {
        comment: { text: 'why & how', pinned: true, height: 90, width: 200 }
      }
    });
    const state = take('<comment x="5" y="6" w="70" h="80">a note</comment>');
    expect(state.workspaceComments).toMatchObject([
      { text: 'a note', x: 5, y: 6 }
    ]);
  });

  it('keeps shadows, also those under a block', () => {
    const block = first(`<block type="math_arithmetic">
        <value name="A"><shadow type="math_number"><field name="NUM">1</field></shadow></value>
        <value name="B"><shadow type="math_number"><field name="NUM">2</field></shadow>
          <block type="math_number"><field name="NUM">3</field></block></value></block>`);
    expect(block.inputs).toMatchObject({
      A: { shadow: { fields: { NUM: 1 } } },
      B: { shadow: { fields: { NUM: 2 } }, block: { fields: { NUM: 3 } } }
    });
  });

  it('keeps blocks that it does not know, with all that they hold', () => {
    const state = take(`
      <block type="robot_go" id="r" x="5" y="6" collapsed="true">
        <mutation speed="2"><arg name="a"></arg></mutation>
        <comment>c</comment>
        <field name="DIR">LEFT</field><field name="VAR" id="v" variabletype="">x</field>
        <value name="HOW"><shadow type="robot_number"><field name="N">1</field></shadow>
          <block type="robot_sum"><value name="A"><block type="math_number"/></value></block></value>
        <statement name="THEN"><block type="text_print"><next><block type="robot_stop"/></next></block></statement>
        <next><block type="text_print"/></next>
      </block>`);
    expect(state.blocks!.blocks).toMatchObject([
      {
        type: 'robot_go',
        id: 'r',
        x: 5,
        y: 6,
        collapsed: true,
        icons: { comment: { text: 'c' } },
        extraState: '<mutation speed="2"><arg name="a"></arg></mutation>',
        fields: { DIR: 'LEFT', VAR: { id: 'v' } },
        inputs: {
          HOW: {
            shadow: { type: 'robot_number', fields: { N: '1' } },
            block: {
              type: 'robot_sum',
              inputs: { A: { block: { type: 'math_number' } } }
            }
          },
          THEN: {
            block: {
              type: 'text_print',
              next: { block: { type: 'robot_stop' } }
            }
          }
        },
        next: { block: { type: 'text_print' } }
      }
    ]);
    expect(throughBlockly(state)).toEqual(state);
    expect(
      Object.keys(Blockly.Blocks).filter(type => type.includes('stand_in'))
    ).toEqual([]);
  });

  it('lays beside what a block has no place for', () => {
    const { workspace, notes } = read(`<xml><block type="text_print">
        <value name="GONE"><block type="math_number"/></value>
        <value name="TEXT"><block type="text"/></value></block></xml>`);
    expect(notes).toEqual([
      expect.stringContaining('"text_print" have no "GONE"')
    ]);
    expect(workspace.blocks!.blocks.map(block => block.type).sort()).toEqual([
      'math_number',
      'text_print'
    ]);
    expect([...walkBlocks(workspace)]).toHaveLength(3);
  });

  it('keeps values that Blockly would change', () => {
    const { workspace, notes } = read(`<xml>
      <block type="math_number" id="cut"><field name="NUM">12abc</field></block>
      <block type="math_number" id="same"><field name="NUM">1.50</field></block>
      <block type="math_number" id="endless"><field name="NUM">-Infinity</field></block>
      <block type="logic_compare" id="option"><field name="OP">ABOUT</field></block>
      <block type="text" id="field"><field name="TEXT">a</field><field name="OLD">b</field></block>
    </xml>`);
    const fields = (state: WorkspaceState) =>
      Object.fromEntries(
        [...walkBlocks(state)].map(block => [block.id, block.fields])
      );
    const expected = {
      cut: { NUM: '12abc' },
      same: { NUM: 1.5 },
      endless: { NUM: '-Infinity' },
      option: { OP: 'ABOUT' },
      field: { TEXT: 'a', OLD: 'b' }
    };
    expect(fields(workspace)).toEqual(expected);
    expect(fields(throughBlockly(workspace))).toEqual(expected);
    expect(notes).toEqual([
      expect.stringContaining('"12abc"'),
      expect.stringContaining('"ABOUT"'),
      expect.stringContaining('"b"')
    ]);
  });

  it('gives functions of one name others, and says so', () => {
    const define = (name: string) =>
      `<block type="procedures_defnoreturn"><field name="NAME">${name}</field></block>`;
    const { workspace, notes } = read(
      `<xml>${define('f9007199254740992')}${define('F9007199254740992')}${define('g')}<a/></xml>`
    );
    expect(workspace.blocks!.blocks.map(({ fields }) => fields)).toEqual([
      { NAME: 'f9007199254740992' },
      { NAME: 'F9007199254740992-2' },
      { NAME: 'g' }
    ]);
    expect(notes).toHaveLength(1);
  });

  it('reads the other stacks when Blockly refuses one', () => {
    const { workspace, notes } = read(`<xml><block type="text_print"/>
        <block type="logic_negate"><value name="BOOL"><block type="text_length"/></value></block>
        <block type="math_number"/></xml>`);
    expect(notes).toEqual([expect.stringContaining('"logic_negate"')]);
    expect(workspace.blocks!.blocks.map(block => block.type)).toEqual([
      'text_print',
      'math_number'
    ]);
  });

  it('gives every block an id of its own', () => {
    const state = take(
      '<block type="math_number" id="a"/><block type="math_number" id="a"/><block type="x"/>'
    );
    const ids = [...walkBlocks(state)].map(block => block.id);
    expect(ids[0]).toBe('a');
    expect(new Set(ids).size).toBe(3);
  });

  it('says what is wrong with a file', () => {
    expect(importXml('<html></html>', trans).problem!.code).toBe(
      'not-workspace'
    );
  });
});

describe('exportXml', () => {
  it('writes what it read', () => {
    const inner = `<variables><variable id="v">x</variable></variables>
      <block type="robot_go" id="r" x="5" y="6"><mutation speed="2"></mutation>
        <field name="DIR">LEFT</field>
        <value name="HOW"><shadow type="robot_number" id="s"><field name="N">1</field></shadow>
          <block type="math_number" id="n"><field name="NUM">3</field></block></value>
        <next><block type="variables_set" id="t"><field name="VAR" id="v">x</field></block></next>
      </block>`;
    const state = take(inner);
    const xml = exportXml(state);
    expect(xml).toMatch(
      /^<xml xmlns="https:\/\/developers.google.com\/blockly\/xml">.*<\/xml>\n$/
    );
    expect(xml).not.toContain('stand_in');
    expect(importXml(xml, trans)).toEqual({ workspace: state, notes: [] });
  });

  it('keeps the JSON state of a block that it does not know', () => {
    const blocks = [
      {
        type: 'robot',
        id: 'r',
        x: 1,
        y: 2,
        extraState: { n: [1, '"'] },
        fields: { N: '1' }
      }
    ];
    const state: WorkspaceState = { blocks: { languageVersion: 0, blocks } };
    expect(importXml(exportXml(state), trans).workspace).toEqual(state);
  });
});
