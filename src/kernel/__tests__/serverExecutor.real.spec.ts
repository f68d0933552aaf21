import {
  KernelAPI,
  KernelManager,
  ServerConnection,
  SessionAPI,
  SessionManager,
  type Session
} from '@jupyterlab/services';
import { JupyterServer } from '@jupyterlab/testutils';

import { describeExecutor } from '../../testutils/executorContract';
import { FaultProxy } from '../../testutils/faultProxy';
import { findPid } from '../../testutils/findPid';
import { PROGRAMS } from '../../testutils/programs';
import { countListeners, until } from '../../testutils/signals';
import { type IRun, ServerExecutor, SessionExecutor } from '..';

jest.setTimeout(120_000);

const server = new JupyterServer();
let proxy: FaultProxy;
let settings: ServerConnection.ISettings;
let managers: { kernels: KernelManager; sessions: SessionManager };

/** The server, as a page knows it that is behind the proxy. */
function manage() {
  const kernels = new KernelManager({ serverSettings: settings });
  const sessions = new SessionManager({
    kernelManager: kernels,
    serverSettings: settings
  });
  return { kernels, sessions };
}

const startSession = (path: string, name = 'python3') =>
  SessionAPI.startSession({
    path,
    name: path,
    type: 'notebook',
    kernel: { name }
  });

/** A session whose kernel has been in use, as the server knows. */
async function startUsedSession(path: string): Promise<Session.IModel> {
  const model = await startSession(path);
  const kernel = managers.kernels.connectTo({ model: model.kernel! });
  await kernel.info;
  kernel.dispose();
  return model;
}

const none = async () => null;

const makeExecutor = (
  path: string,
  options: Partial<ServerExecutor.IOptions> = {}
) =>
  new ServerExecutor({
    sessions: managers.sessions,
    path,
    choose: none,
    start: none,
    ...options
  });

const texts = (run: IRun) => run.outputs.map(({ text }) => text).join('');

beforeAll(async () => {
  const url = await server.start({
    additionalKernelSpecs: {
      // Says nothing for longer than a WebSocket is waited for.
      slow: {
        argv: [
          'python',
          '-c',
          'import time; time.sleep(14); from ipykernel.kernelapp import launch_new_instance; launch_new_instance()',
          '-f',
          '{connection_file}'
        ],
        display_name: 'Slow',
        language: 'python'
      }
    },
    configData: {
      ServerApp: { allow_root: true, log_level: 'INFO', port: 0 },
      LabApp: { log_level: 'INFO' }
    }
  });
  proxy = new FaultProxy(url);
  await proxy.listen();
  settings = ServerConnection.makeSettings({
    baseUrl: proxy.url,
    wsUrl: proxy.url.replace('http', 'ws')
  });
  managers = manage();
  await managers.sessions.ready;
});

afterEach(async () => {
  proxy.answer = null;
  proxy.webSockets = 'pass';
  proxy.isCollecting = false;
});

afterAll(async () => {
  managers.sessions.dispose();
  managers.kernels.dispose();
  for (const { id } of await SessionAPI.listRunning()) {
    await SessionAPI.shutdownSession(id);
  }
  await proxy.close();
  await server.shutdown();
});

describeExecutor('ServerExecutor on ipykernel', async options => {
  const path = 'contract.ipynb';
  const model = options.kernel ? await startSession(path) : null;
  const { kernels, sessions } = managers;
  let listeners = () => 0;
  const connectTo = sessions.connectTo.bind(sessions);
  const spy = jest.spyOn(sessions, 'connectTo').mockImplementation(one => {
    const session = connectTo(one);
    const kernel = session.kernel!;
    listeners = countListeners([
      session.disposed,
      session.kernelChanged,
      kernel.anyMessage,
      kernel.connectionStatusChanged,
      kernel.disposed,
      kernel.iopubMessage,
      kernel.statusChanged
    ]);
    return session;
  });
  const executor = makeExecutor(model ? path : 'none.ipynb');
  await executor.connect();
  spy.mockRestore();
  const { kernel } = executor;
  const pid = kernel ? await findPid(kernel) : NaN;
  // Another client of the kernel, which stays when the executor goes.
  const other = model ? kernels.connectTo({ model: model.kernel! }) : null;
  if (kernel) {
    await other?.info;
    await until(kernel.statusChanged, () => kernel.status === 'idle');
  }
  return {
    executor,
    listeners: () => listeners(),
    restart: async () => kernel?.restart(),
    kill: async () => void process.kill(pid, 'SIGKILL'),
    answers: async () => void (await other?.requestKernelInfo()),
    interrupt: async () => other?.interrupt(),
    dispose: async () => {
      if (executor.pending.length > 0) {
        await executor.interrupt();
      }
      executor.dispose();
      other?.dispose();
    }
  };
});

