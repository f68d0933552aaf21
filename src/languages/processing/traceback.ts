import type { IErrorReport } from '../tokens';

/**
 * What Calysto Processing prints of a sketch that the compiler refuses.
 */
const ERROR = /^Compile error in line (\d+):/m;

/**
 * The line of the code in which an error came up. Of errors in a sketch that
 * runs, which it does in the page, the kernel says nothing.
 */
export function failedLine(report: IErrorReport): number | null {
  const [, line] = ERROR.exec(report.text) ?? [];
  return line ? Number(line) : null;
}
