import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';

import { nullTranslator } from '@jupyterlab/translation';
import { Blocks, serialization, Workspace } from 'blockly/core';

import { defineBlocks, STANDARD_TOOLBOX } from '../../blocks';
import { parse, readWorkspaceXml, stringify, walkBlocks } from '..';
import { blockElements } from '../xml';

const trans = nullTranslator.load('jupyterlab-jigsaw');
const folder = join(__dirname, '..', '..', '..', 'examples');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const named = (ending: string) =>
  readdirSync(folder).filter(name => name.endsWith(ending));

describe('examples', () => {
  beforeAll(() => defineBlocks());

  describe.each(named('.jigsaw'))('%s', name => {
    it('is written as we write it', () => {
      const { content, problem } = parse(read(name), trans);
      expect(problem).toBeUndefined();
      expect(stringify(content!)).toBe(read(name));
    });

    it('has our toolbox, and no block that we do not have', () => {
      const { toolbox, workspace } = parse(read(name), trans).content!;
      expect(toolbox).toBe(STANDARD_TOOLBOX);
      const types = [...walkBlocks(workspace)].map(({ type }) => type);
      expect(types.filter(type => !(type in Blocks))).toEqual([]);
      expect(types).not.toEqual([]);
    });

    it('comes back unchanged from Blockly', () => {
      const state = parse(read(name), trans).content!.workspace;
      const workspace = new Workspace();
      serialization.workspaces.load(state, workspace);
      expect(serialization.workspaces.save(workspace)).toEqual(state);
      workspace.dispose();
    });
  });

  it.each(named('.xml'))('%s has only blocks that we have', name => {
    const { root, problem } = readWorkspaceXml(read(name), trans);
    expect(problem).toBeUndefined();
    const types = blockElements(root!).map(one => one.getAttribute('type'));
    expect(types.filter(type => !((type ?? '') in Blocks))).toEqual([]);
    expect(types).not.toEqual([]);
  });

  it.each(named('.ipynb'))('%s has a panel beside it, and no outputs', name => {
    const panel = name.replace(/ipynb$/, 'jigsaw');
    expect(named('.jigsaw')).toContain(panel);
    const { cells, nbformat } = JSON.parse(read(name));
    expect(nbformat).toBe(4);
    for (const { outputs, execution_count: count } of cells) {
      expect(outputs ?? []).toEqual([]);
      expect(count ?? null).toBeNull();
    }
  });
});
