import { BlockCodeGenerator } from '../generator';
import type { ICodeGenerator } from '../tokens';
import { CppGenerator } from './generator';
import { cannot } from './reasons';
import { failedLine } from './traceback';

/**
 * The generator of C++.
 */
export function createGenerator(): ICodeGenerator {
  return new BlockCodeGenerator({
    generator: new CppGenerator(),
    language: 'cpp',
    languageName: 'C++',
    cannot,
    comment: '//',
    // The comment would go on in the next line.
    escapeComment: text => text.replace(/\\(?=\s*$)/gm, '\\.'),
    placeholder: '""',
    failedLine
  });
}
