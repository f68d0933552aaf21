import type { IOutput } from '@jupyterlab/nbformat';
import type { KernelMessage } from '@jupyterlab/services';

import type {
  IInputRequest,
  IKernelExecutor,
  IRun,
  OutputChange
} from '../kernel';
import { applyOutputChange } from '../kernel';
import { PROGRAMS } from './programs';
import { until } from './signals';

/**
 * An executor on a kernel that runs the programs, and a hand on that kernel.
 */
export interface IExecutorHarness {
  readonly executor: IKernelExecutor;

  /**
   * Restart the kernel, as a user does who owns it.
   */
  restart(): Promise<void>;

  /**
   * Kill the kernel's process behind everybody's back.
   */
  kill(): Promise<void>;

  /**
   * Settles when the kernel has answered a question, which a kernel that was
   * shut down does not.
   */
  answers(): Promise<void>;

  /**
   * Interrupt the kernel without the executor.
   */
  interrupt(): Promise<void>;

  /**
   * How many listeners the executor has on what it does not own.
   */
  listeners(): number;

  /**
   * Choose which of a request's last messages comes first; a real kernel does
   * as it likes.
   */
  setOrder?(order: 'reply-first' | 'idle-first'): void;

  dispose(): Promise<void>;
}

/**
 * What every executor must do, however it reaches its kernel.
 *
 * All of it is in this one file, so that it reads as the list of requirements.
 */
