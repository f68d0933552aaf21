import type { ISessionContext } from '@jupyterlab/apputils';
import { PageConfig } from '@jupyterlab/coreutils';
import {
  type Kernel,
  KernelAPI,
  type KernelConnection
} from '@jupyterlab/services';
import { nullTranslator } from '@jupyterlab/translation';
import { PromiseDelegate } from '@lumino/coreutils';

import { FakeKernel, FakeSessionSource } from '../../testutils/fakeKernel';
import { PROGRAMS, teachPrograms } from '../../testutils/programs';
import { until } from '../../testutils/signals';
import {
  explain,
  explainResult,
  type ExecutorErrorCode,
  type IRun,
  type ISessionSource,
  SessionExecutor
} from '..';

// A compile-time test: a notebook's session context is a source as it is.
const _accepts: (context: ISessionContext) => ISessionSource = context =>
  context;

/** Let every message that is under way arrive. */
const settle = () => new Promise(resolve => setTimeout(resolve, 0));

const WORK = 'work()';

describe('SessionExecutor', () => {
  let kernel: FakeKernel;
  let source: FakeSessionSource;
  let executor: SessionExecutor;
  let finishWork: () => void;

  const connection = () => source.session!.kernel!;

  const isIdle = () =>
    until(executor.statusChanged, () => executor.status === 'idle');

  const isConnected = () =>
    until(
      connection().connectionStatusChanged,
      () => connection().connectionStatus === 'connected'
    );

  const work = async (): Promise<IRun> => {
    const run = executor.execute(WORK);
    await until(run.outputChanged, () => run.outputs.length > 0);
    return run;
  };

  beforeEach(async () => {
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    kernel = new FakeKernel();
    teachPrograms(kernel);
    kernel.teach(WORK, async ({ say }) => {
      say('stream', { name: 'stdout', text: 'begun\n' });
      await new Promise<void>(resolve => (finishWork = resolve));
      say('stream', { name: 'stdout', text: 'ended\n' });
    });
    source = new FakeSessionSource(kernel);
    executor = new SessionExecutor(source);
    await isIdle();
  });

  afterEach(() => {
    executor.dispose();
    source.dispose();
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  it('should accept a session context', () => {
    expect(_accepts).toBeDefined();
  });

  it('should send a run on an idle queue in the call', () => {
    const before = kernel.requests.length;
    executor.execute(PROGRAMS.value, {
      metadata: { cellId: 'x' },
      storeHistory: false,
      allowStdin: false
    });
    expect(kernel.requests.slice(before)).toMatchObject([
      {
        header: { msg_type: 'execute_request' },
        metadata: { cellId: 'x' },
        content: {
          code: PROGRAMS.value,
          silent: false,
          store_history: false,
          allow_stdin: false,
          stop_on_error: false
        }
      }
    ]);
  });

  it('should hold the queue on this side', async () => {
    await work();
    executor.execute(PROGRAMS.value);
    await settle();
    expect(kernel.executed).toEqual([WORK]);
    finishWork();
    await isIdle();
  });

  it('should send an answer once', async () => {
    const run = executor.execute(PROGRAMS.input);
    await until(run.inputRequested, () => run.inputRequest !== null);
    const request = run.inputRequest!;
    request.reply('Ada');
    request.reply('Grace');
    await run.done;
    request.reply('Mary');
    const replies = kernel.requests.filter(msg => msg.channel === 'stdin');
    expect(replies.map(msg => msg.content)).toEqual([
      { status: 'ok', value: 'Ada' }
    ]);
  });

  describe('before the kernel has said a word', () => {
    it('should hold a run until it does, and give it up on interrupt', async () => {
      kernel.drop({ keeps: true });
      const first = executor.execute(PROGRAMS.value);
      await executor.interrupt();
      expect(await first.done).toMatchObject({ code: 'interrupted' });
      const second = executor.execute(PROGRAMS.streams);
      expect(second.state).toBe('queued');
      expect(second.startedAt).toBeNull();
      await settle();
      kernel.restore();
      expect((await second.done).status).toBe('ok');
      expect(kernel.executed).toEqual([PROGRAMS.streams]);
    });

    it('should make a kernel that has been running say its status', async () => {
      // As a server tells the page.
      const untracked = 'untracked_message_types';
      PageConfig.setOption(untracked, '["kernel_info_request"]');
      const running = new FakeKernel();
      teachPrograms(running);
      const other = new FakeSessionSource(running);
      const late = new SessionExecutor(other);
      await until(late.statusChanged, () => late.status === 'idle');
      expect(running.executed).toEqual([]);
      PageConfig.setOption(untracked, '');
      late.dispose();
      other.dispose();
    });

    it('should lose patience with a kernel that is silent', async () => {
      const silent = new FakeKernel();
      teachPrograms(silent);
      const say = silent.say.bind(silent);
      const spy = jest
        .spyOn(silent, 'say')
        .mockImplementation((type, ...args) => {
          if (type !== 'status') {
            say(type, ...args);
          }
        });
      const other = new FakeSessionSource(silent);
      const impatient = new SessionExecutor(other);
      const link = other.session!.kernel!;
      expect(impatient.status).toBe('starting');
      await until(
        link.connectionStatusChanged,
        () => link.connectionStatus === 'connected'
      );
      jest.useFakeTimers();
      const run = impatient.execute(PROGRAMS.value);
      jest.advanceTimersByTime(2900);
      expect(run.state).toBe('queued');
      expect(silent.executed).toEqual([]);
      spy.mockRestore();
      jest.advanceTimersByTime(200);
      jest.useRealTimers();
      expect((await run.done).status).toBe('ok');
      impatient.dispose();
      other.dispose();
    });
  });

  describe('before a WebSocket has opened', () => {
    const pass = (time: number) => jest.advanceTimersByTimeAsync(time);
    let other: FakeSessionSource;
    let waiting: SessionExecutor;
    let run: IRun;

    const wait = (state: string) => {
      jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] });
      const closed = new FakeKernel();
      closed.drop({ keeps: false });
      jest
        .spyOn(KernelAPI, 'getKernelModel')
        .mockResolvedValue({ ...closed.model, execution_state: state });
      other = new FakeSessionSource(closed);
      waiting = new SessionExecutor(other);
      run = waiting.execute(PROGRAMS.value);
    };

    afterEach(() => {
      waiting.dispose();
      other.dispose();
    });

    it.each(['idle', 'busy'])(
      'should tell of a WebSocket that an %s kernel does not open',
      async state => {
        wait(state);
        await pass(8_900);
        expect(run.state).toBe('queued');
        await pass(200);
        expect(await run.done).toMatchObject({ code: 'websocket-refused' });
      }
    );

    it('should leave a kernel a minute to start', async () => {
      wait('starting');
      const reconnect = jest.spyOn(other.session!.kernel!, 'reconnect');
      await pass(59_000);
      expect(run.state).toBe('queued');
      expect(waiting.problem).toBeNull();
      // Which would break off what the server is about to answer.
      expect(reconnect).not.toHaveBeenCalled();
      await pass(6_000 + 3_000 + 1_000);
      expect(await run.done).toMatchObject({ code: 'websocket-refused' });
    });
  });

  describe('when the connection drops', () => {
    it('should show what the server has kept, and end the run', async () => {
      const run = await work();
      kernel.drop({ keeps: true });
      expect(executor.status).toBe('disconnected');
      expect(run.state).toBe('running');
      finishWork();
      await settle();
      kernel.restore();
      expect((await run.done).status).toBe('ok');
      expect(run.outputs[0].text).toBe('begun\nended\n');
      await isIdle();
    });

    it('should wait for a run that goes on', async () => {
      const run = await work();
      kernel.drop({ keeps: false });
      await settle();
      kernel.restore();
      await isConnected();
      await settle();
      expect(run.state).toBe('running');
      finishWork();
      expect((await run.done).status).toBe('ok');
    });

    it('should say so when the reply can no longer come', async () => {
      const run = await work();
      const next = executor.execute(PROGRAMS.value);
      kernel.drop({ keeps: false });
      finishWork();
      await settle();
      expect(run.state).toBe('running');
      kernel.restore();
      const lost = { status: 'failed', code: 'connection-lost' };
      expect(await run.done).toMatchObject(lost);
      // It may build on what is not known to have happened.
      expect(await next.done).toMatchObject(lost);
      await isIdle();
      expect((await executor.execute(PROGRAMS.value).done).status).toBe('ok');
    });

    it('should still show late output of a run that is done', async () => {
      const run = executor.execute(PROGRAMS.thread);
      await run.done;
      kernel.drop({ keeps: false });
      await settle();
      kernel.restore();
      await executor.execute(PROGRAMS.threadGo).done;
      expect(run.outputs.map(output => output.text)).toEqual(['late\n']);
    });

    it('should tell a restart in the meantime', async () => {
      const run = await work();
      kernel.drop({ keeps: false });
      kernel.restartElsewhere();
      await settle();
      kernel.restore();
      expect(await run.done).toMatchObject({ code: 'kernel-restarted' });
    });

    it('should say so when the server comes back without the kernel', async () => {
      const run = await work();
      const next = executor.execute(PROGRAMS.value);
      kernel.drop({ keeps: false });
      await source.changeKernel(null);
      const lost = { status: 'failed', code: 'connection-lost' };
      expect(await run.done).toMatchObject(lost);
      expect(await next.done).toMatchObject(lost);
      const { code } = await executor.execute(PROGRAMS.value).done;
      expect(code).toBe('no-kernel');
    });

    it('should say so when the server comes back and calls it dead', async () => {
      const run = await work();
      const next = executor.execute(PROGRAMS.value);
      kernel.drop({ keeps: false });
      // So a manager says of a kernel that is not on the server's list.
      (connection() as KernelConnection).handleShutdown();
      const gone = { status: 'failed', code: 'not-found' };
      expect(await run.done).toMatchObject(gone);
      expect(await next.done).toMatchObject(gone);
    });

    it('should give up with the connection', async () => {
      const run = await work();
      const next = executor.execute(PROGRAMS.value);
      kernel.drop({ keeps: true, code: 1001 });
      const lost = { status: 'failed', code: 'connection-lost' };
      expect(await run.done).toMatchObject(lost);
      expect(await next.done).toMatchObject(lost);
      expect(executor.status).toBe('disconnected');
    });
  });

  it('should keep what is asked for during a restart, whose old process says goodbye', async () => {
    const restarted = connection().restart();
    const run = executor.execute(PROGRAMS.value);
    kernel.say('shutdown_reply', { status: 'ok', restart: true });
    await restarted;
    expect((await run.done).status).toBe('ok');
  });

  it('should notice that another client restarts the kernel', async () => {
    const run = await work();
    const next = executor.execute(PROGRAMS.value);
    kernel.restartElsewhere();
    const gone = { status: 'failed', code: 'kernel-restarted' };
    expect(await run.done).toMatchObject(gone);
    expect(await next.done).toMatchObject(gone);
  });

  describe('when nothing is heard', () => {
    const pass = (time: number) => jest.advanceTimersByTimeAsync(time);
    let asked: jest.SpyInstance;

    beforeEach(() => {
      asked = jest.spyOn(KernelAPI, 'getKernelModel');
    });

    it('should notice that the kernel is not at work on the run', async () => {
      jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] });
      const run = executor.execute(WORK);
      const next = executor.execute(PROGRAMS.value);
      await pass(10);
      kernel.restartUnheard();
      await pass(2_000);
      const gone = { status: 'failed', code: 'kernel-restarted' };
      expect(await run.done).toMatchObject(gone);
      expect(await next.done).toMatchObject(gone);
    });

    it('should ask less and less about a run that goes on', async () => {
      jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] });
      const run = executor.execute(WORK);
      await pass(10 * 60_000);
      expect(run.state).toBe('running');
      const times = asked.mock.calls.length;
      expect(times).toBeGreaterThan(20);
      expect(times).toBeLessThan(25);
      // The kernel itself is only asked when the server calls it idle.
      expect(kernel.requests.at(-1)?.header.msg_type).toBe('execute_request');
      finishWork();
      await pass(10);
      expect((await run.done).status).toBe('ok');
      await pass(60_000);
      expect(asked).toHaveBeenCalledTimes(times);
    });

    it('should not ask about a run that has something to say', async () => {
      jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] });
      kernel.teach('talk()', async ({ say }) => {
        for (let i = 0; i < 60; i++) {
          say('stream', { name: 'stdout', text: '.' });
          await new Promise(resolve => setTimeout(resolve, 1_000));
        }
      });
      const run = executor.execute('talk()');
      await pass(61_000);
      expect((await run.done).status).toBe('ok');
      expect(asked).not.toHaveBeenCalled();
    });

    it('should believe the kernel, not an answer that it overtook', async () => {
      jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] });
      let goOn: () => void;
      kernel.teach('quiet()', async ({ say }) => {
        await new Promise<void>(resolve => (goOn = resolve));
        say('stream', { name: 'stdout', text: '.' });
        await new Promise<void>(resolve => (finishWork = resolve));
      });
      const answer = new PromiseDelegate<Kernel.IModel>();
      asked.mockReturnValueOnce(answer.promise);
      const run = executor.execute('quiet()');
      await pass(2_100);
      expect(asked).toHaveBeenCalledTimes(1);
      goOn!();
      await pass(10);
      answer.resolve({ ...kernel.model, execution_state: 'idle' });
      await pass(10);
      expect(kernel.requests.at(-1)?.header.msg_type).toBe('execute_request');
      finishWork();
      await pass(10);
      expect((await run.done).status).toBe('ok');
    });

    it('should ask again on interrupt, when the first answer is lost', async () => {
      jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] });
      const run = executor.execute(WORK);
      await pass(10);
      jest
        .spyOn(connection(), 'requestKernelInfo')
        .mockReturnValueOnce(new Promise(() => undefined));
      kernel.restartUnheard();
      await pass(2_100);
      expect(run.state).toBe('running');
      await executor.interrupt();
      await pass(10);
      expect(await run.done).toMatchObject({ code: 'kernel-restarted' });
    });

    it('should wait when the server can not be asked', async () => {
      jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] });
      asked.mockRejectedValue(new Error('away'));
      const run = executor.execute(WORK);
      await pass(10_000);
      expect(asked).toHaveBeenCalled();
      expect(run.state).toBe('running');
      finishWork();
      await pass(10);
      expect((await run.done).status).toBe('ok');
    });
  });

  it('should end every run when the kernel is dead for good', async () => {
    const run = await work();
    kernel.die(false);
    const dead = { status: 'failed', code: 'kernel-dead' };
    expect(await run.done).toMatchObject(dead);
    await settle();
    expect(executor.status).toBe('dead');
    expect(await executor.execute(PROGRAMS.value).done).toMatchObject(dead);
    await executor.interrupt();
  });

  it('should give up what waits behind a run that the kernel gave up', async () => {
    kernel.teach('given up', () => Promise.reject(FakeKernel.ABORTED));
    const run = executor.execute('given up');
    const next = executor.execute(PROGRAMS.value);
    const { status, code } = await run.done;
    expect({ status, code }).toEqual({ status: 'aborted', code: undefined });
    expect((await next.done).status).toBe('aborted');
    expect(kernel.executed).toEqual(['given up']);
  });

  describe('when the kernel gives up what it was sent behind code of another', () => {
    let run: IRun;
    let next: IRun;

    // As after a page has loaded again: what the kernel does is not known.
    beforeEach(async () => {
      kernel.teach('given up', async ({ interrupted }) => {
        await interrupted;
        throw FakeKernel.ABORTED;
      });
      run = executor.execute('given up');
      next = executor.execute(PROGRAMS.value);
      await until(run.stateChanged, () => run.state === 'running');
    });

    const expectInterrupted = async () => {
      const interrupted = { status: 'aborted', code: 'interrupted' };
      expect(await run.done).toMatchObject(interrupted);
      expect(await next.done).toMatchObject(interrupted);
      expect((await executor.execute(PROGRAMS.value).done).status).toBe('ok');
    };

    it('should say that it was interrupted', async () => {
      await executor.interrupt();
      await expectInterrupted();
    });

    it('should say that another has interrupted that', async () => {
      const error = { ename: 'KeyboardInterrupt', evalue: '', traceback: [] };
      kernel.say('error', error, { msg_type: 'execute_request' });
      await kernel.api.interrupt();
      await expectInterrupted();
    });

    it('should not say so of the next that is given up', async () => {
      await executor.interrupt();
      await run.done;
      kernel.teach('given up', () => Promise.reject(FakeKernel.ABORTED));
      expect((await executor.execute('given up').done).code).toBeUndefined();
    });
  });

  it('should tell that the server refuses to interrupt', async () => {
    jest
      .spyOn(kernel.api, 'interrupt')
      .mockRejectedValue(new Error('no such kernel'));
    const run = await work();
    const next = executor.execute(PROGRAMS.value);
    await expect(executor.interrupt()).rejects.toThrow('no such kernel');
    expect((await next.done).code).toBe('interrupted');
    finishWork();
    expect((await run.done).status).toBe('ok');
  });

  it('should stay usable after a restart that the server refuses', async () => {
    jest.spyOn(kernel.api, 'restart').mockRejectedValue(new Error('refused'));
    const run = await work();
    await expect(connection().restart()).rejects.toThrow('refused');
    expect(await run.done).toMatchObject({ code: 'kernel-restarted' });
    jest.useFakeTimers();
    const next = executor.execute(PROGRAMS.value);
    jest.advanceTimersByTime(3000);
    jest.useRealTimers();
    finishWork();
    expect((await next.done).status).toBe('ok');
    await isIdle();
  });

  describe('when the session changes', () => {
    it('should follow it to its new kernel', async () => {
      const run = await work();
      const next = executor.execute(PROGRAMS.value);
      const other = new FakeKernel();
      teachPrograms(other);
      const shutdown = jest.spyOn(kernel.api, 'shutdown');
      await source.changeKernel(other);
      const gone = { status: 'failed', code: 'kernel-restarted' };
      expect(await run.done).toMatchObject(gone);
      expect(await next.done).toMatchObject(gone);
      expect(executor.kernel?.id).toBe(other.id);
      expect((await executor.execute(PROGRAMS.value).done).status).toBe('ok');
      expect(other.executed).toEqual([PROGRAMS.value]);
      expect(shutdown).not.toHaveBeenCalled();
    });

    it('should know that it has no kernel any more', async () => {
      const run = await work();
      await source.changeKernel(null);
      const gone = { status: 'failed', code: 'no-kernel' };
      expect(await run.done).toMatchObject(gone);
      expect(executor.status).toBe('no-kernel');
      expect(await executor.execute(PROGRAMS.value).done).toMatchObject(gone);
    });

    it('should follow it to a kernel that says nothing yet', async () => {
      await source.changeKernel(null);
      await settle();
      const other = new FakeKernel();
      other.drop({ keeps: true });
      await source.changeKernel(other);
      expect(executor.status).toBe('starting');
      expect(executor.kernel?.id).toBe(other.id);
    });

    it('should not take the same kernel for a new one', async () => {
      const run = await work();
      const args = { name: 'kernel', oldValue: null, newValue: connection() };
      source.kernelChanged.emit(args);
      expect(run.state).toBe('running');
      finishWork();
      expect((await run.done).status).toBe('ok');
    });

    it('should end with its owner', async () => {
      const shutdown = jest.spyOn(kernel.api, 'shutdown');
      const run = await work();
      source.dispose();
      expect(await run.done).toMatchObject({ code: 'disposed' });
      expect(executor.isDisposed).toBe(true);
      expect(shutdown).not.toHaveBeenCalled();
    });

    it('should know that there is no session', async () => {
      const other = new SessionExecutor(new FakeSessionSource(null));
      const { code } = await other.execute(PROGRAMS.value).done;
      expect(code).toBe('no-session');
      other.dispose();
    });
  });
});

