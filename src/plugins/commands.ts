import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ICommandPalette, ISessionContextDialogs } from '@jupyterlab/apputils';
import { INotebookTracker } from '@jupyterlab/notebook';
import { ITranslator } from '@jupyterlab/translation';
import {
  type LabIcon,
  addBelowIcon,
  clearIcon,
  codeIcon,
  copyIcon,
  dockBottomIcon,
  redoIcon,
  refreshIcon,
  runIcon,
  stopIcon,
  undoIcon
} from '@jupyterlab/ui-components';

import type { ReadonlyPartialJSONObject } from '@lumino/coreutils';

import { CommandIDs } from '../commands';
import type { JigsawPanel } from '../panel/panel';
import { IJigsawTracker } from '../tokens';

/**
 * How often toolbars and menus are told of changes, in milliseconds. They draw
 * themselves anew, which must not come before a short run's first output.
 */
const REFRESH_INTERVAL = 50;

interface ICommand {
  id: string;
  label: string;
  caption: string;
  icon?: LabIcon;
  /**
   * What it does to a panel.
   */
  execute: (panel: JigsawPanel) => unknown;
  isEnabled?: (panel: JigsawPanel) => boolean;
  isToggled?: (panel: JigsawPanel) => boolean;
}

const ARGUMENTS = {
  args: {
    type: 'object',
    properties: {
      panel: {
        type: 'string',
        description: "The id of a panel's tab; the one in use if left out"
      }
    },
    additionalProperties: true
  }
} as const;

/**
 * The commands that work on a panel: the one in use, or the one that is named.
 */
