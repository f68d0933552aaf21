import { mkdirSync, rmSync, writeFileSync } from 'fs';
import { dirname } from 'path';

import { languages } from '../src/languages';
import { CannotError } from '../src/languages/error';
import { readCases } from './lib/cases';
import { gapsFile, readGaps } from './lib/gaps';
import { workspaceOf } from './lib/program';
import { randomPrograms } from './lib/randomPrograms';

/**
 * What a language cannot do is said of every case: none is refused that was not
 * before. To write the files anew, set `JIGSAW_GOLDEN=write`, and read what has
 * changed.
 */
const isWriting = process.env.JIGSAW_GOLDEN === 'write';

const programs = [
  ...readCases().map(one => ({ ...one, title: `${one.category}/${one.name}` })),
  ...randomPrograms({}).map((program, n) => ({
    title: `random/${n}`,
    program,
    oneBased: true,
    expected: () => []
  }))
];

it.each(languages.map(language => [language.displayName, language] as const))(
  'The cases that %s refuses are those that it is known for',
  async (_, language) => {
    const generator = await language.load();
    const refused = programs
      .filter(one => one.expected(language.id))
      .flatMap(({ title, program, oneBased }) => {
        try {
          generator.generate(workspaceOf(program, oneBased));
          return [];
        } catch (error) {
          if (!(error instanceof CannotError)) {
            throw error;
          }
          return [`${title}: ${error.reason}`];
        }
      });
    const file = gapsFile(language.id);
    if (isWriting) {
      rmSync(file, { force: true });
      if (refused.length) {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, `${refused.join('\n')}\n`);
      }
    }
    const known = [...readGaps(language.id)].map(([title, reason]) => {
      return `${title}: ${reason}`;
    });
    expect(refused).toEqual(known);
  },
  120_000
);
