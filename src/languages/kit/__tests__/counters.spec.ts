import {
  block,
  callStatement,
  chain,
  define,
  get,
  num,
  print,
  set,
  workspaceOf,
  type State
} from '../../__tests__/programs';
import { Counters } from '../counters';
import { Survey } from '../survey';

const count = (body?: State) =>
  block(
    'controls_for',
    { FROM: num(1), TO: num(3), BY: num(1), ...(body && { DO: body }) },
    { fields: { VAR: { id: 'i' } } }
  );

/** What is found out about the first loop of a program. */
function first(...stacks: State[]) {
  const workspace = workspaceOf(...stacks);
  const counters = new Counters(new Survey(workspace.getTopBlocks(false)));
  const [loop] = workspace.getBlocksByType('controls_for', true);
  return {
    isLocal: counters.isLocal(loop),
    isReadAfter: counters.isReadAfter(loop),
    isSet: counters.isSet(loop)
  };
}

describe('the variable of a loop', () => {
  it.each([
    ['is its own', count(print(get('i'))), true, false, false],
    ['is read behind it', chain(count(), print(get('i'))), false, true, false],
    [
      'is read by the next round of what is around it',
      block('controls_repeat_ext', {
        TIMES: num(2),
        DO: chain(print(get('i')), count())
      }),
      false,
      true,
      false
    ],
    [
      'is only counted with once more',
      chain(count(), count(print(get('i')))),
      false,
      false,
      false
    ],
    ['is set in it', count(set('i', num(2))), true, false, true]
  ] as const)('%s', (_, program, isLocal, isReadAfter, isSet) => {
    expect(first(program)).toEqual({ isLocal, isReadAfter, isSet });
  });

  it('is set by a function that a function calls', () => {
    expect(
      first(
        count(callStatement('f')),
        define('f', [], callStatement('g')),
        define('g', [], set('i', num(2)))
      )
    ).toEqual({ isLocal: false, isReadAfter: false, isSet: true });
  });

  it('is not set by a function that has a parameter of the name', () => {
    expect(
      first(count(callStatement('f')), define('f', ['i'], set('i', num(2))))
    ).toEqual({ isLocal: true, isReadAfter: false, isSet: false });
  });

  it('is found out of many loops in no time to speak of', () => {
    const workspace = workspaceOf(
      chain(...Array.from({ length: 1000 }, () => count(print(get('i')))))
    );
    const counters = new Counters(new Survey(workspace.getTopBlocks(false)));
    const loops = workspace.getBlocksByType('controls_for', false);
    expect(loops.filter(loop => counters.isLocal(loop))).toEqual([]);
    expect(loops.filter(loop => counters.isReadAfter(loop))).toEqual([]);
  });
});
