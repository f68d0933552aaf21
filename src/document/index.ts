export {
  createFileType,
  FACTORY,
  FILE_EXTENSION,
  FILE_TYPE,
  MIME_TYPE,
  withExtension
} from './fileType';
export { codec } from './codec';
export { emptyContent } from './content';
export { parse, stringify } from './format';
export * from './limits';
export { linkModels } from './link';
export { JigsawModel } from './model';
export { JigsawModelFactory } from './modelFactory';
export { isFunction } from './parts';
export { FreeIds } from './ids';
export { problem } from './problem';
export * from './tokens';
export * from './unknownBlocks';
export { walkBlocks } from './walk';
export * from './xml';
