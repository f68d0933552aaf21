import { Notification } from '@jupyterlab/apputils';
import { nullTranslator } from '@jupyterlab/translation';
import { Signal } from '@lumino/signaling';
import { OutputModel } from '@jupyterlab/rendermime';

import { codec, JigsawModel } from '../../document';
import { NEW_BUNDLE } from '../../testutils/bundles';
import { acceptDialog, waitForDialog } from '../../testutils/dialogs';
import { FakeServer } from '../../testutils/fakeServer';
import { readBundle } from '../bundle';
import { CellDocument } from '../cellDocument';
import { setCopy } from '../copies';
import { BLOCKS_MIME_TYPE } from '../names';
import type { IOwnBlocks } from '../merge';
import { WorkspaceFile } from '../workspaceFile';

const translator = nullTranslator;
const PRINT = { blocks: [{ type: 'text_print', id: 'p', x: 0, y: 0 }] };

const FILE = { format: 'jigsaw', version: 1, workspace: { blocks: PRINT } };

function output(more: object = {}): OutputModel {
  return new OutputModel({
    value: {
      output_type: 'display_data',
      data: {
        [BLOCKS_MIME_TYPE]: {
          ...NEW_BUNDLE,
          ...more
        },
        'text/plain': 'Jigsaw blocks'
      },
      metadata: {}
    }
  });
}

const stateOf = (model: OutputModel) =>
  readBundle(model.data[BLOCKS_MIME_TYPE])!.state;

describe('CellDocument', () => {
  it('writes edits into the output, compactly, and once', async () => {
    const model = output();
    const document = await CellDocument.of(model, translator, null);
    const edited = jest.fn();
    document.edited.connect(edited);
    const replaced = jest.fn();
    document.model.replaceWorkspace({ blocks: PRINT });
    expect(edited).toHaveBeenCalledTimes(1);
    document.model.workspaceReplaced.connect(replaced);
    document.flush();
    expect(JSON.parse(stateOf(model)).workspace.blocks).toEqual(PRINT);
    expect(stateOf(model)).not.toContain('\n');
    expect(model.data['text/plain']).toContain('Jigsaw blocks');
    const changed = jest.fn();
    model.changed.connect(changed);
    document.flush();
    document.refresh();
    expect(changed).not.toHaveBeenCalled();
    // What it has written itself is read by no view again.
    expect(replaced).not.toHaveBeenCalled();
    document.dispose();
  });

  it('writes picture and code with what is saved', async () => {
    const model = output();
    const document = await CellDocument.of(model, translator, null);
    document.addLooks(() => null);
    const looks = jest.fn(() => ({ picture: '<svg></svg>', code: 'print()' }));
    document.addLooks(looks);
    document.model.replaceWorkspace({ blocks: PRINT });
    await document.save();
    expect(model.data['text/html']).toMatch(/^<img .*\n<pre>.*print\(\)/);
    expect(model.data['text/plain']).toBe('print()');
    expect(stateOf(model)).toContain('text_print');
    // Never those of other blocks.
    document.model.replaceWorkspace({ blocks: { blocks: [] } });
    document.flush();
    expect(model.data).not.toHaveProperty('text/html');
    expect(model.data['text/plain']).not.toContain('print()');
    document.finish();
    expect(model.data['text/plain']).toBe('print()');
    document.finish();
    expect(looks).toHaveBeenCalledTimes(2);
    document.dispose();
  });

  it('draws a picture soon where there is none, and none while blocks are edited', async () => {
    jest.useFakeTimers();
    const model = output();
    const document = await CellDocument.of(model, translator, null);
    let picture: string | null = 'first';
    document.addLooks(() =>
      picture === null ? null : { picture, code: picture }
    );
    await jest.advanceTimersByTimeAsync(2000);
    expect(model.data['text/plain']).toBe('first');
    picture = null;
    document.model.replaceWorkspace({ blocks: PRINT });
    document.finish();
    picture = 'second';
    await jest.advanceTimersByTimeAsync(2000);
    expect(model.data).not.toHaveProperty('text/html');
    // When it is in view again.
    document.catchUp();
    await jest.advanceTimersByTimeAsync(2000);
    expect(model.data['text/plain']).toBe('second');
    document.dispose();
    jest.useRealTimers();
  });

  it('is one for all views, and is written when the last goes', async () => {
    const model = output();
    const first = await CellDocument.of(model, translator, null);
    const second = await CellDocument.of(model, translator, null);
    expect(second).toBe(first);
    first.model.replaceWorkspace({ blocks: PRINT });
    first.dispose();
    expect(first.isDisposed).toBe(false);
    second.dispose();
    expect(first.isDisposed).toBe(true);
    expect(stateOf(model)).toContain('text_print');
  });

  it('takes over what another has written into the output', async () => {
    const model = output();
    const document = await CellDocument.of(model, translator, null);
    const state = JSON.stringify({ blocks: PRINT });
    model.setData({
      data: {
        [BLOCKS_MIME_TYPE]: {
          ...readBundle(model.data[BLOCKS_MIME_TYPE])!,
          state
        }
      }
    });
    document.refresh();
    expect(document.model.content.workspace.blocks).toMatchObject(PRINT);
    // That was no edit.
    document.flush();
    expect(stateOf(model)).toBe(state);
    document.dispose();
  });

  it('tells once what of XML was left out', async () => {
    const state = '<xml><block type="text"><next></next></block></xml>';
    for (let time = 0; time < 2; time++) {
      const document = await CellDocument.of(
        output({ state }),
        translator,
        null
      );
      expect(document.problem).toBeNull();
      document.dispose();
    }
    const { notifications } = Notification.manager;
    expect(notifications.map(({ message }) => message)).toEqual([
      'One thing could not be taken over as it was.'
    ]);
    const [show] = notifications[0].options.actions!;
    show.callback(new MouseEvent('click'));
    await waitForDialog();
    expect(document.querySelector('.jp-Dialog li')!.textContent).toContain(
      '"text"'
    );
    await acceptDialog();
    Notification.dismiss();
  });

  it.each([
    [{ version: 2 }, 'newer Jigsaw'],
    [{ version: 'x' }, 'holds no blocks'],
    [{ state: '[' }, 'JSON']
  ])('says what it can’t read, and leaves it: %j', async (more, sentence) => {
    const model = output(more);
    const before = JSON.stringify(model.toJSON());
    const document = await CellDocument.of(model, translator, null);
    expect(document.problem).toContain(sentence);
    await document.save();
    document.dispose();
    expect(JSON.stringify(model.toJSON())).toBe(before);
  });
});

