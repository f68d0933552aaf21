import type { IChangedArgs } from '@jupyterlab/coreutils';
import type { JSONObject } from '@lumino/coreutils';

import type { IWorkspaceSource, WorkspaceState } from '..';
import {
  codec,
  emptyContent,
  JigsawModel,
  JigsawModelFactory,
  parse,
  stringify
} from '..';
import { chain, stackOf } from './samples';

const FILE = stringify({ ...stackOf(chain(3)), language: 'python' });

/**
 * A view of one number, which counts how often it is asked.
 */
class FakeView implements IWorkspaceSource {
  constructor(readonly model: JigsawModel) {
    model.workspaceEdited.connect((_, { source, events }) => {
      if (source !== this) {
        this.seen.push(...events);
        this.number = events[0].number as number;
      }
    });
  }

  save(): WorkspaceState {
    this.saves++;
    return { number: this.number };
  }

  edit(number: number): void {
    this.number = number;
    this.model.edited(this, [{ type: 'change', number }]);
  }

  number = 0;
  saves = 0;
  seen: JSONObject[] = [];
}

function load(text = FILE): JigsawModel {
  const model = new JigsawModel({ codec });
  model.fromString(text);
  return model;
}

/**
 * The names of the signals a model emits, in order.
 */
function record(model: JigsawModel): string[] {
  const log: string[] = [];
  model.contentChanged.connect(() => log.push('content'));
  model.metadataChanged.connect(() => log.push('metadata'));
  model.problemChanged.connect(() => log.push('problem'));
  model.workspaceReplaced.connect(() => log.push('replaced'));
  model.workspaceEdited.connect(() => log.push('edited'));
  model.stateChanged.connect((_, { name, newValue }) =>
    log.push(`${name}=${String(newValue)}`)
  );
  return log;
}

