import { Workspace, Xml, utils } from 'blockly/core';

import { defineBlocks } from '..';

/**
 * Workspaces as MetaKernel's Python page saved them, before and after Blockly
 * gave ids to variables.
 */
const BLOCKS = `
  <block type="import_statement" x="10" y="10">
    <field name="module">numpy</field>
    <next>
      <block type="expression_statement">
        <field name="expression">print(numpy.pi)</field>
        <next>
          <block type="text_print">
            <value name="TEXT">
              <block type="expression_value">
                <field name="expression">1 + 2</field>
              </block>
            </value>
          </block>
        </next>
      </block>
    </next>
  </block>`;

const WITH_IDS = BLOCKS.replace('name="module"', 'name="module" id="a1"');

describe("MetaKernel's workspaces", () => {
  beforeAll(() => defineBlocks());

  it.each([
    ['without a namespace', `<xml>${BLOCKS}</xml>`],
    [
      'in its old namespace',
      `<xml xmlns="http://www.w3.org/1999/xhtml">${BLOCKS}</xml>`
    ],
    [
      'with ids of variables',
      `<xml xmlns="https://developers.google.com/blockly/xml"><variables><variable id="a1">numpy</variable></variables>${WITH_IDS}</xml>`
    ]
  ])('load %s', (_, xml) => {
    const workspace = new Workspace();

    Xml.domToWorkspace(utils.xml.textToDom(xml), workspace);

    const [first] = workspace.getTopBlocks(false);
    const second = first.getNextBlock();
    const value = second?.getNextBlock()?.getInputTargetBlock('TEXT');
    expect(first.getFieldValue('module')).toBe('numpy');
    expect(second?.getFieldValue('expression')).toBe('print(numpy.pi)');
    expect(value?.getFieldValue('expression')).toBe('1 + 2');
  });

  it('are written with the same names', () => {
    const workspace = new Workspace();
    Xml.domToWorkspace(utils.xml.textToDom(`<xml>${BLOCKS}</xml>`), workspace);

    const xml = Xml.domToText(Xml.workspaceToDom(workspace, true));

    expect(xml).toContain('<field name="module">numpy</field>');
    expect(xml).toContain('<field name="expression">1 + 2</field>');
  });
});
