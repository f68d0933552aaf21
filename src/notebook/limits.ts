/**
 * The longest text of one stream that is shown, in characters and in lines; of
 * a longer one the end. The browser lays all of it out with each change.
 */
export const STREAM_LIMIT = 1_000_000;
export const LINE_LIMIT = 5_000;

/**
 * The most outputs of a run that are shown; of more the last ones.
 */
export const OUTPUT_LIMIT = 400;

/**
 * How much the outputs that are shown may weigh together: a character of a
 * picture or another bundle weighs one, of a stream's text, which the browser
 * lays out, more.
 */
export const WEIGHT_LIMIT = 20_000_000;
export const TEXT_WEIGHT = 10;

/**
 * Where the end of a text begins that has at most so many characters and whole
 * lines; a part of a line if that alone has more.
 */
export function startOfEnd(
  text: string,
  characters: number,
  lines: number
): number {
  let start = text.length;
  for (let line = 0; line < lines && start > 0; line++) {
    // The line break before the line, past the one that ends it.
    const next = start < 2 ? 0 : text.lastIndexOf('\n', start - 2) + 1;
    if (text.length - next > characters) {
      return line === 0 ? text.length - characters : start;
    }
    start = next;
  }
  return start;
}