describe('JigsawModel', () => {
  it('starts as a new file', () => {
    const model = new JigsawModel({ codec, languagePreference: 'r' });
    expect(model.toString()).toBe('');
    expect(model.dirty).toBe(false);
    expect(model.readOnly).toBe(false);
    expect(model.problem).toBeNull();
    expect(model.content.workspace).toEqual({});
    expect(model.defaultKernelLanguage).toBe('r');
    expect(model.defaultKernelName).toBe('');
  });

  it.each([
    ['as we write it', FILE],
    ['in one line', '{"workspace":{},"version":1,"format":"jigsaw"}'],
    ['with a byte order mark', `\uFEFF${FILE}`],
    ['empty', ''],
    ['white space', '\n\n']
  ])('gives back a file that nobody edited as it was: %s', (_, text) => {
    const model = load(text);
    expect(model.problem).toBeNull();
    expect(model.content.version).toBe(1);
    expect(model.toString()).toBe(text);
    expect(model.dirty).toBe(false);
  });

  it('is dirty at once, and asks the view only when it must', () => {
    const model = load();
    const view = new FakeView(model);
    for (let number = 1; number <= 1000; number++) {
      view.edit(number);
    }
    expect(model.dirty).toBe(true);
    expect(view.saves).toBe(0);
    expect(model.content.workspace).toEqual({ number: 1000 });
    expect(model.toString()).toContain('"number": 1000');
    expect(model.toString()).toBe(model.toString());
    expect(model.sharedModel.getSource()).toBe(model.toString());
    expect(view.saves).toBe(1);
    view.edit(1001);
    expect(model.toString()).toContain('"number": 1001');
    expect(view.saves).toBe(2);
  });

  it('tells the other views of a file what was edited', () => {
    const model = load();
    const [left, right] = [new FakeView(model), new FakeView(model)];
    left.edit(5);
    expect(left.seen).toEqual([]);
    expect(right.seen).toEqual([{ type: 'change', number: 5 }]);
    right.edit(6);
    expect(left.number).toBe(6);
    expect(model.content.workspace).toEqual({ number: 6 });
    expect([left.saves, right.saves]).toEqual([0, 1]);
  });

  it('takes the state of a view that closes, if it is the newest', () => {
    const model = load();
    const [left, right] = [new FakeView(model), new FakeView(model)];
    left.edit(5);
    model.release(right);
    expect(right.saves).toBe(0);
    model.release(left);
    left.number = 99;
    expect(model.content.workspace).toEqual({ number: 5 });
    expect(left.saves).toBe(1);
    expect(model.dirty).toBe(true);
  });

  it('does not lose an edit when a view cannot be saved', () => {
    const model = load();
    const view = new FakeView(model);
    const save = jest.spyOn(view, 'save').mockImplementation(() => {
      throw new Error('broken');
    });
    view.edit(5);
    expect(() => model.toString()).toThrow('broken');
    model.dirty = false;
    expect(model.dirty).toBe(true);
    save.mockRestore();
    expect(model.toString()).toContain('"number": 5');
  });

  it('clears the dirty mark only for what was given out', () => {
    const model = load();
    const view = new FakeView(model);
    view.edit(1);
    model.dirty = false;
    expect(model.dirty).toBe(true);
    model.toString();
    view.edit(2);
    model.dirty = false;
    expect(model.dirty).toBe(true);
    model.toString();
    model.dirty = false;
    expect(model.dirty).toBe(false);
    view.edit(3);
    expect(model.dirty).toBe(true);
  });

  it('says each change once', () => {
    const model = load();
    const view = new FakeView(model);
    const log = record(model);
    const take = (): string[] => log.splice(0);
    view.edit(1);
    expect(take()).toEqual(['dirty=true', 'content', 'edited']);
    view.edit(2);
    expect(take()).toEqual(['content', 'edited']);
    model.language = 'r';
    expect(take()).toEqual(['content', 'metadata']);
    model.language = 'r';
    model.toolbox = '';
    model.kernelspec = null;
    expect(take()).toEqual([]);
    model.kernelspec = { name: 'ir', display_name: 'R' };
    expect(take()).toEqual(['content', 'metadata']);
    model.kernelspec = { name: 'ir', display_name: 'R' };
    expect(take()).toEqual([]);
    model.replaceWorkspace({ other: 1 });
    expect(take()).toEqual(['content', 'replaced']);
    model.toString();
    model.dirty = false;
    model.dirty = false;
    expect(take()).toEqual(['dirty=false']);
    model.fromString(FILE);
    expect(take()).toEqual(['metadata', 'replaced', 'content']);
  });

  it('saves what is set', () => {
    const model = load();
    model.language = 'r';
    model.toolbox = 'small';
    model.kernelspec = { name: 'ir', display_name: 'R' };
    expect(model.dirty).toBe(true);
    expect(model.defaultKernelName).toBe('ir');
    expect(model.defaultKernelLanguage).toBe('r');
    expect(load(model.toString()).content).toEqual({
      ...stackOf(chain(3)),
      language: 'r',
      toolbox: 'small',
      kernelspec: { name: 'ir', display_name: 'R' }
    });
  });

  it('forgets edits when it is loaded again', () => {
    const model = load();
    const view = new FakeView(model);
    view.edit(5);
    model.fromString(FILE);
    expect(model.dirty).toBe(false);
    expect(model.toString()).toBe(FILE);
    expect(view.saves).toBe(0);
    // A save that was on its way when the file was loaded again.
    view.edit(6);
    model.dirty = false;
    expect(model.dirty).toBe(true);
  });

  it('replaces the workspace for all views', () => {
    const model = load();
    const view = new FakeView(model);
    view.edit(5);
    model.replaceWorkspace({ other: 1 });
    expect(model.content.workspace).toEqual({ other: 1 });
    expect(view.saves).toBe(0);
  });

  describe('with a file that cannot be read', () => {
    const broken = '{"format": "jigsaw",\r\n oops';

    it('keeps the text and takes no edits', () => {
      const model = load(broken);
      const view = new FakeView(model);
      const log = record(model);
      expect(model.problem!.code).toBe('not-json');
      expect(model.readOnly).toBe(true);
      view.edit(1);
      model.language = 'r';
      model.replaceWorkspace({});
      model.readOnly = false;
      expect(model.readOnly).toBe(true);
      expect(model.dirty).toBe(false);
      expect(model.toString()).toBe(broken);
      expect(model.content.workspace).toEqual({});
      expect(view.saves).toBe(0);
      expect(log).toEqual([]);
    });

    it('can be edited when it was repaired', () => {
      const model = load();
      const log = record(model);
      const take = (): string[] => log.splice(0);
      model.fromString(broken);
      expect(take()).toEqual([
        'problem',
        'readOnly=true',
        'metadata',
        'replaced',
        'content'
      ]);
      model.fromString(FILE);
      expect(take().slice(0, 2)).toEqual(['problem', 'readOnly=false']);
      expect(model.problem).toBeNull();
      new FakeView(model).edit(1);
      expect(model.dirty).toBe(true);
    });

    it('is as one that no view could show, until another text is loaded', () => {
      const model = load();
      const view = new FakeView(model);
      const log = record(model);
      const refusal = {
        code: 'not-shown',
        message: 'It fits nowhere'
      } as const;
      model.refuse(refusal);
      model.refuse({ ...refusal, message: 'So says another view' });
      expect(log.splice(0)).toEqual(['problem', 'readOnly=true']);
      expect(model.problem).toBe(refusal);
      view.edit(1);
      model.language = 'r';
      model.readOnly = false;
      expect(model.readOnly).toBe(true);
      expect(model.toString()).toBe(FILE);
      model.fromString(FILE);
      expect(model.problem).toBeNull();
      expect(model.readOnly).toBe(false);
    });

    it('keeps the text of a newer version', () => {
      const text = '{"format":"jigsaw","version":2,"pieces":[1]}';
      const model = load(text);
      expect(model.problem!.code).toBe('newer-version');
      expect(model.toString()).toBe(text);
    });
  });

  it('reads and writes JSON', () => {
    const model = new JigsawModel({ codec });
    expect(model.toJSON()).toBeNull();
    const value = JSON.parse(FILE) as JSONObject;
    model.fromJSON(value);
    expect(model.toJSON()).toEqual(value);
    (value.workspace as JSONObject).blocks = null;
    expect(model.content.workspace.blocks!.blocks).toHaveLength(1);
    model.fromJSON({ cells: [] });
    expect(model.problem!.code).toBe('not-jigsaw');
    const loop: JSONObject = { format: 'jigsaw', version: 1 };
    loop.workspace = loop;
    model.fromJSON(loop);
    expect(model.problem!.code).toBe('too-deep');
  });

  it('passes on what its shared half is told', () => {
    const model = load();
    const changes: IChangedArgs<unknown>[] = [];
    model.stateChanged.connect((_, change) => changes.push(change));
    model.sharedModel.dirty = true;
    expect(model.dirty).toBe(true);
    expect(changes).toEqual([
      { name: 'dirty', oldValue: false, newValue: true }
    ]);
    model.sharedModel.setSource(FILE);
    expect(model.dirty).toBe(false);
    model.sharedModel.clearUndoHistory();
    expect(model.sharedModel.canUndo()).toBe(false);
  });

  it('is silent when it is disposed', () => {
    const model = load();
    const view = new FakeView(model);
    view.edit(1);
    const log = record(model);
    model.dispose();
    model.dispose();
    view.edit(2);
    model.release(view);
    model.replaceWorkspace({});
    model.language = 'r';
    expect(model.isDisposed).toBe(true);
    expect(model.sharedModel.isDisposed).toBe(true);
    expect(log).toEqual([]);
    expect(view.saves).toBe(0);
  });

  it('keeps nothing of a file that is closed, and gives no empty text for it', () => {
    const model = load();
    expect(JSON.stringify(model.content)).toContain('blocks');
    model.dispose();
    expect(model.content).toEqual(emptyContent());
    expect(() => model.toString()).toThrow('closed');
    expect(() => model.toJSON()).toThrow('closed');
    const texts = Object.values(model).filter(
      value => typeof value === 'string' && value !== ''
    );
    expect(texts).toEqual([]);
  });

  it('does not grow with its edits', () => {
    const model = load(stringify(stackOf(chain(2000))));
    const view = new FakeView(model);
    const { ydoc } = model.sharedModel;
    for (let number = 0; number < 1000; number++) {
      view.edit(number);
      model.toString();
      model.dirty = false;
    }
    // The dirty mark alone is shared; it is collected as it is overwritten.
    const structs = [...ydoc.store.clients.values()].flat();
    expect(structs.length).toBeLessThan(10);
    expect(model.sharedModel.undoManager.undoStack).toHaveLength(0);
  });
});

describe('JigsawModelFactory', () => {
  it('makes models of text files', () => {
    const factory = new JigsawModelFactory({ codec });
    expect(factory).toMatchObject({
      name: 'jigsaw',
      contentType: 'file',
      fileFormat: 'text',
      collaborative: false
    });
    expect(factory.preferredLanguage('a.jigsaw')).toBe('');
    const model = factory.createNew({ languagePreference: 'r' });
    expect(model.defaultKernelLanguage).toBe('r');
    expect(model.collaborative).toBe(false);
    factory.dispose();
    expect(factory.isDisposed).toBe(true);
  });

  it('puts problems into the words of its translator', () => {
    const trans = { __: (text: string) => text.toUpperCase() };
    const translator = { languageCode: 'xx', load: () => trans as never };
    const model = new JigsawModelFactory({ codec, translator }).createNew();
    model.fromString('[]');
    expect(model.problem!.message).toContain('THIS FILE IS JSON');
    expect(parse('[]', trans as never).problem).toEqual(model.problem);
  });
});
