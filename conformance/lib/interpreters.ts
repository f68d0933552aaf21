import { execFile, type ExecFileOptions, spawnSync } from 'child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';

import { spell } from './spellings';

/**
 * What runs the programs of a language.
 */
export interface IInterpreter {
  readonly name: string;
  /**
   * The id of the language.
   */
  readonly language: string;
  readonly extension: string;
  /**
   * How it shows true, false and null, if not as others of the language do.
   */
  readonly spelling?: (line: string) => string;
  /**
   * By how much of itself a number may differ, if by more than in others.
   */
  readonly precision?: number;
  /**
   * A command that prints the version.
   */
  readonly version: readonly string[];
  /**
   * The command that runs a program of the interpreter's own, which runs the
   * programs of the cases.
   */
  readonly command: readonly string[];
  /**
   * How many processes share the programs; one when left out. More for what
   * waits more than it works.
   */
  readonly processes?: number;
  /**
   * That program: it runs each file for itself, whatever those before it did,
   * prints what is wrong with it, and the mark behind each.
   */
  driver(files: readonly string[], mark: string): string;
}

/**
 * Milliseconds for all programs of a language.
 */
export const PATIENCE = 900_000;

/** The core of Processing, which scripts/lib/interpreters.mjs gets. */
const PROCESSING_CORE = join(__dirname, '../../.jigsaw/processing/core.jar');

const quoted = (file: string) => JSON.stringify(file);

export const interpreters: readonly IInterpreter[] = [
  {
    name: 'CPython',
    language: 'python',
    extension: '.py',
    version: ['python3', '--version'],
    command: ['python3'],
    driver: (files, mark) => `
import sys
for file in [${files.map(quoted).join(', ')}]:
    try:
        exec(compile(open(file).read(), file, 'exec'), {})
    except BaseException as error:
        print(f'{type(error).__name__}: {error}')
    print('${mark}')
    sys.stdout.flush()
`
  },
  {
    name: 'Node',
    language: 'javascript',
    extension: '.js',
    version: ['node', '--version'],
    command: ['node'],
    driver: (files, mark) => `
const { readFileSync } = require('fs');
const vm = require('vm');
for (const file of [${files.map(quoted).join(', ')}]) {
  try {
    vm.runInNewContext(readFileSync(file, 'utf-8'), { console });
  } catch (error) {
    console.log(String(error));
  }
  console.log('${mark}');
}
`
  },
  {
    name: 'Lua',
    language: 'lua',
    extension: '.lua',
    version: ['lua5.4', '-v'],
    command: ['lua5.4'],
    driver: (files, mark) => `
for _, file in ipairs({${files.map(quoted).join(', ')}}) do
  local program, problem = loadfile(file, 't', setmetatable({}, { __index = _G }))
  if program then
    local ok, raised = pcall(program)
    problem = not ok and raised
  end
  if problem then print(problem) end
  print(${quoted(mark)})
end
`
  },
  {
    name: 'PHP',
    language: 'php',
    extension: '.php',
    version: ['php', '--version'],
    command: ['php', '-d', 'display_errors=1', '-d', 'precision=15'],
    // Functions cannot be defined twice, so each has a process of its own; and
    // what a kernel runs begins without a tag.
    driver: (files, mark) => `<?php
foreach ([${files.map(quoted).join(', ')}] as $file) {
  file_put_contents($file, "<?php\n" . file_get_contents($file));
  passthru(escapeshellarg(PHP_BINARY) . ' ' . escapeshellarg($file));
  echo ${quoted(mark)}, "\n";
}
`
  },
  {
    name: 'Octave',
    language: 'octave',
    extension: '.m',
    version: ['octave-cli', '--version'],
    command: ['octave-cli', '--quiet', '--no-init-file'],
    driver: (files, mark) =>
      files
        .map(
          file => `try
  source(${quoted(file)});
catch problem
  disp(problem.message);
end
disp('${mark}');
clear -all
`
        )
        .join('')
  },
  {
    name: 'R',
    language: 'r',
    extension: '.R',
    version: ['Rscript', '--version'],
    command: ['Rscript', '--vanilla'],
    driver: (files, mark) => `
invisible(Sys.setlocale("LC_ALL", "C.UTF-8"))
(function(files) {
  for (file in files) {
    rm(list = ls(globalenv()), envir = globalenv())
    tryCatch(
      eval(parse(file, encoding = "UTF-8", keep.source = FALSE), globalenv()),
      error = function(problem) cat(conditionMessage(problem), "\n", sep = "")
    )
    cat(${quoted(mark)}, "\n", sep = "")
  }
})(c(${files.map(quoted).join(', ')}))
`
  },
  {
    name: 'Guile',
    language: 'scheme',
    extension: '.scm',
    version: ['guile', '--version'],
    command: ['guile', '-q', '--no-auto-compile', '-s'],
    driver: (files, mark) => `
(fluid-set! %default-port-encoding "UTF-8")
(set-port-encoding! (current-output-port) "UTF-8")
(for-each
  (lambda (file)
    (catch #t
      (lambda ()
        (let ((fresh (make-fresh-user-module)))
          (save-module-excursion
            (lambda ()
              (set-current-module fresh)
              (primitive-load file)))))
      (lambda (key . args)
        (display (cons key args))
        (newline)))
    (display ${quoted(mark)})
    (newline))
  (list ${files.map(quoted).join(' ')}))
`
  },
  {
    name: 'Calysto Scheme',
    language: 'scheme',
    // As the Python that it is written in.
    spelling: spell('True', 'False', '()'),
    extension: '.scm',
    version: [
      'python3',
      '-c',
      "from importlib.metadata import version; print('Calysto Scheme', version('calysto_scheme'))"
    ],
    command: ['python3'],
    driver: (files, mark) => `
import sys
from calysto_scheme import scheme
for file in [${files.map(quoted).join(', ')}]:
    scheme.reset_toplevel_env()
    result = scheme.execute_string_rm(open(file, encoding='utf-8').read())
    if 'exception' in str(result):
        print(result)
    print(${quoted(mark)})
    sys.stdout.flush()
`
  },
  {
    name: 'Bash',
    language: 'bash',
    extension: '.sh',
    version: ['bash', '--version'],
    command: ['bash'],
    driver: (files, mark) => `
export LC_ALL=C.UTF-8
for file in ${files.map(quoted).join(' ')}; do
  bash "$file" 2>&1
  echo ${quoted(mark)}
done
`
  },
  {
    name: 'Processing.js',
    language: 'processing',
    extension: '.pde',
    version: [
      'node',
      '-p',
      "'Processing.js ' + require('processing-js/package.json').version"
    ],
    command: ['node'],
    driver: (files, mark) =>
      `require(${quoted(join(__dirname, 'processingJs.cjs'))})([${files.map(quoted).join(', ')}], ${quoted(mark)});`
  },
  {
    name: 'Processing',
    language: 'processing',
    // Its numbers have 24 bits.
    precision: 2e-6,
    extension: '.pde',
    version: [
      'java',
      '-cp',
      PROCESSING_CORE,
      join(__dirname, 'ProcessingVersion.java')
    ],
    command: ['node'],
    driver: (files, mark) =>
      `require(${quoted(join(__dirname, 'processingJava.cjs'))})([${files.map(quoted).join(', ')}], ${quoted(mark)}, ${quoted(PROCESSING_CORE)});`
  },
  {
    name: 'g++',
    language: 'cpp',
    extension: '.cpp',
    version: ['g++', '--version'],
    command: ['node'],
    driver: (files, mark) =>
      `require(${quoted(join(__dirname, 'cppCompiled.cjs'))}).run([${files.map(quoted).join(', ')}], ${quoted(mark)});`
  }
];

