import { FakeServer } from '../../testutils/fakeServer';
import { ensureFile, exists, freePath, writeBeside } from '../exports';

describe('exports', () => {
  let server: FakeServer;

  beforeEach(() => {
    server = new FakeServer({});
  });

  const write = (path: string, extension: string, text = 'new') =>
    writeBeside(server.contents, path, extension, text);

  it('writes beside the document, under its name', async () => {
    expect(await write('lesson.jigsaw', '.py')).toBe('lesson.py');
    expect(await server.read('lesson.py')).toBe('new');
  });

  it('never writes over a file', async () => {
    await server.write('lesson.py', 'mine');
    await server.write('lesson-1.py', 'mine too');
    expect(await write('lesson.jigsaw', '.py')).toBe('lesson-2.py');
    expect(await server.read('lesson.py')).toBe('mine');
    expect(await server.read('lesson-1.py')).toBe('mine too');
  });

  it('never writes over a file where upper and lower case are one', async () => {
    await server.write('Lesson.PY', 'mine');
    expect(await write('lesson.jigsaw', '.py')).toBe('lesson-1.py');
  });

  it.each([
    ['a.b.jigsaw', 'a.b.py'],
    ['no extension', 'no extension.py'],
    ['größe 變數.jigsaw', 'größe 變數.py']
  ])('knows what is the name of %s', async (path, target) => {
    expect(await freePath(server.contents, path, '.py')).toBe(target);
  });

  it('says why it could not write', async () => {
    server.contents.save.mockRejectedValueOnce(new Error('disk full'));
    await expect(write('lesson.jigsaw', '.py')).rejects.toThrow('disk full');
  });

  it('makes an empty file only where there is none', async () => {
    await ensureFile(server.contents, 'a.jigsaw');
    expect(await server.read('a.jigsaw')).toBe('');
    await server.write('a.jigsaw', 'mine');
    await ensureFile(server.contents, 'a.jigsaw');
    expect(await server.read('a.jigsaw')).toBe('mine');
  });

  it('asks for folders only, never for what may not be there', async () => {
    server.contents.get.mockClear();
    expect(await exists(server.contents, 'a.jigsaw')).toBe(false);
    expect(server.contents.get.mock.calls.map(([path]) => path)).toEqual(['']);
  });
});
