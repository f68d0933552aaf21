import { BlockCodeGenerator } from '../generator';
import type { ICodeGenerator } from '../tokens';
import { RGenerator } from './generator';
import { failedLine } from './traceback';

/**
 * The generator of R.
 */
export function createGenerator(): ICodeGenerator {
  return new BlockCodeGenerator({
    generator: new RGenerator(),
    language: 'r',
    languageName: 'R',
    comment: '#',
    placeholder: 'NULL',
    failedLine
  });
}
