import {
  MAX_REMEMBERED_IDS,
  RATE_BURST,
  RATE_PER_SECOND
} from '../../protocol';
import { Gate } from '../gate';

describe('Gate', () => {
  it('lets a burst in, and then so many a second', () => {
    const gate = new Gate();
    const passed = (from: number, to: number, step: number) => {
      let count = 0;
      for (let time = from; time < to; time += step) {
        count += gate.isFull(time) ? 0 : 1;
      }
      return count;
    };
    expect(passed(10_000, 10_001, 0.001)).toBe(RATE_BURST);
    const flood = passed(10_001, 20_001, 1);
    expect(flood).toBeGreaterThanOrEqual(10 * RATE_PER_SECOND - 1);
    expect(flood).toBeLessThanOrEqual(10 * RATE_PER_SECOND + 1);
    // Somebody who clicks now and then is never held back.
    expect(passed(60_000, 120_000, 1_000)).toBe(60);
  });

  it('tells a copy from a message that is sent again', () => {
    const gate = new Gate();
    expect(
      ['a', 'b', 'a', 'a', 'b', 'a', '', ''].map(id => gate.note(id))
    ).toEqual([
      'new',
      'new',
      'copy',
      'replayed',
      'copy',
      'replayed',
      'new',
      'new'
    ]);
  });

  it('remembers so many', () => {
    const gate = new Gate();
    for (let i = 0; i <= MAX_REMEMBERED_IDS; i++) {
      expect(gate.note(String(i))).toBe('new');
    }
    expect(gate.note('1')).toBe('copy');
    expect(gate.note('0')).toBe('new');
  });
});
