import { nullTranslator } from '@jupyterlab/translation';

import type { IProblem, ProblemCode } from '..';
import {
  MAX_BLOCKS,
  MAX_JSON_DEPTH,
  MAX_NESTING,
  MAX_STEPS,
  MAX_TEXT_LENGTH,
  parse,
  stringify
} from '..';
import { guardContent } from '../guard';
import { locateError } from '../locate';
import { chain, random, randomContent, stackOf, tower } from './samples';

const trans = nullTranslator.load('jupyterlab-jigsaw');

function problemOf(text: string): IProblem {
  const { problem } = parse(text, trans);
  expect(problem).toBeDefined();
  return problem!;
}

/**
 * A file around a workspace that is written out.
 */
function file(workspace: string, head = '"version": 1'): string {
  return `{"format": "jigsaw", ${head}, "workspace": ${workspace}}`;
}

function blocks(block: string): string {
  return file(`{"blocks": {"languageVersion": 0, "blocks": [${block}]}}`);
}

const TEXTS: [ProblemCode, string, Partial<IProblem>][] = [
  ['not-json', '{"format": "jigsaw",\n  "version" 1}', { line: 2, column: 13 }],
  ['not-json', '{"format": "jigsaw"', { line: 1, column: 20 }],
  ['not-json', 'print("hello")', { line: 1, column: 1 }],
  ['not-json', `${file('{}')}}`, {}],
  ['binary', 'PK\u0003\u0004\u0014\u0000', {}],
  ['binary', '\u0001\u0002abc', {}],
  ['looks-like-xml', '\n <xml xmlns="x"></xml>', {}],
  ['looks-like-xml', '<?xml version="1.0"?><xml/>', {}],
  [
    'conflict-markers',
    '{\n<<<<<<< HEAD\n"a":1\n=======\n>>>>>>> b\n}',
    { line: 2 }
  ],
  ['not-jigsaw', '[]', {}],
  ['not-jigsaw', 'null', {}],
  ['not-jigsaw', '{"cells": [], "nbformat": 4}', {}],
  ['not-jigsaw', '{"format": "other", "version": 1}', {}],
  [
    'missing-field',
    '{"format": "jigsaw", "workspace": {}}',
    { path: 'version' }
  ],
  [
    'missing-field',
    '{"format": "jigsaw", "version": 1}',
    { path: 'workspace' }
  ],
  [
    'missing-field',
    file('{"blocks": {}}'),
    { path: 'workspace.blocks.blocks' }
  ],
  [
    'missing-field',
    blocks('{"id": "a"}'),
    { path: 'workspace.blocks.blocks[0].type' }
  ],
  [
    'missing-field',
    file('{"variables": [{"id": "v"}]}'),
    { path: 'workspace.variables[0].name' }
  ],
  [
    'missing-field',
    file('{}', '"version": 1, "kernelspec": {}'),
    { path: 'kernelspec.name' }
  ],
  ['newer-version', file('{}', '"version": 2'), { path: 'version' }],
  ['newer-version', '{"format": "jigsaw", "version": 99, "blobs": 1}', {}],
  ['wrong-type', file('{}', '"version": "1"'), { path: 'version' }],
  ['wrong-type', file('{}', '"version": 0.5'), { path: 'version' }],
  [
    'wrong-type',
    file('{}', '"version": 1, "language": 3'),
    { path: 'language' }
  ],
  [
    'wrong-type',
    file('{}', '"version": 1, "toolbox": []'),
    { path: 'toolbox' }
  ],
  [
    'wrong-type',
    file('{}', '"version": 1, "kernelspec": "ir"'),
    { path: 'kernelspec' }
  ],
  [
    'wrong-type',
    file('{}', '"version": 1, "indexBase": 2'),
    { path: 'indexBase' }
  ],
  ['wrong-type', file('[]'), { path: 'workspace' }],
  ['wrong-type', file('{"blocks": []}'), { path: 'workspace.blocks' }],
  [
    'wrong-type',
    file('{"blocks": {"blocks": {}}}'),
    { path: 'workspace.blocks.blocks' }
  ],
  ['wrong-type', file('{"variables": {}}'), { path: 'workspace.variables' }],
  ['wrong-type', blocks('7'), { path: 'workspace.blocks.blocks[0]' }],
  [
    'wrong-type',
    blocks('{"type": "text", "x": 1e308}'),
    { path: 'workspace.blocks.blocks[0].x' }
  ],
  [
    'wrong-type',
    blocks('{"type": "text", "icons": {"comment": {"height": "80"}}}'),
    { path: 'workspace.blocks.blocks[0].icons.comment.height' }
  ],
  [
    'wrong-type',
    blocks('{"type": "text", "icons": {"comment": "note"}}'),
    { path: 'workspace.blocks.blocks[0].icons.comment' }
  ],
  [
    'wrong-type',
    file('{"workspaceComments": [{"text": "note", "y": -2e6}]}'),
    { path: 'workspace.workspaceComments[0].y' }
  ],
  [
    'wrong-type',
    file('{"workspaceComments": {}}'),
    { path: 'workspace.workspaceComments' }
  ],
  [
    'wrong-type',
    blocks('{"type": 5}'),
    { path: 'workspace.blocks.blocks[0].type' }
  ],
  [
    'wrong-type',
    blocks('{"type": "a"}, {"type": "b", "x": "1"}'),
    { path: 'workspace.blocks.blocks[1].x' }
  ],
  [
    'wrong-type',
    blocks('{"type": "a", "x": 1e999}'),
    { path: 'workspace.blocks.blocks[0].x' }
  ],
  [
    'wrong-type',
    blocks('{"type": "a", "fields": {"NUM": -1e999}}'),
    { path: 'workspace.blocks.blocks[0].fields.NUM' }
  ],
  [
    'wrong-type',
    blocks(
      '{"type": "a", "inputs": {"A": {"block": {"type": "b", "fields": 1}}}}'
    ),
    { path: 'workspace.blocks.blocks[0].inputs.A.block.fields' }
  ],
  [
    'wrong-type',
    blocks('{"type": "a", "inputs": []}'),
    { path: 'workspace.blocks.blocks[0].inputs' }
  ],
  [
    'wrong-type',
    blocks('{"type": "a", "next": {"shadow": null}}'),
    { path: 'workspace.blocks.blocks[0].next.shadow' }
  ]
];

