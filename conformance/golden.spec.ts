import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync
} from 'fs';
import { join } from 'path';

import { languages, type IJigsawLanguage } from '../src/languages';
import { readCases } from './lib/cases';
import { readGaps } from './lib/gaps';
import { workspaceOf } from './lib/program';

/**
 * The code of typical programs, as someone who knows the language has read and
 * approved it: files `golden/LANGUAGE/PROGRAM`. To write them anew, set
 * `JIGSAW_GOLDEN=write`, and read what has changed.
 */
const GOLDEN = join(__dirname, 'golden');
const isWriting = process.env.JIGSAW_GOLDEN === 'write';
const cases = readCases().filter(({ category }) => category === 'programs');

const fileOf = (language: IJigsawLanguage, name: string) =>
  `${name}${language.fileExtension}`;

describe.each(
  languages.map(language => [language.displayName, language] as const)
)('The code of %s', (_, language) => {
  const folder = join(GOLDEN, language.id);
  const gaps = readGaps(language.id);
  const programs = cases.filter(({ name }) => !gaps.has(`programs/${name}`));
  let codeOf: (program: (typeof cases)[number]) => string;

  beforeAll(async () => {
    const generator = await language.load();
    codeOf = ({ program, oneBased }) =>
      generator.generate(workspaceOf(program, oneBased)).code;
    if (isWriting) {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      for (const program of programs) {
        writeFileSync(
          join(folder, fileOf(language, program.name)),
          codeOf(program)
        );
      }
    }
  });

  it.each(programs.map(program => [program.name, program] as const))(
    'of %s is as it was approved',
    (name, program) => {
      const file = join(folder, fileOf(language, name));
      const approved = existsSync(file) ? readFileSync(file, 'utf-8') : null;
      expect(codeOf(program)).toBe(approved);
    }
  );

  it('is approved of no program that is gone', () => {
    expect(readdirSync(folder).sort()).toEqual(
      programs.map(({ name }) => fileOf(language, name)).sort()
    );
  });
});

it('is approved in no language that is gone', () => {
  expect(readdirSync(GOLDEN).sort()).toEqual(
    languages.map(({ id }) => id).sort()
  );
});
