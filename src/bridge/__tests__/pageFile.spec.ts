import { FakeServer } from '../../testutils/fakeServer';
import { MAX_PAGE_SIZE, readPageFile } from '../pageFile';

describe('readPageFile', () => {
  it.each([
    ['reads a page', MAX_PAGE_SIZE, '<p>page</p>'],
    ['takes one that is too large for none of ours', MAX_PAGE_SIZE + 1, '']
  ])('%s', async (_, size, text) => {
    const server = new FakeServer({});
    await server.write('ws.html', '<p>page</p>');
    const get = server.contents.get.getMockImplementation()!;
    server.contents.get.mockImplementation(async (path, options) => ({
      ...(await get(path, options)),
      size
    }));
    expect(await readPageFile(server.contents, 'ws.html')).toBe(text);
  });
});
