import * as fc from 'fast-check';

import { languages } from '../src/languages';
import { CannotError } from '../src/languages/error';
import { sameLine } from './lib/compare';
import { readGaps } from './lib/gaps';
import {
  interpreters,
  runAll,
  versionOf,
  type IInterpreter
} from './lib/interpreters';
import { workspaceOf } from './lib/program';
import { programOf } from './lib/random';
import { choices, randomPrograms } from './lib/randomPrograms';
import { SPELLINGS } from './lib/spellings';

/**
 * The same programs in every language: nobody has said what they print, so
 * what one language prints is held against what another does.
 */
const seed = Number(process.env.JIGSAW_SEED ?? 6);
const count = Number(process.env.JIGSAW_PROGRAMS ?? 500);

/** The language that writes values as the cases do. */
const reference = interpreters.find(({ name }) => name === 'Node')!;

const second = interpreters.find(({ name }) => name === 'CPython')!;

/** For making a failure smaller, in milliseconds. */
const PATIENCE = 60_000;

const programs = randomPrograms({ seed, count });

/** What is printed of a program that a language cannot do. */
const REFUSED = 'refused';

async function print(
  interpreter: IInterpreter,
  texts: readonly string[]
): Promise<string[][]> {
  const language = languages.find(({ id }) => id === interpreter.language)!;
  const generator = await language.load();
  const codes = texts.map(text => {
    try {
      return generator.generate(workspaceOf(text, true)).code;
    } catch (error) {
      if (error instanceof CannotError) {
        return null;
      }
      throw error;
    }
  });
  const lines = await runAll(
    interpreter,
    codes.map(code => code ?? '')
  );
  return lines.map((one, n) => (codes[n] === null ? [REFUSED] : one));
}

function isSame(
  interpreter: IInterpreter,
  printed: readonly string[],
  expected: readonly string[]
): boolean {
  if (printed[0] === REFUSED) {
    // Which of those that are always the same are refused is said in `gaps`.
    return true;
  }
  const spell = interpreter.spelling ?? SPELLINGS[interpreter.language];
  return (
    printed.length === expected.length &&
    printed.every((line, n) =>
      sameLine(line, spell(expected[n]), interpreter.precision)
    )
  );
}

let expected: string[][];
beforeAll(async () => {
  expected = await print(reference, programs);
});

describe.each(interpreters.filter(one => versionOf(one) !== null))(
  '$name',
  interpreter => {
    // The language that the others are held against is held against another.
    const other = interpreter === reference ? second : interpreter;
    const gaps = readGaps(interpreter.language);
    const isAsked = (n: number) => count > 500 || !gaps.has(`random/${n}`);
    let printed: string[][];
    let failed: number[];
    let small: string;

    /** The failure made smaller: the program and what is printed for it. */
    async function smallest(): Promise<string> {
      const good = new Set(programs.filter((_, n) => !failed.includes(n)));
      const { counterexample } = await fc.check(
        fc.asyncProperty(choices, async one => {
          const text = programOf(one);
          if (good.has(text)) {
            return true;
          }
          const [wanted] = await print(reference, [text]);
          const [got] = await print(other, [text]);
          return isSame(other, got, wanted);
        }),
        { seed, numRuns: count, interruptAfterTimeLimit: PATIENCE }
      );
      return counterexample ? programOf(counterexample[0]) : '';
    }

    beforeAll(async () => {
      printed = await print(other, programs);
      failed = programs.flatMap((_, n) =>
        isSame(other, printed[n], expected[n]) ? [] : [n]
      );
      small = failed.length ? await smallest() : '';
    }, 10 * PATIENCE);

    it.each(
      programs
        .map((program, n) => [n, program] as const)
        .filter(([n]) => isAsked(n))
    )('random: program %i', (n, program) => {
      const isGood = !failed.includes(n);
      // Only what differs is shown, so the programs are on one side alone.
      expect(isGood ? {} : { small, program, lines: printed[n] }).toEqual(
        isGood ? {} : { lines: expected[n] }
      );
    });
  }
);
