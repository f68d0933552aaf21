import { fileAt, pageOf } from '../address';

const FILES = 'http://hub.example/user/bob/files/';

describe('fileAt', () => {
  it.each([
    [`${FILES}ws.html`, 'ws.html'],
    [`${FILES}sub/ws.html?_xsrf=1#top`, 'sub/ws.html'],
    [`${FILES}a%20%C3%A4/w%23.html`, 'a ä/w#.html'],
    ['/user/bob/files/ws.html', 'ws.html'],
    [`${FILES}sub/../ws.html`, 'ws.html']
  ])('knows %s', (address, path) => {
    expect(fileAt(address, FILES)).toBe(path);
  });

  it.each([
    ['another origin', 'http://evil.example/user/bob/files/ws.html'],
    ['another port', 'http://hub.example:81/user/bob/files/ws.html'],
    ['another scheme', 'https://hub.example/user/bob/files/ws.html'],
    ["another user's", 'http://hub.example/user/eve/files/ws.html'],
    ['what only begins so', 'http://hub.example/user/bob/files.html'],
    ['a way out', `${FILES}../../eve/files/ws.html`],
    ['an encoded way out', `${FILES}%2e%2e/%2e%2e/eve/files/ws.html`],
    ['encoded slashes', `${FILES}..%2f..%2feve/ws.html`],
    ['an encoded backslash', `${FILES}..%5cws.html`],
    ['broken encoding', `${FILES}%e0%a4%a.html`],
    ['the folder', FILES],
    ['an empty part', `${FILES}sub//ws.html`],
    ['data', 'data:text/html,<p>'],
    ['script', 'javascript:alert(1)'],
    ['a blob', 'blob:http://hub.example/1'],
    ['nothing', '']
  ])('is none of %s', (_, address) => {
    expect(fileAt(address, FILES)).toBeNull();
  });
});

describe('pageOf', () => {
  it('has the name of the workspace', () => {
    expect(pageOf('ws.xml')).toBe('ws.html');
    expect(pageOf('sub/my.xml.xml')).toBe('sub/my.xml.html');
  });
});
