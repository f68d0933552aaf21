import { nullTranslator } from '@jupyterlab/translation';

import { defineBlocks } from '../../blocks';
import { quietly } from '../describeBlock';
import { keepsXml } from '../keepsXml';
import { exportXml } from '../xmlExport';
import { importXml } from '../xmlImport';

const trans = nullTranslator.load('jupyterlab-jigsaw');

const wrap = (inner: string) =>
  `<xml xmlns="https://developers.google.com/blockly/xml">${inner}</xml>`;

const keeps = (inner: string) => quietly(() => keepsXml(wrap(inner), trans));

beforeAll(() => {
  // Blockly speaks of what it leaves out.
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  defineBlocks();
});

afterAll(() => {
  jest.restoreAllMocks();
});

/**
 * What is kept, each with parts that have to be in what is exported.
 */
const KEPT: [what: string, inner: string, ...parts: string[]][] = [
  [
    'blocks without ids, in any order',
    '<block type="robot_walk" x="9" y="90"><field name="N">7</field></block><block type="text_print" x="0" y="0"/>',
    '7'
  ],
  [
    'a variable of an unknown block',
    '<variables><variable id="v">speed</variable></variables><block type="robot_set" id="a"><field name="VAR" id="v">speed</field></block>',
    '<field name="VAR" id="v">speed</field>'
  ],
  [
    'one that is declared nowhere else, of a type',
    '<block type="robot_get" id="a"><field name="VAR" id="v" variabletype="robot">r2</field></block>',
    '<field name="VAR" id="v" variabletype="robot">r2</field>'
  ],
  [
    'what Blockly wrote formerly',
    '<block type="math_arithmetic" inline="true" x="9.6" y="0" disabled="true" collapsed="false"><field name="OP">ADD</field><value name="A"></value><value name="B"><block type="variables_get"><field name="VAR" id="v" variabletype="">x</field></block></value></block>'
  ],
  [
    'fields that a block has got since',
    '<block type="text_print"><value name="TEXT"><block type="text"/></value></block>'
  ],
  [
    'a field that a block does not have',
    '<block type="text_print"><field name="ROBOT">r2</field></block>',
    '<field name="ROBOT">r2</field>'
  ],
  [
    'a value that a field can’t have, with what is in the block',
    '<block type="math_arithmetic"><field name="OP">MODULO</field><value name="A"><block type="math_number"><field name="NUM">12abc</field></block></value></block>',
    '<field name="OP">MODULO</field>',
    '<field name="NUM">12abc</field>'
  ],
  [
    'a mutation with parts',
    '<block type="robot_call"><mutation name="f"><arg name="x"></arg></mutation></block>',
    '<arg name="x"'
  ],
  [
    'a mutation of a known block',
    '<block type="controls_if">\n<mutation elseif="1" else="1">\n</mutation>\n</block>',
    'else="1"'
  ],
  [
    'shadows',
    '<block type="robot_walk"><value name="N"><shadow type="robot_num"><field name="NUM">5</field></shadow><block type="math_number"><field name="NUM">6</field></block></value></block>',
    'robot_num'
  ],
  ['elements that no Blockly reads', '<robot>r2</robot>'],
  [
    'comments',
    '<comment x="1" y="1" w="10" h="10">all</comment><block type="robot_say"><comment pinned="true" h="10" w="20">one</comment></block>',
    'all',
    'one'
  ],
  ['data', '<block type="robot_say"><data>more</data></block>', 'more'],
  [
    'texts of any kind',
    '<block type="robot_say"><field name="A">a &lt;b&gt; &amp; c</field><field name="B">007</field><field name="C">  x </field><field name="D">{"id":"q"}</field><field name="E"></field></block>',
    '007'
  ]
];

/**
 * What is not.
 */
const LOST: [what: string, inner: string][] = [
  [
    'a mutation of a block that has none',
    '<block type="text_print"><mutation robot="r2"/></block>'
  ],
  ['an attribute', '<block type="robot_walk" robot="r2"/>'],
  [
    'an element in a block',
    '<block type="robot_walk"><robot>r2</robot></block>'
  ],
  [
    'a place in a mutation of a block that has none',
    '<block type="text_print"><mutation x="1"/></block>'
  ],
  [
    'an element in an input',
    '<block type="robot_walk"><value name="N"><robot/></value></block>'
  ],
  [
    'an input that a block does not have',
    '<block type="text_print"><value name="ROBOT"><block type="text"/></value></block>'
  ],
  [
    'two variables of one name',
    '<block type="robot_set"><field name="VAR" id="v">x</field></block><block type="robot_set"><field name="VAR" id="w">x</field></block>'
  ],
  [
    'two blocks of one id',
    '<block type="robot_walk" id="a"><field name="N">1</field></block><block type="robot_walk" id="a"><field name="N">2</field></block>'
  ]
];

describe('keepsXml', () => {
  it.each(KEPT)('keeps %s', (_, inner, ...parts) => {
    expect(keeps(inner)).toBe(true);
    const { workspace } = importXml(wrap(inner), trans);
    const out = exportXml(workspace!);
    parts.forEach(part => expect(out).toContain(part));
  });

  it.each(LOST)('tells of %s', (_, inner) => {
    expect(keeps(inner)).toBe(false);
  });

  it('keeps nothing of what can’t be read', () => {
    expect(keepsXml('<xml', trans)).toBe(false);
  });
});
