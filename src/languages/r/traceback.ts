import type { IErrorReport } from '../tokens';

/**
 * A call of IRkernel's traceback that says in which line of a text it stands;
 * those of lines in no function don't. A long call goes over several lines.
 */
const CALL =
  /^\d+\. ((?:(?!\n\d+\. )[^])*?) {3}# at line (\d+)(?:-\d+)? of file <text>$/gm;

/**
 * The line of the code in which an error came up: of the innermost call that
 * stands in a function of the program. Functions of another run may be in the
 * traceback as well, with lines of their own text, so the call has to be there.
 */
export function failedLine(report: IErrorReport, code: string): number | null {
  const lines = code.split('\n');
  const calls = [...report.text.matchAll(CALL)].map(([, call, at]) => ({
    call: squeeze(call.split('\n')[0]),
    line: Number(at)
  }));
  const own = calls.filter(
    ({ call, line }) =>
      call !== '' && squeeze(lines[line - 1] ?? '').includes(call)
  );
  return own.at(-1)?.line ?? null;
}

/**
 * A call as R writes it differs from the code in its white space, if in no more.
 */
function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}
