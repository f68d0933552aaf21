import { asksFor, languageFor, magicLines } from '../magic';

describe('magicLines', () => {
  it('finds what follows the magic, also nothing', () => {
    expect(
      magicLines('%jigsaw\nx = 1\n  %%jigsaw  Lua -w a\n%jigsaw ')
    ).toEqual(['', 'Lua -w a', '']);
  });

  it.each(['%jigsaws', '%jigsaw-x Python', 'print("%jigsaw")', '# %jigsaw'])(
    'finds none in %p',
    source => expect(magicLines(source)).toEqual([])
  );
});

describe('languageFor', () => {
  it.each([
    ['%jigsaw Python', 'python'],
    ['%jigsaw Processing --workspace workspace1 --height 600', 'processing'],
    ['%jigsaw --workspace "my ws" Python', 'python'],
    ["%jigsaw -w 'my ws' --height 600 Python", 'python'],
    ['%jigsaw --workspace=ws --height=600 Python', 'python'],
    ['%jigsaw --workspace="my ws" Python', 'python'],
    ['%jigsaw -w ws Python', 'python'],
    ['# blocks\n  %jigsaw   Lua -h 200', 'lua'],
    ['x = 1\n%jigsaw Test', 'test']
  ])('finds it in %p', (source, language) => {
    expect(languageFor(source, 'ws.xml')).toBe(language);
  });

  it.each(['', '%jigsaw', 'print("%jigsaw Python")', '%jigsaws Python'])(
    'finds none in %p',
    source => expect(languageFor(source, 'ws.xml')).toBeNull()
  );

  it('goes by the workspace where a cell asks for several', () => {
    const source = '%jigsaw Python -w a\n%jigsaw Lua -w b\n%jigsaw Octave';
    expect(languageFor(source, 'a.xml')).toBe('python');
    expect(languageFor(source, 'b.xml')).toBe('lua');
    expect(languageFor(source, 'jigsaw-workspace-A1B2C3.xml')).toBe('octave');
    expect(languageFor(source, 'c.xml')).toBe('python');
  });
});

describe('asksFor', () => {
  it.each([
    ['%jigsaw Python --workspace ws', 'ws.xml'],
    ['%jigsaw Python --workspace=ws', 'ws.xml'],
    ['%jigsaw Python --work ws -h 200', 'ws.xml'],
    ['%jigsaw -w ws Python', 'ws.xml'],
    ['%jigsaw -wws Python', 'ws.xml'],
    ['%jigsaw Python -- -w ws', 'ws.xml'],
    ['%jigsaw Python --workspace "my ws"', 'my ws.xml'],
    ["%jigsaw Python --workspace='my ws'", 'my ws.xml'],
    ['%jigsaw Python --workspace sub/ws', 'sub/ws.xml'],
    ['%jigsaw Python --workspace ./ws', 'ws.xml'],
    ['%jigsaw Python --workspace ws.xml', 'ws.xml.xml'],
    ['%jigsaw Python --workspace ws2', 'ws2.xml'],
    ['%jigsaw Python --workspace 2', '2.xml'],
    ['%%jigsaw Python --workspace ws', 'ws.xml'],
    ['# two\n%jigsaw Python -w a\r\n  %jigsaw Lua -w ws\n', 'ws.xml'],
    ['%jigsaw Python', 'jigsaw-workspace-0A9ZB1.xml'],
    ['%jigsaw Python --height 500', 'jigsaw-workspace-ABCDEF.xml'],
    ['%jigsaw Python --workspace {name}', 'ws.xml'],
    ['%jigsaw Python --workspace $name', 'ws.xml']
  ])('finds in %p that it asks for %p', (source, filename) => {
    expect(asksFor(source, filename)).toBe(true);
  });

  it.each([
    ['', 'ws.xml'],
    ['IFrame("ws.html")', 'ws.xml'],
    ['%jigsaw', 'jigsaw-workspace-ABCDEF.xml'],
    ['%jigsaw --workspace ws', 'ws.xml'],
    ['%jigsaw Python', 'ws.xml'],
    ['%jigsaw Python', 'jigsaw-workspace-ABCDE.xml'],
    ['%jigsaw Python', 'jigsaw-workspace-abcdef.xml'],
    ['%jigsaw Python', 'sub/jigsaw-workspace-ABCDEF.xml'],
    ['%jigsaw Python --workspace ws', 'jigsaw-workspace-ABCDEF.xml'],
    ['%jigsaw Python --workspace ws', 'my_ws.xml'],
    ['%jigsaw Python --workspace ws', 'ws'],
    ['%jigsaw Python --workspace ws', 'ws.html'],
    ['%jigsaw Python --workspace ws', 'sub/ws.xml'],
    ['%jigsaw Python --workspace sub/ws', 'ws.xml'],
    ['%jigsaw Python --height ws', 'ws.xml'],
    ['%jigsaw Python --workspace', 'ws.xml'],
    ['%jigsaw Python # --workspace=ws2', 'ws.xml'],
    ['# %jigsaw Python --workspace ws', 'ws.xml'],
    ['print("%jigsaw Python --workspace ws")', 'ws.xml'],
    ['%jigsaws Python --workspace ws', 'ws.xml'],
    ['%jigsaw\nPython --workspace ws', 'ws.xml']
  ])('finds in %p that it does not ask for %p', (source, filename) => {
    expect(asksFor(source, filename)).toBe(false);
  });

  it('reads a long line, and many lines, in no time', () => {
    const long = `%jigsaw Python ${'"'.repeat(20_000)}`;
    const many = '%jigsaw Python -w a\n'.repeat(2_000) + ' \n'.repeat(20_000);
    const begun = performance.now();
    expect(asksFor(long, 'ws.xml')).toBe(false);
    expect(asksFor(many, 'ws.xml')).toBe(false);
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});
