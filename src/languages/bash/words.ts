/**
 * A text as a word of Bash. What means something in double quotes stands in
 * single ones.
 */
export function literal(text: string): string {
  // Control characters are what is looked for.
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u001f\u007f]/.test(text)) {
    const escaped = text
      .replace(/['\\]/g, '\\$&')
      .replace(/\n/g, '\\n')
      .replace(/\r/g, '\\r')
      .replace(/\t/g, '\\t')
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0001-\u001f\u007f]/g, character => {
        const code = character.charCodeAt(0).toString(16);
        return `\\x${code.padStart(2, '0')}`;
      });
    return `$'${escaped}'`;
  }
  return /["$`\\!]/.test(text)
    ? `'${text.replace(/'/g, "'\\''")}'`
    : `"${text}"`;
}

/**
 * What comes out of a variable, a list or a function, as a word.
 */
export const quoted = (code: string) =>
  code.startsWith('$') ? `"${code}"` : `"$${code}"`;

/**
 * Words as one.
 */
export function glue(words: readonly string[]): string {
  let result = '';
  for (const word of words) {
    const inner = insideOf(word);
    const before = insideOf(result);
    if (result === '') {
      result = inner === null ? word : `"${inner}"`;
    } else if (inner === null || before === null) {
      result += word;
    } else {
      // A name ends where something else begins.
      const open = /^(.*)\$(\w+)$/s.exec(before);
      const isCut = open && /^[\w[]/.test(inner) && !/\\$/.test(open[1]);
      result = `"${isCut ? `${open[1]}\${${open[2]}}` : before}${inner}"`;
    }
  }
  return result || '""';
}

/**
 * What stands in the quotes of a word that is all in double quotes, or has none
 * and needs none; null of others.
 */
function insideOf(word: string): string | null {
  if (/^(-?\d+|true|false)$/.test(word) || isCall(word)) {
    return word;
  }
  const inner = /^"(.*)"$/s.exec(word)?.[1];
  return inner !== undefined && !/"/.test(withoutCalls(inner)) ? inner : null;
}

/**
 * Whether code is one `$( … )` or `$(( … ))`, and nothing else.
 */
export const isCall = (code: string) =>
  code.startsWith('$(') && withoutCalls(code) === '';

/**
 * A word as it stands behind an equals sign, where nothing is split.
 */
export function assigned(word: string): string {
  const inner = /^"(.*)"$/s.exec(word)?.[1] ?? '';
  return isCall(inner) || /^\$(\w+|\{[^{}"]*\})$/.test(inner) ? inner : word;
}

/**
 * Code without what stands in `$( … )`, quotes in there too.
 */
function withoutCalls(code: string): string {
  let rest = '';
  let depth = 0;
  let quote = '';
  for (let n = 0; n < code.length; n++) {
    const sign = code[n];
    if (depth === 0) {
      if (code.startsWith('$(', n)) {
        depth = 1;
        n += 1;
      } else {
        rest += sign;
      }
    } else if (quote === "'") {
      quote = sign === quote ? '' : quote;
    } else if (sign === '\\') {
      n += 1;
    } else if (sign === "'" && quote === '') {
      quote = sign;
    } else if (sign === '(') {
      depth += 1;
    } else if (sign === ')') {
      depth -= 1;
    }
  }
  return rest;
}
