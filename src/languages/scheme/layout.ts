import { unmarked } from '../sourceMarks';

/**
 * The lines of a form: its head, what is in it, one level deeper, and the
 * parenthesis that closes it, behind the last of them.
 *
 * @param indent - how much deeper, in spaces
 */
export function nest(head: string, body: string, indent = 2): string {
  const inner = body.trimEnd().replace(/^(?=.)/gm, ' '.repeat(indent));
  return close(`${head}\n${inner}`);
}

/**
 * Code with one parenthesis more at its end, which a comment would swallow.
 */
export function close(code: string): string {
  const last = unmarked(code.slice(code.lastIndexOf('\n') + 1));
  return last.trimStart().startsWith(';') ? `${code}\n)` : `${code})`;
}

/**
 * How many forms there are in code.
 */
export function countForms(code: string): number {
  const token = /;[^\n]*|"(?:[^"\\]|\\.)*"|[()]|[^\s()";]+/gs;
  let depth = 0;
  let forms = 0;
  for (const [text] of unmarked(code).matchAll(token)) {
    if (text.startsWith(';') || text === "'") {
      continue;
    }
    if (text === ')') {
      depth -= 1;
      continue;
    }
    forms += depth === 0 ? 1 : 0;
    depth += text === '(' ? 1 : 0;
  }
  return forms;
}

/**
 * The last of the forms that begin where a line does.
 */
export function lastForm(code: string): string {
  const lines = unmarked(code)
    .split('\n')
    .filter(line => /^[^\s;]/.test(line));
  return lines[lines.length - 1] ?? '';
}
