export { languages } from './descriptors';
export { LanguageRegistry } from './registry';
export type {
  ICodeGenerator,
  IErrorReport,
  IGeneratedCode,
  IJigsawLanguage
} from './tokens';
