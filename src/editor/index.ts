export { WorkspaceBinding } from './binding';
export { BlocklyEditor } from './editor';
export { pictureOf } from './picture';
export { knowsBlock } from './knowsBlock';
export { isPopup } from './popups';
export { createTheme } from './theme';
export { importXml } from './xmlImport';
