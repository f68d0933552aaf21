/**
 * Write a text's line breaks as `\n`.
 *
 * Blockly's generators write a backslash and a real line break, which Python
 * and JavaScript read as no line break at all, and Dart not at all.
 */
export function escapeLineBreaks(quoted: string): string {
  return quoted.replace(/\\\n/g, '\\n');
}
