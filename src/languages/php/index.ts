import { BlockCodeGenerator } from '../generator';
import type { ICodeGenerator } from '../tokens';
import { PhpGenerator } from './generator';

/**
 * The generator of PHP.
 */
export function createGenerator(): ICodeGenerator {
  return new BlockCodeGenerator({
    generator: new PhpGenerator(),
    language: 'php',
    languageName: 'PHP',
    comment: '//',
    // It ends the program too, and what follows is printed, or another program.
    escapeComment: text => text.replace(/\?>/g, '? >'),
    placeholder: 'null'
  });
}
