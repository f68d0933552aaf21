import { nullTranslator } from '@jupyterlab/translation';

import type { ProblemCode } from '..';
import {
  looksLikeWorkspaceXml,
  MAX_BLOCKS,
  MAX_NESTING,
  MAX_PLACE,
  MAX_STEPS,
  MAX_TEXT_LENGTH,
  readWorkspaceXml
} from '..';

// The parser of jsdom takes seconds for what a browser's reads at once.
jest.mock('../limits', () => ({
  ...jest.requireActual<object>('../limits'),
  MAX_BLOCKS: 300,
  MAX_NESTING: 20,
  MAX_STEPS: 100
}));

const trans = nullTranslator.load('jupyterlab-jigsaw');
const XHTML = 'http://www.w3.org/1999/xhtml';

function codeOf(text: string): ProblemCode | undefined {
  const { problem } = readWorkspaceXml(text, trans);
  if (problem) {
    expect(problem.message).toMatch(/^This file .*\.$/);
    expect(problem.message).not.toMatch(/%\d|undefined|NaN/);
  }
  return problem?.code;
}

/**
 * The normalised form, written out without its namespace.
 */
function normal(text: string): string {
  const { root, problem } = readWorkspaceXml(text, trans);
  expect(problem).toBeUndefined();
  return new XMLSerializer()
    .serializeToString(root!)
    .replace(/ xmlns="https:\/\/developers\.google\.com\/blockly\/xml"/, '');
}

