import { BlockCodeGenerator } from '../generator';
import type { ICodeGenerator } from '../tokens';
import { LuaGenerator } from './generator';

/**
 * The generator of Lua.
 */
export function createGenerator(): ICodeGenerator {
  return new BlockCodeGenerator({
    generator: new LuaGenerator(),
    language: 'lua',
    languageName: 'Lua',
    comment: '--',
    // A bracket behind the sign opens a comment of many lines.
    escapeComment: text => text.replace(/^(\s*)\[/gm, '$1. ['),
    placeholder: 'nil'
  });
}
