import { BlockCodeGenerator } from '../generator';
import type { ICodeGenerator } from '../tokens';
import { BashGenerator } from './generator';
import { cannot } from './reasons';

/**
 * The generator of Bash.
 */
export function createGenerator(): ICodeGenerator {
  return new BlockCodeGenerator({
    generator: new BashGenerator(),
    language: 'bash',
    languageName: 'Bash',
    cannot,
    comment: '#',
    noop: ':\n',
    placeholder: '""'
  });
}
