import { bridgePlugin } from './plugins/bridge';
import { cellPlugin } from './plugins/cell';
import { commandsPlugin } from './plugins/commands';
import { languagesPlugin } from './plugins/languages';
import { menusPlugin } from './plugins/menus';
import { openPlugin } from './plugins/open';
import { panelPlugin } from './plugins/panel';

export type {
  ICodeGenerator,
  IErrorReport,
  IGeneratedCode,
  IJigsawLanguage,
  ILanguageKit,
  ILanguageTable,
  LanguageRegistry,
  TableCode
} from './languages';
export type {
  BlockCode,
  BlockFunction,
  IBlockTemplate,
  IJigsawBlock,
  IJigsawToolbox,
  IToolboxBlock,
  Registry
} from './registry';
export { IJigsawRegistry, IJigsawTracker } from './tokens';

export default [
  languagesPlugin,
  panelPlugin,
  commandsPlugin,
  menusPlugin,
  openPlugin,
  bridgePlugin,
  cellPlugin
];
