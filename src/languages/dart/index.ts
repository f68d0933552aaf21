import {
  colourBlend,
  colourPicker,
  colourRandom,
  colourRgb
} from '@blockly/field-colour';
import { DartGenerator, dartGenerator } from 'blockly/dart';

import { BlockCodeGenerator } from '../generator';
import { ReadableNames } from '../kit';
import { escapeLineBreaks } from '../quote';
import type { ICodeGenerator } from '../tokens';
import { blocks } from './blocks';

/**
 * The generator of Dart.
 */
export function createGenerator(): ICodeGenerator {
  const generator = new DartGenerator();
  Object.assign(generator.forBlock, dartGenerator.forBlock, blocks, {
    [colourBlend.BLOCK_NAME]: colourBlend.toDart,
    [colourPicker.BLOCK_NAME]: colourPicker.toDart,
    [colourRandom.BLOCK_NAME]: colourRandom.toDart,
    [colourRgb.BLOCK_NAME]: colourRgb.toDart
  });
  const quote = generator.quote_.bind(generator);
  generator.quote_ = text => escapeLineBreaks(quote(text));
  generator.nameDB_ = new ReadableNames(generator['RESERVED_WORDS_']);
  return new BlockCodeGenerator({
    generator,
    language: 'dart',
    languageName: 'Dart',
    comment: '//',
    placeholder: 'null'
  });
}