describe('looksLikeWorkspaceXml', () => {
  it.each([
    `<xml xmlns="${XHTML}"></xml>`,
    '<xml/>',
    '\uFEFF<?xml version="1.0" encoding="UTF-8"?>\n<!-- a --><!-- b -->\n<xml>',
    '  <b:xml xmlns:b="x">'
  ])('knows %s', text => {
    expect(looksLikeWorkspaceXml(text)).toBe(true);
  });

  it.each([
    '',
    '{"format": "jigsaw"}',
    '<html><xml/></html>',
    '<xmlish/>',
    '<!-- <xml> -->'
  ])('does not know %s', text => {
    expect(looksLikeWorkspaceXml(text)).toBe(false);
  });

  it('is quick, whatever it is given', () => {
    const start = performance.now();
    for (const part of ['<!--', '<!-- -->', ' ', '<?xml ', '<xml']) {
      looksLikeWorkspaceXml(part.repeat(1_000_000));
    }
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('readWorkspaceXml', () => {
  it('puts a workspace into one form', () => {
    expect(
      normal(
        `<b:XML xmlns:b="${XHTML}"><b:block type="a" b:odd="1" x="2"><b:title name="F">t &amp; <![CDATA[<u>]]></b:title></b:block></b:XML>`
      ).replace(/b:/g, '')
    ).toBe(
      '<xml><block type="a" x="2"><field name="F">t &amp; &lt;u&gt;</field></block></xml>'
    );
    expect(
      normal('<xml><block/><variables><variable>x</variable></variables></xml>')
    ).toBe('<xml><variables><variable>x</variable></variables><block/></xml>');
    expect(normal('<xml><shadow type="a"><value/></shadow></xml>')).toBe(
      '<xml><block type="a"><value/></block></xml>'
    );
  });

  it('brings what lies too far into reach', () => {
    expect(
      normal(
        '<xml><block x="5000000px" y="-1e400"><mutation x="5000000"/><comment h="9999999" w="80"/></block></xml>'
      )
    ).toBe(
      `<xml><block x="${MAX_PLACE}" y="-${MAX_PLACE}"><mutation x="5000000"/><comment h="${MAX_PLACE}" w="80"/></block></xml>`
    );
  });

  it('leaves alone what a mutation holds', () => {
    const text =
      '<xml><block><mutation><Title A="b">c</Title></mutation></block></xml>';
    expect(normal(text)).toBe(text);
  });

  it('refuses what is not a workspace', () => {
    expect(codeOf('')).toBe('not-xml');
    expect(codeOf('{"format": "jigsaw"}')).toBe('not-xml');
    expect(codeOf('<xml><block></xml>')).toBe('not-xml');
    expect(codeOf('<xml>&nbsp;</xml>')).toBe('not-xml');
    expect(codeOf(`<html xmlns="${XHTML}"></html>`)).toBe('not-workspace');
    expect(codeOf(`<xml>${' '.repeat(MAX_TEXT_LENGTH)}</xml>`)).toBe(
      'too-large'
    );
  });

  it('refuses a document type, and so every entity', () => {
    const bomb = `<!DOCTYPE xml [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>
      <xml><block type="&b;"/></xml>`;
    expect(codeOf(bomb)).toBe('xml-entities');
    expect(codeOf('<!doctype xml SYSTEM "file:///etc/passwd"><xml/>')).toBe(
      'xml-entities'
    );
    expect(
      codeOf('<xml><!-- <!DOCTYPE x> --><![CDATA[<!ENTITY]]></xml>')
    ).toBeUndefined();
  });

  it('reads up to the limits and no further', () => {
    const stack = (n: number): string =>
      `<xml>${'<block type="a"><next>'.repeat(n)}${'</next></block>'.repeat(n)}</xml>`;
    const tower = (n: number): string =>
      `<xml>${'<block type="a"><value name="A">'.repeat(n)}${'</value></block>'.repeat(n)}</xml>`;
    expect(codeOf(stack(MAX_STEPS))).toBeUndefined();
    expect(codeOf(stack(MAX_STEPS + 2))).toBe('too-deep');
    expect(codeOf(tower(MAX_NESTING))).toBeUndefined();
    expect(codeOf(tower(MAX_NESTING + 1))).toBe('too-deep');
    expect(codeOf(`<xml>${'<m>'.repeat(300)}${'</m>'.repeat(300)}</xml>`)).toBe(
      'too-deep'
    );
    // As a browser does that goes no further down.
    expect(codeOf(stack(MAX_STEPS + 2).replace('</xml>', ''))).toBe('too-deep');
    expect(codeOf(stack(10).replace('</xml>', ''))).toBe('not-xml');
    expect(codeOf(`<xml>${'<m a="1"/>'.repeat(300)}`)).toBe('not-xml');
    expect(codeOf(`<xml>${'<block/>'.repeat(MAX_BLOCKS + 1)}</xml>`)).toBe(
      'too-many-blocks'
    );
    for (const mutation of [
      'items="20000"',
      'elseif="1e9"',
      'items="999999999e"',
      'extra-state="{&quot;itemCount&quot;:20000}"'
    ]) {
      const xml = `<xml><block type="a"><mutation ${mutation}/></block></xml>`;
      expect([mutation, codeOf(xml)]).toEqual([mutation, 'too-many-blocks']);
    }
    expect(
      codeOf('<xml><block type="a"><mutation items="20"/></block></xml>')
    ).toBeUndefined();
    expect(
      codeOf(
        `<xml><variables>${'<variable>a</variable>'.repeat(1_000)}</variables></xml>`
      )
    ).toBe('too-many-blocks');
    expect(
      codeOf(`<xml>${'<block type="procedures_defreturn"/>'.repeat(200)}</xml>`)
    ).toBe('too-many-blocks');
    const args = '<arg name="a"/>'.repeat(3_000);
    expect(
      codeOf(`<xml><block type="a"><mutation>${args}</mutation></block></xml>`)
    ).toBe('too-many-blocks');
    expect(codeOf(`<xml>${'<comment/>'.repeat(100)}</xml>`)).toBeUndefined();
    expect(codeOf(`<xml>${'<comment/>'.repeat(200)}</xml>`)).toBe(
      'too-many-blocks'
    );
  });
});
