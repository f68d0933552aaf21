import { nullTranslator } from '@jupyterlab/translation';

import type { IBlockState, IJigsawContent } from '..';
import { emptyContent, parse, stringify } from '..';
import { walkBlocks } from '../walk';
import { chain, random, randomContent, stackOf, tower } from './samples';

const trans = nullTranslator.load('jupyterlab-jigsaw');

function read(text: string): IJigsawContent {
  const { content, problem } = parse(text, trans);
  expect(problem).toBeUndefined();
  return content!;
}

/**
 * The lines that are only in one of two texts, counted on the side with more.
 */
function changedLines(before: string, after: string): number {
  const only = (a: string, b: string): number => {
    const lines = b.split('\n');
    return a.split('\n').filter(line => {
      const index = lines.indexOf(line);
      if (index >= 0) {
        lines.splice(index, 1);
      }
      return index < 0;
    }).length;
  };
  return Math.max(only(before, after), only(after, before));
}

const SAMPLE: IBlockState = {
  type: 'controls_if',
  id: 'if',
  x: 10,
  y: 20,
  inputs: {
    IF0: {
      block: { type: 'logic_boolean', id: 'b', fields: { BOOL: 'TRUE' } }
    },
    DO0: {
      block: {
        type: 'text_print',
        id: 'p1',
        inputs: {
          TEXT: {
            shadow: { type: 'text', id: 's', fields: { TEXT: 'abc' } },
            block: { type: 'math_number', id: 'n', fields: { NUM: 5 } }
          }
        },
        next: { block: { type: 'text_print', id: 'p2' } }
      }
    }
  },
  next: {
    block: { type: 'math_change', id: 'm', fields: { VAR: { id: 'v' } } }
  }
};

function clone<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

const EXPECTED = `{
  "format": "jigsaw",
  "version": 1,
  "language": "python",
  "toolbox": "",
  "kernelspec": {"name": "python3", "display_name": "Python 3"},
  "workspace": {
    "variables": [
      {"name": "x", "id": "v"},
      {"name": "y", "id": "w"}
    ],
    "blocks": {
      "languageVersion": 0,
      "blocks": [
        {"type": "controls_if", "id": "if", "x": 10, "y": 20,
          "inputs": {
            "IF0": {"block": {"type": "logic_boolean", "id": "b", "fields": {"BOOL": "TRUE"}}},
            "DO0": {"block": {"type": "text_print", "id": "p1",
              "inputs": {
                "TEXT": {"shadow": {"type": "text", "id": "s", "fields": {"TEXT": "abc"}},
                "block": {"type": "math_number", "id": "n", "fields": {"NUM": 5}}}},
            "next": {"block": {"type": "text_print", "id": "p2"}
            }}}},
        "next": {"block": {"type": "math_change", "id": "m", "fields": {"VAR": {"id": "v"}}}
        }}
      ]
    }
  }
}
`;

describe('stringify', () => {
  it('writes a line a block', () => {
    const content = stackOf(SAMPLE);
    content.language = 'python';
    content.kernelspec = { name: 'python3', display_name: 'Python 3' };
    content.workspace.variables = [
      { name: 'x', id: 'v' },
      { name: 'y', id: 'w' }
    ];
    expect(stringify(content)).toBe(EXPECTED);
  });

  it('ends with a line end, also for an empty content', () => {
    expect(stringify(emptyContent())).toMatch(/[^\n]\n$/);
    expect(read(stringify(emptyContent()))).toEqual(emptyContent());
  });

  it('gives back what it was given', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const content = randomContent(seed);
      const text = stringify(content);
      // Without the repair of ids, which parse() does.
      const value = JSON.parse(text) as Record<string, unknown>;
      expect(value.workspace).toEqual(content.workspace);
      expect(read(text)).toEqual(content);
      expect(stringify(read(text))).toBe(text);
    }
  });

  it('does not depend on the order of keys', () => {
    for (let seed = 1; seed <= 50; seed++) {
      const content = randomContent(seed);
      const turned = clone(content);
      for (const block of walkBlocks(turned.workspace)) {
        const { extraState, fields, id, ...rest } = block;
        for (const key of Object.keys(block)) {
          delete block[key];
        }
        Object.assign(block, rest);
        for (const [key, value] of Object.entries({ fields, id, extraState })) {
          if (value !== undefined) {
            block[key] = value;
          }
        }
      }
      expect(stringify(turned)).toBe(stringify(content));
    }
  });

  it('changes one line when a field, an id or a place changes', () => {
    let changes = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const content = randomContent(seed);
      const before = stringify(content);
      const next = random(seed);
      for (const block of walkBlocks(content.workspace)) {
        if (next() < 0.3) {
          const copy = clone(content);
          const twin = [...walkBlocks(copy.workspace)].find(
            other => other.id === block.id
          )!;
          if (twin.x !== undefined) {
            twin.x += 7;
            twin.y = 3;
          } else if (twin.fields) {
            Object.assign(twin.fields, { NUM: 123456 });
          } else {
            twin.id = 'another';
          }
          changes++;
          expect(changedLines(before, stringify(copy))).toBe(1);
        }
      }
    }
    expect(changes).toBeGreaterThan(50);
  });

  it('changes two lines more when a block is put into a stack', () => {
    const content = stackOf(chain(20));
    const before = stringify(content);
    const copy = clone(content);
    const [third] = [...walkBlocks(copy.workspace)].slice(2);
    third.next = { block: { type: 'new', id: 'new', next: third.next } };
    expect(changedLines(before, stringify(copy))).toBe(2);
  });

  it('keeps the size of long stacks and high towers in proportion', () => {
    // The indentation must not grow with the depth.
    expect(stringify(stackOf(chain(5000))).length).toBeLessThan(5000 * 100);
    expect(stringify(stackOf(tower(5000))).length).toBeLessThan(5000 * 200);
  });

  it('writes states that are 10,000 deep, in any direction', () => {
    for (const block of [chain(10_000), tower(10_000)]) {
      const text = stringify(stackOf(block));
      expect(text.match(/"type": "link"/g)).toHaveLength(10_000);
      expect(() => JSON.parse(text) as unknown).not.toThrow();
    }
    let deep: unknown[] = [];
    for (let level = 0; level < 10_000; level++) {
      deep = [deep];
    }
    const content = stackOf({ type: 'a', extraState: deep as [] });
    expect(() => JSON.parse(stringify(content)) as unknown).not.toThrow();
  });

  it('leaves out what JSON cannot hold', () => {
    const content = stackOf({
      type: 'a',
      id: 'i',
      data: undefined,
      fields: {}
    });
    content.extra = { gone: undefined, list: [undefined as never, NaN] };
    expect(stringify(content)).toContain('"list": [null, null]');
    expect(stringify(content)).not.toContain('gone');
    expect(stringify(content)).toContain(
      '{"type": "a", "id": "i", "fields": {}}'
    );
  });
});

