import { PromiseDelegate } from '@lumino/coreutils';

import { FakeServer } from '../../testutils/fakeServer';
import { WorkspaceSaver } from '../saver';

const PATH = 'sub/ws.xml';
const PAGE = 'sub/ws.html';

describe('WorkspaceSaver', () => {
  let server: FakeServer;
  let saver: WorkspaceSaver;

  beforeEach(() => {
    server = new FakeServer({});
    saver = new WorkspaceSaver(server.contents);
  });

  /**
   * As the magic writes a page with the workspace that is on disk.
   */
  const writePage = (xml: string) =>
    server.write(
      PAGE,
      `<script>\nwindow.__jigsaw_saved_xml__ = ${JSON.stringify(xml)};\n</script>`
    );

  const holder = {};
  const save = (xml: string, by: object = holder) =>
    saver.save(PATH, xml, { holder: by, page: PAGE });

  it('makes the file, and goes on saving it', async () => {
    await writePage('');
    expect(await save('<xml>1</xml>')).toBe(true);
    expect(await server.read(PATH)).toBe('<xml>1</xml>');
    expect(await save('<xml>2</xml>')).toBe(true);
    expect(await server.read(PATH)).toBe('<xml>2</xml>');
  });

  it('saves over the file that the page was made with', async () => {
    const old = '<xml id="a \\" \u00e4">\n</xml>';
    await server.write(PATH, old);
    await writePage(old);
    expect(await save('<xml>new</xml>')).toBe(true);
    expect(await server.read(PATH)).toBe('<xml>new</xml>');
  });

  it('leaves a file alone that is newer than the page', async () => {
    await writePage('<xml>old</xml>');
    await server.write(PATH, '<xml>newer</xml>');
    expect(await save('<xml>old</xml>')).toBe(false);
    expect(await server.read(PATH)).toBe('<xml>newer</xml>');
    // The cell is run again.
    await writePage('<xml>newer</xml>');
    expect(await save('<xml>newest</xml>')).toBe(true);
    expect(await server.read(PATH)).toBe('<xml>newest</xml>');
  });

  it('leaves what was saved from a page alone when that is loaded anew', async () => {
    await writePage('<xml>in the page</xml>');
    await server.write(PATH, '<xml>in the page</xml>');
    expect(await save('<xml>edited</xml>')).toBe(true);
    saver.forget(holder);
    expect(await save('<xml>in the page</xml>')).toBe(false);
    expect(await server.read(PATH)).toBe('<xml>edited</xml>');
  });

  it('writes over a newer file if that is wanted', async () => {
    await writePage('<xml>old</xml>');
    await server.write(PATH, '<xml>newer</xml>');
    expect(await save('<xml>mine</xml>')).toBe(false);
    await saver.overtake(holder, PATH);
    // But not over what comes after that.
    await server.write(PATH, '<xml>newest</xml>');
    expect(await save('<xml>mine</xml>')).toBe(false);
    await saver.overtake(holder, PATH);
    expect(await save('<xml>mine</xml>')).toBe(true);
    expect(await server.read(PATH)).toBe('<xml>mine</xml>');
  });

  it('leaves a file alone that another has saved since', async () => {
    await writePage('');
    await save('<xml>1</xml>');
    await server.write(PATH, '<xml>theirs</xml>');
    expect(await save('<xml>2</xml>')).toBe(false);
    expect(await server.read(PATH)).toBe('<xml>theirs</xml>');
  });

  it('leaves a file alone when there is no page to tell', async () => {
    await server.write(PATH, '<xml>theirs</xml>');
    expect(await save('<xml>1</xml>')).toBe(false);
  });

  it('neither reads nor writes over a file that is too large', async () => {
    await server.write(PATH, '<xml>theirs</xml>');
    const get = server.contents.get.getMockImplementation()!;
    server.contents.get.mockImplementation(async (path, options) => ({
      ...(await get(path, options)),
      size: 264 * 1024 * 1024
    }));
    await expect(save('<xml>1</xml>')).rejects.toThrow('too large');
    expect(await server.read(PATH)).toBe('<xml>theirs</xml>');
  });

  it('writes nothing that is there already', async () => {
    await server.write(PATH, '<xml>1</xml>');
    server.contents.save.mockClear();
    expect(await save('<xml>1</xml>')).toBe(true);
    expect(server.contents.save).not.toHaveBeenCalled();
    expect(await save('<xml>2</xml>')).toBe(true);
  });

  it('reads and writes nothing while nothing is edited', async () => {
    await writePage('');
    await save('<xml>1</xml>');
    server.contents.get.mockClear();
    server.contents.save.mockClear();
    expect(await save('<xml>1</xml>')).toBe(true);
    expect(server.contents.get.mock.calls).toEqual([
      [PATH, { content: false }]
    ]);
    expect(server.contents.save).not.toHaveBeenCalled();
    const [second, first] = [save('<xml>2</xml>'), save('<xml>1</xml>')];
    expect(await Promise.all([second, first])).toEqual([true, true]);
    expect(await server.read(PATH)).toBe('<xml>1</xml>');
    await server.write(PATH, '<xml>theirs</xml>');
    expect(await save('<xml>3</xml>')).toBe(false);
    expect(await save('<xml>3</xml>')).toBe(false);
    saver.know(holder, PATH, '<xml>theirs</xml>');
    expect(await save('<xml>3</xml>')).toBe(true);
    expect(await server.read(PATH)).toBe('<xml>3</xml>');
  });

  it('saves again what was deleted since', async () => {
    await save('<xml>1</xml>');
    await server.contents.delete(PATH);
    expect(await save('<xml>1</xml>')).toBe(true);
    expect(await server.read(PATH)).toBe('<xml>1</xml>');
  });

  it('asks for a file that is saved when there is time for it', async () => {
    await save('<xml>1</xml>');
    await server.contents.delete(PATH);
    const quiet = new PromiseDelegate<void>();
    const saved = saver.save(PATH, '<xml>1</xml>', {
      holder,
      page: PAGE,
      quiet: quiet.promise
    });
    const asked = jest.mocked(server.contents.get).mockClear();
    await saver.save('sub/other.xml', '<xml/>', { holder: {}, page: PAGE });
    expect(asked.mock.calls.map(([path]) => path)).not.toContain(PATH);
    quiet.resolve();
    expect(await saved).toBe(true);
    expect(await server.read(PATH)).toBe('<xml>1</xml>');
  });

  it('leaves a file alone that another view has saved since', async () => {
    const other = {};
    saver.know(holder, PATH, '');
    saver.know(other, PATH, '');
    expect(await save('<xml>1</xml>')).toBe(true);
    expect(saver.baseOf(holder)).toBe('<xml>1</xml>');
    expect(await save('<xml>theirs</xml>', other)).toBe(false);
    expect(await server.read(PATH)).toBe('<xml>1</xml>');
    // It is shown anew.
    saver.know(other, PATH, '<xml>1</xml>');
    expect(await save('<xml>theirs</xml>', other)).toBe(true);
    expect(await save('<xml>2</xml>')).toBe(false);
  });

  it('saves in the order in which it is asked', async () => {
    await writePage('');
    const texts = Array.from({ length: 5 }, (_, i) => `<xml>${i}</xml>`);
    expect(await Promise.all(texts.map(xml => save(xml)))).toEqual(
      texts.map(() => true)
    );
    expect(await server.read(PATH)).toBe(texts.at(-1));
  });

  /**
   * Have the next save wait for an answer.
   */
  function holdSave(): () => void {
    const answer = new PromiseDelegate<void>();
    const write = server.contents.save.getMockImplementation()!;
    server.contents.save.mockImplementationOnce(async (...args) => {
      await answer.promise;
      return write(...args);
    });
    return () => answer.resolve();
  }

  it('saves others while a save is not answered', async () => {
    const queued = jest.fn();
    const answer = holdSave();
    const first = save('<xml>1</xml>');
    const next = saver.save(PATH, '<xml>2</xml>', {
      holder,
      page: PAGE,
      queued
    });
    const other = { holder: {}, page: 'two/ws.html' };
    expect(await saver.save('two/ws.xml', '<xml/>', other)).toBe(true);
    expect(queued).toHaveBeenCalledTimes(1);
    expect(await server.contents.get(PATH).catch(() => null)).toBeNull();
    expect(saver.isSaved(PATH, '<xml>2</xml>')).toBe(false);
    answer();
    expect(await Promise.all([first, next])).toEqual([true, true]);
    expect(await server.read(PATH)).toBe('<xml>2</xml>');
    expect(saver.isSaved(PATH, '<xml>2</xml>')).toBe(true);
    expect(saver.isSaved(PATH, '<xml>1</xml>')).toBe(false);
  });

  it('knows in what was shown since what it is having saved', async () => {
    const [moved, elsewhere, anew] = [{}, {}, {}];
    saver.know(holder, PATH, '');
    const answer = holdSave();
    const first = save('<xml>1</xml>');
    const second = save('<xml>2</xml>');
    saver.know(moved, PATH, '', holder);
    saver.know(elsewhere, PATH, '', {});
    saver.know(anew, PATH, '', holder);
    saver.know(anew, PATH, '');
    // Nothing of this is in them.
    const third = save('<xml>3</xml>');
    answer();
    await Promise.all([first, second]);
    expect(saver.baseOf(moved)).toBe('<xml>2</xml>');
    await third;
    expect(saver.baseOf(holder)).toBe('<xml>3</xml>');
    expect(saver.baseOf(moved)).toBe('<xml>2</xml>');
    expect(saver.baseOf(elsewhere)).toBe('');
    expect(saver.baseOf(anew)).toBe('');
  });

  it('does not save again what was deleted, after a newer one', async () => {
    await save('<xml>1</xml>');
    await server.contents.delete(PATH);
    const answer = holdSave();
    const asked = jest.mocked(server.contents.get).mockClear();
    const again = save('<xml>1</xml>');
    const newer = save('<xml>2</xml>');
    // Both have found that it is gone.
    await new Promise(resolve => setTimeout(resolve));
    expect(asked.mock.calls.length).toBeGreaterThan(1);
    answer();
    expect(await Promise.all([again, newer])).toEqual([true, true]);
    expect(await server.read(PATH)).toBe('<xml>2</xml>');
  });

  it('goes on after a failure, of which it tells', async () => {
    await writePage('');
    server.contents.save.mockRejectedValueOnce(new Error('disk full'));
    const [first, second] = await Promise.allSettled([
      save('<xml>1</xml>'),
      save('<xml>2</xml>')
    ]);
    expect(first.status).toBe('rejected');
    expect(second.status).toBe('fulfilled');
    expect(await server.read(PATH)).toBe('<xml>2</xml>');
  });
});
