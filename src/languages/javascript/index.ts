import { BlockCodeGenerator } from '../generator';
import type { ICodeGenerator } from '../tokens';
import { KernelJavascriptGenerator } from './generator';
import { failedLine } from './traceback';

/**
 * The generator of JavaScript.
 */
export function createGenerator(): ICodeGenerator {
  return new BlockCodeGenerator({
    generator: new KernelJavascriptGenerator(),
    language: 'javascript',
    languageName: 'JavaScript',
    comment: '//',
    placeholder: 'null',
    failedLine
  });
}
