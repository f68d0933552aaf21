import { StateDB } from '@jupyterlab/statedb';

import { FakeServer } from '../../testutils/fakeServer';
import { MEMORY_PREFIX } from '../memoryChanges';
import { notebookFile } from '../notebookFile';

describe('the file of a notebook', () => {
  let server: FakeServer;
  let db: StateDB;

  beforeEach(async () => {
    server = new FakeServer({});
    db = new StateDB();
    await server.write('a.ipynb', '');
  });

  const remember = (file: string, notebook: string) =>
    db.save(MEMORY_PREFIX + file, { notebook });

  const fileOf = (notebook: string, open: [string, string][] = []) =>
    notebookFile(notebook, server.contents, db, new Map(open));

  it('is made beside it, empty', async () => {
    expect(await fileOf('a.ipynb')).toBe('a.jigsaw');
    expect(await server.read('a.jigsaw')).toBe('');
  });

  it('is the one of its name that is there', async () => {
    await server.write('a.jigsaw', 'mine');
    expect(await fileOf('a.ipynb')).toBe('a.jigsaw');
    expect(await server.read('a.jigsaw')).toBe('mine');
  });

  it('is the one that it had before it was renamed', async () => {
    await server.write('Untitled.jigsaw', 'mine');
    await remember('Untitled.jigsaw', 'a.ipynb');
    expect(await fileOf('a.ipynb')).toBe('Untitled.jigsaw');
  });

  it('is one that is open', async () => {
    await server.write('other.jigsaw', 'mine');
    await remember('other.jigsaw', 'old.ipynb');
    const open: [string, string][] = [['other.jigsaw', 'a.ipynb']];
    expect(await fileOf('a.ipynb', open)).toBe('other.jigsaw');
  });

  it('is none that another notebook has', async () => {
    await server.write('a.jigsaw', 'the other’s');
    await server.write('renamed.ipynb', '');
    await remember('a.jigsaw', 'renamed.ipynb');
    expect(await fileOf('a.ipynb')).toBe('a-1.jigsaw');
    expect(await server.read('a.jigsaw')).toBe('the other’s');
  });

  it('is that of a notebook which is gone', async () => {
    await server.write('a.jigsaw', 'mine');
    await remember('a.jigsaw', 'gone/b.ipynb');
    expect(await fileOf('a.ipynb')).toBe('a.jigsaw');
  });

  it('is made anew when the one it had is gone', async () => {
    await remember('gone.jigsaw', 'a.ipynb');
    expect(await fileOf('a.ipynb')).toBe('a.jigsaw');
  });

  it('does without a memory', async () => {
    const { contents } = server;
    expect(await notebookFile('a.ipynb', contents, null, new Map())).toBe(
      'a.jigsaw'
    );
  });
});
