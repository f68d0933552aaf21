export { Registry } from './registry';
export type {
  BlockCode,
  BlockFunction,
  IBlockTemplate,
  IJigsawBlock,
  IJigsawToolbox,
  IToolboxBlock
} from './tokens';
