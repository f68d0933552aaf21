import { SessionContext } from '@jupyterlab/apputils';
import type { Context } from '@jupyterlab/docregistry';
import { acceptDialog, waitForDialog } from '../../testutils/dialogs';

import type { IJigsawContent, JigsawModel } from '../../document';
import { emptyContent, stringify } from '../../document';
import { FakeServer } from '../../testutils/fakeServer';
import {
  createPanelServices,
  openFile,
  openNotebook,
  viewNotebook
} from '../../testutils/panelServices';
import { until } from '../../testutils/signals';
import { KernelLink } from '../kernelLink';
import { LanguageChoice } from '../language';
import { Runner } from '../runner';
import { PanelSession } from '../session';

const PATH = 'lesson.jigsaw';

const ref = (name: string) => ({ name, display_name: `The ${name}` });

describe('KernelLink', () => {
  let server: FakeServer;
  let services: ReturnType<typeof createPanelServices>;
  let context: Context<JigsawModel>;
  let session: PanelSession;
  let language: LanguageChoice;
  let runner: Runner;
  let link: KernelLink;

  beforeEach(() => {
    // A notebook in jsdom speaks of what jsdom lacks.
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    server = new FakeServer({ python3: 'python', ir: 'R', xlua: 'lua' });
    services = createPanelServices(server);
  });

  afterEach(() => {
    link.dispose();
    runner.dispose();
    session.dispose();
    language.dispose();
    context.dispose();
    jest.restoreAllMocks();
  });

  async function open(content: Partial<IJigsawContent> = {}): Promise<void> {
    await server.write(PATH, stringify({ ...emptyContent(), ...content }));
    context = await openFile(server, PATH);
    session = new PanelSession({
      own: context.sessionContext,
      notebooks: services.notebooks
    });
    runner = new Runner();
    language = new LanguageChoice({
      model: context.model,
      registry: services.registry.languages,
      defaultLanguage: 'python'
    });
    link = new KernelLink({ context, language, runner, services, session });
  }

  /**
   * Until a kernel has come and has said what it speaks.
   */
  async function started(): Promise<void> {
    await link.ensureKernel();
    await until(language.changed, () => language.kernelLanguage !== null);
    await settled();
  }

  /**
   * Choose a kernel in the dialog in which it is asked for.
   */
  async function choose(name: string, ensured: Promise<boolean>) {
    await waitForDialog();
    const select =
      document.querySelector<HTMLSelectElement>('.jp-Dialog select')!;
    select.value = JSON.stringify({ name });
    await acceptDialog();
    expect(await ensured).toBe(true);
  }

  /**
   * Until everybody has the kernelspec who asked for it.
   */
  async function settled(): Promise<void> {
    const kernel = session.context?.session?.kernel;
    await kernel?.spec;
    await kernel?.spec;
  }

  const names = () => server.kernels.map(({ model }) => model.name);

  const edit = () => context.model.replaceWorkspace({ edit: 1 });

  describe('starting', () => {
    it('starts the kernel that the file names', async () => {
      await open({ kernelspec: ref('xlua') });
      link.start();
      await started();
      expect(names()).toEqual(['xlua']);
      expect(language.current.id).toBe('lua');
      expect(runner.executor?.kernel?.name).toBe('xlua');
    });

    it('starts one of the language when the file names none', async () => {
      await open({ language: 'lua' });
      link.start();
      await started();
      expect(names()).toEqual(['xlua']);
    });

    it('takes the kernel that still runs, as after a reload', async () => {
      const kernel = server.run(PATH, 'ir');
      await open();
      link.start();
      await started();
      expect(server.kernels).toEqual([kernel]);
      expect(language.kernelLanguage).toBe('R');
    });

    it('starts one kernel, however often it is asked to', async () => {
      await open();
      link.start();
      link.start();
      await started();
      link.start();
      await started();
      expect(names()).toEqual(['python3']);
    });

    it('starts none for a file that can not be read', async () => {
      await server.write(PATH, '');
      await open();
      context.model.fromString('{');
      link.start();
      await context.sessionContext.initialize();
      expect(names()).toEqual([]);
    });

    it('asks for a kernel when a run wants one and there is none', async () => {
      await open({ language: 'dart' });
      link.start();
      await choose('ir', link.ensureKernel());
      expect(names()).toEqual(['ir']);
    });

    it('asks for a kernel in a run, when its own could not be started', async () => {
      await open();
      const { sessions } = server.manager as jest.Mocked<typeof server.manager>;
      jest.mocked(sessions.startNew).mockRejectedValueOnce(new Error('no'));
      link.start();
      await acceptDialog();
      expect(names()).toEqual([]);
      await choose('xlua', link.ensureKernel());
      expect(names()).toEqual(['xlua']);
    });

    it('starts none of its own while it is attached', async () => {
      await open();
      session.attach('lesson.ipynb');
      link.start();
      expect(await link.ensureKernel()).toBe(false);
      expect(names()).toEqual([]);
      session.detach();
      await started();
      expect(names()).toEqual(['python3']);
    });

    it('starts none of its own when it is attached meanwhile', async () => {
      await open();
      link.start();
      session.attach('lesson.ipynb');
      await context.sessionContext.initialize();
      await link.ensureKernel();
      expect(names()).toEqual([]);
    });
  });

  describe('a notebook', () => {
    it('shares its kernel and its registry', async () => {
      await open();
      const notebook = await openNotebook(server, 'lesson.ipynb', 'ir');
      await services.notebooks.add(notebook);
      const own = link.rendermime;
      session.attach('lesson.ipynb');
      expect(link.rendermime).toBe(notebook.content.rendermime);
      expect(runner.executor?.kernel).toBe(
        notebook.sessionContext.session?.kernel
      );
      await started();
      expect(language.kernelLanguage).toBe('R');
      expect(names()).toEqual(['ir']);

      session.detach();
      expect(link.rendermime).toBe(own);
      notebook.context.dispose();
    });

    /**
     * A notebook whose kernel is being started, until it may.
     */
    async function openSlowly() {
      const { sessions } = server.manager as jest.Mocked<typeof server.manager>;
      const start = jest.mocked(sessions.startNew);
      const startNew = start.getMockImplementation()!;
      let go!: () => void;
      const allowed = new Promise<void>(resolve => (go = resolve));
      const begun = new Promise<void>(resolve =>
        start.mockImplementationOnce(async options => {
          resolve();
          await allowed;
          return startNew(options);
        })
      );
      const { context: notebook } = await openNotebook(server, 'lesson.ipynb');
      await notebook.sessionContext.initialize();
      const slow = new SessionContext({
        kernelManager: server.manager.kernels,
        sessionManager: sessions,
        specsManager: server.manager.kernelspecs,
        path: 'lesson.ipynb',
        kernelPreference: { name: 'ir' }
      });
      Object.assign(notebook, { sessionContext: slow });
      await services.notebooks.add(viewNotebook(notebook));
      session.attach('lesson.ipynb');
      const started = slow.initialize();
      await begun;
      return { go, notebook, started };
    }

    it('is waited for while its kernel is started', async () => {
      await open();
      const { go, notebook } = await openSlowly();
      const ensured = link.ensureKernel();
      go();
      expect(await ensured).toBe(true);
      expect(document.querySelector('.jp-Dialog')).toBeNull();
      notebook.dispose();
    });

    it('is waited for until that is stopped', async () => {
      await open();
      const { go, notebook, started } = await openSlowly();
      const ensured = link.ensureKernel();
      await until(runner.changed, () => runner.waiting === 1);
      await runner.stop(true);
      expect(await ensured).toBe(false);
      expect(document.querySelector('.jp-Dialog')).toBeNull();
      go();
      await started;
      notebook.dispose();
    });

    it('follows its kernel', async () => {
      await open();
      const notebook = await openNotebook(server, 'lesson.ipynb', 'ir');
      await services.notebooks.add(notebook);
      session.attach('lesson.ipynb');
      await started();
      const changed = jest.fn();
      link.changed.connect(changed);
      await notebook.sessionContext.changeKernel({ name: 'xlua' });
      await until(language.changed, () => language.kernelLanguage === 'lua');
      expect(changed).toHaveBeenCalled();
      expect(runner.executor?.kernel?.name).toBe('xlua');
      expect(server.ended).toEqual([]);
      notebook.context.dispose();
    });
  });

  describe('what the file remembers', () => {
    it('is nothing new by being looked at', async () => {
      await open();
      const text = context.model.toString();
      link.start();
      await started();
      expect(context.model.dirty).toBe(false);
      expect(context.model.toString()).toBe(text);
    });

    it('is kernel and index base with the first edit', async () => {
      await open();
      link.start();
      await started();
      edit();
      await settled();
      expect(context.model.kernelspec).toEqual(ref('python3'));
      expect(context.model.indexBase).toBe(0);
    });

    it('is the index base of the language of the first edit, for ever', async () => {
      await open({ language: 'lua' });
      link.start();
      await started();
      edit();
      expect(context.model.indexBase).toBe(1);
      context.model.language = 'python';
      edit();
      expect(context.model.indexBase).toBe(1);
      expect(language.oneBasedIndex).toBe(true);
    });

    it('is a kernel that the user chooses, at once', async () => {
      await open({ kernelspec: ref('python3') });
      link.start();
      await started();
      expect(context.model.dirty).toBe(false);
      await context.sessionContext.changeKernel({ name: 'ir' });
      await started();
      expect(context.model.kernelspec).toEqual(ref('ir'));
    });

    it('is not a kernel that only stands in for its own', async () => {
      await open({ kernelspec: ref('gone') });
      link.start();
      await started();
      expect(names()).toEqual(['python3']);
      edit();
      await settled();
      expect(context.model.kernelspec).toEqual(ref('gone'));

      await context.sessionContext.changeKernel({ name: 'ir' });
      await started();
      expect(context.model.kernelspec).toEqual(ref('ir'));
    });

    it('is its kernel, by whatever name it is shown here', async () => {
      await open({
        kernelspec: { name: 'python3', display_name: 'Python 3 (elsewhere)' }
      });
      link.start();
      await started();
      expect(context.model.dirty).toBe(false);
    });
  });
});
