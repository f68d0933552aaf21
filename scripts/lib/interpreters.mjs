/**
 * The interpreters on which languages are proved. One that is missing and
 * cannot be got fails nothing here: its language is said not to be proved.
 */
import { which } from './paths.mjs';
import { installBySystem } from './system.mjs';

/** Programs, and the packages that have them. */
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
  { program: 'guile', apt: 'guile-3.0', dnf: 'guile', brew: 'guile' }
];

const missing = () => PROGRAMS.filter(({ program }) => !which(program));

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
          dnf: wanted.flatMap(({ dnf }) => dnf.split(' ')),
          brew: wanted.map(({ brew }) => brew)
        },
        async () => missing().length === 0
      );
    }
  }
};
