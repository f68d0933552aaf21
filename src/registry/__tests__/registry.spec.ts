import { Registry } from '..';

describe('Registry', () => {
  it('adds and takes away, and says so', () => {
    const registry = new Registry<{ id: string }>('thing', 'id');
    const changed = jest.fn();
    registry.changed.connect(changed);
    const [one, two] = [{ id: 'one' }, { id: 'two' }];

    const added = registry.add(one);
    registry.add(two);
    expect(registry.list).toEqual([one, two]);
    expect(registry.get('one')).toBe(one);

    added.dispose();
    added.dispose();
    expect(registry.list).toEqual([two]);
    expect(registry.get('one')).toBeUndefined();
    expect(changed).toHaveBeenCalledTimes(3);
  });

  it('refuses a name that is taken, and leaves the first in peace', () => {
    const registry = new Registry<{ type: string }>('block', 'type');
    const first = { type: 'turtle_forward' };
    registry.add(first);
    expect(() => registry.add({ type: 'turtle_forward' })).toThrow(
      "A block 'turtle_forward' is registered already."
    );
    expect(registry.get('turtle_forward')).toBe(first);
  });

  it('takes a name again that was given back', () => {
    const registry = new Registry<{ id: string }>('thing', 'id');
    const old = registry.add({ id: 'one' });
    old.dispose();
    const next = { id: 'one' };
    registry.add(next);
    old.dispose();
    expect(registry.list).toEqual([next]);
  });
});
