export { languages } from './descriptors';
export { LanguageRegistry } from './registry';
export type { ICodeGenerator, IGeneratedCode, IJigsawLanguage } from './tokens';
