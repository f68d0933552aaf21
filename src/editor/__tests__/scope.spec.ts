import {
  block,
  chain,
  get,
  num,
  print,
  repeat,
  set,
  workspaceOf
} from '../../languages/__tests__/programs';
import { scopeOf } from '../scope';

describe('scopeOf', () => {
  const named = <T extends object>(id: string, state: T) => ({ ...state, id });
  const workspace = workspaceOf(
    chain(
      named('first', print(num(1))),
      named(
        'loop',
        repeat(
          named('times', num(2)),
          chain(
            named(
              'inner',
              set(
                'x',
                named(
                  'sum',
                  block('math_arithmetic', {
                    A: named('left', get('x')),
                    B: num(1)
                  })
                )
              )
            ),
            named('last', print(get('x')))
          )
        )
      ),
      named('after', print(num(1)))
    ),
    named('alone', block('math_arithmetic', { A: named('in', num(1)) }))
  );
  const statements = ['first', 'loop', 'inner', 'last', 'after', 'alone'];
  const scope = (id: string) => {
    const ids = scopeOf(workspace.getBlockById(id)!);
    return statements.filter(one => ids.has(one));
  };

  it.each([
    ['first', ['first']],
    ['loop', ['loop', 'inner', 'last']],
    ['inner', ['inner']],
    ['times', ['loop']],
    ['sum', ['inner']],
    ['left', ['inner']],
    ['alone', ['alone']],
    ['in', ['alone']]
  ])('of %s is %j', (id, expected) => {
    expect(scope(id)).toEqual(expected);
  });
});
