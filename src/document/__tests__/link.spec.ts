import { codec, JigsawModel, linkModels } from '..';
import type { IWorkspaceSource, WorkspaceState } from '..';

const state = (type: string): WorkspaceState => ({
  blocks: { languageVersion: 0, blocks: [{ type, id: type, x: 0, y: 0 }] }
});

describe('linkModels', () => {
  let first: JigsawModel;
  let second: JigsawModel;

  beforeEach(() => {
    first = new JigsawModel({ codec });
    second = new JigsawModel({ codec });
    first.replaceWorkspace(state('text'));
  });

  const typeIn = (model: JigsawModel) =>
    model.content.workspace.blocks?.blocks[0]?.type;

  it('begins with the workspace of the first', () => {
    linkModels(first, second);
    expect(typeIn(second)).toBe('text');
  });

  it('hands edits on, both ways, each once', () => {
    linkModels(first, second);
    const heard: string[] = [];
    first.workspaceEdited.connect(() => heard.push('first'));
    second.workspaceEdited.connect(() => heard.push('second'));
    const view = (type: string): IWorkspaceSource => ({
      save: () => state(type)
    });
    first.edited(view('math_number'), [{ type: 'move' }]);
    expect(heard.sort()).toEqual(['first', 'second']);
    expect(typeIn(second)).toBe('math_number');
    second.edited(view('logic_null'), []);
    expect(heard).toHaveLength(4);
    expect(typeIn(first)).toBe('logic_null');
    expect([first.dirty, second.dirty]).toEqual([true, true]);
  });

  it('hands on what is replaced or loaded, and the language', () => {
    linkModels(first, second);
    second.replaceWorkspace(state('logic_null'));
    expect(typeIn(first)).toBe('logic_null');
    second.language = 'lua';
    first.indexBase = 1;
    expect([first.language, second.indexBase]).toEqual(['lua', 1]);
    first.fromString('');
    expect(typeIn(second)).toBeUndefined();
  });

  it('hands on nothing of a file that can’t be read', () => {
    linkModels(first, second);
    first.fromString('no file');
    expect(typeIn(second)).toBe('text');
  });

  it('ends with either, or when it is ended', () => {
    const link = linkModels(first, second);
    link.dispose();
    first.replaceWorkspace(state('logic_null'));
    expect(typeIn(second)).toBe('text');
    linkModels(first, second);
    second.dispose();
    expect(() => first.replaceWorkspace(state('text'))).not.toThrow();
  });
});
