/**
 * The interpreters on which languages are proved. One that is missing and
 * cannot be got fails nothing here: its language is said not to be proved.
 */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync
} from 'node:fs';
import { join } from 'node:path';
import { state, venvProgram, which } from './paths.mjs';
import { installBySystem } from './system.mjs';

/** Programs, and libraries of R, with the packages that have them. */
const PROGRAMS = [
  { program: 'octave-cli', apt: 'octave', dnf: 'octave', brew: 'octave' },
  { program: 'lua5.4', apt: 'lua5.4', dnf: 'lua', brew: 'lua' },
  {
    program: 'php',
    apt: 'php-cli php-mbstring',
    dnf: 'php-cli php-mbstring',
    brew: 'php'
  },
  { program: 'Rscript', apt: 'r-base-core', dnf: 'R-core', brew: 'r' },
  { library: 'IRkernel', apt: 'r-cran-irkernel' },
  { program: 'guile', apt: 'guile-3.0', dnf: 'guile', brew: 'guile' },
  { program: 'g++', apt: 'g++', dnf: 'gcc-c++', brew: 'gcc' },
  {
    program: 'javac',
    apt: 'default-jdk-headless',
    dnf: 'java-latest-openjdk-devel',
    brew: 'openjdk'
  }
];

const isThere = ({ library, program }) =>
  program
    ? which(program)
    : which('Rscript') &&
      spawnSync('Rscript', ['-e', `library(${library})`]).status === 0;

const missing = () => PROGRAMS.filter(one => !isThere(one));

const processing = join(state, 'processing');
const core = join(processing, 'core.jar');

/** The Python package that has the core of Processing 4 in it. */
const CORE = 'py5==0.10.12a0';

/** Get the core of Processing, for the sketches of the tests alone. */
async function getCore(run) {
  rmSync(processing, { recursive: true, force: true });
  mkdirSync(processing, { recursive: true });
  const python = venvProgram('python');
  await run(python, [
    ...['-m', 'pip', 'download', '--no-deps', '--ignore-requires-python'],
    ...['--quiet', '--dest', processing, CORE]
  ]);
  const [wheel] = readdirSync(processing);
  const unpacked = join(processing, 'unpacked');
  const file = join(processing, wheel);
  await run(python, ['-m', 'zipfile', '--extract', file, unpacked]);
  renameSync(join(unpacked, 'py5', 'jars', 'core.jar'), core);
  rmSync(unpacked, { recursive: true });
  rmSync(file);
}

export const interpreters = {
  id: 'interpreters',
  name: 'Interpreters',
  what: 'looking for the interpreters of languages, or getting them',
  check: async () => missing().length === 0 && existsSync(core),
  run: async ({ run }) => {
    const wanted = missing();
    if (wanted.length) {
      await installBySystem(
        run,
        {
          apt: wanted.flatMap(({ apt }) => apt.split(' ')),
          dnf: wanted.flatMap(({ dnf }) => dnf?.split(' ') ?? []),
          brew: wanted.flatMap(({ brew }) => brew ?? [])
        },
        async () => missing().length === 0
      );
    }
    if (!existsSync(core)) {
      await getCore(run).catch(() => undefined);
    }
  }
};
