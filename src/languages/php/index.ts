import {
  colourBlend,
  colourPicker,
  colourRandom,
  colourRgb
} from '@blockly/field-colour';
import { PhpGenerator, phpGenerator } from 'blockly/php';

import { BlockCodeGenerator } from '../generator';
import { ReadableNames, UNICODE_LETTERS } from '../kit';
import type { ICodeGenerator } from '../tokens';
import { blocks } from './blocks';

/**
 * The generator of PHP.
 */
export function createGenerator(): ICodeGenerator {
  const generator = new PhpGenerator();
  Object.assign(generator.forBlock, phpGenerator.forBlock, blocks, {
    [colourBlend.BLOCK_NAME]: colourBlend.toPhp,
    [colourPicker.BLOCK_NAME]: colourPicker.toPhp,
    [colourRandom.BLOCK_NAME]: colourRandom.toPhp,
    [colourRgb.BLOCK_NAME]: colourRgb.toPhp
  });
  generator.nameDB_ = new ReadableNames(
    generator['RESERVED_WORDS_'],
    { letters: UNICODE_LETTERS },
    '$'
  );
  return new BlockCodeGenerator({
    generator,
    languageName: 'PHP',
    comment: '//',
    // It ends the program too, and what follows is printed, or another program.
    escapeComment: text => text.replace(/\?>/g, '? >'),
    placeholder: 'null'
  });
}