export const commandsPlugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-jigsaw:commands',
  description: 'The commands of a Jigsaw panel.',
  autoStart: true,
  requires: [IJigsawTracker, ISessionContextDialogs, ITranslator],
  optional: [ICommandPalette, INotebookTracker],
  activate: (
    app,
    tracker: IJigsawTracker,
    dialogs: ISessionContextDialogs,
    translator: ITranslator,
    palette: ICommandPalette | null,
    notebooks: INotebookTracker | null
  ) => {
    const trans = translator.load('jupyterlab-jigsaw');
    const { commands, shell } = app;
    const panelOf = ({ panel }: ReadonlyPartialJSONObject) =>
      tracker.find(widget =>
        panel ? widget.id === panel : widget === shell.currentWidget
      )?.panel ?? null;
    const readable = (panel: JigsawPanel) =>
      panel.context.model.problem === null;

    const run = {
      caption: trans.__('Run the program'),
      icon: runIcon,
      execute: (panel: JigsawPanel) => panel.run(),
      isEnabled: (panel: JigsawPanel) => panel.canRun
    };

    const list: ICommand[] = [
      { ...run, id: CommandIDs.run, label: trans.__('Run') },
      // For JupyterLab's menus: beside “Run”, and behind “Restart Kernel and …”.
      { ...run, id: CommandIDs.runAll, label: trans.__('Run All Blocks') },
      {
        id: CommandIDs.runSelected,
        label: trans.__('Run Selected Blocks'),
        caption: trans.__('Run the selected block and what hangs below it'),
        execute: panel => panel.run('selected'),
        isEnabled: panel =>
          panel.canRun && panel.editor.selectedBlocks.length > 0
      },
      {
        id: CommandIDs.stop,
        label: trans.__('Stop'),
        caption: trans.__('Interrupt the kernel'),
        icon: stopIcon,
        execute: panel => panel.stop(),
        // A kernel may also be busy with what was begun before the page was
        // loaded again, and not have said so.
        isEnabled: ({ runner }) =>
          runner.current !== null ||
          runner.waiting > 0 ||
          ['busy', 'unknown'].includes(runner.executor?.status ?? '')
      },
      {
        id: CommandIDs.restart,
        label: trans.__('Restart Kernel…'),
        caption: trans.__('Restart the kernel; its variables are lost'),
        icon: refreshIcon,
        execute: panel =>
          panel.session.context && dialogs.restart(panel.session.context),
        isEnabled: panel => !!panel.session.context?.session?.kernel
      },
      {
        id: CommandIDs.changeKernel,
        label: trans.__('Change Kernel…'),
        caption: trans.__('Choose the kernel that the blocks run in'),
        execute: panel =>
          panel.session.context && dialogs.selectKernel(panel.session.context),
        isEnabled: panel => panel.session.context !== null
      },
      {
        id: CommandIDs.changeSession,
        label: trans.__('Change Session…'),
        caption: trans.__('Share a notebook’s session, or have one of its own'),
        execute: async panel => {
          const { chooseSession } = await import('./commandParts');
          await chooseSession(panel, notebooks, trans);
        }
      },
      {
        id: CommandIDs.clearOutput,
        label: trans.__('Clear Output'),
        caption: trans.__('Clear Output'),
        icon: clearIcon,
        execute: panel => panel.clearOutput()
      },
      {
        id: CommandIDs.insertCode,
        label: trans.__('Insert Code into Notebook'),
        caption: trans.__('Put the code into a new cell of a notebook'),
        icon: addBelowIcon,
        execute: panel => panel.insertCode(),
        isEnabled: readable
      },
      {
        id: CommandIDs.copyCode,
        label: trans.__('Copy Code'),
        caption: trans.__('Copy Code'),
        icon: copyIcon,
        execute: panel => panel.copyCode(),
        isEnabled: readable
      },
      {
        id: CommandIDs.changeLanguage,
        label: trans.__('Change Language…'),
        caption: trans.__('Choose the language of the code'),
        execute: async panel => {
          const { chooseLanguage } = await import('./commandParts');
          await chooseLanguage(panel, trans);
        },
        isEnabled: readable
      },
      ...(
        [
          [CommandIDs.exportCode, 'code', trans.__('Export Code File')],
          [CommandIDs.exportSvg, 'svg', trans.__('Export Picture (SVG)')],
          [CommandIDs.exportXml, 'xml', trans.__('Export MetaKernel XML')]
        ] as const
      ).map(([id, kind, label]): ICommand => ({
        id,
        label,
        caption: trans.__('Write a file beside this one'),
        execute: async panel => {
          const { exportPanel } = await import('./commandParts');
          return exportPanel(panel, kind, trans);
        },
        isEnabled: readable
      })),
      {
        id: CommandIDs.toggleCode,
        label: trans.__('Show Code'),
        caption: trans.__('Show or hide the generated code'),
        icon: codeIcon,
        execute: panel => {
          panel.layoutParts.codeShown = !panel.layoutParts.codeShown;
        },
        isToggled: panel => panel.layoutParts.codeShown
      },
      {
        id: CommandIDs.toggleSecondCode,
        label: trans.__('Show Second Code'),
        caption: trans.__('Show or hide the code in a second language'),
        execute: ({ second }) => second.toggle(),
        isToggled: ({ second }) => second.shown
      },
      {
        id: CommandIDs.toggleOutput,
        label: trans.__('Show Output'),
        caption: trans.__('Show or hide the output'),
        icon: dockBottomIcon,
        execute: panel => {
          panel.layoutParts.outputShown = !panel.layoutParts.outputShown;
        },
        isToggled: panel => panel.layoutParts.outputShown
      },
      {
        id: CommandIDs.undo,
        label: trans.__('Undo'),
        caption: trans.__('Undo the last change'),
        icon: undoIcon,
        execute: panel => panel.editor.undo(),
        isEnabled: panel => readable(panel) && panel.editor.canUndo
      },
      {
        id: CommandIDs.redo,
        label: trans.__('Redo'),
        caption: trans.__('Redo the last change'),
        icon: redoIcon,
        execute: panel => panel.editor.redo(),
        isEnabled: panel => readable(panel) && panel.editor.canRedo
      },
      {
        id: CommandIDs.shutDown,
        label: trans.__('Shut Down Kernel'),
        caption: trans.__('Shut Down Kernel'),
        execute: async panel => {
          const { shutDown } = await import('./commandParts');
          await shutDown(panel);
        },
        isEnabled: ({ session }) =>
          session.context === session.own && !!session.own.session?.kernel
      },
      {
        id: CommandIDs.closeAndShutDown,
        label: trans.__('Close and Shut Down Own Kernel'),
        caption: trans.__('A kernel of a notebook goes on'),
        execute: async panel => {
          const { closeAndShutDown } = await import('./commandParts');
          await closeAndShutDown(panel, trans);
        }
      }
    ];

    for (const command of list) {
      commands.addCommand(command.id, {
        label: command.label,
        caption: command.caption,
        // Icons are for toolbars and the palette; menus of JupyterLab have none.
        icon: args => (args.toolbar ? command.icon : undefined),
        describedBy: ARGUMENTS,
        isEnabled: args => {
          const panel = panelOf(args);
          return !!panel && (command.isEnabled?.(panel) ?? true);
        },
        ...(command.isToggled && {
          isToggled: args => {
            const panel = panelOf(args);
            return !!panel && !!command.isToggled?.(panel);
          }
        }),
        execute: async args => {
          const panel = panelOf(args);
          return panel && (await command.execute(panel));
        }
      });
      palette?.addItem({ command: command.id, category: trans.__('Jigsaw') });
    }

    let refreshing = false;
    const refresh = () => {
      if (!refreshing) {
        refreshing = true;
        setTimeout(() => {
          refreshing = false;
          list.forEach(({ id }) => commands.notifyCommandChanged(id));
        }, REFRESH_INTERVAL);
      }
    };
    tracker.currentChanged.connect(refresh);
    tracker.widgetAdded.connect((_, widget) => {
      void widget.content.ready.then(panel => {
        panel.changed.connect(refresh);
        panel.runner.changed.connect(refresh);
        panel.editor.selectionChanged.connect(() =>
          commands.notifyCommandChanged(CommandIDs.runSelected)
        );
        refresh();
      });
    });
  }
};
