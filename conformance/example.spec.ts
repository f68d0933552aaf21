/**
 * The language of the example extension, on the real AWK: whatever the cases
 * ask of it that it has blocks for.
 */
import { awk } from '../examples/extension/src/awk';
import { loadGenerator } from '../src/languages/load';
import { readCases } from './lib/cases';
import { sameLine } from './lib/compare';
import { runAll, type IInterpreter } from './lib/interpreters';
import { workspaceOf } from './lib/program';
import { spell } from './lib/spellings';

const interpreter: IInterpreter = {
  name: 'AWK',
  language: 'awk',
  extension: '.awk',
  spelling: spell('1', '0', ''),
  // There is none that all of them have.
  version: ['sh', '-c', 'command -v awk'],
  command: ['sh'],
  driver: (files, mark) =>
    files.map(file => `awk -f '${file}' 2>&1; echo '${mark}'\n`).join('')
};

it('AWK of the example prints what all languages print', async () => {
  const generator = await loadGenerator({
    id: awk.id,
    displayName: awk.name,
    mimeType: 'text/plain',
    fileExtension: '.awk',
    kernelLanguages: ['awk'],
    oneBasedIndex: true,
    load: kit => kit.createGenerator(awk)
  });
  jest.spyOn(console, 'error').mockImplementation();
  const able = readCases().flatMap(one => {
    const { code, missing } = generator.generate(
      workspaceOf(one.program, one.oneBased)
    );
    const expected = one.expected('awk')?.map(interpreter.spelling!);
    return expected && missing.length === 0
      ? [{ name: `${one.category}: ${one.name}`, code, expected }]
      : [];
  });
  const printed = await runAll(
    interpreter,
    able.map(({ code }) => code)
  );
  const wrong = able.filter(
    ({ expected }, n) =>
      printed[n].length !== expected.length ||
      !printed[n].every((line, at) => sameLine(line, expected[at]))
  );
  expect(
    wrong.map(one => ({ ...one, printed: printed[able.indexOf(one)] }))
  ).toEqual([]);
  expect(able.length).toBeGreaterThan(100);
});
