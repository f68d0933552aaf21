import type { IErrorReport } from '../tokens';

/**
 * What Octave prints last when a function fails, and where: the innermost comes
 * first, its lines counted from its head. Of the line of what is in no function
 * it says nothing.
 */
const ERROR =
  /^error: .*\n(?:.*\n)*?error: called from\n +(\w+) at line (\d+)/m;

/**
 * The line of the code in which an error came up.
 */
export function failedLine(report: IErrorReport, code: string): number | null {
  const [, name, line] = ERROR.exec(report.text) ?? [];
  const head = new RegExp(`^function (?:\\w+ = )?${name}\\(`);
  const start = name ? code.split('\n').findIndex(one => head.test(one)) : -1;
  return start < 0 ? null : start + Number(line);
}
