import { CannotError } from '../error';
import { createGenerator } from '../cpp';
import {
  block,
  call,
  chain,
  change,
  define,
  get,
  list,
  num,
  print,
  repeat,
  set,
  text,
  workspaceOf,
  type State
} from './programs';

const generator = createGenerator();

function codeOf(...stacks: State[]): string {
  return generator.generate(workspaceOf(...stacks)).code;
}

/** The code without what it includes. */
const bodyOf = (...stacks: State[]) =>
  codeOf(...stacks).replace(/^(#include .*\n)*\n/, '');

/** What is said of a program that C++ cannot do. */
function refusal(...stacks: State[]): string {
  try {
    codeOf(...stacks);
  } catch (error) {
    if (error instanceof CannotError) {
      return error.reason;
    }
  }
  throw new Error('It was not refused.');
}

const sum = (a: State, b: State, OP = 'ADD') =>
  block('math_arithmetic', { A: a, B: b }, { fields: { OP } });

const product = (a: State, b: State) => sum(a, b, 'MULTIPLY');

const choice = (condition: State, body: State) =>
  block('controls_if', { IF0: condition, DO0: body });

const isTrue = block('logic_boolean', {}, { fields: { BOOL: 'TRUE' } });

const length = (value: State) => block('text_length', { VALUE: value });

describe('a variable of C++', () => {
  it('is declared where it is first set', () => {
    expect(
      bodyOf(chain(set('x', num(1)), change('x', 2), print(get('x'))))
    ).toBe('int x = 1;\nx += 2;\nstd::cout << x << std::endl;\n');
  });

  it('is declared at the top where it is set in some case only', () => {
    expect(
      bodyOf(chain(choice(isTrue, set('x', text('a'))), print(get('x'))))
    ).toBe(
      'std::string x;\nif (true) {\n  x = "a";\n}\nstd::cout << x << std::endl;\n'
    );
  });

  it('is of each branch that has it to itself', () => {
    expect(
      codeOf(
        choice(isTrue, chain(set('x', num(1)), print(get('x')))),
        choice(isTrue, chain(set('x', num(2)), print(get('x'))))
      ).match(/int x/g)
    ).toHaveLength(2);
  });

  it('that functions share stands before them, with its first value', () => {
    expect(
      bodyOf(
        chain(set('x', num(5)), { ...call('f', []), type: CALL }),
        define('f', [], change('x', 1))
      )
    ).toBe('int x = 5;\n\nvoid f() {\n  x++;\n}\n\nf();\n');
  });

  it('that is only read is the session’s', () => {
    expect(bodyOf(print(get('x')))).toBe('std::cout << x << std::endl;\n');
  });

  it('that is changed alone begins with nothing', () => {
    expect(bodyOf(change('x', 1))).toBe('int x = 0;\nx++;\n');
  });
});

const CALL = 'procedures_callnoreturn';

describe('a whole number of C++', () => {
  it.each([
    ['that counts', 'int', chain(set('x', num(1)), change('x', 1))],
    [
      'that is the sum of small ones',
      'int',
      chain(set('x', num(1)), set('y', sum(get('x'), get('x'))))
    ],
    [
      'that is multiplied again and again',
      'long long',
      chain(
        set('x', num(1)),
        repeat(num(9), set('x', product(get('x'), num(3))))
      )
    ],
    ['that is written out', 'long long', set('x', num(2100000000))],
    [
      'that is a product of literals',
      'long long',
      set('x', product(num(100000), num(100000)))
    ]
  ])('%s is of type %s', (_, type, program) => {
    expect(codeOf(program)).toContain(`${type} x = `);
  });

  it('is computed as a large one where both sides are literals', () => {
    expect(bodyOf(set('x', product(num(100000), num(100000))))).toBe(
      'long long x = 100000LL * 100000;\n'
    );
  });

  it('has its rest by the sign that is known', () => {
    const rest = (DIVIDEND: State) =>
      bodyOf(print(block('math_modulo', { DIVIDEND, DIVISOR: num(3) })));
    expect(rest(num(7))).toBe('std::cout << 7 % 3 << std::endl;\n');
    expect(rest(num(-7))).toContain('modulo(-7, 3)');
    expect(rest(get('x'))).toContain('modulo(x, 3)');
  });

  it('is not taken to be above zero while it falls slowly', () => {
    expect(
      codeOf(
        chain(
          set('x', num(1000)),
          repeat(num(2000), set('x', sum(get('x'), num(1), 'MINUS'))),
          set(
            'y',
            block('math_modulo', { DIVIDEND: get('x'), DIVISOR: num(3) })
          )
        )
      )
    ).toContain('y = modulo(x, 3)');
  });
});

describe('a text of C++', () => {
  it('has bytes for letters where all are in ASCII', () => {
    const program = (word: string) =>
      bodyOf(chain(set('x', text(word)), print(length(get('x')))));
    expect(program('abc')).toContain('int(x.size())');
    expect(program('grün')).toContain('int(letters(x).size())');
  });

  it('is a text of its own where literals are put together', () => {
    const joined = block(
      'text_join',
      { ADD0: text('a'), ADD1: text('b') },
      { extraState: { itemCount: 2 } }
    );
    expect(bodyOf(set('x', joined))).toBe(
      'std::string x = std::string("a") + "b";\n'
    );
    expect(bodyOf(print(joined))).toBe(
      'std::cout << "a" << "b" << std::endl;\n'
    );
  });

  it('has its signs escaped', () => {
    expect(bodyOf(print(text('"\\\n\t\u0001' + '7')))).toBe(
      'std::cout << "\\"\\\\\\n\\t\\0017" << std::endl;\n'
    );
  });
});

describe('a function of C++', () => {
  it('takes by reference what it does not change', () => {
    expect(
      codeOf(
        define('f', ['a'], print(get('a'))),
        { ...call('f', ['a'], text('x')), type: CALL },
        define('g', ['b'], set('b', text('y'))),
        { ...call('g', ['b'], text('x')), type: CALL }
      )
    ).toMatch(/f\(const std::string& a\)[^]*g\(std::string b\)/);
  });

  it('that is called before it is defined is declared', () => {
    const both = codeOf(
      define('f', [], { ...call('g', []), type: CALL }),
      define('g', [], { ...call('f', []), type: CALL })
    );
    expect(both).toMatch(/^void f\(\);\n\nvoid g\(\) \{[^]*\nvoid f\(\) \{/m);
  });
});

describe('what C++ cannot do', () => {
  it.each([
    [
      'lists of several kinds',
      'known whether',
      set('x', list(num(1), text('a')))
    ],
    ['nothing', 'nothing', set('x', block('logic_null'))],
    [
      'a change of a list in no variable',
      'in a variable',
      block(
        'lists_setIndex',
        { LIST: list(num(1)), TO: num(2) },
        { fields: { MODE: 'SET', WHERE: 'FIRST' } }
      )
    ]
  ])('is refused with the reason: %s', (_, reason, program) => {
    expect(refusal(program)).toContain(reason);
  });

  it('is to find one value before another', () => {
    const taken = () =>
      block(
        'lists_getIndex',
        { VALUE: get('l') },
        { fields: { MODE: 'GET_REMOVE', WHERE: 'FIRST' } }
      );
    expect(
      refusal(
        chain(set('l', list(num(1), num(2))), print(sum(taken(), taken())))
      )
    ).toContain('found first');
  });
});
