import {
  block,
  call,
  callStatement,
  chain,
  change,
  define,
  get,
  num,
  print,
  set,
  workspaceOf,
  type State
} from '../../__tests__/programs';
import { OwnVariables } from '../ownVariables';
import { Survey } from '../survey';

/** Those of the function f, in a program. */
function ownOf(...stacks: State[]): string[] {
  const workspace = workspaceOf(...stacks);
  const functions = workspace
    .getTopBlocks(true)
    .filter(({ type }) => type.startsWith('procedures_def'));
  return new OwnVariables(new Survey(workspace.getTopBlocks(false))).of(
    functions[0]
  );
}

const isBig = block(
  'logic_compare',
  { A: get('i'), B: num(1) },
  { fields: { OP: 'GT' } }
);

const choice = (then: State, otherwise?: State) =>
  block(
    'controls_if',
    { IF0: isBig, DO0: then, ...(otherwise && { ELSE: otherwise }) },
    otherwise && { extraState: { hasElse: true } }
  );

describe('a function has a variable to itself', () => {
  it('that it sets before it reads it', () => {
    expect(ownOf(define('f', ['i'], set('x', get('i')), get('x')))).toEqual([
      'x'
    ]);
  });

  it('that all branches set', () => {
    const body = choice(set('x', num(1)), set('x', num(2)));
    expect(ownOf(define('f', ['i'], body, get('x')))).toEqual(['x']);
  });

  it('that another function has as a parameter', () => {
    expect(
      ownOf(
        define('f', [], set('x', num(1)), get('x')),
        define('g', ['x'], print(get('x')))
      )
    ).toEqual(['x']);
  });

  it('of a loop whose variable only its body reads', () => {
    const loop = block(
      'controls_for',
      { FROM: num(1), TO: num(3), BY: num(1), DO: print(get('x')) },
      { fields: { VAR: { id: 'x' } } }
    );
    expect(ownOf(define('f', [], loop))).toEqual(['x']);
  });
});

describe('a function shares a variable', () => {
  it('that it reads first', () => {
    expect(ownOf(define('f', [], change('x', 1), get('x')))).toEqual([]);
    const again = chain(set('x', get('x')), print(get('x')));
    expect(ownOf(define('f', [], again))).toEqual([]);
  });

  it('that not all ways set', () => {
    const body = choice(set('x', num(1)));
    expect(ownOf(define('f', ['i'], body, get('x')))).toEqual([]);
  });

  it('that the program reads', () => {
    expect(
      ownOf(
        define('f', [], set('x', num(1))),
        chain(callStatement('f'), print(get('x')))
      )
    ).toEqual([]);
  });

  it('that another function sets', () => {
    expect(
      ownOf(
        define('f', [], chain(set('x', num(1)), callStatement('g')), get('x')),
        define('g', [], set('x', num(2)))
      )
    ).toEqual([]);
  });

  it('if it calls itself, by another too', () => {
    const body = chain(set('x', get('i')), set('y', call('g', ['i'], num(1))));
    expect(
      ownOf(
        define('f', ['i'], body, get('x')),
        define('g', ['i'], null, call('f', ['i'], get('i')))
      )
    ).toEqual([]);
  });
});
