export { BlocklyEditor } from './editor';
export { pictureOf } from './picture';
export { createTheme } from './theme';
export { importXml } from './xmlImport';
