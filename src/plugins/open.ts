import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ICommandPalette } from '@jupyterlab/apputils';
import { IDocumentManager } from '@jupyterlab/docmanager';
import { IDefaultFileBrowser } from '@jupyterlab/filebrowser';
import { ILauncher } from '@jupyterlab/launcher';
import { INotebookTracker } from '@jupyterlab/notebook';
import { IStateDB } from '@jupyterlab/statedb';
import { ITranslator } from '@jupyterlab/translation';
import type { ReadonlyJSONObject } from '@lumino/coreutils';

import { CommandIDs } from '../commands';
import { FILE_EXTENSION } from '../document';
import { jigsawIcon } from './icons';

/**
 * New panels: from the launcher, the File menu, the palette, and a notebook's
 * toolbar; and new cells of blocks.
 */
export const openPlugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-jigsaw:open',
  description: 'Makes new Jigsaw files, panels for notebooks, and cells.',
  autoStart: true,
  requires: [IDocumentManager, ITranslator],
  optional: [
    ICommandPalette,
    IDefaultFileBrowser,
    ILauncher,
    INotebookTracker,
    IStateDB
  ],
  activate: (
    app,
    documents: IDocumentManager,
    translator: ITranslator,
    palette: ICommandPalette | null,
    browser: IDefaultFileBrowser | null,
    launcher: ILauncher | null,
    notebooks: INotebookTracker | null,
    state: IStateDB | null
  ) => {
    const trans = translator.load('jupyterlab-jigsaw');
    const { commands } = app;
    const addToPalette = (command: string, args?: ReadonlyJSONObject): void => {
      palette?.addItem({ command, args, category: trans.__('Jigsaw') });
    };

    commands.addCommand(CommandIDs.createNew, {
      label: args =>
        args.isPalette || args.isContextMenu
          ? trans.__('New Jigsaw File')
          : args.isLauncher
            ? trans.__('Jigsaw')
            : trans.__('Jigsaw File'),
      caption: trans.__('Program with blocks that run in a kernel'),
      icon: args => (args.isPalette ? undefined : jigsawIcon),
      describedBy: {
        args: {
          type: 'object',
          properties: {
            cwd: {
              type: 'string',
              description: trans.__('The folder of the new file')
            },
            isContextMenu: { type: 'boolean' },
            isLauncher: { type: 'boolean' },
            isPalette: { type: 'boolean' }
          }
        }
      },
      execute: async args => {
        const cwd =
          typeof args.cwd === 'string' ? args.cwd : (browser?.model.path ?? '');
        const file = await documents.newUntitled({
          path: cwd,
          type: 'file',
          ext: FILE_EXTENSION
        });
        return documents.openOrReveal(file.path);
      }
    });
    launcher?.add({
      command: CommandIDs.createNew,
      args: { isLauncher: true },
      category: trans.__('Other'),
      rank: 1
    });
    addToPalette(CommandIDs.createNew, { isPalette: true });

    commands.addCommand(CommandIDs.insertCell, {
      label: trans.__('Insert Jigsaw Cell'),
      caption: trans.__('Insert a cell of blocks below the active cell'),
      describedBy: { args: { type: 'object', properties: {} } },
      isEnabled: () => !!notebooks?.currentWidget,
      execute: async () => {
        const notebook = notebooks?.currentWidget;
        if (notebook) {
          const { insertBlocks } = await import('./cellParts');
          await insertBlocks(notebook);
        }
      }
    });
    addToPalette(CommandIDs.insertCell);

    commands.addCommand(CommandIDs.openForNotebook, {
      label: trans.__('Open Jigsaw for This Notebook'),
      caption: trans.__('Program with blocks in this notebook’s session'),
      icon: args => (args.toolbar ? jigsawIcon : undefined),
      describedBy: { args: { type: 'object', properties: {} } },
      isEnabled: () => !!notebooks?.currentWidget,
      execute: async () => {
        const notebook = notebooks?.currentWidget;
        if (notebook) {
          const { openForNotebook } = await import('./commandParts');
          return openForNotebook(notebook, app, documents, state);
        }
      }
    });
    addToPalette(CommandIDs.openForNotebook);

    commands.addCommand(CommandIDs.checkConnection, {
      label: trans.__('Check Connection'),
      caption: trans.__('Check the way to kernels'),
      describedBy: { args: { type: 'object', properties: {} } },
      execute: async () => {
        const { checkConnection } = await import('./commandParts');
        return checkConnection(app, trans);
      }
    });
    addToPalette(CommandIDs.checkConnection);
  }
};
