import { nullTranslator } from '@jupyterlab/translation';
import { Workspace, serialization } from 'blockly/core';

import { buildToolbox, defineBlocks } from '../../blocks';
import { languages } from '..';

type State = serialization.blocks.State;

/**
 * The blocks that only make sense in Python.
 */
const PYTHON_ONLY = [
  'expression_statement',
  'expression_value',
  'import_statement'
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
    for (const state of blocks) {
      const workspace = new Workspace();
      serialization.blocks.append(state, workspace);

      const impossible = workspace
        .getAllBlocks(false)
        .filter(({ type }) => generator.cannot?.[type]);
      if (impossible.length) {
        const [{ type }] = impossible;
        expect(() => generator.generate(workspace)).toThrow(
          generator.cannot![type]
        );
        continue;
      }
      const result = generator.generate(workspace);

      expect(result.code.trim()).not.toBe('');
      result.missing.forEach(type => missing.add(type));
    }

    expect(blocks.length).toBeGreaterThan(60);
    expect([...missing].sort()).toEqual(
      language.id === 'python' ? [] : PYTHON_ONLY
    );
  });
});
