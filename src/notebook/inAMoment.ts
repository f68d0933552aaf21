/**
 * Milliseconds that nobody takes for a wait: the limit is 100, see Nielsen,
 * "Response Times: The 3 Important Limits".
 */
const DELAY = 50;

/**
 * Have it shown that something goes on, when it has gone on for a moment. Most
 * runs have their first output sooner, which then waits for no drawing, and
 * what is over by then does not flicker.
 */
export function inAMoment(show: () => void): void {
  setTimeout(show, DELAY);
}
