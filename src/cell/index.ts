export { BlocksKeeper } from './blocksKeeper';
export { CellDocument } from './cellDocument';
export { CellView } from './cellView';
export { FrameBlocks } from './frameBlocks';
export { ProblemNote } from './problemNote';
