import { StateDB } from '@jupyterlab/statedb';

import { FakeServer } from '../../testutils/fakeServer';
import { follow, rememberFile } from '../memoryChanges';
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
    rememberFile(db, notebook, file);

  const fileOf = (notebook: string) =>
    notebookFile(notebook, server.contents, db);

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
    await server.write('Untitled.ipynb', '');
    expect(await fileOf('Untitled.ipynb')).toBe('Untitled.jigsaw');
    const rename = (from: string, to: string) =>
      follow(db, {
        type: 'rename',
        oldValue: { path: from },
        newValue: { path: to }
      });
    await server.contents.rename('Untitled.ipynb', 'b.ipynb');
    await rename('Untitled.ipynb', 'b.ipynb');
    expect(await fileOf('b.ipynb')).toBe('Untitled.jigsaw');
    // Also where there is one of its new name.
    await server.write('b.jigsaw', 'another');
    expect(await fileOf('b.ipynb')).toBe('Untitled.jigsaw');
    await server.contents.rename('Untitled.jigsaw', 'c.jigsaw');
    await rename('Untitled.jigsaw', 'c.jigsaw');
    expect(await fileOf('b.ipynb')).toBe('c.jigsaw');
    // And one that takes the old name of the notebook gets its own.
    await server.write('Untitled.ipynb', '');
    expect(await fileOf('Untitled.ipynb')).toBe('Untitled.jigsaw');
  });

  it('is forgotten when it is deleted', async () => {
    await server.write('old.jigsaw', '');
    await remember('old.jigsaw', 'a.ipynb');
    await follow(db, {
      type: 'delete',
      oldValue: { path: 'old.jigsaw' },
      newValue: null
    });
    expect(await fileOf('a.ipynb')).toBe('a.jigsaw');
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
    expect(await notebookFile('a.ipynb', server.contents, null)).toBe(
      'a.jigsaw'
    );
  });
});
