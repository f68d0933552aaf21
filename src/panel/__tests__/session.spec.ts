import type { Context } from '@jupyterlab/docregistry';
import { NotebookTracker, type NotebookPanel } from '@jupyterlab/notebook';

import type { JigsawModel } from '../../document';
import { FakeServer } from '../../testutils/fakeServer';
import {
  openFile,
  openNotebook,
  viewNotebook
} from '../../testutils/panelServices';
import { until } from '../../testutils/signals';
import { PanelSession } from '../session';

const NOTEBOOK = 'lesson.ipynb';

describe('PanelSession', () => {
  let server: FakeServer;
  let own: Context<JigsawModel>;
  let notebooks: NotebookTracker;
  let panels: NotebookPanel[];
  let session: PanelSession;
  let changed: jest.Mock;

  beforeEach(async () => {
    // A notebook in jsdom speaks of what jsdom lacks.
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    server = new FakeServer({ python3: 'python' });
    await server.write('lesson.jigsaw', '');
    own = await openFile(server, 'lesson.jigsaw');
    notebooks = new NotebookTracker({ namespace: 'notebook' });
    panels = [];
    session = new PanelSession({ own: own.sessionContext, notebooks });
    changed = jest.fn();
    session.changed.connect(changed);
  });

  afterEach(() => {
    session.dispose();
    for (const panel of panels) {
      const { context } = panel;
      panel.dispose();
      context.dispose();
    }
    notebooks.dispose();
    own.dispose();
    jest.restoreAllMocks();
  });

  async function add(panel: NotebookPanel): Promise<NotebookPanel> {
    panels.push(panel);
    await notebooks.add(panel);
    return panel;
  }

  const open = async (path = NOTEBOOK) =>
    add(await openNotebook(server, path, 'python3'));

  it('is its own at first', () => {
    expect(session.context).toBe(own.sessionContext);
    expect(session.notebookPath).toBeNull();
  });

  it('is that of the notebook it is attached to, and its own again', async () => {
    const panel = await open();
    session.attach(NOTEBOOK);
    expect(session.context).toBe(panel.sessionContext);
    expect(session.notebook).toBe(panel);
    session.detach();
    expect(session.context).toBe(own.sessionContext);
    expect(changed).toHaveBeenCalledTimes(2);
    session.detach();
    session.attach(NOTEBOOK);
    session.attach(NOTEBOOK);
    expect(changed).toHaveBeenCalledTimes(3);
  });

  it('takes no notebook but the one of exactly this path', async () => {
    await open('folder/lesson.ipynb');
    await open('lesson.ipynb.ipynb');
    session.attach(NOTEBOOK);
    expect(session.context).toBeNull();
  });

  it('waits for the notebook to be opened', async () => {
    session.attach(NOTEBOOK);
    expect(session.context).toBeNull();
    expect(session.notebookPath).toBe(NOTEBOOK);
    await open('other.ipynb');
    expect(session.context).toBeNull();
    const panel = await open();
    expect(session.context).toBe(panel.sessionContext);
  });

  it('goes along when the notebook is renamed', async () => {
    const panel = await open();
    session.attach(NOTEBOOK);
    changed.mockClear();
    await panel.context.rename('renamed.ipynb');
    await until(
      session.changed,
      () => session.notebookPath === 'renamed.ipynb'
    );
    expect(session.context).toBe(panel.sessionContext);
    expect(changed).toHaveBeenCalled();
  });

  it('comes together again when the notebook is closed and opened', async () => {
    const first = await open();
    session.attach(NOTEBOOK);
    first.dispose();
    expect(session.notebook).toBeNull();
    expect(session.context).not.toBe(own.sessionContext);
    const second = await open();
    expect(session.notebook).toBe(second);
    expect(session.context).toBe(second.sessionContext);
  });

  it('stays with the notebook when one of its two tabs is closed', async () => {
    const first = await open();
    const second = await add(viewNotebook(first.context));
    session.attach(NOTEBOOK);
    expect(session.notebook).toBe(first);
    first.dispose();
    expect(session.notebook).toBe(second);
    expect(session.context).toBe(second.sessionContext);
  });

  it('goes from one notebook to another', async () => {
    const first = await open('a.ipynb');
    const second = await open('b.ipynb');
    session.attach('a.ipynb');
    session.attach('b.ipynb');
    changed.mockClear();
    await first.context.rename('c.ipynb');
    first.dispose();
    expect(changed).not.toHaveBeenCalled();
    expect(session.notebook).toBe(second);
  });

  it('never ends the session of a notebook', async () => {
    const panel = await open();
    const { kernel } = panel.sessionContext.session!;
    session.attach(NOTEBOOK);
    session.detach();
    session.attach(NOTEBOOK);
    session.dispose();
    session.dispose();
    expect(panel.sessionContext.isDisposed).toBe(false);
    expect(kernel!.isDisposed).toBe(false);
    expect(server.ended).toEqual([]);
  });

  it('joins the session of a notebook that is not open here', async () => {
    const kernel = server.run(NOTEBOOK, 'python3');
    session.attach(NOTEBOOK);
    await until(session.changed, () => session.context !== null);
    expect(session.context!.session!.kernel!.id).toBe(kernel.id);
    expect(session.notebook).toBeNull();

    const borrowed = session.context!;
    session.detach();
    expect(borrowed.isDisposed).toBe(true);
    expect(server.ended).toEqual([]);
    expect(server.kernels).toEqual([kernel]);
  });

  it('guesses none of several sessions of one path', async () => {
    server.run(NOTEBOOK, 'python3');
    server.run(NOTEBOOK, 'python3');
    session.attach(NOTEBOOK);
    await new Promise(resolve => setTimeout(resolve));
    expect(session.context).toBeNull();
  });

  it('stays with its kernel when a notebook is closed that has a namesake', async () => {
    // Of a notebook that was renamed since.
    const other = server.run('old.ipynb', 'python3');
    const panel = await open();
    session.attach(NOTEBOOK);
    const { kernel } = session.context!.session!;
    expect(kernel!.id).not.toBe(other.id);
    server.sessions.forEach((model, index) => {
      server.sessions[index] = { ...model, path: NOTEBOOK };
    });
    const { context } = panel;
    panel.dispose();
    context.dispose();
    panels = [];
    await until(session.changed, () => session.context !== null);
    expect(session.context!.session!.kernel!.id).toBe(kernel!.id);
  });

  it('joins the notebook that it was attached to last', async () => {
    const kernel = server.run('b.ipynb', 'python3');
    session.attach('a.ipynb');
    session.attach('b.ipynb');
    await until(session.changed, () => session.context !== null);
    expect(session.context!.session!.kernel!.id).toBe(kernel.id);
  });

  describe('a kernel of its own', () => {
    const kernels = () => server.kernels.map(({ model }) => model.name);

    it('is given up without a word when the file is closed meanwhile', async () => {
      const { sessions } = server.manager as jest.Mocked<typeof server.manager>;
      const start = jest.mocked(sessions.startNew);
      const startNew = start.getMockImplementation()!;
      start.mockImplementationOnce(options => {
        own.dispose();
        return startNew(options);
      });
      const unhandled = jest.fn();
      process.on('unhandledRejection', unhandled);
      await expect(session.startOwn(() => 'python3')).rejects.toThrow(
        'Disposed'
      );
      // Node tells of it when all promises have had their turn.
      await new Promise(resolve => setTimeout(resolve));
      await new Promise(resolve => setTimeout(resolve));
      process.off('unhandledRejection', unhandled);
      expect(unhandled).not.toHaveBeenCalled();
      expect(document.querySelector('.jp-Dialog')).toBeNull();
    });

    it('is what is found, unless one runs', async () => {
      const find = jest.fn(() => 'python3');
      await session.startOwn(find);
      await session.startOwn(find);
      expect(kernels()).toEqual(['python3']);
      expect(find).toHaveBeenCalledTimes(1);
    });

    it('is none when none is found', async () => {
      await session.startOwn(() => null);
      expect(kernels()).toEqual([]);
    });
  });
});
