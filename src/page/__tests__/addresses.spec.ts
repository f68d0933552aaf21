import { folderOf, pageUrl, trail } from '../addresses';

describe('pageUrl', () => {
  it.each([
    ['', 'http://host/user/bob/jigsaw'],
    ['a.jigsaw', 'http://host/user/bob/jigsaw/a.jigsaw'],
    ['f/a b.jigsaw', 'http://host/user/bob/jigsaw/f/a%20b.jigsaw'],
    ['50%#?.jigsaw', 'http://host/user/bob/jigsaw/50%25%23%3F.jigsaw'],
    ['grün.jigsaw', 'http://host/user/bob/jigsaw/gr%C3%BCn.jigsaw']
  ])('of %p', (path, url) => {
    expect(pageUrl('http://host/user/bob/', path).replace(/\/$/, '')).toBe(url);
  });
});

describe('trail', () => {
  it('begins with the root', () => {
    expect(trail('')).toEqual([{ name: '', path: '' }]);
    expect(trail('a/b c')).toEqual([
      { name: '', path: '' },
      { name: 'a', path: 'a' },
      { name: 'b c', path: 'a/b c' }
    ]);
  });
});

describe('folderOf', () => {
  it('is what a file lies in', () => {
    expect(folderOf('a/b/c.jigsaw')).toBe('a/b');
    expect(folderOf('c.jigsaw')).toBe('');
  });
});
