import { ContentsManager, Drive } from '@jupyterlab/services';

import { beside } from '../beside';

describe('beside', () => {
  const contents = new ContentsManager();
  contents.addDrive(new Drive({ name: 'Other' }));

  afterAll(() => contents.dispose());

  it.each([
    ['a.ipynb', 'ws', 'ws'],
    ['a.ipynb', 'in/ws', 'in/ws'],
    ['sub/a.ipynb', 'ws', 'sub/ws'],
    ['Other:a.ipynb', 'ws', 'Other:ws'],
    ['Other:a.ipynb', 'in/ws', 'Other:in/ws'],
    ['Other:sub/a.ipynb', 'ws', 'Other:sub/ws'],
    // A name with a colon, and no drive.
    ['part 1: a.ipynb', 'ws', 'ws']
  ])('of %s, %s is %s', (path, name, found) =>
    expect(beside(contents, path, name)).toBe(found)
  );
});
