import type { IErrorReport } from '../tokens';

/**
 * What g++, Clang and the kernels that are made of it say of an error: the
 * source, its line and column, and, in a line below, the text of that line, which
 * g++ puts behind its number.
 */
const ERROR =
  /^[^\s:][^:\n]*:(\d+):(?:\d+:)? (?:fatal )?error: .*\n(?: *\d+ \| ?)?(.*)$/m;

/**
 * The line of the code in which an error came up. Cling may put a line of its
 * own before the program, so the text of the line decides. An error that comes
 * up when the program runs has no line in C++.
 */
export function failedLine(report: IErrorReport, code: string): number | null {
  const [, told, text] = ERROR.exec(report.text) ?? [];
  if (!told) {
    return null;
  }
  const lines = code.split('\n').map(line => line.trim());
  const line = Number(told);
  const found = [line, line - 1].find(
    one => text.trim() !== '' && lines[one - 1] === text.trim()
  );
  return found ?? (line <= lines.length ? line : null);
}
