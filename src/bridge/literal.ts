/**
 * A value as JavaScript, to be put into a script of a page: no text may end the
 * script that it stands in.
 */
export function literal(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