/**
 * The version of an interpreter, or null when it is not there.
 */
export function versionOf(interpreter: IInterpreter): string | null {
  const [program, ...args] = interpreter.version;
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf-8' });
  return status === 0 ? stdout.split('\n')[0].trim() : null;
}

/**
 * Run programs, each for itself.
 *
 * @returns what each of them printed, line by line
 *
 * @throws Error when the interpreter ends before all have been run
 */
export async function runAll(
  interpreter: IInterpreter,
  programs: readonly string[]
): Promise<string[][]> {
  const size = Math.ceil(programs.length / (interpreter.processes ?? 1)) || 1;
  const parts: Promise<string[][]>[] = [];
  for (let start = 0; start < programs.length; start += size) {
    parts.push(runSome(interpreter, programs.slice(start, start + size)));
  }
  return (await Promise.all(parts)).flat();
}

async function runSome(
  interpreter: IInterpreter,
  programs: readonly string[]
): Promise<string[][]> {
  const folder = mkdtempSync(join(tmpdir(), 'jigsaw-conformance-'));
  const mark = `-- end of ${folder.slice(-6)} --`;
  try {
    const files = programs.map((program, n) => {
      const file = join(folder, `case${n}${interpreter.extension}`);
      writeFileSync(file, program);
      return file;
    });
    const driver = join(folder, `driver${interpreter.extension}`);
    writeFileSync(driver, interpreter.driver(files, mark));
    const [program, ...args] = interpreter.command;
    const { stdout, stderr } = await output(program, [...args, driver], {
      cwd: folder,
      maxBuffer: 1 << 26,
      timeout: PATIENCE
    });
    const parts = stdout.split(`${mark}\n`);
    if (parts.length !== programs.length + 1) {
      throw new Error(
        `${program} ended in program ${parts.length} of ${programs.length}:\n` +
          `${programs[parts.length - 1] ?? ''}\n${stderr.slice(-2000)}`
      );
    }
    return parts.slice(0, -1).map(part => part.split('\n').slice(0, -1));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * What a program writes, however it ends.
 */
function output(
  program: string,
  args: readonly string[],
  options: ExecFileOptions
): Promise<{ stdout: string; stderr: string }> {
  return new Promise(resolve => {
    const { stdin } = execFile(
      program,
      args,
      { ...options, encoding: 'utf-8' },
      (_, stdout, stderr) => resolve({ stdout, stderr })
    );
    stdin?.end();
  });
}