describe('explain()', () => {
  const trans = nullTranslator.load('jupyterlab-jigsaw');

  it('should have a sentence of its own for every code', () => {
    const codes: Record<ExecutorErrorCode, true> = {
      'no-session': true,
      'no-kernel': true,
      'ambiguous-session': true,
      'kernel-dead': true,
      'kernel-restarted': true,
      'connection-lost': true,
      'server-error': true,
      'server-unreachable': true,
      'websocket-refused': true,
      'websocket-silent': true,
      'wrong-address': true,
      'not-authenticated': true,
      'not-found': true,
      interrupted: true,
      disposed: true
    };
    const sentences = Object.keys(codes).map(code =>
      explain(code as ExecutorErrorCode, trans)
    );
    expect(new Set(sentences).size).toBe(sentences.length);
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^[A-Z].* .*\.$/);
    }
  });

  it('should blame no proxy where a kernel may be the one that does not answer', () => {
    expect(explain('websocket-refused', trans)).toMatch(
      /A kernel that does not answer.* or a proxy .*Check Connection/
    );
  });

  it('should tell a run that was given up behind an error', () => {
    const none = { executionCount: null };
    expect(explainResult({ ...none, status: 'ok' }, trans)).toBeNull();
    expect(explainResult({ ...none, status: 'error' }, trans)).toBeNull();
    expect(explainResult({ ...none, status: 'aborted' }, trans)).toMatch(
      /before it/
    );
    expect(
      explainResult({ ...none, status: 'failed', code: 'no-kernel' }, trans)
    ).toBe(explain('no-kernel', trans));
  });
});
