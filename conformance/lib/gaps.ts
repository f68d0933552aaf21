import { existsSync, readFileSync } from 'fs';
import { join } from 'path';

/** The file of the programs that a language cannot do. */
export const gapsFile = (language: string) =>
  join(__dirname, '..', 'gaps', `${language}.txt`);

/**
 * The programs that a language cannot do, with the reasons, from its file
 * `gaps/LANGUAGE.txt`: lines `CATEGORY/NAME: reason`.
 */
export function readGaps(language: string): Map<string, string> {
  const file = gapsFile(language);
  const lines = existsSync(file) ? readFileSync(file, 'utf-8').split('\n') : [];
  return new Map(
    lines
      .map(line => /^([^:]+): (.*)$/.exec(line))
      .filter(match => match !== null)
      .map(([, name, reason]) => [name, reason])
  );
}

/**
 * How many programs of each category a language cannot do.
 */
export function countGaps(language: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const title of readGaps(language).keys()) {
    const [category] = title.split('/');
    counts[category] = (counts[category] ?? 0) + 1;
  }
  return counts;
}
