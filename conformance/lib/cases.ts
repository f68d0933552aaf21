import { readFileSync, readdirSync } from 'fs';
import { basename, join } from 'path';

/**
 * A case: a file `cases/CATEGORY/NAME.blocks`.
 *
 * It holds a program, a line `---`, and what the program prints. Lines
 * `--- LANGUAGE` give what it prints in one language that decides otherwise.
 * Comments at the top may say `base: 0` (places count from 0), and
 * `not LANGUAGE: why` of a language that cannot do it, or of an interpreter by
 * its name.
 */
export interface ICase {
  readonly category: string;
  readonly name: string;
  readonly program: string;
  readonly oneBased: boolean;
  /**
   * What it prints in a language, line by line; null if the language cannot
   * do it, or its interpreter, which the case says.
   */
  expected(language: string, interpreter?: string): readonly string[] | null;
}

const FOLDER = join(__dirname, '..', 'cases');

/**
 * All cases, in the order of their names.
 */
export function readCases(): ICase[] {
  return readdirSync(FOLDER)
    .sort()
    .flatMap(category =>
      readdirSync(join(FOLDER, category))
        .filter(file => file.endsWith('.blocks'))
        .sort()
        .map(file => readCase(category, basename(file, '.blocks')))
    );
}

function readCase(category: string, name: string): ICase {
  const source = readFileSync(
    join(FOLDER, category, `${name}.blocks`),
    'utf-8'
  );
  const [program, ...sections] = source.split(/^---(?=[ \n])/m);
  const outputs = new Map<string, string[]>();
  for (const section of sections) {
    const end = section.indexOf('\n');
    const lines = section.slice(end + 1).replace(/\n$/, '');
    outputs.set(section.slice(0, end).trim(), lines ? lines.split('\n') : []);
  }
  const cannot = new Set(
    [...program.matchAll(/^# not ([\w. ]+):/gm)].map(match => match[1])
  );
  if (!outputs.has('')) {
    throw new Error(`${category}/${name} does not say what is printed.`);
  }
  return {
    category,
    name,
    program,
    oneBased: !/^# base: 0$/m.test(program),
    expected: (language, interpreter = '') =>
      cannot.has(language) || cannot.has(interpreter)
        ? null
        : (outputs.get(language) ?? outputs.get('') ?? null)
  };
}
