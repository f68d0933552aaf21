/**
 * Compiles and runs programs of C++, many at once: each is in a namespace, with
 * the statements that a kernel would run in a function, and runs in a process of
 * its own.
 */
const { execFile, execFileSync } = require('child_process');
const { readFileSync, writeFileSync } = require('fs');
const { availableParallelism } = require('os');
const { dirname, join } = require('path');
const { promisify } = require('util');

const compile = promisify(execFile);

/** Programs to a run of the compiler: more of them take less time in all. */
const BATCH = 60;

const FLAGS = ['-std=c++17', '-O0', '-w', '-fmax-errors=0'];

/** All that programs may include, which is compiled once. */
const HEADERS =
  'algorithm cctype cmath iomanip iostream numeric random sstream stdexcept string vector'
    .split(' ')
    .map(header => `#include <${header}>\n`)
    .join('');

const MAIN = `
#include <sys/wait.h>
#include <unistd.h>

int main(int, char** arguments) {
  for (void (*run)() : {CASES}) {
    if (fork() == 0) {
      try {
        run();
      } catch (const std::exception& problem) {
        std::cout << problem.what() << std::endl;
      }
      std::cout.flush();
      _exit(0);
    }
    int status = 0;
    wait(&status);
    if (status != 0) {
      std::cout << "ended with " << status << std::endl;
    }
    std::cout << arguments[1] << std::endl;
  }
}
`;

/** The head of a function, which stands before all statements. */
const FUNCTION = /^[A-Za-z_][\w:<>,&* ]* \w+\(.*\) \{$/;

/**
 * The lines of a program: those that stand before its statements, and these.
 */
function partsOf(program) {
  const lines = program.split('\n');
  const last = lines.findLastIndex(line => FUNCTION.test(line));
  const first =
    last < 0
      ? lines.findLastIndex(line => line.startsWith('#include')) + 1
      : lines.indexOf('}', last) + 1;
  return [lines.slice(0, first), lines.slice(first)];
}

/**
 * A program that a compiler takes, with its statements in `main()`.
 */
function compilable(program) {
  const [before, statements] = partsOf(program);
  return [...before, 'int main() {', ...statements, '}', ''].join('\n');
}

/**
 * A program in a namespace, with its statements in a function, and without what
 * it includes.
 */
function inNamespace(name, program) {
  const [before, statements] = partsOf(program);
  return [
    `namespace ${name} {`,
    `#line 1 "${name}.cpp"`,
    ...before.map(line => (line.startsWith('#include') ? '' : line)),
    'void run_statements() {',
    `#line ${before.length + 1} "${name}.cpp"`,
    ...statements,
    '}',
    '}',
    ''
  ].join('\n');
}

/**
 * Run each file, print what is wrong with it, and a mark behind each.
 */
async function run(files, mark) {
  const folder = dirname(files[0]);
  writeFileSync(join(folder, 'all.h'), HEADERS);
  execFileSync('g++', [...FLAGS, '-x', 'c++-header', 'all.h'], { cwd: folder });
  const printed = [];
  const batches = [];
  for (let start = 0; start < files.length; start += BATCH) {
    batches.push(
      files.slice(start, start + BATCH).map((file, n) => ({
        name: `case${start + n}`,
        number: start + n,
        program: readFileSync(file, 'utf-8')
      }))
    );
  }
  let next = 0;
  const work = async () => {
    while (next < batches.length) {
      const at = next++;
      await runBatch(folder, `batch${at}`, batches[at], mark, printed);
    }
  };
  await Promise.all(
    Array.from({ length: Math.min(2, availableParallelism()) }, work)
  );
  process.stdout.write(files.map((_, n) => `${printed[n]}${mark}\n`).join(''));
}

async function runBatch(folder, batch, programs, mark, printed) {
  let wanted = programs;
  while (wanted.length) {
    const problems = await compiled(folder, batch, wanted);
    if (!problems) {
      break;
    }
    for (const { name, number } of wanted) {
      if (problems.has(name)) {
        printed[number] = `${problems.get(name)}\n`;
      }
    }
    wanted = wanted.filter(({ name }) => !problems.has(name));
  }
  if (wanted.length) {
    const { stdout } = await compile(join(folder, batch), [mark], {
      maxBuffer: 1 << 26
    });
    const parts = stdout.split(`${mark}\n`);
    wanted.forEach(({ number }, n) => (printed[number] = parts[n]));
  }
}

/**
 * A program of several, by their names, which runs each.
 */
function together(programs) {
  return [
    ...programs.map(({ name, program }) => inNamespace(name, program)),
    MAIN.replace('CASES', () =>
      programs.map(({ name }) => `${name}::run_statements`).join(', ')
    )
  ].join('\n');
}

/**
 * Compile programs; what is wrong with some of them, by their names, or null.
 */
async function compiled(folder, batch, programs) {
  const source = `#include "all.h"\n${together(programs)}`;
  const file = join(folder, `${batch}.cpp`);
  writeFileSync(file, source);
  try {
    await compile('g++', [...FLAGS, '-o', join(folder, batch), file], {
      cwd: folder,
      maxBuffer: 1 << 26
    });
    return null;
  } catch ({ stderr }) {
    const problems = new Map();
    // What is wrong deep in a header is told with the line that led there.
    let place = null;
    for (const line of stderr.split('\n')) {
      place = /\b(case\d+)\.cpp:/.exec(line)?.[1] ?? place;
      const [, text] = /error: (.*)/.exec(line) ?? [];
      if (text && place) {
        problems.set(place, `${problems.get(place) ?? ''}${text}; `);
      }
    }
    if (!problems.size) {
      throw new Error(stderr);
    }
    return problems;
  }
}

module.exports = { HEADERS, compilable, run, together };