describe('SessionExecutor', () => {
  let session: Session.ISessionConnection;
  let executor: SessionExecutor;

  const borrow = async (
    path: string,
    start: (path: string) => Promise<Session.IModel> = startSession
  ) => {
    const model = await start(path);
    session = managers.sessions.connectTo({ model });
    executor = new SessionExecutor({
      session,
      isDisposed: false,
      disposed: session.disposed,
      kernelChanged: session.kernelChanged,
      statusChanged: session.statusChanged,
      connectionStatusChanged: session.connectionStatusChanged
    });
  };

  afterEach(() => {
    executor.dispose();
    session.dispose();
  });

  it.each([
    ['refuse', 'websocket-refused'],
    ['hold', 'websocket-silent']
  ] as const)(
    'should say what a proxy does that lets no WebSocket through (%s)',
    async (webSockets, code) => {
      await borrow(`${webSockets}.ipynb`, async path => {
        const model = await startUsedSession(path);
        proxy.webSockets = webSockets;
        return model;
      });
      expect(await executor.execute('1').done).toMatchObject({
        status: 'failed',
        code
      });
      expect(executor.problem).toBe(code);
      proxy.webSockets = 'pass';
      proxy.cut();
      await until(executor.problemChanged, () => executor.problem === null);
      expect((await executor.execute('6 * 7').done).status).toBe('ok');
    }
  );

  it('should wait for a kernel that starts slowly', async () => {
    // The server answers a WebSocket when the kernel has answered.
    await borrow('slow.ipynb', path => startSession(path, 'slow'));
    const run = executor.execute('6 * 7');
    expect(await run.done).toMatchObject({ status: 'ok' });
  });

  it('should leave it to others to tell of a server that is away', async () => {
    await borrow('away.ipynb');
    await session.kernel!.info;
    await proxy.close();
    await until(
      executor.statusChanged,
      () => executor.status === 'disconnected'
    );
    const run = executor.execute('6 * 7');
    const ask = KernelAPI.getKernelModel;
    const spy = jest.spyOn(KernelAPI, 'getKernelModel');
    const asked = new Promise(resolve =>
      spy.mockImplementation((...args) => {
        const answer = ask(...args);
        answer.then(resolve, resolve);
        return answer;
      })
    );
    expect(await asked).toBeInstanceOf(ServerConnection.NetworkError);
    spy.mockRestore();
    expect(executor.problem).toBeNull();
    expect(run.state).toBe('queued');
    await proxy.listen();
    expect((await run.done).status).toBe('ok');
  });
});

