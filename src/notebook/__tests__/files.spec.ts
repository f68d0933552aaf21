import {
  nullTranslator,
  type TranslationBundle
} from '@jupyterlab/translation';

import { FakeServer } from '../../testutils/fakeServer';
import { explainFileError, MAX_FILE_SIZE, readText } from '../files';

describe('readText', () => {
  let server: FakeServer;
  let size: number | undefined;

  beforeEach(async () => {
    server = new FakeServer({});
    await server.write('sub/ws.xml', '<xml/>');
    const get = server.contents.get.getMockImplementation()!;
    server.contents.get.mockImplementation(async (path, options) => ({
      ...(await get(path, options)),
      size
    }));
    server.contents.get.mockClear();
  });

  const read = (path = 'sub/ws.xml') => readText(server.contents, path);
  const fetched = () =>
    server.contents.get.mock.calls.filter(([, options]) => options?.content);

  it('reads a file, whether its size is known or not', async () => {
    size = MAX_FILE_SIZE;
    expect(await read()).toBe('<xml/>');
    size = undefined;
    expect(await read()).toBe('<xml/>');
    expect(fetched()).toHaveLength(2);
  });

  it('does not fetch one that is too large, and says so', async () => {
    // As in another language.
    const english = nullTranslator.load('');
    const trans: TranslationBundle = Object.assign(
      Object.create(english) as TranslationBundle,
      { __: (...args: [string]) => `Translated: ${english.__(...args)}` }
    );
    const sentence = () =>
      read().catch(error => explainFileError(error, trans));
    size = 264 * 1024 * 1024;
    expect(await sentence()).toBe(
      'Translated: “ws.xml” has 264 MB; at most 10 MB are read.'
    );
    size = MAX_FILE_SIZE + 1;
    expect(await sentence()).toContain('“ws.xml” has 11 MB');
    expect(fetched()).toEqual([]);
  });

  it('finds none where there is none', async () => {
    expect(await read('other.xml')).toBeNull();
  });

  it('says what else went wrong', async () => {
    server.contents.get.mockRejectedValue(new Error('No disk'));
    const failed = await read().catch((error: unknown) => error);
    expect(explainFileError(failed, nullTranslator.load(''))).toBe('No disk');
  });
});
