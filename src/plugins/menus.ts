import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import { IMainMenu } from '@jupyterlab/mainmenu';

import { CommandIDs } from '../commands';
import type { JigsawWidget } from '../panel/widget';
import { IJigsawTracker } from '../tokens';

/**
 * The entries of JupyterLab's menus that mean something to a panel as they do
 * to a notebook; Jigsaw's own entries are in `schema/panel.json`.
 */
export const menusPlugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-jigsaw:menus',
  description: 'File, Edit, Run and Kernel menus for Jigsaw panels.',
  autoStart: true,
  requires: [IJigsawTracker, IMainMenu],
  activate: (_, tracker: IJigsawTracker, menu: IMainMenu) => {
    const isEnabled = (widget: unknown) => tracker.has(widget as JigsawWidget);
    const command = (id: string) => ({ id, isEnabled });
    menu.editMenu.undoers.undo.add(command(CommandIDs.undo));
    menu.editMenu.undoers.redo.add(command(CommandIDs.redo));
    menu.editMenu.clearers.clearCurrent.add(command(CommandIDs.clearOutput));
    menu.runMenu.codeRunners.restart.add(command(CommandIDs.restart));
    menu.runMenu.codeRunners.run.add(command(CommandIDs.run));
    menu.runMenu.codeRunners.runAll.add(command(CommandIDs.runAll));
    menu.kernelMenu.kernelUsers.interruptKernel.add(command(CommandIDs.stop));
    menu.kernelMenu.kernelUsers.restartKernel.add(command(CommandIDs.restart));
    menu.kernelMenu.kernelUsers.clearWidget.add(
      command(CommandIDs.clearOutput)
    );
    menu.kernelMenu.kernelUsers.changeKernel.add(
      command(CommandIDs.changeKernel)
    );
    menu.kernelMenu.kernelUsers.shutdownKernel.add(
      command(CommandIDs.shutDown)
    );
    menu.fileMenu.closeAndCleaners.add(command(CommandIDs.closeAndShutDown));
  }
};
