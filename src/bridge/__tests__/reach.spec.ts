import { Reach } from '../reach';

describe('Reach', () => {
  const load = jest.fn<Promise<unknown>, [string]>();
  let now: number;
  let reach: Reach;

  beforeEach(() => {
    now = 0;
    load.mockReset().mockResolvedValue(null);
    reach = new Reach(load, () => now);
  });

  it('asks for each address once', async () => {
    const both = [reach.canLoad(['a', 'b']), reach.canLoad(['b'])];
    expect(await Promise.all(both)).toEqual([true, true]);
    now = 1e9;
    expect(await reach.canLoad(['a', 'c'])).toBe(true);
    expect(load.mock.calls).toEqual([['a'], ['b'], ['c']]);
  });

  it('asks again for what could not be had, after a while', async () => {
    load.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    expect(await reach.canLoad(['a', 'b'])).toBe(false);
    now = 59_999;
    expect(await reach.canLoad(['a'])).toBe(false);
    expect(await reach.canLoad(['b'])).toBe(true);
    expect(load).toHaveBeenCalledTimes(2);
    now = 60_000;
    expect(await reach.canLoad(['a'])).toBe(true);
    expect(load).toHaveBeenCalledTimes(3);
  });
});
