import { FakeServer } from '../../testutils/fakeServer';
import { LanguageRegistry, languages } from '../../languages';
import { findKernel } from '../kernels';

const registry = new LanguageRegistry();
languages.forEach(language => registry.add(language));
const python = registry.get('python')!;

function find(kernels: Record<string, string>, wanted: string | null = null) {
  const { specs } = new FakeServer(kernels);
  return findKernel(specs, wanted, python, registry);
}

describe('findKernel', () => {
  it('takes the wanted one, whatever it speaks', () => {
    expect(find({ python3: 'python', ir: 'R' }, 'ir')).toBe('ir');
  });

  it('takes one of the language when the wanted one is not there', () => {
    expect(find({ ir: 'R', xpython: 'python' }, 'gone')).toBe('xpython');
    expect(find({ ir: 'R', xpython: 'python' })).toBe('xpython');
  });

  it("takes the server's default before others of the language", () => {
    expect(find({ venv: 'python', 'a-python': 'python' })).toBe('venv');
  });

  it('takes the first by name when the default speaks another', () => {
    expect(find({ ir: 'R', 'b-py': 'python', 'a-py': 'Python' })).toBe('a-py');
  });

  it('finds none when nothing speaks the language', () => {
    expect(find({ ir: 'R', metakernel_bash: 'bash' })).toBeNull();
    expect(find({}, 'gone')).toBeNull();
  });
});