describe('parse', () => {
  it.each(TEXTS)('refuses as %s (text %#)', (code, text, where) => {
    const problem = problemOf(text);
    expect(problem).toMatchObject({ code, ...where });
    // A sentence says what happened and what to do, and nothing is left open.
    expect(problem.message).toMatch(/^This file .*\.$/);
    expect(problem.message).not.toMatch(/%\d|undefined|NaN/);
    expect(problem.message.split(/[.;] /).length).toBeGreaterThan(1);
  });

  it('names the versions of a newer file', () => {
    const { message } = problemOf(file('{}', '"version": 12'));
    expect(message).toContain('version 12');
    expect(message).toContain('up to 1');
  });

  it('takes conflict markers inside of texts for texts', () => {
    const text = stringify(
      stackOf({ type: 'a', fields: { T: '\n<<<<<<< HEAD' } })
    );
    expect(parse(text, trans).problem).toBeUndefined();
  });

  it('refuses 50 MB without reading them', () => {
    const text = blocks(`{"type": "${'x'.repeat(50 * 1024 * 1024)}"}`);
    const start = performance.now();
    const problem = problemOf(text);
    expect(performance.now() - start).toBeLessThan(100);
    expect(problem.code).toBe('too-large');
    expect(problem.message).toContain('51 MB');
    expect(text.length).toBeGreaterThan(MAX_TEXT_LENGTH);
  });

  it('says the line and column that are wrong, as JSON.parse does', () => {
    const next = random(7);
    let wrong = 0;
    for (let seed = 1; seed <= 300; seed++) {
      const text = stringify(randomContent(seed));
      const at = Math.floor(next() * text.length);
      const damaged =
        text.slice(0, at) +
        (next() < 0.5 ? '' : '?\n}'[seed % 3]) +
        text.slice(at + 1);
      let message = '';
      try {
        JSON.parse(damaged);
      } catch (error) {
        message = (error as Error).message;
      }
      const found = locateError(damaged);
      expect(found !== null).toBe(message !== '');
      const told = /at position (\d+)/.exec(message);
      if (told && found) {
        wrong++;
        const before = damaged.slice(0, Number(told[1])).split('\n');
        const column = before[before.length - 1].length + 1;
        expect(found.line).toBe(before.length);
        // Of a bad number, its start is named here and its bad part there.
        const start = /[-\d.eE+]*$/.exec(before[before.length - 1])![0].length;
        expect(column - found.column).toBeLessThanOrEqual(start);
        expect(found.column).toBeLessThanOrEqual(column);
      }
    }
    expect(wrong).toBeGreaterThan(20);
    expect(locateError(stringify(randomContent(1)))).toBeNull();
    expect(locateError('"\\x"')).toEqual({ line: 1, column: 3 });
    expect(locateError('[1,]')).toEqual({ line: 1, column: 4 });
    expect(locateError('{"a":1,}')).toEqual({ line: 1, column: 8 });
    expect(locateError('')).toEqual({ line: 1, column: 1 });
  });
});

