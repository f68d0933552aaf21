import { languages } from '../../src/languages';
import { readCases } from './cases';
import { sameLine } from './compare';
import { readGaps } from './gaps';
import { type IInterpreter, PATIENCE, runAll, versionOf } from './interpreters';
import { workspaceOf } from './program';
import { SPELLINGS } from './spellings';

/**
 * The language that an interpreter runs.
 */
export const languageOf = (interpreter: IInterpreter) =>
  languages.find(({ id }) => id === interpreter.language)!;

interface IProof {
  programs: string[];
  /**
   * What each of them printed, line by line.
   */
  printed: string[][];
}

/**
 * Make a test of each case on each interpreter that is there.
 *
 * @param atOnce - whether all are run at the same time, since they wait more
 * than they work
 */
export function prove(
  interpreters: readonly IInterpreter[],
  atOnce = false
): void {
  const cases = readCases();
  const found = interpreters.filter(versionOf);
  const casesOf = (interpreter: IInterpreter) => {
    const { id } = languageOf(interpreter);
    const gaps = readGaps(id);
    return cases.filter(
      one =>
        one.expected(id, interpreter.name) &&
        !gaps.has(`${one.category}/${one.name}`)
    );
  };

  const proofs = new Map<IInterpreter, Promise<IProof>>();
  const begin = async (interpreter: IInterpreter): Promise<IProof> => {
    const generator = await languageOf(interpreter).load();
    const programs = casesOf(interpreter).map(({ program, oneBased }) => {
      try {
        return generator.generate(workspaceOf(program, oneBased)).code;
      } catch (reason) {
        return String(reason);
      }
    });
    return { programs, printed: await runAll(interpreter, programs) };
  };

  describe.each(found)('$name', interpreter => {
    const language = languageOf(interpreter);
    const able = casesOf(interpreter);
    let proof: IProof;

    beforeAll(async () => {
      for (const one of atOnce ? found : [interpreter]) {
        if (!proofs.has(one)) {
          proofs.set(one, begin(one));
          // It is told of where it is waited for.
          proofs.get(one)!.catch(() => undefined);
        }
      }
      proof = await proofs.get(interpreter)!;
    }, PATIENCE);

    it.each(able.map((one, n) => [one.category, one.name, one, n] as const))(
      '%s: %s',
      (_category, _name, one, index) => {
        const lines = proof.printed[index];
        const expected = one
          .expected(language.id)!
          .map(interpreter.spelling ?? SPELLINGS[language.id]);
        const isSame =
          lines.length === expected.length &&
          lines.every((line, n) =>
            sameLine(line, expected[n], interpreter.precision)
          );
        // The code is what one wants to see beside a wrong answer.
        const code = proof.programs[index];
        expect(isSame ? expected : { lines, code }).toEqual(
          isSame ? expected : { lines: expected, code }
        );
      }
    );
  });
}
