import type { IErrorReport } from '../tokens';

/**
 * Code without a file, as Node calls what it is given (`evalmachine.<anonymous>`)
 * and Deno (`<anonymous>`).
 */
const PLACE = /<anonymous>:(\d+)/;

/**
 * The line of the code in which an error came up: the first, as the innermost
 * function comes first.
 */
export function failedLine(report: IErrorReport): number | null {
  const [, line] = (report.isError && PLACE.exec(report.text)) || [];
  return line ? Number(line) : null;
}
