import { BlockCodeGenerator } from '../generator';
import type { ICodeGenerator } from '../tokens';
import { OctaveGenerator } from './generator';
import { failedLine } from './traceback';

/**
 * The generator of Octave.
 */
export function createGenerator(): ICodeGenerator {
  return new BlockCodeGenerator({
    generator: new OctaveGenerator(),
    language: 'octave',
    languageName: 'Octave',
    comment: '%',
    // What stands in the first column alone opens a comment of many lines.
    escapeComment: text => text.replace(/^(\s*)([{}]\s*)$/gm, '$1. $2'),
    placeholder: '[]',
    failedLine
  });
}
