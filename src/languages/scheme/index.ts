import { BlockCodeGenerator } from '../generator';
import type { ICodeGenerator } from '../tokens';
import { SchemeGenerator } from './generator';
import { failedLine } from './traceback';

/**
 * The generator of Scheme.
 */
export function createGenerator(): ICodeGenerator {
  return new BlockCodeGenerator({
    generator: new SchemeGenerator(),
    language: 'scheme',
    languageName: 'Scheme',
    comment: ';',
    placeholder: "'()",
    failedLine
  });
}
