/**
 * Write a text's line breaks as `\n` and `\r`.
 *
 * Blockly's generators write a backslash and a real line break, which Python
 * and JavaScript read as no line break at all, and Dart not at all.
 */
export function escapeLineBreaks(quoted: string): string {
  return quoted.replace(/\\\n/g, '\\n').replace(/\r/g, '\\r');
}

/**
 * What some language takes for the end of a line, and with it of a comment.
 */
const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029\v\f]/g;

/**
 * Give a comment the line ends that a generator sees, so that no part of it
 * stands outside and runs.
 */
export function plainLines(text: string): string {
  return text.replace(LINE_ENDS, '\n');
}
