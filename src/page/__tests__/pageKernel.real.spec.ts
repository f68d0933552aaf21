import { Dialog } from '@jupyterlab/apputils';
import {
  KernelManager,
  KernelSpecManager,
  SessionAPI,
  SessionManager
} from '@jupyterlab/services';
import { JupyterServer } from '@jupyterlab/testutils';
import { nullTranslator } from '@jupyterlab/translation';

import { codec, JigsawModel } from '../../document';
import { LanguageRegistry, languages } from '../../languages';
import { LanguageChoice } from '../../panel/language';
import { Runner } from '../../panel/runner';
import {
  acceptDialog,
  dismissDialog,
  waitForDialog
} from '../../testutils/dialogs';
import { PageKernel } from '../pageKernel';

jest.setTimeout(60_000);

const server = new JupyterServer();
const registry = new LanguageRegistry();
languages.forEach(language => registry.add(language));
let kernels: KernelManager;
let services: { kernelspecs: KernelSpecManager; sessions: SessionManager };

beforeAll(async () => {
  await server.start({
    configData: {
      ServerApp: { allow_root: true, log_level: 'INFO', port: 0 },
      LabApp: { log_level: 'INFO' }
    }
  });
  kernels = new KernelManager();
  services = {
    kernelspecs: new KernelSpecManager(),
    sessions: new SessionManager({ kernelManager: kernels })
  };
  await services.kernelspecs.ready;
  await services.sessions.ready;
});

afterAll(async () => {
  services.kernelspecs.dispose();
  services.sessions.dispose();
  kernels.dispose();
  await server.shutdown();
});

describe('PageKernel', () => {
  let model: JigsawModel;
  let runner: Runner;
  let kernel: PageKernel;

  const make = (path: string, language: string | null = null) => {
    model = new JigsawModel({ codec });
    model.language = language;
    model.dirty = false;
    runner = new Runner();
    kernel = new PageKernel({
      services,
      path,
      model,
      language: new LanguageChoice({
        model,
        registry,
        defaultLanguage: 'python'
      }),
      languages: registry,
      runner,
      trans: nullTranslator.load('jupyterlab-jigsaw')
    });
    return kernel;
  };

  const running = async (path: string) =>
    (await SessionAPI.listRunning()).filter(one => one.path === path);

  afterEach(async () => {
    Dialog.flush();
    kernel.dispose();
    for (const { id } of await SessionAPI.listRunning()) {
      await SessionAPI.shutdownSession(id);
    }
  });

  it('starts a kernel that fits, and finds its session again', async () => {
    expect(await make('fits.jigsaw').start()).toBe(true);
    expect(kernel.label).toMatch(/^Python 3/);
    expect(kernel.problem).toBeNull();
    const result = await runner.run('1 + 1').done;
    expect(result.status).toBe('ok');
    kernel.dispose();

    expect(await make('fits.jigsaw').start()).toBe(true);
    expect(await running('fits.jigsaw')).toHaveLength(1);
  });

  it('puts the kernel into the file with an edit, and not before', async () => {
    await make('remembers.jigsaw').start();
    expect(model.kernelspec).toBeNull();
    expect(model.dirty).toBe(false);
    model.dirty = true;
    expect(model.kernelspec?.name).toBe(kernel.executor.kernel?.name);
    expect(model.indexBase).toBe(0);
  });

  it('leaves the kernel that the file names in it, whichever runs in its place', async () => {
    const named = { name: 'of_elsewhere', display_name: 'Of elsewhere' };
    const { id } = await SessionAPI.startSession({
      path: 'host.ipynb',
      name: 'host.ipynb',
      type: 'notebook',
      kernel: { name: 'python3' }
    });
    make('named.jigsaw');
    model.kernelspec = named;
    model.dirty = false;
    // The one that is found, and that of another document.
    expect(await kernel.start()).toBe(true);
    expect(model.kernelspec).toEqual(named);
    await kernel.join('host.ipynb');
    expect(kernel.executor.session?.id).toBe(id);
    expect(model.kernelspec).toEqual(named);
    model.dirty = true;
    expect(model.kernelspec).toEqual(named);
    kernel.dispose();

    make('named.jigsaw');
    model.kernelspec = named;
    await kernel.join('host.ipynb');
    expect(kernel.executor.kernel?.name).toBe('python3');
    expect(model.kernelspec).toEqual(named);
  });

  it('starts none of another language, and asks once it is to run', async () => {
    expect(await make('lua.jigsaw', 'lua').start()).toBe(false);
    expect(kernel.problem).toBe('no-session');
    expect(await running('lua.jigsaw')).toHaveLength(0);
    const ensured = kernel.ensure();
    await acceptDialog();
    expect(await ensured).toBe(true);
    expect(await running('lua.jigsaw')).toHaveLength(1);
  });

  it('takes part in the session of another document, and starts none for it', async () => {
    await SessionAPI.startSession({
      path: 'book.ipynb',
      name: 'book.ipynb',
      type: 'notebook',
      kernel: { name: 'python3' }
    });
    await make('guest.jigsaw').join('book.ipynb');
    expect(kernel.isOwn).toBe(false);
    expect(kernel.executor.session?.path).toBe('book.ipynb');
    await kernel.join('closed.ipynb');
    expect(kernel.problem).toBe('no-session');
    expect(await kernel.ensure()).toBe(false);
    expect(await running('closed.ipynb')).toHaveLength(0);
    expect(await running('guest.jigsaw')).toHaveLength(0);
  });

  it('asks which of several sessions it is', async () => {
    for (const path of ['two.jigsaw', 'other.jigsaw']) {
      const { id } = await SessionAPI.startSession({
        path,
        name: path,
        type: 'file',
        kernel: { name: 'python3' }
      });
      await SessionAPI.updateSession({ id, path: 'two.jigsaw' });
    }
    const first = make('two.jigsaw').start();
    await waitForDialog();
    await dismissDialog();
    expect(await first).toBe(false);
    expect(kernel.problem).toBe('ambiguous-session');
    const second = kernel.start();
    await acceptDialog();
    expect(await second).toBe(true);
  });

  it('restarts and ends what it has, if the user agrees', async () => {
    await make('ends.jigsaw').start();
    await runner.run('x = 1').done;
    const restarted = kernel.restart();
    await acceptDialog();
    await restarted;
    const result = await runner.run('x').done;
    expect(result.error?.ename).toBe('NameError');
    const ended = kernel.shutDown();
    await acceptDialog();
    await ended;
    expect(await running('ends.jigsaw')).toHaveLength(0);
    expect(kernel.executor.kernel).toBeNull();
  });
});
