import type { Contents } from '@jupyterlab/services';

import { entriesOf } from '../listPage';

const model = (name: string, type: Contents.ContentType = 'file') =>
  ({ name, path: name, type }) as Contents.IModel;

describe('entriesOf', () => {
  it('has folders and workspaces, each in order', () => {
    const names = entriesOf([
      model('b10.jigsaw'),
      model('notes.txt'),
      model('z', 'directory'),
      model('book.ipynb', 'notebook'),
      model('b2.jigsaw'),
      model('lesson.jigsaw', 'directory'),
      model('.jigsaw.txt')
    ]).map(({ name }) => name);
    expect(names).toEqual(['lesson.jigsaw', 'z', 'b2.jigsaw', 'b10.jigsaw']);
  });
});
