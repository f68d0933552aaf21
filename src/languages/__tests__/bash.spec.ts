import { execFileSync } from 'child_process';

import { CannotError } from '../error';
import { createGenerator } from '../bash';
import {
  block,
  call,
  callStatement,
  chain,
  change,
  define,
  get,
  list,
  num,
  print,
  set,
  text,
  workspaceOf,
  type State
} from './programs';

const generator = createGenerator();

function codeOf(...stacks: State[]): string {
  return generator.generate(workspaceOf(...stacks)).code;
}

function run(...stacks: State[]): string {
  return execFileSync('bash', ['-c', codeOf(...stacks)], { encoding: 'utf-8' });
}

/** What is said of a program that Bash cannot do. */
function refusal(...stacks: State[]): CannotError {
  try {
    codeOf(...stacks);
  } catch (error) {
    if (error instanceof CannotError) {
      return error;
    }
  }
  throw new Error('It was not refused.');
}

const sum = (a: State, b: State, OP = 'ADD') =>
  block('math_arithmetic', { A: a, B: b }, { fields: { OP } });

const join = (...parts: State[]) =>
  block(
    'text_join',
    Object.fromEntries(parts.map((part, n) => [`ADD${n}`, part])),
    { extraState: { itemCount: parts.length } }
  );

describe('a program of Bash', () => {
  it('counts', () => {
    expect(
      codeOf(chain(set('x', num(1)), change('x', 2), print(get('x'))))
    ).toBe('x=1\n(( x += 2 ))\necho "$x"\n');
  });

  it.each(['-n', '-e', 'it\'s $HOME `ls` "\\', '!x', 'a\nb', '*', ' a  b '])(
    'prints %j as it is',
    words => {
      expect(run(print(text(words)))).toBe(`${words}\n`);
      expect(run(chain(set('x', text(words)), print(get('x'))))).toBe(
        `${words}\n`
      );
      expect(
        run(chain(set('x', text(words)), print(join(get('x'), text('_')))))
      ).toBe(`${words}_\n`);
    }
  );

  it('ends a name where a letter follows', () => {
    expect(
      codeOf(chain(set('x', num(1)), print(join(get('x'), text('st')))))
    ).toBe('x=1\necho "${x}st"\n');
  });

  it('keeps what a function has from what it calls', () => {
    expect(
      run(
        chain(set('x', text('outer')), {
          ...block('procedures_callnoreturn', { ARG0: text('inner') }),
          extraState: { name: 'f', params: ['x'] }
        }),
        define('f', ['x'], callStatement('g')),
        define('g', [], print(get('x')))
      )
    ).toBe('outer\n');
  });

  it('takes a variable of the session for what is expected of it', () => {
    expect(codeOf(print(sum(get('x'), num(1))))).toBe('echo $((x + 1))\n');
  });
});

describe('what Bash cannot do', () => {
  it.each([
    ['fractions', 'whole numbers', print(num(0.5))],
    ['quotients', 'whole numbers', print(sum(num(7), num(2), 'DIVIDE'))],
    ['lists in lists', 'lists in lists', set('x', list(list(num(1))))],
    [
      'texts and numbers in one list',
      'whether it is',
      set('x', list(num(1), text('a')))
    ],
    ['nothing', 'nothing', set('x', block('logic_null'))]
  ])('is refused with the reason: %s', (_, reason, program) => {
    expect(refusal(program).message).toContain(reason);
  });

  it('is refused of a variable that holds several kinds of things', () => {
    const program = chain(
      set('x', num(1)),
      set('x', text('a')),
      print(get('x'))
    );
    expect(refusal(program).message).toContain('whether it is');
  });

  it.each([
    ['prints', print(text('a'))],
    ['changes a variable of the program', change('y', 1)]
  ])('is refused of a function that gives something back and %s', (_, body) => {
    const error = refusal(
      chain(set('y', num(1)), print(call('f', []))),
      define('f', [], body, num(1))
    );
    expect(error.message).toContain('gives something back');
  });

  it('is told with the block that is the reason', () => {
    const error = refusal(
      chain(set('y', num(1)), set('x', { ...num(0.5), id: 'half' }))
    );
    expect(error.message).toMatch(/^Bash cannot do "/);
    expect(error.block).toEqual({ id: 'half', type: 'math_number' });
  });
});
