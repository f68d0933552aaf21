import { expect, test } from '@playwright/test';

import type { IBlockState } from '../../src/document';
import { judge } from '../lib/row';
import { generateState } from '../lib/state';
import { median, quantile, rounds, seeded } from '../lib/stats';

test('quantiles lie between the samples beside them', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(quantile([10, 20, 30], 0.9)).toBeCloseTo(28);
  expect(() => median([])).toThrow();
});

test('every round has every way once', () => {
  const order = rounds(['a', 'b', 'c'], 5);
  for (let i = 0; i < order.length; i += 3) {
    expect(order.slice(i, i + 3).sort()).toEqual(['a', 'b', 'c']);
  }
  expect(seeded(1)()).toBe(seeded(1)());
});

test('a target without anything to hold against it is an error', () => {
  const row = { id: 'x', figure: 'x', unit: 'ms' as const, ours: [1] };
  expect(() => judge({ ...row, target: { of: 'ratio', atMost: 1 } })).toThrow();
});

test('a ratio is of the medians, and its limit is inclusive', () => {
  const row = { id: 'x', figure: 'x', unit: 'ms' as const };
  const target = { of: 'ratio' as const, atMost: 1.5 };
  const met = judge({ ...row, ours: [1, 3, 9], baseline: [2], target });
  expect(met).toMatchObject({ ratio: 1.5, verdict: 'met' });
  const missed = judge({ ...row, ours: [1, 3.1, 3.1], baseline: [2], target });
  expect(missed.verdict).toBe('missed');
});

for (const count of [1, 19, 100, 1000, 5000]) {
  test(`a state of ${count} blocks has so many, of unique ids`, () => {
    const { blocks } = generateState(count);
    const ids = (blocks?.blocks ?? []).flatMap(idsOf);
    expect(ids).toHaveLength(count);
    expect(new Set(ids).size).toBe(count);
    expect(generateState(count)).toEqual(generateState(count));
  });
}

function idsOf(block: IBlockState): (string | undefined)[] {
  const held = [block.next, ...Object.values(block.inputs ?? {})].flatMap(
    connection => [connection?.block, connection?.shadow]
  );
  return [block.id, ...held.flatMap(one => (one ? idsOf(one) : []))];
}
