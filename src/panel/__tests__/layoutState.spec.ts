import { StateDB } from '@jupyterlab/statedb';
import type { Signal } from '@lumino/signaling';

import { FakeServer } from '../../testutils/fakeServer';
import { LayoutState } from '../layoutState';
import { keepMemory } from '../memory';

const KEY = 'jupyterlab-jigsaw:panel:';

describe('LayoutState', () => {
  let db: StateDB;
  let state: LayoutState;

  beforeEach(() => {
    jest.useFakeTimers();
    db = new StateDB();
    state = new LayoutState(db, 'a.jigsaw');
  });

  afterEach(() => {
    state.dispose();
    jest.useRealTimers();
  });

  const settle = () => jest.advanceTimersByTimeAsync(1000);
  const again = (path = 'a.jigsaw') => new LayoutState(db, path).load();

  it('remembers, each file for itself', async () => {
    state.update({ codeHidden: true, columns: [3, 1] });
    state.update({ notebook: 'n.ipynb', second: 'lua', codes: [1, 2] });
    await settle();
    expect(await again()).toEqual({
      codes: [1, 2],
      second: 'lua',
      codeHidden: true,
      outputHidden: false,
      columns: [3, 1],
      notebook: 'n.ipynb'
    });
    expect(await again('b.jigsaw')).toEqual({});
  });

  it('keeps what it remembered when it learns more', async () => {
    state.update({ rows: [5, 2] });
    await settle();
    state = new LayoutState(db, 'a.jigsaw');
    await state.load();
    state.update({ outputHidden: true });
    await settle();
    expect(await again()).toMatchObject({ rows: [5, 2], outputHidden: true });
  });

  it('writes once for many changes, as while a handle is dragged', async () => {
    const save = jest.spyOn(db, 'save');
    for (let i = 1; i < 50; i++) {
      state.update({ columns: [i, 1] });
      await jest.advanceTimersByTimeAsync(10);
    }
    await settle();
    expect(save).toHaveBeenCalledTimes(1);
    expect(await again()).toMatchObject({ columns: [49, 1] });
  });

  it('goes along when the file is renamed', async () => {
    state.update({ codeHidden: true });
    await settle();
    state.update({ outputHidden: true });
    state.move('b.jigsaw');
    await settle();
    expect(await again('b.jigsaw')).toMatchObject({
      codeHidden: true,
      outputHidden: true
    });
    expect(await db.fetch(`${KEY}a.jigsaw`)).toBeUndefined();
  });

  it.each([
    null,
    'text',
    [1, 2],
    { columns: [1], rows: 'no', codeHidden: 'yes', notebook: 7 },
    { codes: [1, 2, 3], second: ['lua'] },
    { columns: [0, -1], rows: [null, 2], outputHidden: 1 },
    { columns: [NaN, 1], rows: [1, Infinity] }
  ])('takes nothing that is not what it wrote: %j', async value => {
    await db.save(`${KEY}a.jigsaw`, value as never);
    const read = await again();
    expect(read.columns).toBeUndefined();
    expect(read.rows).toBeUndefined();
    expect(read.codes).toBeUndefined();
    expect(read.second).toBeUndefined();
    expect(read.codeHidden ?? false).toBe(false);
    expect(read.outputHidden ?? false).toBe(false);
    expect(read.notebook ?? null).toBeNull();
  });

  describe('when files come and go', () => {
    let server: FakeServer;

    beforeEach(async () => {
      server = new FakeServer({});
      keepMemory(server.contents, db);
      for (const path of ['a.jigsaw', 'a.jigsaw2', 'f/a.jigsaw']) {
        await db.save(KEY + path, { notebook: 'n.ipynb' });
      }
    });

    const tell = (type: string, oldValue: unknown, newValue: unknown) =>
      (server.contents.fileChanged as Signal<unknown, unknown>).emit({
        type,
        oldValue,
        newValue
      });

    it.each([
      ['a file', 'a.jigsaw', ['a.jigsaw2', 'f/a.jigsaw']],
      ['a folder', 'f', ['a.jigsaw', 'a.jigsaw2']]
    ])('forgets %s that is deleted', async (_, path, left) => {
      await server.write(path, '');
      await server.contents.delete(path);
      await settle();
      expect((await db.list('jupyterlab-jigsaw')).ids.sort()).toEqual(
        left.map(name => KEY + name)
      );
    });

    it('forgets a file that was away when a new one is made', async () => {
      const { path } = await server.contents.newUntitled({ type: 'file' });
      await db.save(KEY + path, { notebook: 'n.ipynb' });
      tell('new', null, { path });
      await settle();
      expect(await again(path)).toEqual({});
    });

    it('does not bring back what says nothing new', async () => {
      await state.load();
      state.update({ notebook: 'n.ipynb' });
      await server.write('a.jigsaw', '');
      await server.contents.delete('a.jigsaw');
      await jest.advanceTimersByTimeAsync(10);
      state.dispose();
      await settle();
      expect(await again()).toEqual({});
    });

    it('keeps what was there when a file is saved', async () => {
      await server.write('a.jigsaw', '');
      await settle();
      expect(await again()).toMatchObject({ notebook: 'n.ipynb' });
    });

    it('goes along with a file, or its notebook, that is renamed', async () => {
      // A folder tells of itself alone.
      tell('rename', { path: 'f' }, { path: 'g' });
      await settle();
      expect(await again('f/a.jigsaw')).toEqual({});
      expect(await again('g/a.jigsaw')).toMatchObject({ notebook: 'n.ipynb' });
      tell('rename', { path: 'n.ipynb' }, { path: 'm.ipynb' });
      await settle();
      expect(await again()).toMatchObject({ notebook: 'm.ipynb' });
    });
  });

  it('does without a database, or one that fails', async () => {
    const none = new LayoutState(null, 'a.jigsaw');
    expect(await none.load()).toEqual({});
    none.update({ codeHidden: true });
    none.move('b.jigsaw');
    await settle();

    for (const method of ['fetch', 'save', 'remove'] as const) {
      jest.spyOn(db, method).mockRejectedValue(new Error('no'));
    }
    expect(await state.load()).toEqual({});
    state.update({ codeHidden: true });
    await settle();
    state.move('b.jigsaw');
    await settle();
  });
});
