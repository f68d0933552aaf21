/**
 * The interpreters on which languages are proved. One that is missing and
 * cannot be got fails nothing here: its language is said not to be proved.
 */
import { which } from './paths.mjs';
import { installBySystem } from './system.mjs';

/** Programs, and the packages that have them. */
const PROGRAMS = [
  { program: 'octave-cli', apt: 'octave', dnf: 'octave', brew: 'octave' },
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
          apt: wanted.map(({ apt }) => apt),
          dnf: wanted.map(({ dnf }) => dnf),
          brew: wanted.map(({ brew }) => brew)
        },
        async () => missing().length === 0
      );
    }
  }
};
