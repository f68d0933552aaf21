export { BlocksKeeper } from './blocksKeeper';
export { CellDocument } from './cellDocument';
export { CellView } from './cellView';
export { FrameBlocks } from './frameBlocks';
export { insertBlocks } from './insertBlocks';
export { PanelLinks } from './panelLinks';
export { ProblemNote } from './problemNote';
export { WorkspaceFile } from './workspaceFile';
