export { languages } from './descriptors';
export { LanguageRegistry } from './registry';
export type {
  ICodeGenerator,
  IErrorReport,
  IGeneratedCode,
  IJigsawLanguage,
  ILanguageKit,
  ILanguageTable,
  TableCode
} from './tokens';
