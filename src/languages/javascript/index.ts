import {
  colourBlend,
  colourPicker,
  colourRandom,
  colourRgb
} from '@blockly/field-colour';
import { JavascriptGenerator, javascriptGenerator } from 'blockly/javascript';

import { BlockCodeGenerator } from '../generator';
import { ReadableNames, UNICODE_LETTERS } from '../kit';
import { escapeLineBreaks } from '../quote';
import type { ICodeGenerator } from '../tokens';
import { blocks } from './blocks';

/**
 * The generator of JavaScript.
 */
export function createGenerator(): ICodeGenerator {
  const generator = new JavascriptGenerator();
  Object.assign(generator.forBlock, javascriptGenerator.forBlock, blocks, {
    [colourBlend.BLOCK_NAME]: colourBlend.toJavascript,
    [colourPicker.BLOCK_NAME]: colourPicker.toJavascript,
    [colourRandom.BLOCK_NAME]: colourRandom.toJavascript,
    [colourRgb.BLOCK_NAME]: colourRgb.toJavascript
  });
  const quote = generator.quote_.bind(generator);
  generator.quote_ = text => escapeLineBreaks(quote(text));
  generator.nameDB_ = new ReadableNames(generator['RESERVED_WORDS_'], {
    letters: UNICODE_LETTERS
  });
  return new BlockCodeGenerator({
    generator,
    languageName: 'JavaScript',
    comment: '//',
    placeholder: 'null'
  });
}
