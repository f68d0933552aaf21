import { isStop } from './failures';
import type { IRun } from './tokens';

/**
 * What a kernel says of an error, for who looks for its place in the code.
 */
export interface IErrorReport {
  /**
   * The traceback without colours; where the kernel has told of no error, what
   * it printed last, since some only print theirs.
   */
  readonly text: string;
  /**
   * Whether the kernel has told of an error.
   */
  readonly isError: boolean;
  /**
   * The error in a line.
   */
  readonly message: string;
  /**
   * The number of the run, by which kernels call its code; null for none.
   */
  readonly executionCount: number | null;
}

/**
 * What there is to say of an error in a run when it is over; null where there
 * was none, or the user has stopped it.
 */
export async function reportOf(run: IRun): Promise<IErrorReport | null> {
  const { error, executionCount, status } = await run.done;
  if (status === 'error' && error) {
    const { ename, evalue, traceback } = error;
    return isStop(ename)
      ? null
      : {
          // Some kernels end each line themselves.
          text: plain(traceback.map(line => line.trimEnd()).join('\n')),
          isError: true,
          message: evalue ? `${ename}: ${plain(evalue)}` : ename,
          executionCount
        };
  }
  const last = run.outputs.at(-1);
  if (status !== 'ok' || last?.output_type !== 'stream') {
    return null;
  }
  const text = plain([last.text].flat().join('')).slice(-MAX_TEXT);
  const message = text.trimEnd().split('\n').at(-1) ?? '';
  return { text, isError: false, message: message.trim(), executionCount };
}

/**
 * Of what was printed the end, in characters: more than any traceback of ours.
 */
const MAX_TEXT = 20_000;

/**
 * Text without the colours of a terminal (ECMA-48, "select graphic rendition").
 */
function plain(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/\u001b\[[\d;]*m/g, '').replace(/\r\n/g, '\n');
}
