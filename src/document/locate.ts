/**
 * Where a text stops being JSON.
 */
export interface IPosition {
  /**
   * From 1.
   */
  line: number;
  /**
   * From 1, in UTF-16 units.
   */
  column: number;
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const LITERAL = /true|false|null/y;
const SPACE = /[\t\n\r ]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/**
 * Find the first place at which a text is not JSON; null if it is.
 *
 * `JSON.parse` says where in some browsers, for some errors, each in its own
 * words. This is called only when it has thrown.
 */
export function locateError(text: string): IPosition | null {
  const offset = errorOffset(text);
  if (offset === null) {
    return null;
  }
  const before = text.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  let line = 1;
  for (
    let at = before.indexOf('\n');
    at >= 0;
    at = before.indexOf('\n', at + 1)
  ) {
    line++;
  }
  return { line, column: offset - start + 1 };
}

function errorOffset(text: string): number | null {
  const open: string[] = [];
  let expect: 'value' | 'first' | 'key' | 'after' = 'value';
  let at = skip(SPACE, text, 0);
  while (at < text.length || expect !== 'after' || open.length) {
    const char = text[at];
    const top = open[open.length - 1];
    let next = -1;
    if (expect === 'after') {
      if (char === ',' && top) {
        next = at + 1;
        expect = top === '{' ? 'key' : 'value';
      } else if (top && char === (top === '{' ? '}' : ']')) {
        next = at + 1;
        open.pop();
      }
    } else if (expect === 'first' && char === (top === '{' ? '}' : ']')) {
      next = at + 1;
      open.pop();
      expect = 'after';
    } else if (expect === 'key' || (expect === 'first' && top === '{')) {
      const end = skipString(text, at);
      if (end.error !== undefined) {
        return end.error;
      }
      const colon = skip(SPACE, text, end.after);
      if (text[colon] !== ':') {
        return colon;
      }
      next = colon + 1;
      expect = 'value';
    } else if (char === '{' || char === '[') {
      open.push(char);
      next = at + 1;
      expect = 'first';
    } else if (char === '"') {
      const end = skipString(text, at);
      if (end.error !== undefined) {
        return end.error;
      }
      next = end.after;
      expect = 'after';
    } else {
      const end = Math.max(skip(NUMBER, text, at), skip(LITERAL, text, at));
      next = end > at ? end : -1;
      expect = 'after';
    }
    if (next < 0) {
      return at;
    }
    at = skip(SPACE, text, next);
  }
  return null;
}

/**
 * Where a match ends; the same place if there is none.
 */
function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

function skipString(
  text: string,
  start: number
): { after: number; error?: undefined } | { after?: undefined; error: number } {
  if (text[start] !== '"') {
    return { error: start };
  }
  for (let at = start + 1; at < text.length;) {
    if (text[at] === '"') {
      return { after: at + 1 };
    }
    if (text.charCodeAt(at) < 0x20) {
      return { error: at };
    }
    const end = text[at] === '\\' ? skip(ESCAPE, text, at) : at + 1;
    if (end === at) {
      // What follows the backslash is wrong, not the backslash.
      return { error: at + 1 };
    }
    at = end;
  }
  return { error: text.length };
}
