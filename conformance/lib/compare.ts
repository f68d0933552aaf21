/**
 * Whether a program printed what it should. Numbers may differ in their last
 * digits, which no language promises.
 *
 * @param precision - by how much of itself a number may differ
 */
export function sameLine(
  printed: string,
  expected: string,
  precision = 1e-9
): boolean {
  if (printed === expected) {
    return true;
  }
  const [one, other] = [printed, expected].map(line => line.split(NUMBER));
  if (one.length !== other.length) {
    return false;
  }
  const [ones, others] = [printed, expected].map(
    line => line.match(NUMBER) ?? []
  );
  return (
    one.every((text, n) => text === other[n]) &&
    ones.every((number, n) =>
      isNear(Number(number), Number(others[n]), precision)
    )
  );
}

const NUMBER = /(?<![\w.])-?\d+(?:\.\d+)?(?:e[+-]?\d+)?(?![\w])/gi;

function isNear(a: number, b: number, precision: number): boolean {
  return Math.abs(a - b) <= precision * Math.max(Math.abs(a), Math.abs(b));
}
