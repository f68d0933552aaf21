import { nullTranslator } from '@jupyterlab/translation';
import { Workspace, serialization } from 'blockly/core';

import { buildToolbox, defineBlocks } from '../../blocks';
import { languages } from '..';
import { CannotError } from '../error';

type State = serialization.blocks.State;

/**
 * The blocks that only make sense in Python.
 */
const PYTHON_ONLY = [
  'expression_statement',
  'expression_value',
  'import_statement'
];

/**
 * The blocks that languages refuse as they are in the toolbox.
 */
const REFUSED: Record<string, readonly string[]> = {
  processing: ['text_prompt_ext'],
  cpp: ['lists_setIndex', 'logic_null', 'logic_ternary'],
  bash: [
    'colour_blend',
    'colour_rgb',
    'lists_setIndex',
    'logic_null',
    'logic_ternary',
    'math_atan2',
    'math_constant',
    'math_number',
    'math_random_float',
    'math_single',
    'math_trig',
    'text_prompt_ext'
  ]
};

/**
 * Those of them of which a choice, or other inputs, can be done.
 */
const SOME_WAY = [
  'lists_setIndex',
  'logic_ternary',
  'math_number',
  'math_single'
];

function toolboxBlocks(): State[] {
  const { contents } = buildToolbox({
    language: 'python',
    trans: nullTranslator.load('jupyterlab-jigsaw')
  });
  return contents.flatMap(category => {
    return 'contents' in category ? (category.contents as State[]) : [];
  });
}

describe.each(languages)('the toolbox in $displayName', language => {
  it('has code for every block, or the reason why not', async () => {
    defineBlocks();
    const generator = await language.load();
    const blocks = toolboxBlocks();
    const missing = new Set<string>();
    const refused = new Set<string>();
    for (const state of blocks) {
      const workspace = new Workspace();
      serialization.blocks.append(state, workspace);

      try {
        const result = generator.generate(workspace);
        expect(result.code.trim()).not.toBe('');
        result.missing.forEach(type => missing.add(type));
      } catch (error) {
        expect(error).toBeInstanceOf(CannotError);
        const { block, reason } = error as CannotError;
        expect(reason).toMatch(/^[A-Z].*\.$/);
        refused.add(block.type);
      }
    }

    expect(blocks.length).toBeGreaterThan(60);
    expect([...missing].sort()).toEqual(
      language.id === 'python' ? [] : PYTHON_ONLY
    );
    expect([...refused].sort()).toEqual(REFUSED[language.id] ?? []);
    // What is grey is what can be done in no way at all.
    expect(Object.keys(generator.cannot ?? {})).toEqual(
      expect.arrayContaining(
        [...refused].filter(type => !SOME_WAY.includes(type))
      )
    );
  });
});
