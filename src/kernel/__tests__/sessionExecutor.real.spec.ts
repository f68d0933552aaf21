import { SessionContext } from '@jupyterlab/apputils';
import {
  KernelAPI,
  KernelManager,
  KernelMessage,
  KernelSpecManager,
  SessionManager
} from '@jupyterlab/services';
import { JupyterServer } from '@jupyterlab/testutils';

import { describeExecutor } from '../../testutils/executorContract';
import { findPid } from '../../testutils/findPid';
import { PROGRAMS } from '../../testutils/programs';
import { countListeners, until } from '../../testutils/signals';
import { type IRunResult, SessionExecutor } from '..';

jest.setTimeout(60000);

const server = new JupyterServer();

let context: SessionContext;
const managers: { dispose(): void }[] = [];

/**
 * A session context, as a notebook and a panel have one.
 */
async function makeContext(canStart: boolean): Promise<SessionContext> {
  const kernelManager = new KernelManager();
  const sessionManager = new SessionManager({ kernelManager });
  const specsManager = new KernelSpecManager();
  managers.push(sessionManager, kernelManager, specsManager);
  await Promise.all([specsManager.ready, sessionManager.ready]);
  return new SessionContext({
    kernelManager,
    sessionManager,
    specsManager,
    kernelPreference: { name: 'ipython', canStart, shouldStart: canStart }
  });
}

beforeAll(async () => {
  await server.start({
    configData: {
      ServerApp: { allow_root: true, log_level: 'INFO', port: 0 },
      LabApp: { log_level: 'INFO' }
    }
  });
  context = await makeContext(true);
  if (await context.initialize()) {
    throw new Error('The server has no kernel of the name');
  }
});

afterAll(async () => {
  await context.shutdown();
  context.dispose();
  managers.forEach(manager => manager.dispose());
  await server.shutdown();
});

describeExecutor('SessionExecutor on ipykernel', async options => {
  const source = options.kernel ? context : await makeContext(false);
  const kernel = source.session?.kernel;
  let pid = NaN;
  if (kernel) {
    pid = await findPid(kernel);
    await until(kernel.statusChanged, () => kernel.status === 'idle');
  }
  const listeners = countListeners([
    source.disposed,
    source.kernelChanged,
    source.statusChanged,
    source.connectionStatusChanged,
    ...(kernel
      ? [kernel.statusChanged, kernel.connectionStatusChanged, kernel.disposed]
      : [])
  ]);
  const executor = new SessionExecutor(source);
  return {
    executor,
    listeners,
    restart: () => source.restartKernel(),
    kill: async () => void process.kill(pid, 'SIGKILL'),
    answers: async () => void (await kernel?.requestKernelInfo()),
    interrupt: async () => kernel?.interrupt(),
    dispose: async () => {
      if (executor.pending.length > 0) {
        // A test has failed; the next one needs the kernel.
        await executor.interrupt();
      }
      executor.dispose();
      if (source !== context) {
        source.dispose();
      }
    }
  };
});

describe('SessionExecutor on ipykernel', () => {
  let executor: SessionExecutor;

  beforeEach(async () => {
    executor = new SessionExecutor(context);
    await until(executor.statusChanged, () => executor.status === 'idle');
  });

  afterEach(() => {
    executor.dispose();
  });

  const begin = async () => {
    const run = executor.execute(PROGRAMS.endless);
    await until(run.outputChanged, () => run.outputs[0]?.text === 'started\n');
    return run;
  };

  /**
   * What is sent before the new process is heard may be lost with the old one,
   * and says so; anything else is a mistake.
   */
  const expectAlive = async () => {
    const isLost = ({ code }: IRunResult) =>
      code === 'connection-lost' || code === 'kernel-restarted';
    let result: IRunResult;
    do {
      result = await executor.execute(PROGRAMS.value).done;
    } while (isLost(result));
    expect(result.status).toBe('ok');
  };

  it('should keep a run through a new connection', async () => {
    const run = await begin();
    const next = executor.execute(PROGRAMS.value);
    await executor.kernel?.reconnect();
    expect(run.state).toBe('running');
    await executor.interrupt();
    expect((await run.done).error?.ename).toBe('KeyboardInterrupt');
    expect((await next.done).code).toBe('interrupted');
    expect((await executor.execute(PROGRAMS.value).done).status).toBe('ok');
  });

  it('should end a run when another client restarts the kernel', async () => {
    const run = await begin();
    await KernelAPI.restartKernel(executor.kernel!.id);
    // It depends on whether the old process is quick enough to say goodbye.
    expect((await run.done).status).toMatch(/^(error|failed)$/);
    await expectAlive();
  });

  it('should say so to what waits for another when a third restarts the kernel', async () => {
    const other = executor.kernel!.clone();
    const begun = other.requestExecute({ code: PROGRAMS.endless });
    begun.done.catch(() => undefined);
    await new Promise<void>(resolve => {
      begun.onIOPub = message => {
        if (KernelMessage.isStreamMsg(message)) {
          resolve();
        }
      };
    });
    await until(executor.statusChanged, () => executor.status === 'busy');
    const run = executor.execute(PROGRAMS.value);
    await KernelAPI.restartKernel(executor.kernel!.id);
    expect(await run.done).toMatchObject({ code: 'kernel-restarted' });
    other.dispose();
    await expectAlive();
  });

  it('should leave alone what the kernel does for another', async () => {
    const other = context.session!.kernel!.clone();
    const begun = other.requestExecute({
      code: 'import time; print("begun", flush=True); time.sleep(2)'
    });
    const started = new Promise<void>(resolve => {
      begun.onIOPub = message => {
        if (KernelMessage.isStreamMsg(message)) {
          resolve();
        }
      };
    });
    await started;
    await until(executor.statusChanged, () => executor.status === 'busy');
    const run = executor.execute(PROGRAMS.value);
    await executor.interrupt();
    expect(await run.done).toMatchObject({ code: 'interrupted' });
    expect((await begun.done).content.status).toBe('ok');
    other.dispose();
  });

  it('should show a help page', async () => {
    const run = executor.execute('len?');
    await run.done;
    expect(run.outputs).toMatchObject([
      {
        output_type: 'display_data',
        data: { 'text/plain': expect.stringContaining('len') }
      }
    ]);
  });
});
