/**
 * The interpreters on which languages are proved. One that is missing and
 * cannot be got fails nothing here: its language is said not to be proved.
 */
import { spawnSync } from 'node:child_process';
import { which } from './paths.mjs';
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
  { program: 'guile', apt: 'guile-3.0', dnf: 'guile', brew: 'guile' }
];

const isThere = ({ library, program }) =>
  program
    ? which(program)
    : which('Rscript') &&
      spawnSync('Rscript', ['-e', `library(${library})`]).status === 0;

const missing = () => PROGRAMS.filter(one => !isThere(one));

export const interpreters = {
  id: 'interpreters',
  name: 'Interpreters',
  what: 'looking for the interpreters of languages, or getting them',
  check: async () => missing().length === 0,
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
  }
};
