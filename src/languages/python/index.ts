import { BlockCodeGenerator } from '../generator';
import type { ICodeGenerator } from '../tokens';
import { KernelPythonGenerator } from './generator';
import { failedLine } from './traceback';

/**
 * The generator of Python.
 */
export function createGenerator(): ICodeGenerator {
  return new BlockCodeGenerator({
    generator: new KernelPythonGenerator(),
    language: 'python',
    languageName: 'Python',
    comment: '#',
    noop: 'pass\n',
    placeholder: 'None',
    failedLine
  });
}
