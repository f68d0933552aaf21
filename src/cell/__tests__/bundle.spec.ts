import { readFileSync } from 'fs';

import { nullTranslator } from '@jupyterlab/translation';

import { parse } from '../../document';
import { type IBundle, readBundle } from '../bundle';
import { documentOf } from '../bundleText';
import { DEFAULT_HEIGHT, MAX_HEIGHT, MIN_HEIGHT } from '../heights';
import { bundleOfLooks } from '../looks';

const trans = nullTranslator.load('jupyterlab-jigsaw');

const BUNDLE: IBundle = {
  version: 1,
  language: 'python',
  toolbox: '',
  height: 400,
  workspace: 'sub/ws',
  given: 'abc',
  inserted: true,
  state: '{}'
};

describe('readBundle', () => {
  it('reads what %jigsaw puts out', () => {
    expect(readBundle(BUNDLE)).toEqual(BUNDLE);
  });

  it.each([[null], [undefined], ['text'], [7], [[]], [{}], [{ version: '1' }]])(
    'takes %p for none',
    value => expect(readBundle(value)).toBeNull()
  );

  it('has the usual for what is missing or odd', () => {
    expect(
      readBundle({ version: 1, height: 'tall', language: {}, state: [], x: 1 })
    ).toEqual({
      version: 1,
      language: '',
      toolbox: '',
      height: 350,
      workspace: null,
      given: '',
      state: ''
    });
    expect(readBundle({ ...BUNDLE, height: 1e9 })?.height).toBe(5000);
    expect(readBundle({ ...BUNDLE, height: -1 })?.height).toBe(100);
  });

  it('has the heights of the magic', () => {
    const python = readFileSync('jupyterlab_jigsaw/magic/arguments.py', 'utf8');
    expect(python).toContain(`\nDEFAULT_HEIGHT = ${DEFAULT_HEIGHT}\n`);
    expect(python).toContain(
      `\nMIN_HEIGHT, MAX_HEIGHT = ${MIN_HEIGHT}, ${MAX_HEIGHT}\n`
    );
  });

  it.each([
    '../ws',
    '/ws',
    'a//b',
    '.ws',
    'ws\u0000',
    'c:ws',
    'a\\b',
    '%2e',
    ''
  ])('takes no name that leads elsewhere: %p', workspace => {
    expect(readBundle({ ...BUNDLE, workspace })?.workspace).toBeNull();
  });
});

describe('documentOf', () => {
  const read = (state: string) =>
    parse(documentOf({ language: 'lua', state }, trans).text, trans);

  it('makes an empty document of nothing', () => {
    expect(read('').content).toMatchObject({ language: 'lua', workspace: {} });
  });

  it('takes a document as it is', () => {
    const { content } = read(
      JSON.stringify({
        format: 'jigsaw',
        version: 1,
        language: 'python',
        toolbox: '',
        kernelspec: null,
        indexBase: 0,
        workspace: {}
      })
    );
    expect(content).toMatchObject({ language: 'python', indexBase: 0 });
  });

  it('takes the JSON of Blockly alone', () => {
    const blocks = { blocks: [{ type: 'text', id: 'a' }] };
    const { content } = read(JSON.stringify({ blocks }));
    expect(content).toMatchObject({ language: 'lua', workspace: { blocks } });
  });

  it('takes XML before any block was defined, as for the first cell of a page', () => {
    const state = `<xml>
      <block type="variables_set">
        <field name="VAR" id="v">x</field>
        <value name="VALUE"><block type="math_number"></block></value>
      </block>
    </xml>`;
    const { notes } = documentOf({ language: '', state }, trans);
    expect(notes).toEqual([]);
    const [block] = read(state).content!.workspace.blocks!.blocks;
    expect(block.inputs).toHaveProperty('VALUE');
  });

  it('says what it leaves out', () => {
    const state = '<xml><block type="text"><next></next></block></xml>';
    const { notes } = documentOf({ language: '', state }, trans);
    expect(notes).toEqual([expect.stringContaining('"text"')]);
  });

  it('takes MetaKernel’s XML, which counts from one', () => {
    const { content } = read('<xml><block type="text"></block></xml>');
    expect(content?.workspace.blocks?.blocks[0].type).toBe('text');
    expect(content?.indexBase).toBe(1);
  });

  it.each([
    ['{"format": "jigsaw", "version": 99}', 'newer-version'],
    ['{"cells": []}', 'not-jigsaw'],
    ['<xml><!DOCTYPE x></xml', 'looks-like-xml'],
    ['print(1)', 'not-json']
  ])('leaves what is none for the document to refuse: %p', (state, code) => {
    expect(read(state).problem?.code).toBe(code);
  });
});

describe('bundleOfLooks', () => {
  it('shows picture and code, and nothing that would run', () => {
    const picture = '<svg>ä<script>alert(1)</script></svg>';
    const data = bundleOfLooks(
      { picture, code: '</pre><b onclick="x">&' },
      trans
    );
    expect(data['text/plain']).toBe('</pre><b onclick="x">&');
    const page = new DOMParser().parseFromString(
      String(data['text/html']),
      'text/html'
    );
    expect(page.body.querySelectorAll('*')).toHaveLength(3);
    expect(page.querySelector('pre')?.textContent).toBe(data['text/plain']);
    const { src } = page.querySelector('img')!;
    const bytes = atob(src.slice(src.indexOf(',') + 1));
    expect(
      new TextDecoder().decode(
        Uint8Array.from(bytes, byte => byte.charCodeAt(0))
      )
    ).toBe(picture);
  });

  it('shows the picture when there is no code', () => {
    const data = bundleOfLooks({ picture: '<svg></svg>', code: null }, trans);
    expect(Object.keys(data)).toEqual(['text/html', 'text/plain']);
    expect(data['text/html']).toMatch(/^<img [^<]*>$/);
    expect(data['text/plain']).toContain('pip install jupyterlab-jigsaw');
  });

  it('says that there are too many blocks for a picture, beside their code', () => {
    const data = bundleOfLooks({ picture: null, code: 'x = 1' }, trans);
    expect(data['text/html']).toMatch(/too many.*\n<pre><code>x = 1</);
  });
});
