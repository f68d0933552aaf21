import { embeddedIn, pageWith, readPage } from '../page';

const ADDRESS = 'http://hub.example/files/sub/ws.html';

const page = (saved: string, more = '') => `<!doctype html>
<html><head><title>ws.xml</title>
<script src="https://cdn.example/blockly.js"></script>
<script>window.__jigsaw_saved_xml__ = ${JSON.stringify(saved)};</script>
</head><body>
<xml id="toolbox"><category name="Text"><block type="text_print">
  <value name="TEXT"><shadow type="text"></shadow></value></block></category></xml>
<xml id="workspace"><block type="text"></block></xml>
${more}
</body></html>`;

const XML =
  '<xml><block type="a"><field name="F">"</script> \\ ä</field></block></xml>';

describe('readPage', () => {
  it('finds what a page has', () => {
    const read = readPage(page(XML), ADDRESS);
    expect(read).toMatchObject({
      embedded: XML,
      types: ['text_print', 'text'],
      scripts: ['https://cdn.example/blockly.js'],
      isOld: false
    });
    expect(read.initial).toContain('<block type="text">');
  });

  it('knows a page that speaks as it did before postMessage', () => {
    const old = `<html><script>
      window.parent.document.jigsaw_register_workspace("ws.xml", workspace, init);
    </script></html>`;
    expect(readPage(old, ADDRESS)).toMatchObject({
      isOld: true,
      embedded: null,
      initial: null
    });
  });

  it('runs nothing of it', () => {
    const trap =
      '<script>window.hurt = true</script><img src=x onerror="hurt = true">';
    readPage(page('', trap), ADDRESS);
    expect('hurt' in window).toBe(false);
  });

  it('finds what its scripts are relative to', () => {
    const more = '<script src="lib/b.js"></script><script src="http://[">';
    expect(readPage(page('', more), ADDRESS).scripts).toEqual([
      'https://cdn.example/blockly.js',
      'http://hub.example/files/sub/lib/b.js'
    ]);
  });
});

describe('pageWith', () => {
  const ADDED = { first: 'speak();', last: 'keep();', workspace: XML };

  it('puts other blocks in the place of those that are embedded', () => {
    const text = pageWith(page('<xml>old</xml>'), ADDRESS, ADDED);
    expect(embeddedIn(text)).toBe(XML);
    // No text of the workspace ends a script.
    const parsed = new DOMParser().parseFromString(text, 'text/html');
    expect(parsed.querySelectorAll('script')).toHaveLength(4);
    expect(parsed.body.lastElementChild?.textContent).toBe('keep();');
    expect(parsed.head.firstElementChild?.textContent).toBe('speak();');
    expect(parsed.compatMode).toBe('CSS1Compat');
  });

  it.each([
    [
      'a head in a comment',
      '<!doctype html><!-- <head> --><script>own()</script>'
    ],
    [
      'a script before its head',
      '<!doctype html><script>own()</script><head></head>'
    ],
    [
      'a comment before all',
      '<!-- <!doctype html> <head> --><!doctype html><script>own()</script>'
    ],
    [
      'a comment that ends at once',
      '<!--><script>own()</script>--><!doctype html>'
    ],
    [
      'an element before its head',
      '<!doctype html><p><script>own()</script><head>'
    ],
    [
      'a doctype with a head in it',
      '<!doctype html "<head>"><script>own()</script>'
    ],
    ['no doctype', '<script>own()</script><head>'],
    [
      'attributes of its own',
      '<!doctype html><html lang="en" onload="own()"><head id="a"><script>own()</script>'
    ]
  ])('runs its script before all others in a page with %s', (_, text) => {
    const parse = (markup: string) =>
      new DOMParser().parseFromString(markup, 'text/html');
    const parsed = parse(pageWith(text, ADDRESS, ADDED));
    const elements = [...parsed.querySelectorAll('*')];
    expect(elements.slice(0, 3).map(({ localName }) => localName)).toEqual([
      'html',
      'head',
      'script'
    ]);
    expect(elements[2].textContent).toBe('speak();');
    expect(elements[2].attributes).toHaveLength(0);
    expect(parsed.compatMode).toBe(parse(text).compatMode);
    expect(
      [...parsed.querySelectorAll('script')].map(script => script.textContent)
    ).toContain('own()');
  });

  it('lets no workspace end its script and begin another', () => {
    const workspace = '<xml></script><script>hit()</script></xml>';
    const text = pageWith(page(''), ADDRESS, { ...ADDED, workspace });
    expect(embeddedIn(text)).toBe(workspace);
    const parsed = new DOMParser().parseFromString(text, 'text/html');
    const scripts = [...parsed.querySelectorAll('script')];
    expect(scripts.map(script => script.textContent)).not.toContain('hit()');
    expect(scripts).toHaveLength(4);
  });

  it('takes a workspace as it is, whatever it holds', () => {
    const odd = "$& $1 $` $' \u2028";
    expect(
      embeddedIn(pageWith(page(''), ADDRESS, { ...ADDED, workspace: odd }))
    ).toBe(odd);
  });

  it('leaves a page as it is but for scripts, if there are any', () => {
    const own = page('<xml>own</xml>');
    const none = { first: '', last: '', workspace: null };
    expect(pageWith(own, ADDRESS, none)).toBe(own);
    const text = pageWith(own, ADDRESS, { ...none, first: 'speak();' });
    expect(text.replace('<script>speak();</script>', '')).toBe(own);
  });

  it('says where a page is from, if that matters to it', () => {
    const base = (text: string) =>
      new DOMParser()
        .parseFromString(pageWith(text, ADDRESS, ADDED), 'text/html')
        .querySelector('head > base')
        ?.getAttribute('href');
    expect(base(page(''))).toBeUndefined();
    expect(base(page('', '<img src="data:,">'))).toBeUndefined();
    expect(base(page('', '<img src="cat.png">'))).toBe(ADDRESS);
    expect(base('<p><img src="cat.png">')).toBe(ADDRESS);
  });
});
