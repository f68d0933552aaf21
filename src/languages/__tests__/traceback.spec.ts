import { runInThisContext } from 'node:vm';

import { languages } from '..';
import type { IErrorReport } from '..';
import {
  callStatement,
  chain,
  define,
  num,
  print,
  text,
  workspaceOf,
  type State
} from './programs';

const named = (id: string, state: State): State => ({ ...state, id });

/** A program that fails in a function, if anywhere: `at` is in its body. */
const STACKS = [
  named('def', define('f', [], named('at', print(text('here'))))),
  chain(named('first', print(num(1))), named('call', { ...callStatement('f') }))
];

async function failIn(id: string, report: Partial<IErrorReport>) {
  const generator = await languages.find(one => one.id === id)!.load();
  const program = generator.generate(workspaceOf(...STACKS));
  const line = (owner: string) => program.lines.indexOf(owner) + 1;
  const block = program.failedBlock({
    text: '',
    isError: true,
    executionCount: 3,
    ...report
  });
  return { block, line, program };
}

/** What a kernel says, with the lines of blocks in it. */
async function blockFor(
  id: string,
  text: (line: (owner: string) => number) => string,
  report: Partial<IErrorReport> = {}
) {
  const { line } = await failIn(id, {});
  return (await failIn(id, { ...report, text: text(line) })).block;
}

describe('the block of an error', () => {
  it.each([
    [
      'ipykernel’s',
      (line: (owner: string) => number) =>
        `ZeroDivisionError  Traceback (most recent call last)\nCell In[3], line ${line('call')}\n      1 f()\n----> 2 g()\nCell In[3], line ${line('at')}, in f()\nFile /usr/lib/python3.13/json/decoder.py:355, in raw(line 2)\nZeroDivisionError: division by zero`
    ],
    [
      'Python’s own',
      (line: (owner: string) => number) =>
        `Traceback (most recent call last):\n  File "<cell>", line ${line('call')}, in <module>\n  File "<cell>", line ${line('at')}, in f\n  File "/usr/lib/x.py", line 1, in g\nNameError: no`
    ],
    [
      'MetaKernel’s Python',
      (line: (owner: string) => number) =>
        `Traceback (most recent call last):\n  File "python cell", line ${line('call')}, in <module>\n  File "python cell", line ${line('at')}, in f\nIndexError: list index out of range`
    ]
  ])('is found in a traceback of %s', async (_, says) => {
    expect(await blockFor('python', says)).toBe('at');
  });

  it('is the one that calls what another run has defined', async () => {
    const says = (line: (owner: string) => number) =>
      `Cell In[3], line ${line('call')}\nCell In[2], line 1, in f()`;
    expect(await blockFor('python', says)).toBe('call');
  });

  it('is none where the kernel tells of no error', async () => {
    const says = () => 'Cell In[3], line 1';
    expect(await blockFor('python', says, { isError: false })).toBeNull();
    expect(await blockFor('python', () => 'MemoryError')).toBeNull();
    expect(await blockFor('lua', () => 'input:1: attempt')).toBeNull();
    expect(await blockFor('python', () => 'Cell In[3], line 1000')).toBeNull();
  });

  it('is found in a traceback of IRkernel’s', async () => {
    const says =
      (call: string, shift = 0) =>
      (line: (owner: string) => number) =>
        `Error in f(): oops\nTraceback:\n\n1. f()\n2. ${call}   # at line ${line('at') + shift} of file <text>\n3. .handleSimpleError(function (cnd) \n . {\n . }, "oops")`;
    expect(await blockFor('r', says('writeLines( "here" )'))).toBe('at');
    expect(
      await blockFor('r', says('writeLines("here",\n .     sep = "")'))
    ).toBeNull();
    // A line of another text.
    expect(await blockFor('r', says('print(1)'))).toBeNull();
    expect(await blockFor('r', says('writeLines("here")', 1))).toBeNull();
    expect(
      await blockFor('r', () => 'Error in eval(expr): no x\nTraceback:\n')
    ).toBeNull();
  });

  it('is found in what Calysto Scheme prints', async () => {
    const says = (line: (owner: string) => number) =>
      `1\nTraceback (most recent call last):\n  File "In [3]", line ${line('call')}, col 1, in f\n  File "In [3]", line ${line('at')}, col 3\nRunTimeError: car called on non-pair 5\n\n`;
    const report = { isError: false };
    expect(await blockFor('scheme', says, report)).toBe('at');
    expect(
      await blockFor('scheme', line => `${says(line)}and more\n`, report)
    ).toBeNull();
  });

  it('is found in what Octave prints of a function', async () => {
    const says = () =>
      'error: bad\nerror: called from\n    f at line 2 column 3\n';
    const report = { isError: false };
    expect(await blockFor('octave', says, report)).toBe('at');
    expect(await blockFor('octave', () => 'error: top\n', report)).toBeNull();
  });

  it('is found in what Calysto Processing prints of a compiler', async () => {
    const says = (line: (owner: string) => number) =>
      ` Line     +---\n    4:    | }\nCompile error in line ${line('at')}: Syntax error\n`;
    const report = { isError: false };
    expect(await blockFor('processing', says, report)).toBe('at');
    expect(await blockFor('processing', () => 'line 4', report)).toBeNull();
  });

  it.each([
    [
      'g++',
      (line: number) =>
        `x.cpp: In function ‘void f()’:\nx.cpp:${line}:3: error: ‘cout’ is not a member\n   ${line} |   std::cout << "here" << std::endl;\n      |   ^~~`
    ],
    [
      'Clang’s REPL',
      (line: number) =>
        `In file included from <<< inputs >>>:1:\ninput_line_3:${line}:3: error: use of undeclared\n    ${line} |   std::cout << "here" << std::endl;\n`
    ],
    [
      'Cling, with a line of its own before the program,',
      (line: number) =>
        `input_line_8:${line + 1}:3: error: use of undeclared\n  std::cout << "here" << std::endl;\n  ^\n`
    ]
  ])('is found in what %s says', async (_, says) => {
    expect(await blockFor('cpp', line => says(line('at')))).toBe('at');
    expect(await blockFor('cpp', () => 'vector::_M_range_check')).toBeNull();
    expect(await blockFor('cpp', () => says(1000))).toBeNull();
  });

  it('is found in the stack of a real error of JavaScript', async () => {
    const { program } = await failIn('javascript', {});
    const failing = program.code.replace("console.log('here')", 'missing()');
    expect(failing).not.toBe(program.code);
    const log = jest.spyOn(console, 'log').mockImplementation(() => undefined);
    let stack = '';
    try {
      runInThisContext(failing);
    } catch (error) {
      stack = (error as Error).stack!;
    }
    log.mockRestore();
    expect(
      program.failedBlock({ text: stack, isError: true, executionCount: 1 })
    ).toBe('at');
  });
});
