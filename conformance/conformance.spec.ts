import { writeFileSync } from 'fs';

import { languages } from '../src/languages';
import { readCases } from './lib/cases';
import { sameLine } from './lib/compare';
import {
  interpreters,
  runAll,
  versionOf,
  type IInterpreter
} from './lib/interpreters';
import { kernels } from './lib/kernels';
import { workspaceOf } from './lib/program';
import { SPELLINGS } from './lib/spellings';

const cases = readCases();
const all = [...interpreters, ...kernels];
const languageOf = (interpreter: IInterpreter) =>
  languages.find(({ id }) => id === interpreter.language)!;
const found = all.map(one => ({
  name: one.name,
  language: languageOf(one).displayName,
  version: versionOf(one)
}));
// For the table of what is proved.
if (process.env.JIGSAW_INTERPRETERS) {
  writeFileSync(process.env.JIGSAW_INTERPRETERS, JSON.stringify(found));
}

describe.each(all.filter((_, n) => found[n].version))('$name', interpreter => {
  const language = languageOf(interpreter);
  const able = cases.filter(one => one.expected(language.id));
  let printed: Map<(typeof able)[number], string[]>;
  let programs: string[];

  beforeAll(async () => {
    const generator = await language.load();
    programs = able.map(({ program, oneBased }) => {
      try {
        return generator.generate(workspaceOf(program, oneBased)).code;
      } catch (reason) {
        return String(reason);
      }
    });
    const outputs = runAll(interpreter, programs);
    printed = new Map(able.map((one, n) => [one, outputs[n]]));
  });

  it.each(able.map(one => [one.category, one.name, one] as const))(
    '%s: %s',
    (_category, _name, one) => {
      const lines = printed.get(one)!;
      const expected = one
        .expected(language.id)!
        .map(interpreter.spelling ?? SPELLINGS[language.id]);
      const isSame =
        lines.length === expected.length &&
        lines.every((line, n) => sameLine(line, expected[n]));
      // The code is what one wants to see beside a wrong answer.
      const code = programs[able.indexOf(one)];
      expect(isSame ? expected : { lines, code }).toEqual(
        isSame ? expected : { lines: expected, code }
      );
    }
  );
});
