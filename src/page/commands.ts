import type { ITranslator } from '@jupyterlab/translation';
import { CommandRegistry } from '@lumino/commands';

import { isPopup } from '../editor';
import { hearPopups } from '../panel/popupKeys';
import type { specsByName } from './kernelLabels';
import type { PageEditor } from './pageEditor';
import type { PageTheme } from './theme';

/**
 * The commands of the page: of its buttons, its menu and its keys.
 */
export const PageCommandIDs = {
  run: 'page:run',
  stop: 'page:stop',
  save: 'page:save',
  download: 'page:download',
  undo: 'page:undo',
  redo: 'page:redo',
  toggleTheme: 'page:toggle-theme',
  restart: 'page:restart-kernel',
  shutDown: 'page:shut-down-session',
  reconnect: 'page:reconnect',
  useKernel: 'page:use-kernel',
  useSession: 'page:use-session'
} as const;

export function createCommands(
  editor: PageEditor,
  theme: PageTheme,
  specs: () => ReturnType<typeof specsByName>,
  translator: ITranslator
): CommandRegistry {
  const trans = translator.load('jupyterlab-jigsaw');
  const commands = new CommandRegistry();
  const add = (
    id: string,
    options: CommandRegistry.ICommandOptions,
    ...args: string[]
  ) =>
    commands.addCommand(id, {
      describedBy: {
        args: {
          type: 'object',
          properties: Object.fromEntries(
            args.map(name => [name, { type: 'string' }])
          )
        }
      },
      ...options
    });
  const { context, kernel } = editor;
  add(PageCommandIDs.run, {
    label: trans.__('Run'),
    caption: trans.__('Run the program (Shift+Enter)'),
    isEnabled: () => editor.canRun,
    execute: () => editor.run().then(() => undefined)
  });
  add(PageCommandIDs.stop, {
    label: trans.__('Stop'),
    caption: trans.__('Stop the program'),
    isEnabled: () =>
      editor.runner.current !== null || editor.runner.waiting > 0,
    execute: () => editor.stop()
  });
  add(PageCommandIDs.save, {
    label: trans.__('Save'),
    caption: trans.__('Save the workspace (Ctrl+S)'),
    isEnabled: () => context.canSave && !context.model.readOnly,
    // The context has told the user already, or asked and was told no.
    execute: () => context.save().catch(() => undefined)
  });
  add(PageCommandIDs.download, {
    label: trans.__('Download'),
    caption: trans.__('Download the workspace as it is now'),
    execute: () => download(context.localPath, context.model.toString())
  });
  add(PageCommandIDs.undo, {
    label: trans.__('Undo'),
    caption: trans.__('Undo (Ctrl+Z)'),
    isEnabled: () => editor.editor.canUndo,
    execute: () => editor.editor.undo()
  });
  add(PageCommandIDs.redo, {
    label: trans.__('Redo'),
    caption: trans.__('Redo (Ctrl+Shift+Z)'),
    isEnabled: () => editor.editor.canRedo,
    execute: () => editor.editor.redo()
  });
  add(PageCommandIDs.toggleTheme, {
    label: () =>
      theme.theme === 'light' ? trans.__('Dark') : trans.__('Light'),
    caption: trans.__('Change between light and dark'),
    execute: () => theme.toggle()
  });
  add(PageCommandIDs.restart, {
    label: trans.__('Restart Kernel…'),
    isEnabled: () => kernel.executor.kernel !== null,
    execute: () => kernel.restart()
  });
  add(PageCommandIDs.shutDown, {
    label: trans.__('Shut Down Session…'),
    isEnabled: () => kernel.executor.session !== null,
    execute: () => kernel.shutDown()
  });
  add(PageCommandIDs.reconnect, {
    label: trans.__('Connect Again'),
    execute: () => kernel.start()
  });
  add(
    PageCommandIDs.useKernel,
    {
      label: ({ name }) =>
        specs().find(spec => spec.name === name)?.label ?? String(name),
      isToggled: ({ name }) => kernel.executor.kernel?.name === name,
      execute: ({ name }) => kernel.change(String(name))
    },
    'name'
  );
  add(
    PageCommandIDs.useSession,
    {
      label: ({ path }) =>
        path === context.localPath
          ? trans.__('The workspace’s own')
          : String(path),
      isToggled: ({ path }) => kernel.path === path,
      execute: ({ path }) => kernel.join(String(path))
    },
    'path'
  );

  for (const [command, keys] of [
    [PageCommandIDs.save, 'Accel S'],
    [PageCommandIDs.run, 'Shift Enter'],
    [PageCommandIDs.run, 'Accel Enter']
  ]) {
    commands.addKeyBinding({ command, keys: [keys], selector: 'body' });
  }
  // Before Blockly, which takes keys for its own.
  document.addEventListener(
    'keydown',
    event => {
      const { key, target } = event;
      // An answer to a program ends with Enter, whatever is held down with it.
      const others = key === 'Enter' ? '.jp-Dialog, .jp-Stdin' : '.jp-Dialog';
      if (
        target instanceof Element &&
        !isPopup(target) &&
        !target.closest(others)
      ) {
        commands.processKeydownEvent(event);
      }
    },
    true
  );
  hearPopups(commands, isPopup);
  editor.changed.connect(() => commands.notifyCommandChanged());
  editor.runner.changed.connect(() => commands.notifyCommandChanged());
  return commands;
}

/**
 * Hand a text to the browser as a file; what was not saved is in it.
 */
function download(path: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(
    new Blob([text], { type: 'application/json' })
  );
  link.download = path.split('/').pop() ?? path;
  link.click();
  // The browser has taken hold of it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
