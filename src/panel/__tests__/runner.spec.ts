import type { ISessionContext } from '@jupyterlab/apputils';

import { PromiseDelegate } from '@lumino/coreutils';

import { FakeKernel, FakeSessionSource } from '../../testutils/fakeKernel';
import { until } from '../../testutils/signals';
import { Runner } from '../runner';

/**
 * What a runner uses of a session context.
 */
const session = (source: FakeSessionSource) =>
  source as unknown as ISessionContext;

describe('Runner', () => {
  let kernel: FakeKernel;
  let source: FakeSessionSource;
  let runner: Runner;

  beforeEach(() => {
    kernel = new FakeKernel();
    kernel.teach('endless', ({ interrupted }) =>
      interrupted.then(() =>
        Promise.reject({ ename: 'Stop', evalue: '', traceback: [] })
      )
    );
    source = new FakeSessionSource(kernel);
    runner = new Runner();
  });

  afterEach(() => {
    runner.dispose();
    source.dispose();
  });

  it('has nothing to run in without a session', () => {
    expect(runner.current).toBeNull();
    expect(() => runner.run('1')).toThrow('no session');
  });

  it('knows what runs, and what ran last', async () => {
    runner.setSession(session(source));
    const started = jest.fn();
    runner.started.connect((_, run) => started(run));
    const first = runner.run('endless');
    const second = runner.run('2');
    expect(started.mock.calls).toEqual([[first], [second]]);
    expect(runner.current).toBe(first);
    expect(runner.last).toBe(second);

    await until(first.stateChanged, () => first.state === 'running');
    await runner.stop();
    expect((await first.done).status).toBe('error');
    expect((await second.done).code).toBe('interrupted');
    expect(runner.current).toBeNull();
    expect(runner.last).toBe(second);
    expect(kernel.executed).toEqual(['endless']);
  });

  it('waits with a run for what it needs, until it is stopped', async () => {
    runner.setSession(session(source));
    const interrupt = jest.spyOn(kernel.api, 'interrupt');
    const ready = new PromiseDelegate<void>();
    const first = runner.waitFor(ready.promise);
    const second = runner.waitFor(ready.promise);
    expect(runner.waiting).toBe(2);
    await runner.stop(true);
    expect(await Promise.all([first, second])).toEqual([false, false]);
    expect(runner.waiting).toBe(0);
    expect(interrupt).not.toHaveBeenCalled();

    const third = runner.waitFor(ready.promise);
    ready.resolve();
    expect(await third).toBe(true);
    const fourth = runner.waitFor(new Promise(() => undefined));
    // A kernel of its own: what it does was begun before the page was loaded.
    await runner.stop();
    expect(await fourth).toBe(false);
    expect(interrupt).toHaveBeenCalledTimes(1);
  });

  it('knows that a run was asked to stop and goes on', async () => {
    runner.setSession(session(source));
    const goOn = new PromiseDelegate<void>();
    kernel.teach('stubborn', ({ interrupted }) =>
      interrupted.then(() => goOn.promise)
    );
    const run = runner.run('stubborn');
    await until(run.stateChanged, () => run.state === 'running');
    expect(runner.isStopping).toBe(false);
    const states: boolean[] = [];
    runner.changed.connect(() => states.push(runner.isStopping));
    await runner.stop();
    expect(runner.isStopping).toBe(true);
    goOn.resolve();
    await run.done;
    expect(runner.isStopping).toBe(false);
    runner.run('endless');
    expect(runner.isStopping).toBe(false);
    expect(states[0]).toBe(true);
  });

  it('takes a stop back that the server refuses', async () => {
    runner.setSession(session(source));
    const run = runner.run('endless');
    await until(run.stateChanged, () => run.state === 'running');
    jest.spyOn(kernel.api, 'interrupt').mockRejectedValueOnce(new Error('no'));
    const states: boolean[] = [];
    runner.changed.connect(() => states.push(runner.isStopping));
    await expect(runner.stop()).rejects.toThrow('no');
    expect(states[0]).toBe(true);
    expect(states.at(-1)).toBe(false);
    expect(runner.current).toBe(run);
  });

  it('lets go of a run that is over when another has followed', async () => {
    runner.setSession(session(source));
    const first = runner.run('1');
    await first.done;
    expect(first.isDisposed).toBe(false);
    const second = runner.run('2');
    expect(first.isDisposed).toBe(true);
    const third = runner.run('3');
    expect(second.isDisposed).toBe(false);
    await third.done;
    expect(second.isDisposed).toBe(true);
    expect(third.isDisposed).toBe(false);
  });

  it('says how each run ended', async () => {
    runner.setSession(session(source));
    const results: string[] = [];
    runner.ended.connect((_, { status }) => void results.push(status));
    runner.run('1');
    await runner.run('2').done;
    await until(runner.changed, () => results.length === 2);
    expect(results).toEqual(['ok', 'ok']);
  });

  it('says that it changed when a run begins and ends', async () => {
    runner.setSession(session(source));
    const states: (string | undefined)[] = [];
    runner.changed.connect(() => states.push(runner.current?.state));
    const run = runner.run('1');
    await run.done;
    await until(runner.changed, () => states.at(-1) === undefined);
    expect(states).toContain('queued');
    expect(states).toContain('running');
  });

  it('no longer follows what runs in another session', async () => {
    const other = new FakeSessionSource(new FakeKernel());
    runner.setSession(session(source));
    const run = runner.run('endless');
    await until(run.stateChanged, () => run.state === 'running');
    runner.setSession(session(other));
    expect((await run.done).code).toBe('disposed');
    expect(runner.current).toBeNull();
    expect((await runner.run('1').done).status).toBe('ok');
    expect(kernel.requests.map(({ header }) => header.msg_type)).not.toContain(
      'interrupt_request'
    );
    expect(source.session?.isDisposed).toBe(false);
    other.dispose();
  });

  it('keeps its runs when it is given the same session', async () => {
    runner.setSession(session(source));
    const run = runner.run('1');
    runner.setSession(session(source));
    expect((await run.done).status).toBe('ok');
  });

  it('is silent after it was disposed', async () => {
    runner.setSession(session(source));
    const said = jest.fn();
    runner.ended.connect(said);
    const run = runner.run('endless');
    runner.dispose();
    runner.dispose();
    expect((await run.done).code).toBe('disposed');
    expect(said).not.toHaveBeenCalled();
    expect(source.session?.kernel?.isDisposed).toBe(false);
  });
});
