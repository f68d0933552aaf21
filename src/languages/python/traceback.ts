import type { IErrorReport } from '../tokens';

/**
 * A place in code, as ipykernel has it (`Cell In[3], line 2`), Python itself
 * (`File "<string>", line 2`), and MetaKernel's kernels (`File "In [3]", line
 * 2`) and its own Python (`File "python cell", line 2`). Files have names without
 * brackets.
 */
const PLACE =
  /(?:\bIn ?\[(?<run>\d+)\]|\bFile "(?:<[^">\n]*>|python cell))"?,? line (?<line>\d+)/g;

/**
 * The line of the code in which an error came up: in the innermost function
 * that is the program's own.
 */
export function failedLine(report: IErrorReport): number | null {
  if (!report.isError) {
    return null;
  }
  let found: number | null = null;
  for (const { groups } of report.text.matchAll(PLACE)) {
    const { line, run } = groups!;
    if (run === undefined || Number(run) === report.executionCount) {
      found = Number(line);
    }
  }
  return found;
}
