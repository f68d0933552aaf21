import { Msg, Workspace, Xml, serialization, utils } from 'blockly/core';

import { defineBlocks } from '..';

/**
 * A program as MetaKernel's Processing page saved it.
 */
const SKETCH = `<xml xmlns="http://www.w3.org/1999/xhtml">
  <block type="procedures_defnoreturn" id="1" x="10" y="10">
    <field name="NAME">draw</field>
    <statement name="STACK">
      <block type="processing_size" id="2">
        <value name="width"><block type="math_number" id="3"><field name="NUM">200</field></block></value>
        <next>
          <block type="processing_ellipse" id="4">
            <value name="x"><block type="processing_mousex" id="5"></block></value>
            <value name="height">
              <block type="processing_random" id="6">
                <value name="high"><block type="math_number" id="7"><field name="NUM">9</field></block></value>
              </block>
            </value>
            <next><block type="processing_nofill" id="8"></block></next>
          </block>
        </next>
      </block>
    </statement>
  </block>
</xml>`;

describe('blocks of Processing', () => {
  beforeAll(() => defineBlocks());

  it('load and are written as MetaKernel’s page saved them', () => {
    const workspace = new Workspace();
    Xml.domToWorkspace(utils.xml.textToDom(SKETCH), workspace);

    const xml = Xml.domToText(Xml.workspaceToDom(workspace));

    const shape = (text: string) =>
      text.replace(/>\s+</g, '><').match(/(?:type|name)="[^"]*"/g);
    expect(shape(xml)).toEqual(shape(SKETCH));
  });

  it.each([
    ['arc', 'x y width height start stop'],
    ['ellipse', 'x y width height'],
    ['line', 'x1 y1 x2 y2'],
    ['point', 'x y'],
    ['quad', 'x1 y1 x2 y2 x3 y3 x4 y4'],
    ['rect', 'x y width height'],
    ['triangle', 'x1 y1 x2 y2 x3 y3'],
    ['size', 'width height'],
    ['mousex', ''],
    ['mousey', ''],
    ['random', 'high'],
    ['fill', 'red green blue'],
    ['background', 'red green blue'],
    ['stroke', 'red green blue'],
    ['nofill', ''],
    ['nostroke', '']
  ])('%s takes %p', (name, inputs) => {
    const workspace = new Workspace();

    const block = serialization.blocks.append(
      { type: `processing_${name}` },
      workspace
    );

    expect(
      block.inputList
        .filter(({ connection }) => connection)
        .map(input => input.name)
        .join(' ')
    ).toBe(inputs);
    const isValue = ['mousex', 'mousey', 'random'].includes(name);
    expect(block.outputConnection !== null).toBe(isValue);
    expect(block.previousConnection !== null).toBe(!isValue);
    expect(block.getTooltip()).toMatch(/^[A-Z].*\.$/);
    expect(Msg[`JIGSAW_PROCESSING_${name.toUpperCase()}_TOOLTIP`]).toBeTruthy();
  });
});
