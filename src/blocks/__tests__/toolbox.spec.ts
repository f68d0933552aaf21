import type { TranslationBundle } from '@jupyterlab/translation';
import { nullTranslator } from '@jupyterlab/translation';
import { Msg, Workspace, serialization } from 'blockly/core';

import { buildToolbox, categoryIds, defineBlocks } from '..';

interface ICategory {
  name: string;
  id: string;
  categorystyle: string;
  custom?: string;
  contents?: serialization.blocks.State[];
}

const english = nullTranslator.load('jupyterlab-jigsaw');

function spoken(__: (text: string) => string): TranslationBundle {
  return { ...english, __ };
}

function categories(
  language: string,
  shown?: string[],
  trans = english
): ICategory[] {
  const toolbox = buildToolbox({ language, categories: shown, trans });
  return toolbox.contents as unknown as ICategory[];
}

function ids(of: ICategory[]): string[] {
  return of.map(category => category.id);
}

describe('buildToolbox', () => {
  it('has a language’s own category with that language only', () => {
    const common = categoryIds.slice(0, -2);
    expect(ids(categories('python'))).toEqual([...common, 'python']);
    expect(ids(categories('processing'))).toEqual([...common, 'processing']);
    expect(ids(categories('lua'))).toEqual(common);
  });

  it('shows what is asked for, in its own order', () => {
    expect(ids(categories('python', ['text', 'logic', 'nothing']))).toEqual([
      'logic',
      'text'
    ]);
    expect(categories('lua', ['python'])).toEqual([]);
  });

  it('has its names from the translator', () => {
    const names = categories(
      'python',
      undefined,
      spoken(text => `<${text}>`)
    );

    names.forEach(({ name }) => expect(name).toMatch(/^<[A-Z][a-z]+>$/));
  });

  it('fills variables and functions from the workspace', () => {
    expect(
      categories('python', ['variables', 'functions']).map(({ custom }) => {
        return custom;
      })
    ).toEqual(['VARIABLE', 'PROCEDURE']);
  });

  it('gives a new toolbox each time', () => {
    const first = categories('python');
    first[0].contents?.pop();

    expect(categories('python')[0].contents).not.toEqual(first[0].contents);
  });

  it.each(categories('python').filter(({ contents }) => contents))(
    'has blocks that load and save as they are: $id',
    ({ contents, categorystyle }) => {
      defineBlocks();
      for (const state of contents ?? []) {
        const workspace = new Workspace();
        const block = serialization.blocks.append(state, workspace);

        // Blocks about a variable look like the variables'.
        expect([
          categorystyle.replace('_category', '_blocks'),
          'variable_blocks'
        ]).toContain(block.getStyleName());
        for (const input of Object.keys(state.inputs ?? {})) {
          expect(block.getInputTargetBlock(input)).not.toBeNull();
        }
        for (const [name, value] of Object.entries(state.fields ?? {})) {
          if (typeof value !== 'object') {
            expect(block.getFieldValue(name)).toBe(value);
          }
        }
      }
    }
  );
});

describe('defineBlocks', () => {
  it('may be called again, for other texts', () => {
    const warn = jest.spyOn(console, 'warn');
    defineBlocks();
    defineBlocks(spoken(text => text.toUpperCase()));

    expect(Msg['JIGSAW_IMPORT']).toBe('IMPORT');
    expect(Msg['CONTROLS_IF_MSG_IF']).toBe('if');
    expect(warn).not.toHaveBeenCalled();
    defineBlocks();
  });
});
