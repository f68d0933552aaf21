import { languageOfMagic } from '../magic';

describe('languageOfMagic', () => {
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
    expect(languageOfMagic({ getSource: () => source })).toBe(language);
  });

  it.each(['', '%jigsaw', 'print("%jigsaw Python")', '%jigsaws Python'])(
    'finds none in %p',
    source => expect(languageOfMagic({ getSource: () => source })).toBeNull()
  );
});
