import * as fc from 'fast-check';

import { programOf } from './random';

/** What a random program is read off. */
export const choices = fc.array(fc.nat(1_000_000), {
  minLength: 40,
  maxLength: 400
});

/**
 * Random programs, by default the same each time.
 */
export function randomPrograms({
  seed = 6,
  count = 500
}: {
  seed?: number;
  count?: number;
}): string[] {
  return fc.sample(choices.map(programOf), { seed, numRuns: count });
}
