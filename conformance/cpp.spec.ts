import { execFile } from 'child_process';
import { readFileSync, readdirSync } from 'fs';
import { join } from 'path';
import { promisify } from 'util';

import { languages } from '../src/languages';
import { helpers } from '../src/languages/cpp/helpers';
import { headersOf } from '../src/languages/cpp/program';
import { HEADERS, compilable, together } from './lib/cppCompiled.cjs';
import { interpreters, versionOf } from './lib/interpreters';
import { workspaceOf } from './lib/program';

/**
 * What the suite does not show of C++, since it compiles many programs at once,
 * behind all headers, each in a namespace of its own.
 */
const GOLDEN = join(__dirname, 'golden', 'cpp');

// What is not there is said not to be proved.
const isThere = versionOf(interpreters.find(({ name }) => name === 'g++')!);
const ifThere = isThere ? it : () => undefined;

/** What g++ says of a program, warnings as well. */
async function said(program: string): Promise<string> {
  const compiler = promisify(execFile)('g++', [
    ...['-std=c++17', '-Wall', '-Wextra', '-fsyntax-only', '-x', 'c++', '-']
  ]);
  const { stdin } = compiler.child;
  stdin!.end(program);
  return compiler.then(
    ({ stderr }) => stderr,
    (error: { stderr: string }) => error.stderr
  );
}

ifThere(
  'no compiler warns of an approved program',
  async () => {
    const programs = readdirSync(GOLDEN).map((file, n) => ({
      name: `case${n}`,
      program: readFileSync(join(GOLDEN, file), 'utf-8')
    }));
    expect(await said(HEADERS + together(programs))).toBe('');
  },
  120_000
);

it('includes are there for all that programs and helpers take from std', () => {
  // What a header has is known of the headers alone: see cppreference.com.
  const code = Object.values(helpers).join('\n');
  const names = [...code.matchAll(/\bstd::(\w+)/g)].map(([, name]) => name);
  const lacking = names.filter(name => headersOf(`std::${name}`).length !== 1);
  // Those of <iostream>, which is there wherever something is shown.
  expect([...new Set(lacking)].sort()).toEqual(['boolalpha', 'flush', 'hex']);
});

ifThere('no variable has a name that the headers have', async () => {
  const names =
    'time index y0 j1 round log exp gamma random signal read link stdin errno NULL EOF unix linux abs div std main int auto remove system select clock count size data swap'.split(
      ' '
    );
  // What a function uses stands beside all that the headers of C declare.
  const program = [
    'def f() {',
    ...names.map(name => `${name} += 1`),
    '}',
    ...names.map(name => `${name} = 1`),
    'f()',
    'print math_single(OP=ROOT, NUM: 2)',
    'print math_random_int(FROM: 1, TO: 2)',
    'print text_changeCase(CASE=UPPERCASE, TEXT: "a")',
    'print math_on_list(OP=SUM, LIST: lists_sort(TYPE=NUMERIC, DIRECTION=1, LIST: [2, 1]))'
  ].join('\n');
  const generator = await languages.find(({ id }) => id === 'cpp')!.load();
  const { code } = generator.generate(workspaceOf(program, true));
  expect(code).toContain('int time2 = 1;');
  expect(code).toContain('int count = 1;');
  expect(await said(compilable(code))).toBe('');
});