describe('parse', () => {
  it('takes an empty text for a new file', () => {
    for (const text of ['', '\n', ' \r\n\t', '\uFEFF']) {
      expect(read(text)).toEqual(emptyContent());
    }
  });

  it('tolerates a byte order mark and any line ends', () => {
    const content = stackOf(SAMPLE);
    const text = stringify(content);
    expect(read(`\uFEFF${text}`)).toEqual(content);
    expect(read(text.replace(/\n/g, '\r\n'))).toEqual(content);
  });

  it('keeps top-level keys that it does not know', () => {
    const text = `{"format": "jigsaw", "version": 1, "workspace": {},
      "zeta": [1], "metadata": {"a": "b"}, "__proto__": {"polluted": true}}`;
    const content = read(text);
    expect(Object.keys(content.extra!)).toEqual([
      'zeta',
      'metadata',
      '__proto__'
    ]);
    const again = JSON.parse(stringify(content)) as Record<string, unknown>;
    expect(again.zeta).toEqual([1]);
    expect(again.metadata).toEqual({ a: 'b' });
    expect(Object.hasOwn(again, '__proto__')).toBe(true);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('fills in what a file may leave out', () => {
    expect(read('{"format":"jigsaw","version":1,"workspace":{}}')).toEqual(
      emptyContent()
    );
    const { kernelspec } = read(
      '{"format":"jigsaw","version":1,"workspace":{},"kernelspec":{"name":"ir"}}'
    );
    expect(kernelspec).toEqual({ name: 'ir', display_name: 'ir' });
  });

  it('gives every block an id of its own, always the same', () => {
    const twins = { type: 'a', id: 'same', next: { block: { type: 'a' } } };
    const content = stackOf({ ...twins, inputs: { X: { block: twins } } });
    const text = stringify(content);
    const ids = (): (string | undefined)[] =>
      [...walkBlocks(read(text).workspace)].map(block => block.id);
    expect(ids()).toEqual(['same', 'same-2', 'block-2', 'block-3']);
    expect(ids()).toEqual(ids());
  });

  it('gives every block an id of its own when all have the same', () => {
    const blocks = Array.from({ length: 4_900 }, () => ({
      type: 'a',
      id: 'x'
    }));
    const content = { ...emptyContent(), workspace: { blocks: { blocks } } };
    const ids = [...walkBlocks(read(stringify(content)).workspace)].map(
      b => b.id
    );
    expect(new Set(ids).size).toBe(4_900);
  });
  it('makes one of variables that a merge has made two', () => {
    const uses = (id: string): IBlockState => ({
      type: 'variables_get',
      id: `uses ${id}`,
      fields: { VAR: { id }, OTHER: 'b' }
    });
    const content = stackOf({ ...uses('a'), next: { block: uses('b') } });
    content.workspace.variables = [
      { name: 'x', id: 'a' },
      { name: 'X', id: 'b' },
      { name: 'x', id: 'c', type: 'Number' },
      { name: 'y', id: 'a' },
      { name: 'z' },
      { name: 'z', id: 'variable-z' }
    ];
    const { workspace } = read(stringify(content));
    expect(workspace.variables).toEqual([
      { name: 'x', id: 'a' },
      { name: 'x', id: 'c', type: 'Number' },
      { name: 'y', id: 'a-2' },
      { name: 'z', id: 'variable-z-2' }
    ]);
    const fields = [...walkBlocks(workspace)].map(block => block.fields);
    expect(fields).toEqual(Array(2).fill({ VAR: { id: 'a' }, OTHER: 'b' }));
  });
});
