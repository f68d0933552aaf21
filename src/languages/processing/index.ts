import { BlockCodeGenerator } from '../generator';
import type { ICodeGenerator } from '../tokens';
import { cannot } from './cannot';
import { ProcessingGenerator } from './generator';
import { failedLine } from './traceback';

/**
 * The generator of Processing.
 */
export function createGenerator(): ICodeGenerator {
  return new BlockCodeGenerator({
    generator: new ProcessingGenerator(),
    language: 'processing',
    languageName: 'Processing',
    cannot,
    comment: '//',
    // Java reads these before it knows what a comment is.
    escapeComment: text => text.replace(/\\u/g, '\\ u'),
    placeholder: 'null',
    failedLine
  });
}
