import {
  colourBlend,
  colourPicker,
  colourRandom,
  colourRgb
} from '@blockly/field-colour';
import { LuaGenerator, luaGenerator } from 'blockly/lua';

import { BlockCodeGenerator } from '../generator';
import { ReadableNames } from '../kit';
import { escapeLineBreaks } from '../quote';
import type { ICodeGenerator } from '../tokens';

/**
 * The generator of Lua.
 */
export function createGenerator(): ICodeGenerator {
  const generator = new LuaGenerator();
  Object.assign(generator.forBlock, luaGenerator.forBlock, {
    [colourBlend.BLOCK_NAME]: colourBlend.toLua,
    [colourPicker.BLOCK_NAME]: colourPicker.toLua,
    [colourRandom.BLOCK_NAME]: colourRandom.toLua,
    [colourRgb.BLOCK_NAME]: colourRgb.toLua
  });
  const quote = generator.quote_.bind(generator);
  generator.quote_ = text => escapeLineBreaks(quote(text));
  generator.nameDB_ = new ReadableNames(generator['RESERVED_WORDS_']);
  return new BlockCodeGenerator({
    generator,
    languageName: 'Lua',
    comment: '--',
    placeholder: 'nil'
  });
}