describe('ServerExecutor', () => {
  let executor: ServerExecutor;

  const connected = async (path = 'a.ipynb') => {
    await startSession(path);
    executor = makeExecutor(path);
    expect(await executor.connect()).toBeNull();
    return executor;
  };

  const begin = async (code: string = PROGRAMS.endless) => {
    const run = executor.execute(code);
    await until(run.outputChanged, () => texts(run).startsWith('started\n'));
    return run;
  };

  afterEach(() => {
    executor.dispose();
  });

  describe('the session', () => {
    it('should be that of the path to the letter', async () => {
      await startSession('sub/b.ipynb');
      await startSession('xb.ipynb');
      executor = makeExecutor('b.ipynb');
      expect(await executor.connect()).toBe('no-session');
      expect((await executor.execute('1').done).code).toBe('no-session');
    });

    it('should be chosen where there are several', async () => {
      const two = [
        await startSession('two.ipynb'),
        await SessionAPI.startSession({
          path: 'other.ipynb',
          name: '',
          type: 'console',
          kernel: { name: 'python3' }
        })
      ];
      await SessionAPI.updateSession({ id: two[1].id, path: 'two.ipynb' });
      const asked: string[][] = [];
      let answer: (
        models: readonly Session.IModel[]
      ) => Session.IModel | null = () => null;
      executor = makeExecutor('two.ipynb', {
        choose: async models => {
          asked.push(models.map(({ id }) => id));
          return answer(models);
        }
      });
      expect(await executor.connect()).toBe('ambiguous-session');
      expect((await executor.execute('1').done).code).toBe('ambiguous-session');

      answer = models => models.find(({ id }) => id === two[1].id)!;
      expect(await executor.connect()).toBeNull();
      expect(executor.session?.id).toBe(two[1].id);
      expect(asked).toEqual([
        expect.arrayContaining(two.map(({ id }) => id)),
        expect.arrayContaining(two.map(({ id }) => id))
      ]);
    });

    it('should be started where there is none, if that is wanted', async () => {
      executor = makeExecutor('new.jigsaw', {
        start: async () => ({
          name: 'new',
          type: 'jigsaw',
          kernel: { name: 'python3' }
        })
      });
      expect(await executor.connect()).toBeNull();
      expect(await executor.execute('1').done).toMatchObject({ status: 'ok' });
      expect(executor.session).toMatchObject({
        path: 'new.jigsaw',
        type: 'jigsaw'
      });
    });

    it('should be another’s where there is none, if that is chosen', async () => {
      const other = await startSession('sub/other.ipynb');
      executor = makeExecutor('new.html', { start: async () => other });
      expect(await executor.connect()).toBeNull();
      expect(executor.session?.id).toBe(other.id);
      expect(executor.kernel?.id).toBe(other.kernel!.id);
      expect(await executor.execute('1').done).toMatchObject({ status: 'ok' });
      const paths = (await SessionAPI.listRunning()).map(({ path }) => path);
      expect(paths).not.toContain('new.html');
    });

    it('should be told of when its kernel can’t be started', async () => {
      executor = makeExecutor('klingon.ipynb', {
        start: async () => ({
          name: '',
          type: 'notebook',
          kernel: { name: 'no-such-kernel' }
        })
      });
      expect(await executor.connect()).toBe('server-error');
    });

    it('should be the last that was asked for', async () => {
      await startSession('a.ipynb');
      executor = makeExecutor('a.ipynb');
      const first = executor.connect();
      expect(await executor.connect()).toBeNull();
      expect(await first).not.toBe('server-error');
      expect((await executor.execute('6 * 7').done).status).toBe('ok');
    });

    it('should go with its kernel when another client shuts it down', async () => {
      const { id } = await startSession('gone.ipynb');
      executor = makeExecutor('gone.ipynb');
      await executor.connect();
      const run = await begin();
      await SessionAPI.shutdownSession(id);
      await managers.sessions.refreshRunning();
      expect((await run.done).status).toBe('failed');
      expect((await executor.execute('1').done).code).toBe('not-found');
      expect(executor.status).toBe('no-kernel');
    });

    it('should change its kernel', async () => {
      await connected('change.ipynb');
      const { id } = executor.kernel!;
      await executor.session!.changeKernel({ name: 'python3' });
      expect(executor.kernel!.id).not.toBe(id);
      expect((await executor.execute('6 * 7').done).status).toBe('ok');
    });

    it('should go on when the executor is disposed', async () => {
      await connected('stays.ipynb');
      const { id } = executor.session!;
      executor.dispose();
      await expect(SessionAPI.getSessionModel(id)).resolves.toMatchObject({
        id
      });
    });
  });

  describe('a server that answers', () => {
    it.each([
      [{ status: 403 }, 'not-authenticated'],
      [{ status: 401 }, 'not-authenticated'],
      [{ status: 404 }, 'wrong-address'],
      [{ status: 502 }, 'server-unreachable'],
      [{ status: 424 }, 'server-unreachable'],
      [{ status: 500 }, 'server-error'],
      [
        {
          status: 200,
          type: 'text/html',
          body: '<!doctype html><title>Log in'
        },
        'not-authenticated'
      ],
      [{ status: 200, body: '{}' }, 'server-error']
    ])('%p should be told of as %s', async (answer, code) => {
      executor = makeExecutor('a.ipynb');
      proxy.answer = answer;
      expect(await executor.connect()).toBe(code);
      expect((await executor.execute('1').done).code).toBe(code);
      proxy.answer = null;
      expect(await executor.connect()).not.toBe(code);
    });

    it('with nothing should be told of', async () => {
      executor = makeExecutor('a.ipynb');
      await proxy.close();
      const code = await executor.connect();
      await proxy.listen();
      expect(code).toBe('server-unreachable');
    });
  });

  describe('a WebSocket', () => {
    it('that is refused should be told of, and end a run', async () => {
      await startUsedSession('refused.ipynb');
      executor = makeExecutor('refused.ipynb');
      proxy.webSockets = 'refuse';
      const outcome = executor.connect();
      await until(executor.statusChanged, () => executor.kernel !== null);
      const run = executor.execute('1');
      expect(await outcome).toBe('websocket-refused');
      expect(await run.done).toMatchObject({
        status: 'failed',
        code: 'websocket-refused'
      });
      proxy.webSockets = 'pass';
      expect(executor.problem).toBe('websocket-refused');
      await until(executor.problemChanged, () => executor.problem === null);
      expect((await executor.execute('6 * 7').done).status).toBe('ok');
    });

    it('that never answers should be told of, and end a run', async () => {
      await startUsedSession('held.ipynb');
      executor = makeExecutor('held.ipynb');
      proxy.webSockets = 'hold';
      const outcome = executor.connect();
      await until(executor.statusChanged, () => executor.kernel !== null);
      const run = executor.execute('1');
      expect(await outcome).toBe('websocket-silent');
      expect((await run.done).code).toBe('websocket-silent');
      proxy.webSockets = 'pass';
      proxy.cut();
      await until(executor.problemChanged, () => executor.problem === null);
      expect((await executor.execute('6 * 7').done).status).toBe('ok');
    });

    it('that a proxy buffers should bring all in its order, when it comes', async () => {
      await connected('buffered.ipynb');
      // Another way to the kernel, which is not by the proxy.
      const direct = new KernelManager();
      const other = direct.connectTo({ model: executor.kernel!.model });
      await other.info;
      const ended = new Promise<void>(resolve =>
        other.iopubMessage.connect((_, message) => {
          if (JSON.stringify(message.content).includes('last')) {
            resolve();
          }
        })
      );
      proxy.isCollecting = true;
      const run = executor.execute(
        'for n in range(100):\n    print(n, flush=True)\nprint("la" + "st")'
      );
      await ended;
      expect(run.outputs).toEqual([]);
      proxy.isCollecting = false;
      expect(await run.done).toMatchObject({ status: 'ok' });
      expect(texts(run)).toBe(
        [...Array(100).keys(), 'last'].map(line => `${line}\n`).join('')
      );
      expect(executor.problem).toBeNull();
      direct.dispose();
    });

    it('to a kernel that is at work should be waited for', async () => {
      await connected('work.ipynb');
      const run = await begin(
        `print("started", flush=True)\nimport time; time.sleep(9)`
      );
      const second = makeExecutor('work.ipynb');
      const outcome = second.connect();
      expect(await run.done).toMatchObject({ status: 'ok' });
      expect(await outcome).toBeNull();
      second.dispose();
    });

    it('that is cut in mid-run should come back, with what came meanwhile', async () => {
      await connected('cut.ipynb');
      const run = await begin(
        'print("started", flush=True)\nfor n in range(40):\n    print(n, flush=True)\n    import time; time.sleep(0.05)'
      );
      proxy.cut();
      await until(
        executor.statusChanged,
        () => executor.status === 'disconnected'
      );
      expect(await run.done).toMatchObject({ status: 'ok' });
      expect(texts(run)).toMatch(/39\n$/);
    });

    it('that is cut before a proxy is back should not end a run', async () => {
      await connected('back.ipynb');
      const run = await begin(
        'print("started", flush=True)\nimport time; time.sleep(8)\nprint("ended")'
      );
      proxy.webSockets = 'refuse';
      proxy.cut();
      await until(
        executor.problemChanged,
        () => executor.problem === 'websocket-refused'
      );
      expect(run.state).toBe('running');
      proxy.webSockets = 'pass';
      expect(await run.done).toMatchObject({ status: 'ok' });
      expect(texts(run)).toMatch(/ended\n$/);
    });
  });

  it('should end a run whose kernel is gone when the server comes back', async () => {
    await connected('restart.ipynb');
    const run = await begin();
    const { id } = executor.kernel!;
    await proxy.close();
    await until(
      executor.statusChanged,
      () => executor.status === 'disconnected'
    );
    await KernelAPI.shutdownKernel(id);
    await proxy.listen();
    await managers.sessions.refreshRunning();
    expect((await run.done).status).toBe('failed');
    expect((await executor.execute('1').done).code).toBe('not-found');
  });
});
