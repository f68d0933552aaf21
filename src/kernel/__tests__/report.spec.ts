import { type IRun, type IRunResult, reportOf } from '..';

const RED = '\u001b[31m';

function runWith(
  result: Partial<IRunResult>,
  ...outputs: IRun['outputs'][number][]
): IRun {
  const done = Promise.resolve({ status: 'ok', executionCount: 3, ...result });
  return { done, outputs } as unknown as IRun;
}

describe('reportOf', () => {
  it('has the traceback without colours, in lines', async () => {
    const traceback = [
      `${RED}Traceback:\n`,
      '  File "In [3]", line 2\n',
      'no\n'
    ];
    const error = { ename: 'E', evalue: `${RED}no`, traceback };
    expect(await reportOf(runWith({ status: 'error', error }))).toEqual({
      text: 'Traceback:\n  File "In [3]", line 2\nno',
      isError: true,
      message: 'E: no',
      executionCount: 3
    });
  });

  it('has what was printed last, where the kernel tells of no error', async () => {
    const stream = (text: string) =>
      ({ output_type: 'stream', name: 'stderr', text }) as const;
    const run = runWith({}, stream('first'), stream('error: bad\r\nat f\n\n'));
    expect(await reportOf(run)).toEqual({
      text: 'error: bad\nat f\n\n',
      isError: false,
      message: 'at f',
      executionCount: 3
    });
  });

  it('is none of a run that was stopped, or has nothing to say', async () => {
    const error = { ename: 'KeyboardInterrupt', evalue: '', traceback: ['x'] };
    expect(await reportOf(runWith({ status: 'error', error }))).toBeNull();
    expect(await reportOf(runWith({}))).toBeNull();
    expect(await reportOf(runWith({ status: 'aborted' }))).toBeNull();
  });
});
