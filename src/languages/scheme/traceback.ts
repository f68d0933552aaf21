import type { IErrorReport } from '../tokens';

/**
 * What Calysto Scheme prints last when a program fails: the places, the
 * innermost last, and the error.
 */
const ERROR =
  /Traceback \(most recent call last\):\n((?: {2}File .*\n)+)\w*Error: .*\s*$/;

/**
 * The line of the code in which an error came up: in the innermost function
 * that is the program's own.
 */
export function failedLine(report: IErrorReport): number | null {
  const [, places = ''] = ERROR.exec(report.text) ?? [];
  const lines = [...places.matchAll(/File "In \[(\d+)\]", line (\d+)/g)]
    .filter(([, run]) => Number(run) === report.executionCount)
    .map(([, , line]) => Number(line));
  return lines.at(-1) ?? null;
}
