/**
 * A quantile of samples, between neighbours by their distance.
 *
 * @param q - 0 to 1
 */
export function quantile(samples: readonly number[], q: number): number {
  if (samples.length === 0) {
    throw new Error('There are no samples');
  }
  const sorted = [...samples].sort((a, b) => a - b);
  const at = q * (sorted.length - 1);
  const below = Math.floor(at);
  const above = Math.ceil(at);
  return sorted[below] + (sorted[above] - sorted[below]) * (at - below);
}

export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5);
}

/**
 * Random numbers from 0 to 1 that are the same every time (mulberry32).
 */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Items in a random order.
 */
export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const result = [...items];
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [result[i], result[j]] = [result[j], result[i]];
  }
  return result;
}

/**
 * The order of a run: each way once a round, in a new order every round, so
 * that what the machine does meanwhile hits all of them alike.
 */
export function rounds<T>(ways: readonly T[], count: number, seed = 1): T[] {
  const random = seeded(seed);
  return Array.from({ length: count }, () => shuffled(ways, random)).flat();
}
