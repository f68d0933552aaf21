import { createGenerator } from '../php';
import {
  block,
  call,
  chain,
  define,
  get,
  list,
  num,
  print,
  set,
  workspaceOf,
  type State
} from './programs';

const generator = createGenerator();

/**
 * A program that prints the item of a list whose place a function gives, which
 * does something else as well.
 */
function itemAt(done: State): string {
  const at = block(
    'lists_getIndex',
    { VALUE: get('x'), AT: call('f', []) },
    { fields: { MODE: 'GET', WHERE: 'FROM_START' } }
  );
  return generator.generate(
    workspaceOf(
      chain(set('x', list(num(1), num(2))), print(at)),
      define('f', [], done, num(1))
    )
  ).code;
}

describe('a PHP program', () => {
  it('reads a list before a call puts another in its place', () => {
    expect(itemAt(set('x', list(num(3))))).toContain('($x ?? null)[f() - 1]');
  });

  it('reads a list in which a call changes an item', () => {
    const change = block(
      'lists_setIndex',
      { LIST: get('x'), TO: num(9) },
      { fields: { MODE: 'SET', WHERE: 'FIRST' } }
    );
    expect(itemAt(change)).toContain('$x[f() - 1]');
  });
});