describe('limits', () => {
  it.each([
    ['stack', chain, MAX_STEPS + 1],
    ['tower', tower, MAX_NESTING + 1]
  ])('reads a %s up to the limit', (name, make, limit) => {
    expect(
      parse(stringify(stackOf(make(limit))), trans).problem
    ).toBeUndefined();
    const problem = problemOf(stringify(stackOf(make(limit + 1))));
    expect(problem.code).toBe('too-deep');
    expect(problem.message.length).toBeLessThan(500);
  });

  it('refuses 10,000 levels of blocks, or of anything else', () => {
    expect(problemOf(stringify(stackOf(chain(10_000)))).code).toBe('too-deep');
    expect(problemOf(stringify(stackOf(tower(10_000)))).code).toBe('too-deep');
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    expect(
      problemOf(blocks(`{"type": "a", "extraState": ${deep}}`))
    ).toMatchObject({
      code: 'too-deep',
      path: 'workspace.blocks.blocks[0].extraState'
    });
    expect(problemOf(file(`{"other": ${deep}}`)).code).toBe('too-deep');
    expect(problemOf(file('{}', `"version": 1, "more": ${deep}`)).code).toBe(
      'too-deep'
    );
    expect(problemOf(deep).code).toBe('not-jigsaw');
    expect(MAX_JSON_DEPTH).toBeLessThan(1000);
  });

  it('refuses more blocks than can be shown', () => {
    const many = (count: number): string =>
      blocks(Array.from({ length: count }, () => '{"type":"a"}').join());
    expect(parse(many(MAX_BLOCKS), trans).problem).toBeUndefined();
    expect(problemOf(many(MAX_BLOCKS + 1)).code).toBe('too-many-blocks');
  });

  it.each([
    '{"itemCount":20000}',
    '{"elseIfCount":1e9,"hasElse":true}',
    '"<mutation items=\\"99999\\"></mutation>"',
    '"<mutation elseif = \'1e9\'/>"',
    // As Blockly reads it: the digits that come first.
    '"<mutation items=\\"999999999e\\"/>"',
    '"<mutation items=\\"20000.5.5\\"/>"',
    '"<mutation items=\\"+20000e+\\"/>"',
    '"<mutation items=\\"9&#57;9999\\"/>"',
    // Less than nothing makes up for nothing.
    '{"itemCount":20000,"x":{"itemCount":-20000}}',
    // What JavaScript would make a number of.
    '{"itemCount":[3000000]}',
    '{"itemCount":"0x2DC6C0"}',
    '{"itemCount":"Infinity"}',
    '{"elseIfCount":{"valueOf":1}}',
    // What Blockly looks at again and again.
    `{"params":[${Array.from({ length: 3_000 }, () => '"p"').join()}]}`,
    `{"shape":{"inputs":[${Array.from({ length: 3_000 }, () => '{}').join()}]}}`,
    `"<mutation>${'<arg name=\\"a\\"/>'.repeat(3_000)}</mutation>"`
  ])('refuses a block with more parts than that: %.40s', extraState => {
    const block = (state: string) =>
      blocks(`{"type":"text_join","extraState":${state}}`);
    expect(problemOf(block(extraState)).code).toBe('too-many-blocks');
    expect(parse(block('{"itemCount":20}'), trans).problem).toBeUndefined();
    expect(
      parse(block('{"params":["a","b"],"itemCount":null}'), trans).problem
    ).toBeUndefined();
  });

  it('is not talked out of a count by another block', () => {
    const block = (count: string) =>
      `{"type":"text_join","extraState":{"itemCount":${count}}}`;
    expect(problemOf(blocks(`${block('-1e12')},${block('1e9')}`)).code).toBe(
      'too-many-blocks'
    );
  });

  it('gives many variables of one id others, without counting anew for each', () => {
    const variables = Array.from(
      { length: 2_000 },
      (_, n) => `{"name":"v${n}","id":"same"}`
    );
    const { content } = parse(
      file(`{"variables":[${variables.join()}]}`),
      trans
    );
    const ids = content!.workspace.variables as { id: string }[];
    expect(new Set(ids.map(({ id }) => id)).size).toBe(variables.length);
  });

  it('refuses more functions and variables than can be shown', () => {
    const functions = (count: number) =>
      blocks(
        Array.from(
          { length: count },
          () => '{"type":"procedures_defreturn"}'
        ).join()
      );
    expect(parse(functions(800), trans).problem).toBeUndefined();
    expect(problemOf(functions(1_000)).code).toBe('too-many-blocks');
    const variables = (count: number) =>
      file(
        `{"variables":[${Array.from({ length: count }, (_, n) => `{"name":"v${n}"}`).join()}]}`
      );
    expect(parse(variables(2_000), trans).problem).toBeUndefined();
    expect(problemOf(variables(3_000)).code).toBe('too-many-blocks');
  });

  it('refuses more comments than can be shown', () => {
    const many = (count: number) =>
      file(
        `{"workspaceComments":[${Array.from({ length: count }, () => '{}').join()}]}`
      );
    expect(parse(many(900), trans).problem).toBeUndefined();
    expect(problemOf(many(1_000)).code).toBe('too-many-blocks');
  });
});

