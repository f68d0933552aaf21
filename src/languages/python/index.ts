import type { ICodeGenerator } from '../tokens';
import { BlockCodeGenerator } from '../generator';
import { KernelPythonGenerator } from './generator';

/**
 * The generator of Python.
 */
export function createGenerator(): ICodeGenerator {
  return new BlockCodeGenerator({
    generator: new KernelPythonGenerator(),
    languageName: 'Python',
    comment: '#',
    placeholder: 'None'
  });
}
