import { languages } from '../../src/languages';
import { readCases } from './cases';
import { sameLine } from './compare';
import { readGaps } from './gaps';
import { type IInterpreter, runAll, versionOf } from './interpreters';
import { workspaceOf } from './program';
import { SPELLINGS } from './spellings';

/**
 * The language that an interpreter runs.
 */
export const languageOf = (interpreter: IInterpreter) =>
  languages.find(({ id }) => id === interpreter.language)!;

/**
 * Make a test of each case on each interpreter that is there.
 */
export function prove(interpreters: readonly IInterpreter[]): void {
  const cases = readCases();
  describe.each(interpreters.filter(versionOf))('$name', interpreter => {
    const language = languageOf(interpreter);
    const gaps = readGaps(language.id);
    const able = cases.filter(
      one =>
        one.expected(language.id, interpreter.name) &&
        !gaps.has(`${one.category}/${one.name}`)
    );
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
          lines.every((line, n) =>
            sameLine(line, expected[n], interpreter.precision)
          );
        // The code is what one wants to see beside a wrong answer.
        const code = programs[able.indexOf(one)];
        expect(isSame ? expected : { lines, code }).toEqual(
          isSame ? expected : { lines: expected, code }
        );
      }
    );
  });
}
