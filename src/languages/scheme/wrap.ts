import { markedPlace, unmarked } from '../sourceMarks';

/** How long a line may be. */
const WIDTH = 80;

/**
 * Code whose long lines are broken between the items of their forms, which come
 * below one another where Emacs would put them.
 */
export function wrap(code: string): string {
  return code
    .split('\n')
    .map(line => {
      const text = unmarked(line);
      return text.length > WIDTH ? broken(line, new Layout(text).breaks) : line;
    })
    .join('\n');
}

/**
 * A line with line breaks in place of some of its spaces.
 *
 * @param breaks - how deep the new lines are, by the places of the spaces in
 *   the line without its marks, the first one first
 */
function broken(line: string, breaks: ReadonlyMap<number, number>): string {
  let code = line;
  for (const [place, depth] of [...breaks].reverse()) {
    const at = markedPlace(line, place);
    code = `${code.slice(0, at)}\n${' '.repeat(depth)}${code.slice(at + 1)}`;
  }
  return code;
}

/**
 * An atom, or a list with its items; one that goes on in the lines after has
 * no end here.
 */
interface IForm {
  start: number;
  end: number;
  items: IForm[] | null;
  isOpen: boolean;
}

/**
 * Finds out where to break a line.
 */
class Layout {
  constructor(private readonly _text: string) {
    const forms = parse(_text);
    const last = forms.at(-1);
    let column = last ? forms[0].start : 0;
    for (const form of forms) {
      const isLast = form === last;
      column =
        this._put(form, column, isLast ? _text.length - form.end : 0) + 1;
    }
  }

  readonly breaks = new Map<number, number>();

  /**
   * Put a form at a column.
   *
   * @param after - how much has to come behind it in its last line
   * @returns the column where it ends
   */
  private _put(form: IForm, column: number, after: number): number {
    const end = column + form.end - form.start;
    const [head, ...others] = form.items ?? [];
    if (end + after <= WIDTH || !others.length) {
      return end;
    }
    const closing = form.isOpen ? 0 : 1;
    const word = head.items ? '' : this._text.slice(head.start, head.end);
    const start = this._put(head, column + 1, 0);
    const kept = KEPT[word] ?? 0;
    const depth = column + (BODIES[word] ?? (head.items ? 1 : word.length + 2));
    let at = start + 1;
    // Words may share a line; of forms, each has its own.
    let isBroken = others.some(item => item.items);
    others.forEach((item, n) => {
      const isLast = n === others.length - 1;
      const behind = isLast ? after + closing : 0;
      const fits = at + item.end - item.start + behind <= WIDTH;
      const isBody = kept > 0 && n >= kept;
      if (isBody || ((!fits || isBroken) && (n > 0 || head.items !== null))) {
        this.breaks.set(item.start - 1, depth);
        at = depth;
      }
      const before = this.breaks.size;
      at = this._put(item, at, behind) + 1;
      isBroken ||= this.breaks.size > before;
    });
    return at - 1 + closing;
  }
}

/** How many items of a form stand behind its first, before its body. */
const KEPT: Record<string, number> = { lambda: 1, let: 1, 'let*': 1 };

/** How deep the items are that begin a line, where not below the second. */
const BODIES: Record<string, number> = {
  define: 2,
  if: 4,
  lambda: 2,
  let: 2,
  'let*': 2
};

/**
 * The forms of a line, none if it has a comment. Parentheses that close what has
 * begun before are left out.
 */
function parse(text: string): IForm[] {
  const token = /;|"(?:[^"\\]|\\.)*"|'?\(|\)|[^\s()";]+/g;
  const forms: IForm[] = [];
  const open: IForm[] = [];
  for (const { 0: sign, index } of text.matchAll(token)) {
    if (sign === ';') {
      return [];
    }
    const end = index + sign.length;
    if (sign === ')') {
      const list = open.pop();
      if (list) {
        list.end = end;
        list.isOpen = false;
      }
      continue;
    }
    const isList = sign.endsWith('(');
    const form: IForm = {
      start: index,
      end: isList ? text.length : end,
      items: isList ? [] : null,
      isOpen: isList
    };
    (open.at(-1)?.items ?? forms).push(form);
    if (isList) {
      open.push(form);
    }
  }
  return forms;
}
