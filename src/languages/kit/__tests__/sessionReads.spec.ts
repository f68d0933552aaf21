import {
  block,
  callStatement,
  chain,
  change,
  define,
  get,
  num,
  print,
  repeat,
  set,
  workspaceOf,
  type State
} from '../../__tests__/programs';
import { SessionReads } from '../sessionReads';
import { Survey } from '../survey';

/** What a program has from the session. */
function readsOf(...stacks: State[]) {
  const roots = workspaceOf(...stacks).getTopBlocks(true);
  const { read, changed } = new SessionReads(new Survey(roots), roots);
  return { read: [...read], changed: [...changed] };
}

const choice = (then: State, otherwise?: State) =>
  block(
    'controls_if',
    { DO0: then, ...(otherwise && { ELSE: otherwise }) },
    otherwise && { extraState: { hasElse: true } }
  );

const setX = set('x', num(1));
const printX = print(get('x'));

describe('a variable of the session', () => {
  it.each([
    ['is read before the program sets it', [chain(printX, setX)], true],
    ['is not read behind that', [chain(setX, printX)], false],
    ['may be set in an earlier stack', [setX, printX], false],
    ['is read where it is set from itself', [set('x', get('x'))], true],
    [
      'may not be set by what may not be done',
      [chain(choice(setX), printX)],
      true
    ],
    ['is set by either choice', [chain(choice(setX, setX), printX)], false],
    ['is read by the first round', [repeat(num(2), chain(printX, setX))], true],
    [
      'is read by a function that is called too soon',
      [chain(callStatement('f'), setX), define('f', [], printX)],
      true
    ],
    [
      'is not read by one that is called later',
      [chain(setX, callStatement('f')), define('f', [], printX)],
      false
    ],
    [
      'is set by a function',
      [chain(callStatement('f'), printX), define('f', [], setX)],
      false
    ],
    [
      'is not read by a function that sets it and calls itself',
      [
        callStatement('f'),
        define('f', [], chain(setX, callStatement('f'), printX))
      ],
      false
    ],
    [
      'is read by functions that call one another',
      [
        callStatement('g'),
        define('f', [], chain(printX, callStatement('g'))),
        define('g', [], callStatement('f'))
      ],
      true
    ],
    [
      'may not be set by a function that is left early',
      [
        chain(callStatement('f'), printX),
        define('f', [], chain(block('procedures_ifreturn'), setX))
      ],
      true
    ],
    [
      'is no parameter',
      [callStatement('f'), define('f', ['x'], printX)],
      false
    ],
    [
      'is read by a function that one with a parameter of its name calls',
      [
        chain(callStatement('f'), setX),
        define('f', ['x'], callStatement('g')),
        define('g', [], printX)
      ],
      true
    ]
  ] as const)('%s', (_, stacks, isRead) => {
    expect(readsOf(...stacks)).toEqual({
      read: isRead ? ['x'] : [],
      changed: []
    });
  });

  it('is a number once a number is added to it', () => {
    expect(readsOf(chain(change('x', 1), printX))).toEqual({
      read: [],
      changed: ['x']
    });
  });
});
