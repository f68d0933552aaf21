import { LanguageRegistry, languages } from '..';

describe('LanguageRegistry', () => {
  function filled(): LanguageRegistry {
    const registry = new LanguageRegistry();
    languages.forEach(language => registry.add(language));
    return registry;
  }

  it.each([
    ['python', 'text/x-python', 'python'],
    ['Python', undefined, 'python'],
    ['ipython', 'text/x-ipython', 'python'],
    ['typescript', 'text/x.typescript', 'javascript'],
    ['LUA', undefined, 'lua'],
    ['something', 'text/x-php; charset=utf-8', 'php'],
    ['dart', undefined, 'dart']
  ])('finds the language of a kernel of %s', (name, mime, id) => {
    expect(filled().forKernel(name, mime)?.id).toBe(id);
  });

  it.each([
    ['Julia', 'text/x-julia'],
    ['', undefined],
    ['text', 'text/plain']
  ])('has no language for a kernel of "%s"', (name, mime) => {
    expect(filled().forKernel(name, mime)).toBeUndefined();
  });

  it('asks the name before the MIME type', () => {
    expect(filled().forKernel('lua', 'text/x-python')?.id).toBe('lua');
  });

  it('adds and takes away, and says so', () => {
    const registry = new LanguageRegistry();
    const changed = jest.fn();
    registry.changed.connect(changed);

    const added = registry.add(languages[0]);
    expect(registry.get('python')).toBe(languages[0]);
    expect(() => registry.add(languages[0])).toThrow(/python/);

    added.dispose();
    added.dispose();
    expect(registry.list).toEqual([]);
    expect(changed).toHaveBeenCalledTimes(2);
  });

  it('holds each kernel name once', () => {
    const names = languages.flatMap(language => language.kernelLanguages);

    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(names.map(name => name.toLowerCase()));
  });
});
