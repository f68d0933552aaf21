import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ICommandPalette } from '@jupyterlab/apputils';
import { IDocumentManager } from '@jupyterlab/docmanager';
import { IDefaultFileBrowser } from '@jupyterlab/filebrowser';
import { ILauncher } from '@jupyterlab/launcher';
import { INotebookTracker } from '@jupyterlab/notebook';
import { ITranslator } from '@jupyterlab/translation';

import { CommandIDs } from '../commands';
import { FILE_EXTENSION, withExtension } from '../document';
import { IJigsawTracker } from '../tokens';
import { leaveAttachment } from './attachments';
import { jigsawIcon } from './icons';
import type { JigsawWidget } from '../panel/widget';

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
    IJigsawTracker
  ],
  activate: (
    app,
    documents: IDocumentManager,
    translator: ITranslator,
    palette: ICommandPalette | null,
    browser: IDefaultFileBrowser | null,
    launcher: ILauncher | null,
    notebooks: INotebookTracker | null,
    tracker: IJigsawTracker | null
  ) => {
    const trans = translator.load('jupyterlab-jigsaw');
    const { commands } = app;

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
    palette?.addItem({
      command: CommandIDs.createNew,
      args: { isPalette: true },
      category: trans.__('Jigsaw')
    });

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
    palette?.addItem({
      command: CommandIDs.insertCell,
      category: trans.__('Jigsaw')
    });

    commands.addCommand(CommandIDs.openForNotebook, {
      label: trans.__('Open Jigsaw for This Notebook'),
      caption: trans.__('Program with blocks in this notebook’s session'),
      icon: args => (args.toolbar ? jigsawIcon : undefined),
      describedBy: { args: { type: 'object', properties: {} } },
      isEnabled: () => !!notebooks?.currentWidget,
      execute: async () => {
        const notebook = notebooks?.currentWidget;
        if (!notebook) {
          return;
        }
        const { path } = notebook.context;
        const target = withExtension(path, FILE_EXTENSION);
        const { ensureFile, exists } = await import('../panel/exports');
        const { contents } = app.serviceManager;
        // One of another name, as after the notebook was renamed; the blocks
        // of its cells, which are on a drive of their own, are not meant.
        const other = tracker?.find(
          ({ context, panel }) =>
            panel?.session.notebookPath === path &&
            contents.driveName(context.path) === ''
        );
        if (other && !(await exists(contents, target))) {
          app.shell.activateById(other.id);
          return other;
        }
        await ensureFile(contents, target);
        const widget = documents.openOrReveal(target, 'default', undefined, {
          mode: 'split-right',
          ref: notebook.id
        }) as JigsawWidget | undefined;
        if (widget?.isDisposed) {
          // Notebook 7 has opened another tab of the browser in its place.
          leaveAttachment(
            app.serviceManager.serverSettings.baseUrl,
            target,
            path
          );
        } else {
          widget?.attach(path);
        }
        return widget;
      }
    });
    palette?.addItem({
      command: CommandIDs.openForNotebook,
      category: trans.__('Jigsaw')
    });
  }
};