export function describeExecutor(
  name: string,
  makeHarness: (options: { kernel: boolean }) => Promise<IExecutorHarness>,
  capabilities: { order?: boolean } = {}
): void {
  describe(`${name} (IKernelExecutor)`, () => {
    let harness: IExecutorHarness;
    let executor: IKernelExecutor;

    beforeEach(async () => {
      harness = await makeHarness({ kernel: true });
      executor = harness.executor;
    });

    afterEach(async () => {
      await harness.dispose();
    });

    const begin = async (code = PROGRAMS.endless) => {
      const run = executor.execute(code);
      await untilText(run, 'started\n');
      return run;
    };

    const isIdle = () =>
      until(executor.statusChanged, () => executor.status === 'idle');

    describe('outputs', () => {
      it('should give the value with its count', async () => {
        const run = executor.execute(PROGRAMS.value);
        const { status, executionCount } = await run.done;
        expect(status).toBe('ok');
        expect(executionCount).toBeGreaterThan(0);
        expect(run.outputs).toEqual([
          {
            output_type: 'execute_result',
            execution_count: executionCount,
            data: { 'text/plain': '42' },
            metadata: {}
          }
        ]);
      });

      it('should keep stdout and stderr in order and merge neighbours', async () => {
        const run = executor.execute(PROGRAMS.streams);
        await run.done;
        expect(run.outputs).toEqual([
          { output_type: 'stream', name: 'stdout', text: 'one\n' },
          { output_type: 'stream', name: 'stderr', text: 'one\n' },
          { output_type: 'stream', name: 'stdout', text: 'two\n' },
          { output_type: 'stream', name: 'stderr', text: 'two\n' },
          { output_type: 'stream', name: 'stdout', text: 'three\nfour\n' }
        ]);
      });

      it('should keep every MIME type and its metadata', async () => {
        const run = executor.execute(PROGRAMS.rich);
        await run.done;
        expect(run.outputs[0]).toEqual({
          output_type: 'display_data',
          data: {
            'text/plain': 'plain',
            'text/html': '<b>bold</b>',
            'application/json': { deep: [1, { x: null }] },
            'application/x-unknown+json': { k: 'v' }
          },
          metadata: { 'text/html': { isolated: true } }
        });
        expect(run.outputs[1].output_type).toBe('execute_result');
      });

      it('should wait with clear_output(wait=True) for the next output', async () => {
        const run = executor.execute(PROGRAMS.clear);
        const { changes, copy } = follow(run);
        await run.done;
        expect(run.outputs).toEqual([
          { output_type: 'stream', name: 'stdout', text: 'new\n' }
        ]);
        expect(copy).toEqual(run.outputs);
        const types = changes.map(change => change.type);
        expect(types.filter(type => type === 'clear')).toHaveLength(1);
        expect(types[types.indexOf('clear') + 1]).toBe('append');
      });

      it('should update the outputs of a display id, all of them', async () => {
        const run = executor.execute(PROGRAMS.update);
        await run.done;
        expect(texts(run)).toEqual(['four', 'two', 'four']);
        expect(run.outputs[1].transient).toEqual({ display_id: 'second' });

        const later = executor.execute(PROGRAMS.updateLater);
        await later.done;
        expect(texts(run)).toEqual(['four', 'five', 'four']);
        expect(later.outputs).toEqual([]);
      });

      it('should give an error with its whole traceback', async () => {
        const run = executor.execute(PROGRAMS.error);
        const result = await run.done;
        expect(result.status).toBe('error');
        expect(result.error).toMatchObject({
          ename: 'ValueError',
          evalue: 'wrong'
        });
        expect(result.error?.traceback.length).toBeGreaterThan(1);
        expect(run.outputs).toHaveLength(2);
        expect(run.outputs[1]).toEqual({
          output_type: 'error',
          ...result.error
        });
      });

      it('should show what a thread prints after the reply', async () => {
        const run = executor.execute(PROGRAMS.thread);
        await run.done;
        expect(run.outputs).toEqual([]);
        const next = executor.execute(PROGRAMS.threadGo);
        await untilText(run, 'late\n');
        await next.done;
        expect(run.state).toBe('done');
        expect(next.outputs).toEqual([]);
      });
    });

    describe('input', () => {
      it('should ask and hand the answer on, once', async () => {
        const run = executor.execute(PROGRAMS.input);
        const request = await question(run);
        expect(request).toMatchObject({ prompt: 'Name? ', password: false });
        expect(run.inputRequest).toBe(request);
        request.reply('Ada');
        expect(run.inputRequest).toBeNull();
        request.reply('Grace');
        expect((await run.done).status).toBe('ok');
        expect(run.outputs).toEqual([
          { output_type: 'stream', name: 'stdout', text: 'Hello Ada\n' }
        ]);

        const next = executor.execute(PROGRAMS.input);
        (await question(next)).reply('Mary');
        await next.done;
        expect(next.outputs[0].text).toBe('Hello Mary\n');
      });

      it('should say when the answer is a secret', async () => {
        const run = executor.execute(PROGRAMS.password);
        const request = await question(run);
        expect(request.password).toBe(true);
        request.reply('1234567');
        await run.done;
        expect(run.outputs[0].text).toBe('7\n');
      });

      it('should drop the question when the kernel is interrupted', async () => {
        const run = executor.execute(PROGRAMS.input);
        const request = await question(run);
        await executor.interrupt();
        expect((await run.done).error?.ename).toBe('KeyboardInterrupt');
        expect(run.inputRequest).toBeNull();
        request.reply('too late');
        const next = executor.execute(PROGRAMS.input);
        (await question(next)).reply('Ada');
        await next.done;
        expect(next.outputs[0].text).toBe('Hello Ada\n');
      });
    });

    describe('the queue', () => {
      it('should do runs one after the other', async () => {
        const first = executor.execute(PROGRAMS.streams);
        const second = executor.execute(PROGRAMS.value);
        expect(executor.pending).toEqual([first, second]);
        expect(second.state).toBe('queued');
        const ended: IRun[] = [];
        void first.done.then(() => ended.push(first));
        await second.done;
        expect(ended).toEqual([first]);
        expect(first.outputs).toHaveLength(5);
        expect(texts(second)).toEqual(['42']);
        expect(second.startedAt).toBeGreaterThanOrEqual(first.endedAt ?? NaN);
        expect(second.endedAt).toBeGreaterThanOrEqual(second.startedAt ?? NaN);
        expect(executor.pending).toEqual([]);
      });

      it('should tell the states of a run', async () => {
        const run = executor.execute(PROGRAMS.value);
        const states: string[] = [run.state];
        run.stateChanged.connect((_, state) => states.push(state));
        await run.done;
        expect(states).toEqual(['queued', 'running', 'done']);
      });

      it('should give up what is queued behind an error', async () => {
        const run = executor.execute(PROGRAMS.error);
        const next = executor.execute(PROGRAMS.value);
        const { status, code } = await next.done;
        expect((await run.done).status).toBe('error');
        expect({ status, code }).toEqual({
          status: 'aborted',
          code: undefined
        });
        expect(next.startedAt).toBeNull();
        expect(next.outputs).toEqual([]);
        expect((await executor.execute(PROGRAMS.value).done).status).toBe('ok');
      });

      it('should give up what waits for code of another that is interrupted', async () => {
        const other = executor.kernel!.requestExecute({
          code: PROGRAMS.endless
        });
        await new Promise<void>(resolve => {
          other.onIOPub = ({ header }) => {
            if (header.msg_type === 'stream') {
              resolve();
            }
          };
        });
        const waiting = executor.execute(PROGRAMS.value);
        await harness.interrupt();
        expect(await waiting.done).toMatchObject({
          status: 'aborted',
          code: 'interrupted'
        });
        expect(waiting.startedAt).toBeNull();
        await other.done;
        expect((await executor.execute(PROGRAMS.value).done).status).toBe('ok');
      });

      it('should go on after an error when told so', async () => {
        const run = executor.execute(PROGRAMS.error, { stopOnError: false });
        const next = executor.execute(PROGRAMS.value);
        expect((await next.done).status).toBe('ok');
        expect((await run.done).status).toBe('error');
      });

      it('should interrupt what runs and give up what waits', async () => {
        const run = await begin();
        const next = executor.execute(PROGRAMS.value);
        await executor.interrupt();
        expect(await next.done).toMatchObject({
          status: 'aborted',
          code: 'interrupted'
        });
        const result = await run.done;
        expect(result.status).toBe('error');
        expect(result.error?.ename).toBe('KeyboardInterrupt');
        expect((await executor.execute(PROGRAMS.value).done).status).toBe('ok');
      });

      it('should say so to what waits when another interrupts', async () => {
        const run = await begin();
        const next = executor.execute(PROGRAMS.value);
        await harness.interrupt();
        expect((await run.done).error?.ename).toBe('KeyboardInterrupt');
        expect(await next.done).toMatchObject({
          status: 'aborted',
          code: 'interrupted'
        });
      });
    });

    describe('an interrupt of what only waits', () => {
      it('should leave alone what the kernel does for another', async () => {
        const other = executor.kernel!.requestExecute({
          code: PROGRAMS.input,
          allow_stdin: true
        });
        const question = await new Promise<KernelMessage.IInputRequestMsg>(
          resolve => {
            other.onStdin = msg =>
              resolve(msg as KernelMessage.IInputRequestMsg);
          }
        );
        const waiting = [1, 2].map(() => executor.execute(PROGRAMS.value));
        await executor.interrupt();
        for (const run of waiting) {
          expect(await run.done).toMatchObject({
            status: 'aborted',
            code: 'interrupted'
          });
        }
        // An interrupt would have ended the question before its answer.
        other.sendInputReply({ status: 'ok', value: 'Ada' }, question.header);
        expect((await other.done).content.status).toBe('ok');
      });
    });

    describe('the end of a run', () => {
      if (capabilities.order) {
        for (const order of ['reply-first', 'idle-first'] as const) {
          it(`should be the reply and idle (${order})`, async () => {
            harness.setOrder?.(order);
            const run = executor.execute(PROGRAMS.value);
            await run.done;
            expect(texts(run)).toEqual(['42']);
            const next = executor.execute(PROGRAMS.value);
            expect((await next.done).status).toBe('ok');
          });
        }
      }

      it('should come with a restart in mid-run', async () => {
        const run = await begin();
        const next = executor.execute(PROGRAMS.value);
        const statuses = record(executor);
        await harness.restart();
        const gone = { status: 'failed', code: 'kernel-restarted' };
        expect(await run.done).toMatchObject(gone);
        expect(await next.done).toMatchObject(gone);
        expect(statuses).toContain('restarting');
        expect(statuses).not.toContain('disconnected');
        const again = executor.execute(PROGRAMS.value);
        expect(await again.done).toMatchObject({ status: 'ok' });
      });

      it('should come with the death of the kernel in mid-run', async () => {
        const run = await begin();
        const next = executor.execute(PROGRAMS.value);
        await harness.kill();
        const gone = { status: 'failed', code: 'kernel-dead' };
        expect(await run.done).toMatchObject(gone);
        expect(await next.done).toMatchObject(gone);
        expect(texts(run)).toEqual(['started\n']);
        // The server has started another in its place.
        const again = executor.execute(PROGRAMS.value);
        expect(await again.done).toMatchObject({ status: 'ok' });
      });

      it('should be known at once without a kernel', async () => {
        const other = await makeHarness({ kernel: false });
        expect(other.executor.status).toBe('no-kernel');
        expect(other.executor.kernel).toBeNull();
        const run = other.executor.execute(PROGRAMS.value);
        expect(run.state).toBe('done');
        const { status, code } = await run.done;
        expect(status).toBe('failed');
        expect(code).toMatch(/^no-(kernel|session)$/);
        await other.executor.interrupt();
        expect(other.executor.pending).toEqual([]);
        await other.dispose();
      });
    });

    describe('disposal', () => {
      it('should end a run, and leave the kernel to itself', async () => {
        const run = await begin();
        run.dispose();
        run.dispose();
        expect(run.isDisposed).toBe(true);
        expect(await run.done).toMatchObject({
          status: 'failed',
          code: 'disposed'
        });
        expect(executor.pending).toEqual([]);
        // The code still runs, so the next has to wait for it, and goes with it.
        const next = executor.execute(PROGRAMS.value);
        expect(executor.pending).toEqual([next]);
        await harness.interrupt();
        expect((await next.done).status).toBe('aborted');
        expect(next.startedAt).toBeNull();
        expect((await executor.execute(PROGRAMS.value).done).status).toBe('ok');
        expect(texts(run)).toEqual(['started\n']);
      });

      it('should end every run, and leave the kernel to itself', async () => {
        expect(harness.listeners()).toBeGreaterThan(0);
        const run = await begin();
        const next = executor.execute(PROGRAMS.value);
        executor.dispose();
        executor.dispose();
        const gone = { status: 'failed', code: 'disposed' };
        expect(await run.done).toMatchObject(gone);
        expect(await next.done).toMatchObject(gone);
        expect(harness.listeners()).toBe(0);
        expect(await executor.execute('1').done).toMatchObject(gone);
        await harness.interrupt();
        await harness.answers();
        expect(texts(run)).toEqual(['started\n']);
      });

      it('should not answer a question any more', async () => {
        const run = executor.execute(PROGRAMS.input);
        const request = await question(run);
        run.dispose();
        expect(run.inputRequest).toBeNull();
        request.reply('Ada');
        await harness.interrupt();
        await harness.answers();
        expect(run.outputs).toEqual([]);
      });
    });

    describe('status', () => {
      it('should be busy during a run and idle after it', async () => {
        await isIdle();
        const statuses = record(executor);
        await executor.execute(PROGRAMS.value).done;
        await isIdle();
        expect(statuses).toEqual(['busy', 'idle']);
      });
    });
  });
}

/**
 * The statuses of an executor from now on.
 */
function record(executor: IKernelExecutor): IKernelExecutor.Status[] {
  const statuses: IKernelExecutor.Status[] = [];
  executor.statusChanged.connect((_, status) => statuses.push(status));
  return statuses;
}

/**
 * The changes of a run from now on, and what they make of its outputs.
 */
function follow(run: IRun): { changes: OutputChange[]; copy: IOutput[] } {
  const changes: OutputChange[] = [];
  const copy = [...run.outputs];
  run.outputChanged.connect((_, change) => {
    changes.push(change);
    applyOutputChange(copy, change);
  });
  return { changes, copy };
}

function texts(run: IRun): unknown[] {
  return run.outputs.map(output => {
    const data = output.data as Record<string, unknown> | undefined;
    return data?.['text/plain'] ?? output.text;
  });
}

async function untilText(run: IRun, text: string): Promise<void> {
  await until(run.outputChanged, () => texts(run).includes(text));
}

async function question(run: IRun): Promise<IInputRequest> {
  await until(run.inputRequested, () => run.inputRequest !== null);
  return run.inputRequest!;
}
