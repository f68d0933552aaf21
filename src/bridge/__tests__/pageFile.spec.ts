import { FakeServer } from '../../testutils/fakeServer';
import { MAX_PAGE_SIZE, readPageFile } from '../pageFile';

describe('readPageFile', () => {
  let server: FakeServer;
  let size: number | undefined;

  beforeEach(async () => {
    server = new FakeServer({});
    await server.write('ws.html', '<p>page</p>');
    const get = server.contents.get.getMockImplementation()!;
    server.contents.get.mockImplementation(async (path, options) => ({
      ...(await get(path, options)),
      size
    }));
    server.contents.get.mockClear();
  });

  const read = (path = 'ws.html') => readPageFile(server.contents, path);
  const fetched = () =>
    server.contents.get.mock.calls.filter(([, options]) => options?.content);

  it('reads a page, whether its size is known or not', async () => {
    size = MAX_PAGE_SIZE;
    expect(await read()).toBe('<p>page</p>');
    size = undefined;
    expect(await read()).toBe('<p>page</p>');
    expect(fetched()).toHaveLength(2);
  });

  it('does not fetch one that is too large', async () => {
    size = MAX_PAGE_SIZE + 1;
    expect(await read()).toBe('');
    expect(fetched()).toEqual([]);
  });

  it('finds none where there is none', async () => {
    expect(await read('other.html')).toBeNull();
  });

  it('says what else went wrong', async () => {
    server.contents.get.mockRejectedValue(new Error('No disk'));
    await expect(read()).rejects.toThrow('No disk');
  });
});