describe('guardContent', () => {
  const head = { format: 'jigsaw', version: 1 };
  const codeOf = (value: unknown): ProblemCode | undefined =>
    guardContent(value, trans).problem?.code;

  it('ends on objects that hold themselves', () => {
    const loop: Record<string, unknown> = { type: 'a' };
    const withBlock = (block: unknown): unknown => ({
      ...head,
      workspace: { blocks: { blocks: [block] } }
    });
    loop.next = { block: loop };
    expect(codeOf(withBlock(loop))).toBe('too-deep');
    loop.next = undefined;
    loop.inputs = { A: { block: loop }, B: { block: loop } };
    expect(codeOf(withBlock(loop))).toBe('too-deep');
    loop.inputs = undefined;
    loop.extraState = loop;
    expect(codeOf(withBlock(loop))).toBe('too-deep');
    expect(codeOf({ ...head, workspace: loop })).toBe('too-deep');
    expect(codeOf({ ...head, workspace: {}, loop })).toBe('too-deep');
  });

  it('ends on objects that hold another many times over', () => {
    let twice: unknown = {};
    for (let level = 0; level < 60; level++) {
      twice = { a: twice, b: twice };
    }
    expect(codeOf({ ...head, workspace: { twice } })).toBe('too-deep');
  });

  it('refuses what is not JSON', () => {
    for (const odd of [() => 1, 1n, Symbol('s')]) {
      expect(codeOf({ ...head, workspace: { odd } })).toBe('wrong-type');
    }
    expect(codeOf(undefined)).toBe('not-jigsaw');
    expect(codeOf(() => head)).toBe('not-jigsaw');
  });

  it('does not touch a prototype, whatever the keys are called', () => {
    const hostile = blocks(`{
      "type": "constructor", "id": "__proto__", "constructor": {"prototype": {"bad": 1}},
      "fields": {"__proto__": {"bad": 1}},
      "inputs": {"__proto__": {"block": {"type": "__proto__"}}, "constructor": {"block": {"type": "a"}}},
      "__proto__": {"bad": 1, "type": "b"}
    }`);
    const { content } = parse(hostile, trans);
    const text = stringify(content!);
    expect(parse(text, trans).content).toEqual(content);
    expect(text.match(/__proto__/g)).toHaveLength(5);
    expect(({} as Record<string, unknown>).bad).toBeUndefined();
    expect((() => 0).constructor).toBe(Function);
  });
});
