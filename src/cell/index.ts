export { FrameBlocks } from './frameBlocks';