describe('WorkspaceFile', () => {
  let folder = '';
  let server: FakeServer;

  beforeEach(() => {
    folder += 'x';
    server = new FakeServer({});
  });

  // Each test has a folder of its own.
  const open = (name: string, own: IOwnBlocks) =>
    WorkspaceFile.open(`${folder}${name}`, own, {
      contents: server.contents,
      folder: '',
      translator
    });

  const cell = (more: object = {}) => {
    const model = output({ workspace: 'ws', ...more });
    return { model, document: CellDocument.of(model, translator, open) };
  };

  /** As the renderer does when a document is outdated. */
  const drawAnew = (document: CellDocument, model: OutputModel) => {
    document.dispose();
    return CellDocument.of(model, translator, open);
  };

  const asked = () =>
    Notification.manager.notifications.map(({ message }) => message);

  /** Choose what the warning offers. */
  function choose(label: string): void {
    const [{ options }] = Notification.manager.notifications;
    options
      .actions!.find(action => action.label === label)!
      .callback(new MouseEvent('click'));
  }

  /** A workspace of one block. */
  const workspace = (id: string) => ({
    blocks: { blocks: [{ type: 'text', id, x: 0, y: 0 }] }
  });

  const file = () => server.read(`${folder}ws.jigsaw`);

  it('is shared by all cells that name it, and saved', async () => {
    const one = cell();
    const two = cell();
    const [first, second] = await Promise.all([one.document, two.document]);
    expect(second.model).toBe(first.model);
    first.model.replaceWorkspace({ blocks: PRINT });
    await Promise.all([first.save(), second.save()]);
    expect(stateOf(two.model)).toBe(stateOf(one.model));
    expect(await server.read(`${folder}ws.jigsaw`)).toContain('text_print');
    first.dispose();
    second.dispose();
  });

  it('goes before what the output has', async () => {
    const { document: making } = cell();
    const made = await making;
    made.model.replaceWorkspace({ blocks: PRINT });
    // At once, as when a cell is run again.
    made.dispose();
    const { document, model } = cell({ state: '{"blocks": {"blocks": []}}' });
    const later = await document;
    expect(stateOf(model)).toContain('text_print');
    await later.save();
    expect(await server.read(`${folder}ws.jigsaw`)).toContain('text_print');
    later.dispose();
  });

  it('is saved when its last cell goes, also right after an edit', async () => {
    const document = await cell().document;
    document.model.replaceWorkspace({ blocks: PRINT });
    document.dispose();
    // Long before an edit is saved for its own sake.
    await new Promise(resolve => setTimeout(resolve));
    expect(await file()).toContain('text_print');
  });

  it('of a newer version’s cell is not touched', async () => {
    const state = JSON.stringify({ ...FILE, workspace: { blocks: PRINT } });
    const opening = jest.fn(open);
    const model = output({ version: 2, workspace: 'ws', state });
    const document = await CellDocument.of(model, translator, opening);
    expect(document.problem).toContain('newer Jigsaw');
    expect(document.file).toBeNull();
    expect(opening).not.toHaveBeenCalled();
    await document.save();
    document.dispose();
    expect(server.contents.save).not.toHaveBeenCalled();
  });

  it('is not taken for another’s while it is slow to be saved', async () => {
    const document = await cell().document;
    document.model.replaceWorkspace({ blocks: PRINT });
    const put = server.contents.save.getMockImplementation()!;
    let answer = () => {};
    const answered = new Promise<void>(resolve => (answer = resolve));
    server.contents.save.mockImplementationOnce(async (path, options) => {
      const saved = await put(path, options);
      await answered;
      return saved;
    });
    const first = document.save();
    document.model.replaceWorkspace({ blocks: { blocks: [] } });
    const second = document.save();
    answer();
    await Promise.all([first, second]);
    expect(Notification.manager.notifications).toEqual([]);
    expect(await server.read(`${folder}ws.jigsaw`)).not.toContain('text_print');
    document.dispose();
  });

  describe('that another has changed', () => {
    afterEach(() => Notification.dismiss());

    async function conflict() {
      const { document: opening, model } = cell();
      const document = await opening;
      document.model.replaceWorkspace({ blocks: PRINT });
      await document.save();
      await server.write(`${folder}ws.jigsaw`, '{"blocks": {"blocks": []}}');
      document.model.replaceWorkspace({
        blocks: { blocks: [{ type: 'text', id: 'mine', x: 0, y: 0 }] }
      });
      await document.save();
      expect(await server.read(`${folder}ws.jigsaw`)).not.toContain('mine');
      return { document, model };
    }

    it('is written over if that is chosen', async () => {
      const { document } = await conflict();
      choose('Keep These Blocks');
      await document.save();
      expect(await server.read(`${folder}ws.jigsaw`)).toContain('mine');
      document.dispose();
    });

    it('is shown if that is chosen', async () => {
      const { document, model } = await conflict();
      choose('Take the File’s');
      document.flush();
      expect(stateOf(model)).not.toContain('mine');
      await document.save();
      expect(await server.read(`${folder}ws.jigsaw`)).not.toContain('mine');
      document.dispose();
    });

    /** As after a reload: the page knows of nothing. */
    async function reload(model: OutputModel) {
      const saved = readBundle(model.data[BLOCKS_MIME_TYPE])!;
      Notification.dismiss();
      const there = await server.read(`${folder}ws.jigsaw`);
      folder += 'y';
      await server.write(`${folder}ws.jigsaw`, there);
      const { document: opening, model: again } = cell(saved);
      const document = await opening;
      await document.save();
      return { document, model: again };
    }

    it('does not take the blocks from a cell that is opened again', async () => {
      const { document: asking, model } = await reload(
        (await conflict()).model
      );
      expect(asking.model.toString()).toContain('mine');
      expect(await server.read(`${folder}ws.jigsaw`)).not.toContain('mine');
      choose('Keep These Blocks');
      const document = await drawAnew(asking, model);
      await document.save();
      expect(await server.read(`${folder}ws.jigsaw`)).toContain('mine');
      expect(readBundle(model.data[BLOCKS_MIME_TYPE])).not.toHaveProperty(
        'unsaved'
      );
      document.dispose();
    });

    it('is taken for good by a cell that is opened again', async () => {
      const { document, model } = await reload((await conflict()).model);
      choose('Take the File’s');
      await drawAnew(document, model);
      const later = await reload(model);
      expect(later.document.model.toString()).not.toContain('mine');
      expect(Notification.manager.notifications).toEqual([]);
    });

    it('does not take the blocks from a cell that is run again', async () => {
      const { document } = await conflict();
      document.dispose();
      await document.file!.save();
      const { document: opening, model } = cell();
      const again = await opening;
      expect(stateOf(model)).toContain('mine');
      choose('Keep These Blocks');
      await again.save();
      expect(await server.read(`${folder}ws.jigsaw`)).toContain('mine');
      again.dispose();
    });
  });

  describe('of a cell that brings other blocks', () => {
    afterEach(() => Notification.dismiss());

    const given = (id: string, more = {}) =>
      cell({ state: JSON.stringify(workspace(id)), ...more });

    /** Two notebooks whose blocks have never been in a file here. */
    async function meet() {
      const first = given('one');
      const one = await first.document;
      await one.save();
      const second = given('two');
      const two = await second.document;
      await two.save();
      return { first, second, one, two };
    }

    it('is made when the blocks are drawn', async () => {
      const { document } = given('one');
      await (await document).file!.save();
      expect(await file()).toContain('"one"');
      // Of none there is nothing to be kept.
      folder += 'x';
      await (await cell().document).file!.save();
      await expect(file()).rejects.toThrow();
    });

    it('takes the place of a copy of the blocks, unless it has others', async () => {
      const dropped = jest.fn();
      const name = async (id: string, more = {}) => {
        const model = output({
          workspace: 'ws',
          state: JSON.stringify(workspace(id)),
          ...more
        });
        setCopy(model, () => dropped(id));
        return {
          document: await CellDocument.of(model, translator, open),
          model
        };
      };
      const one = (await name('one')).document;
      await one.save();
      expect(dropped.mock.calls).toEqual([['one']]);
      // Where the file goes before.
      (await name('body', { given: 'a' })).document.dispose();
      const { document: two, model } = await name('two');
      expect(dropped).toHaveBeenCalledTimes(1);
      choose('Keep These Blocks');
      (await drawAnew(two, model)).dispose();
      expect(dropped.mock.calls).toEqual([['one'], ['two']]);
      one.dispose();
    });

    it('is left alone, as the blocks are, until it is said whose are kept', async () => {
      const { one, second, two } = await meet();
      expect(asked()).toEqual([expect.stringContaining('ws.jigsaw')]);
      expect(two.file).toBeNull();
      two.model.replaceWorkspace(workspace('mine'));
      await two.save();
      expect(stateOf(second.model)).toContain('"mine"');
      one.model.replaceWorkspace(workspace('theirs'));
      await one.save();
      expect(await file()).toContain('"theirs"');
      expect(stateOf(second.model)).toContain('"mine"');
      expect(asked()).toHaveLength(1);
      // Nobody is asked of what is not there.
      two.dispose();
      expect(asked()).toEqual([]);
    });

    it('gets them if that is chosen, in all its cells', async () => {
      const { first, one, second, two } = await meet();
      const outdated = jest.fn();
      two.outdated.connect(outdated);
      choose('Keep These Blocks');
      expect(outdated).toHaveBeenCalledTimes(1);
      const kept = await drawAnew(two, second.model);
      await kept.save();
      one.flush();
      expect(asked()).toEqual([]);
      expect(kept.file).toBe(one.file);
      expect(await file()).toContain('"two"');
      expect(stateOf(first.model)).toContain('"two"');
    });

    it('gives its own to the cell if that is chosen', async () => {
      const { second, two } = await meet();
      // What the view has not told yet comes when it goes.
      choose('Take the File’s');
      two.model.replaceWorkspace(workspace('late'));
      const taken = await drawAnew(two, second.model);
      await taken.save();
      expect(asked()).toEqual([]);
      expect(stateOf(second.model)).toContain('"one"');
      expect(await file()).toContain('"one"');
    });

    it('is asked about once for all cells that have the same', async () => {
      const { second, two } = await meet();
      const third = given('two');
      const three = await third.document;
      expect(asked()).toHaveLength(1);
      choose('Keep These Blocks');
      await drawAnew(two, second.model);
      const other = await drawAnew(three, third.model);
      await other.save();
      expect(asked()).toEqual([]);
      expect(await file()).toContain('"two"');
    });

    it('goes before the code of the cell, which has its blocks still', async () => {
      const { document } = given('one');
      await (await document).save();
      const { model, document: body } = given('two', { given: 'hash' });
      await body;
      expect(asked()).toEqual([]);
      expect(stateOf(model)).toContain('"one"');
    });

    it.each([
      ['its XML', 'xml', '<xml>\r\n<block type="text"></block></xml>'],
      ['it', 'jigsaw', JSON.stringify(FILE, null, 2)]
    ])('is what the kernel has read from %s', async (_, extension, text) => {
      await server.write(`${folder}ws.${extension}`, text);
      const state = text.replace('\r', '');
      const first = await cell({ state }).document;
      first.model.replaceWorkspace(workspace('newer'));
      // Both cells were run before the first was drawn.
      const second = await cell({ state }).document;
      await second.save();
      expect(asked()).toEqual([]);
      expect(second.file).toBe(first.file);
      expect(await file()).toContain('"newer"');
    });

    it('is what the kernel has read from it before it was edited and saved', async () => {
      const state = JSON.stringify(FILE, null, 2);
      await server.write(`${folder}ws.jigsaw`, state);
      const first = await cell({ state }).document;
      first.model.replaceWorkspace(workspace('newer'));
      await first.save();
      // One that was out of sight until now.
      const second = await cell({ state }).document;
      await second.save();
      expect(asked()).toEqual([]);
      expect(second.model.toString()).toContain('"newer"');
      expect(await file()).toContain('"newer"');
    });

    /** As in a new page: the file as it is, and what the notebook has saved. */
    async function reopen(model: OutputModel) {
      const text = await file();
      folder += 'y';
      await server.write(`${folder}ws.jigsaw`, text);
      const again = cell(readBundle(model.data[BLOCKS_MIME_TYPE])!);
      return { document: await again.document, model: again.model };
    }

    /** What a notebook has that was saved when its file was. */
    async function saved() {
      const { document: opening, model } = given('one');
      const document = await opening;
      document.model.replaceWorkspace(workspace('saved'));
      await document.save();
      await document.save();
      return { document, model };
    }

    it('is taken without a question where the cell has not changed since', async () => {
      const { model } = await saved();
      const text = (await file()).replace('"saved"', '"later"');
      await server.write(`${folder}ws.jigsaw`, text);
      const again = await reopen(model);
      expect(asked()).toEqual([]);
      expect(stateOf(again.model)).toContain('"later"');
    });

    it('gets the cell’s without a question where it has not changed since', async () => {
      const { document, model } = await saved();
      document.model.replaceWorkspace(workspace('newer'));
      document.flush();
      const { document: again } = await reopen(model);
      await again.save();
      expect(asked()).toEqual([]);
      expect(await file()).toContain('"newer"');
    });

    it('is asked about where both have changed', async () => {
      const { document, model } = await saved();
      document.model.replaceWorkspace(workspace('newer'));
      document.flush();
      const text = (await file()).replace('"saved"', '"later"');
      await server.write(`${folder}ws.jigsaw`, text);
      await reopen(model);
      expect(asked()).toHaveLength(1);
    });

    it('is asked about where the cell comes from another folder', async () => {
      const { model } = await saved();
      folder += 'z';
      const other = await given('other').document;
      await other.save();
      await reopen(model);
      expect(asked()).toHaveLength(1);
    });

    it('does not change a notebook again that was saved before it', async () => {
      const { document: opening, model } = given('one');
      const document = await opening;
      await document.save();
      document.model.replaceWorkspace(workspace('two'));
      // The notebook takes what it saves at once.
      const saving = document.save();
      const changed = jest.fn();
      model.changed.connect(changed);
      await saving;
      expect(changed).not.toHaveBeenCalled();
      const before = readBundle(model.data[BLOCKS_MIME_TYPE])!.seen;
      await document.save();
      expect(readBundle(model.data[BLOCKS_MIME_TYPE])!.seen).not.toBe(before);
    });
  });

  describe('that a panel shows, too', () => {
    /** The part of a document's context that is looked at. */
    function panelOf(text: string) {
      const model = new JigsawModel({ codec });
      model.fromString(text);
      const context = {
        model,
        save: jest.fn(async () => {
          await server.write(`${folder}ws.jigsaw`, model.toString());
          model.dirty = false;
        }),
        disposed: new Signal<unknown, void>({}),
        // As JupyterLab's: the model goes first.
        dispose: () => {
          model.dispose();
          context.disposed.emit();
        }
      };
      return context;
    }

    async function both() {
      const document = await cell().document;
      document.model.replaceWorkspace(workspace('begun'));
      await document.save();
      const panel = panelOf(await file());
      document.file!.leaveTo(panel as never);
      return { document, panel };
    }

    it('is saved by the cell again when the panel goes', async () => {
      const { document, panel } = await both();
      panel.model.replaceWorkspace(workspace('panel'));
      document.model.replaceWorkspace(workspace('panel'));
      await document.save();
      expect(await file()).toContain('"panel"');
      panel.dispose();
      document.model.replaceWorkspace(workspace('alone'));
      await document.save();
      expect(asked()).toEqual([]);
      expect(await file()).toContain('"alone"');
      document.dispose();
    });

    it('is saved later where the panel could not', async () => {
      const { document, panel } = await both();
      panel.save.mockRejectedValueOnce(new Error('away'));
      panel.model.replaceWorkspace(workspace('panel'));
      document.model.replaceWorkspace(workspace('panel'));
      await document.save();
      expect(await file()).toContain('"begun"');
      await document.save();
      expect(await file()).toContain('"panel"');
      document.dispose();
    });
  });

  it('is read again for one more cell', async () => {
    const document = await cell().document;
    document.model.replaceWorkspace({ blocks: PRINT });
    await document.save();
    const text = await server.read(`${folder}ws.jigsaw`);
    const theirs = text.replace('text_print', 'text_trim');
    await server.write(`${folder}ws.jigsaw`, theirs);
    const another = cell();
    await another.document;
    expect(stateOf(another.model)).toContain('text_trim');
    expect(document.model.toString()).toContain('text_trim');
    // One that can't be read is no reason to lose blocks, nor are edits.
    await server.write(`${folder}ws.jigsaw`, 'no workspace');
    await cell().document;
    expect(document.model.toString()).toContain('text_trim');
    await server.write(`${folder}ws.jigsaw`, text);
    document.model.replaceWorkspace({ blocks: { blocks: [] } });
    await cell().document;
    expect(document.model.toString()).not.toContain('text_print');
    Notification.dismiss();
  });

  it('that can’t be read is left as it is', async () => {
    await server.write(`${folder}ws.jigsaw`, 'no workspace');
    const { document: opening, model } = cell();
    const document = await opening;
    expect(document.problem).toContain('JSON');
    await document.save();
    document.dispose();
    expect(await server.read(`${folder}ws.jigsaw`)).toBe('no workspace');
    expect(stateOf(model)).toBe('');
  });

  it('that can’t be read any more leaves the cell its blocks', async () => {
    await server.write(`${folder}ws.jigsaw`, 'no workspace');
    const state = JSON.stringify({ ...FILE, workspace: { blocks: PRINT } });
    const { document: opening, model } = cell({ state });
    const document = await opening;
    expect(document.problem).toContain('JSON');
    await document.save();
    document.dispose();
    expect(await server.read(`${folder}ws.jigsaw`)).toBe('no workspace');
    expect(stateOf(model)).toBe(state);
  });

  it('that can’t be saved leaves the blocks in the output', async () => {
    const { document: opening, model } = cell();
    const document = await opening;
    server.contents.save.mockRejectedValueOnce(new Error('disk full'));
    document.model.replaceWorkspace({ blocks: PRINT });
    await document.save();
    expect(readBundle(model.data[BLOCKS_MIME_TYPE])!.unsaved).toBe(true);
    expect(stateOf(model)).toContain('text_print');
    document.dispose();
    // The next cell tries again.
    const again = cell();
    await (await again.document).save();
    expect(await server.read(`${folder}ws.jigsaw`)).toContain('text_print');
    expect(stateOf(again.model)).toContain('text_print');
    Notification.dismiss();
  });

  it('is another when the notebook is moved', async () => {
    const { document: opening, model } = cell();
    const document = await opening;
    const outdated = jest.fn();
    document.outdated.connect(outdated);
    document.model.replaceWorkspace({ blocks: PRINT });
    await document.save();
    const before = folder;
    folder += 'moved';
    document.moved();
    document.moved();
    expect(outdated).toHaveBeenCalledTimes(1);
    const moved = await drawAnew(document, model);
    moved.model.replaceWorkspace(workspace('later'));
    await moved.save();
    expect(await file()).toContain('"later"');
    expect(stateOf(model)).toContain('"later"');
    expect(await server.read(`${before}ws.jigsaw`)).toContain('text_print');
    expect(asked()).toEqual([]);
    moved.dispose();
  });

  it('is made with its folder', async () => {
    const made = () =>
      server.contents.save.mock.calls.map(([path, { type = '' } = {}]) => [
        path,
        type
      ]);
    const document = await cell({ workspace: 'sub/in/ws' }).document;
    document.model.replaceWorkspace({ blocks: PRINT });
    await document.save();
    expect(made()).toEqual([
      [`${folder}sub`, 'directory'],
      [`${folder}sub/in`, 'directory'],
      [`${folder}sub/in/ws.jigsaw`, 'file']
    ]);
    document.model.replaceWorkspace({ blocks: { blocks: [] } });
    await document.save();
    expect(made()).toHaveLength(4);
    document.dispose();
  });

  it('says no more that it can’t be saved when it was', async () => {
    const document = await cell().document;
    server.contents.save.mockRejectedValueOnce(new Error('disk full'));
    document.model.replaceWorkspace({ blocks: PRINT });
    await document.save();
    expect(asked()).toEqual([expect.stringContaining('disk full')]);
    await document.save();
    expect(asked()).toEqual([]);
    document.dispose();
  });

  it.each(['', ' \n', '\uFEFF'])(
    'is an empty workspace if it is empty: %j',
    async text => {
      await server.write(`${folder}ws.jigsaw`, text);
      const { document: opening, model } = cell();
      const document = await opening;
      expect(document.problem).toBeNull();
      expect(stateOf(model)).toBe('');
      document.model.replaceWorkspace({ blocks: PRINT });
      await document.save();
      expect(await file()).toContain('text_print');
      document.dispose();
    }
  );

  it('is needed no more by a cell that can’t be shown', async () => {
    const model = output({ workspace: 'ws' });
    model.setData = () => {
      throw new Error('no output');
    };
    await server.write(`${folder}ws.jigsaw`, JSON.stringify(FILE));
    await expect(CellDocument.of(model, translator, open)).rejects.toThrow(
      'no output'
    );
    const own = {
      text: '',
      raw: '',
      notes: [],
      isUnsaved: false,
      seen: '',
      isGiven: false
    };
    const first = await open('ws', own);
    first.release();
    await first.save();
    const second = await open('ws', own);
    expect(second).not.toBe(first);
    second.release();
  });

  it('that can’t be had is said, and opened anew the next time', async () => {
    server.contents.get.mockRejectedValueOnce(new Error('no permission'));
    await expect(cell().document).rejects.toThrow('no permission');
    const document = await cell().document;
    expect(document.problem).toBeNull();
    document.dispose();
  });
});
