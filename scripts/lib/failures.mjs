import { stripVTControlCharacters } from 'node:util';

/** How much of a failure's message stands in the list at the end. */
const LINES = 15;
const WIDTH = 200;

/**
 * A failed test in a few lines, for the end of a long output.
 *
 * @param failure - its part of the tests, its name, its runner's message
 */
export function summary({ part, name, message }) {
  const lines = stripVTControlCharacters(message)
    .split('\n')
    .map(line => line.trimEnd().slice(0, WIDTH))
    .filter(line => line !== '');
  const more = lines.length > LINES ? [`… ${lines.length - LINES} more`] : [];
  return [
    `✗ ${part}: ${name}`,
    ...[...lines.slice(0, LINES), ...more].map(line => `    ${line}`)
  ].join('\n');
}
