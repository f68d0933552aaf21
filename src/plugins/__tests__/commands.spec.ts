import { nullTranslator } from '@jupyterlab/translation';
import type { JupyterFrontEnd } from '@jupyterlab/application';
import type { ICommandPalette } from '@jupyterlab/apputils';
import { WidgetTracker } from '@jupyterlab/apputils';
import type { Context } from '@jupyterlab/docregistry';
import { CommandRegistry } from '@lumino/commands';
import { Widget } from '@lumino/widgets';

import { CommandIDs } from '../../commands';
import type { JigsawModel } from '../../document';
import { JigsawPanel } from '../../panel/panel';
import { DEFAULT_SETTINGS } from '../../panel/tokens';
import { JigsawShell, JigsawWidget } from '../../panel/widget';
import { FakeServer } from '../../testutils/fakeServer';
import { acceptDialog, dismissDialog } from '../../testutils/dialogs';
import {
  createPanelServices,
  openFile,
  openNotebook
} from '../../testutils/panelServices';
import { blocklyEvents, imitateBrowser } from '../../testutils/screen';
import { until } from '../../testutils/signals';
import { commandsPlugin } from '../commands';
import { openPlugin } from '../open';

const PATH = 'lesson.jigsaw';

describe('commands', () => {
  let server: FakeServer;
  let services: ReturnType<typeof createPanelServices>;
  let commands: CommandRegistry;
  let tracker: WidgetTracker<JigsawWidget>;
  let shell: { currentWidget: Widget | null };
  let palette: string[];
  let context: Context<JigsawModel> | null;

  beforeAll(imitateBrowser);

  beforeEach(async () => {
    server = new FakeServer({ python3: 'python' });
    services = createPanelServices(server);
    commands = new CommandRegistry();
    tracker = new WidgetTracker({ namespace: 'jigsaw' });
    shell = { currentWidget: null };
    palette = [];
    context = null;
    const app = {
      commands,
      shell,
      serviceManager: server.manager
    } as unknown as JupyterFrontEnd;
    const { translator, sessionDialogs, notebooks } = services;
    const recorder = {
      addItem: ({ command }: { command: string }) => palette.push(command)
    } as unknown as ICommandPalette;
    await commandsPlugin.activate(
      app,
      tracker,
      sessionDialogs,
      translator,
      recorder,
      notebooks
    );
    await openPlugin.activate(
      app,
      null,
      translator,
      recorder,
      null,
      null,
      notebooks
    );
  });

  afterEach(() => {
    tracker.currentWidget?.dispose();
    context?.dispose();
    tracker.dispose();
  });

  async function open(): Promise<JigsawPanel> {
    await server.write(PATH, '');
    const opened = (context = await openFile(server, PATH));
    const widget: JigsawWidget = new JigsawWidget({
      context: opened,
      content: new JigsawShell({
        load: async () =>
          new JigsawPanel({
            context: opened,
            services,
            settings: DEFAULT_SETTINGS,
            close: () => widget.dispose()
          }),
        trans: nullTranslator.load('')
      })
    });
    await tracker.add(widget);
    shell.currentWidget = widget;
    await widget.content.start();
    const { panel } = widget;
    await until(
      panel!.kernel.changed,
      () => !!panel!.session.own.session?.kernel
    );
    return panel!;
  }

  it('are all there', () => {
    expect(commands.listCommands().sort()).toEqual(
      Object.values(CommandIDs).sort()
    );
  });

  it.each(Object.values(CommandIDs))('say what they are: %s', async id => {
    expect(commands.label(id)).not.toBe('');
    expect(commands.caption(id)).not.toBe('');
    expect((await commands.describedBy(id)).args).toMatchObject({
      type: 'object'
    });
    expect(palette).toContain(id);
  });

  it('have labels of their own', () => {
    const labels = Object.values(CommandIDs).map(id => commands.label(id));
    expect(new Set(labels).size).toBe(labels.length);
  });

  it('do nothing without a panel', async () => {
    const ids = Object.values(CommandIDs).filter(
      // They need none.
      id => id !== CommandIDs.createNew && id !== CommandIDs.checkConnection
    );
    expect(ids.filter(id => commands.isEnabled(id))).toEqual([]);
    for (const id of ids) {
      await expect(commands.execute(id)).resolves.toBeFalsy();
    }
  });

  it('work on the panel in use', async () => {
    const panel = await open();
    expect(commands.isEnabled(CommandIDs.run)).toBe(true);
    expect(commands.isToggled(CommandIDs.toggleCode)).toBe(true);
    await commands.execute(CommandIDs.toggleCode);
    expect(panel.layoutParts.codeShown).toBe(false);
    expect(commands.isToggled(CommandIDs.toggleCode)).toBe(false);
    // There is nothing that they could be done to, once the kernel has started.
    await until(
      panel.runner.changed,
      () => panel.runner.executor?.status === 'idle'
    );
    expect(commands.isEnabled(CommandIDs.stop)).toBe(false);
    expect(commands.isEnabled(CommandIDs.runSelected)).toBe(false);
  });

  it('leave a panel alone beside which another widget is used, unless they name it', async () => {
    await open();
    const panel = tracker.currentWidget!.id;
    shell.currentWidget = new Widget();
    expect(commands.isEnabled(CommandIDs.run)).toBe(false);
    expect(commands.isEnabled(CommandIDs.run, { panel })).toBe(true);
    expect(commands.isEnabled(CommandIDs.run, { panel: 'another' })).toBe(
      false
    );
  });

  it('need a file that can be read, if they need its blocks', async () => {
    const panel = await open();
    panel.context.model.fromString('{');
    for (const id of [
      CommandIDs.run,
      CommandIDs.insertCode,
      CommandIDs.copyCode,
      CommandIDs.exportCode,
      CommandIDs.exportSvg,
      CommandIDs.exportXml,
      CommandIDs.undo
    ]) {
      expect([id, commands.isEnabled(id)]).toEqual([id, false]);
    }
    expect(commands.isEnabled(CommandIDs.clearOutput)).toBe(true);
  });

  it('close a panel with its kernel, if the user wants to', async () => {
    const panel = await open();
    const { kernel } = panel.session.own.session!;
    const closing = commands.execute(CommandIDs.closeAndShutDown);
    await dismissDialog();
    await closing;
    expect(panel.isDisposed).toBe(false);
    expect(server.ended).toEqual([]);

    const { id } = panel.session.own.session!;
    const closed = commands.execute(CommandIDs.closeAndShutDown);
    await acceptDialog();
    await closed;
    expect(panel.isDisposed).toBe(true);
    expect(kernel!.isDisposed).toBe(true);
    expect(server.ended).toEqual([id]);
  });

  it('shut down a kernel of the panel’s own, and no notebook’s', async () => {
    const panel = await open();
    const own = panel.session.own.session!.id;
    const notebook = await openNotebook(server, 'nb.ipynb', 'python3');
    await services.notebooks.add(notebook);
    panel.session.attach('nb.ipynb');
    expect(panel.session.context).toBe(notebook.sessionContext);
    expect(commands.isEnabled(CommandIDs.shutDown)).toBe(false);
    await commands.execute(CommandIDs.shutDown);
    expect(server.ended).toEqual([own]);
    expect(notebook.sessionContext.session!.kernel!.isDisposed).toBe(false);

    // There is nothing left to ask about.
    await commands.execute(CommandIDs.closeAndShutDown);
    expect(panel.isDisposed).toBe(true);
    expect(server.ended).toEqual([own]);
    notebook.dispose();
    notebook.context.dispose();
  });

  it('are asked anew when the panel has changed', async () => {
    const panel = await open();
    const changed = jest.fn();
    commands.commandChanged.connect((_, { id }) => changed(id));
    // The first has what may have been waiting since the panel was opened.
    for (const language of ['php', 'lua']) {
      changed.mockClear();
      panel.context.model.language = language;
      await until(commands.commandChanged, () => changed.mock.calls.length > 0);
      expect(changed).toHaveBeenCalledWith(CommandIDs.run);
      // A throttler does not hear what comes while it is at work.
      await blocklyEvents();
    }
  });
});
