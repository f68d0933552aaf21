import type { ISessionContext, IThemeManager } from '@jupyterlab/apputils';
import type { IEditorServices } from '@jupyterlab/codeeditor';
import type { INotebookTracker } from '@jupyterlab/notebook';
import type { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import type { Contents } from '@jupyterlab/services';
import type { IStateDB } from '@jupyterlab/statedb';
import type { ITranslator } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';

import type { IJigsawRegistry } from '../tokens';

/**
 * What a panel takes from the application around it.
 */
export interface IPanelServices {
  commands: CommandRegistry;
  contents: Contents.IManager;
  editorServices: IEditorServices;
  /**
   * Where Blockly's sprites and cursors lie, ending in a slash.
   */
  mediaUrl: string;
  notebooks: INotebookTracker | null;
  /**
   * The languages, and what others have added.
   */
  registry: IJigsawRegistry;
  rendermime: IRenderMimeRegistry;
  sessionDialogs: ISessionContext.IDialogs;
  /**
   * Where sizes and attachments are remembered; null remembers nothing.
   */
  state: IStateDB | null;
  themeManager: IThemeManager | null;
  translator: ITranslator;
}

/**
 * What a user chose for all panels; see `schema/panel.json`.
 */
export interface IPanelSettings {
  defaultLanguage: string;
  renderer: 'zelos' | 'thrasos' | 'geras';
  followTheme: boolean;
  /**
   * Milliseconds of quiet after an edit until the file is saved; 0 leaves it
   * to JupyterLab's own autosave.
   */
  autosaveDelay: number;
  grid: boolean;
  snap: boolean;
  /**
   * Ids of the toolbox categories that show.
   */
  categories: readonly string[];
}

export const DEFAULT_SETTINGS: IPanelSettings = {
  defaultLanguage: 'python',
  renderer: 'zelos',
  followTheme: true,
  autosaveDelay: 5000,
  grid: true,
  snap: false,
  categories: [
    'logic',
    'loops',
    'math',
    'text',
    'lists',
    'colour',
    'variables',
    'functions',
    'python',
    'processing'
  ]
};
