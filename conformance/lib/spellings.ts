/**
 * How a language writes `true`, `false` and `null`, which cases write as
 * JavaScript does.
 */
export const SPELLINGS: Record<string, (line: string) => string> = {
  python: spell('True', 'False', 'None'),
  javascript: spell('true', 'false', 'null'),
  lua: spell('true', 'false', 'nil'),
  php: spell('true', 'false', 'null'),
  octave: spell('true', 'false', '[]'),
  bash: spell('true', 'false', 'null'),
  processing: spell('true', 'false', 'null'),
  cpp: spell('true', 'false', 'null'),
  r: spell('TRUE', 'FALSE', 'NULL'),
  scheme: spell('#t', '#f', '()')
};

/**
 * Write the words of a line in another way.
 */
export function spell(
  yes: string,
  no: string,
  nothing: string
): (line: string) => string {
  const words: Record<string, string> = { true: yes, false: no, null: nothing };
  return line => line.replace(/\b(true|false|null)\b/g, word => words[word]);
}
