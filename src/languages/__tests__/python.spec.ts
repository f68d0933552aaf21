import { execFileSync } from 'child_process';

import { createGenerator } from '../python';
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

/**
 * What the program prints, in a session that ran `before`.
 */
function run(stacks: State[], before = '', input = ''): string {
  const code = `${before}\n${codeOf(...stacks)}`;
  return execFileSync('python3', ['-c', code], {
    encoding: 'utf-8',
    input,
    stdio: 'pipe'
  });
}

describe('a Python program', () => {
  it('counts', () => {
    const program = chain(
      set('x', num(0)),
      repeat(num(3), change('x', 2)),
      print(get('x'))
    );

    expect(codeOf(program)).toBe(
      'x = 0\nfor _ in range(3):\n  x += 2\nprint(x)\n'
    );
    expect(run([program])).toBe('6\n');
  });

  it('repeats a number of times that is computed', () => {
    const times = block(
      'math_arithmetic',
      { A: num(1), B: num(1) },
      { fields: { OP: 'ADD' } }
    );

    expect(run([repeat(times, print(text('a')))])).toBe('a\na\n');
  });

  describe('takes a place', () => {
    const item = (at: State) =>
      print(
        block(
          'lists_getIndex',
          { VALUE: list(text('a'), text('b')), AT: at },
          { fields: { MODE: 'GET', WHERE: 'FROM_START' } }
        )
      );
    const sum = (op: string, a: State, b: State) =>
      block('math_arithmetic', { A: a, B: b }, { fields: { OP: op } });
    const typed = block(
      'expression_statement',
      {},
      { fields: { expression: 'x = 1 / 2 * 2' } }
    );

    it.each([
      ['that is a whole number for sure', [set('x', num(1))], '[x - 1]'],
      [
        'that was changed by a whole number',
        [set('x', num(1)), change('x', -1)],
        '[x - 1]'
      ],
      [
        'that was divided',
        [set('x', sum('DIVIDE', num(2), num(2)))],
        '[int(x - 1)]'
      ],
      [
        'that was changed by a fraction',
        [set('x', num(1)), change('x', 0.5)],
        '[int(x - 1)]'
      ],
      ['that the session has set', [change('x', 1)], '[int(x - 1)]'],
      ['that typed code sets', [set('x', num(1)), typed], '[int(x - 1)]'],
      [
        'of another that is none',
        [set('x', get('y')), set('y', num(0.5))],
        '[int(x - 1)]'
      ],
      [
        'of another that is one',
        [set('y', num(1)), set('x', get('y'))],
        '[x - 1]'
      ]
    ])('%s', (_, statements, expected) => {
      expect(codeOf(chain(...statements, item(get('x'))))).toContain(expected);
    });

    it('from a sum without sums in a row', () => {
      const program = chain(
        set('x', num(0)),
        item(sum('ADD', get('x'), num(1)))
      );

      expect(codeOf(program)).toContain("['a', 'b'][x]");
    });

    it('that is a parameter', () => {
      const program = [define('f', ['x'], item(get('x'))), set('y', num(1))];

      expect(codeOf(...program)).toContain('[int(x - 1)]');
    });
  });

  it.each([
    ['a name', [text('a'), get('x')], "f'a{x}'"],
    ['braces', [text('{a}'), get('x')], "f'{{a}}{x}'"],
    ['a quote in a text', [text("it's"), get('x')], 'f"it\'s{x}"'],
    ['a quote in a value', [text('a'), list(text('b'))], `f"a{['b']}"`],
    [
      'one kind of quote in a text',
      [text("it's"), list(text('b'))],
      `f"it's{['b']}"`
    ],
    [
      'another in a value',
      [text('"b"'), list(text('b'))],
      `'"b"' + str(['b'])`
    ],
    [
      'a backslash in a value',
      [text('a'), list(text('\\'))],
      String.raw`'a' + str(['\\'])`
    ],
    ['no text', [get('x'), get('y')], 'str(x) + str(y)']
  ])('puts together %s', (_, parts, expected) => {
    const join = block(
      'text_join',
      Object.fromEntries(parts.map((part, n) => [`ADD${n}`, part])),
      { extraState: { itemCount: parts.length } }
    );

    expect(codeOf(print(join))).toBe(`print(${expected})\n`);
  });

  it('goes over a list, which counts from the base of the workspace', () => {
    const item = block(
      'lists_getIndex',
      { VALUE: get('words'), AT: num(1) },
      { fields: { MODE: 'GET', WHERE: 'FROM_START' } }
    );
    const program = chain(
      set('words', list(text('a'), text('b'))),
      block(
        'controls_forEach',
        { LIST: get('words'), DO: print(get('i')) },
        { fields: { VAR: { id: 'i' } } }
      ),
      print(item)
    );
    const workspace = workspaceOf(program);

    expect(run([program])).toBe('a\nb\na\n');
    workspace.options.oneBasedIndex = false;
    expect(generator.generate(workspace).code).toContain('print(words[1])');
  });

  it('calls functions, recursive ones too', () => {
    const x = get('x');
    const minus1 = block(
      'math_arithmetic',
      { A: x, B: num(1) },
      { fields: { OP: 'MINUS' } }
    );
    const product = block(
      'math_arithmetic',
      { A: x, B: call('factorial', ['x'], minus1) },
      { fields: { OP: 'MULTIPLY' } }
    );
    const small = block(
      'logic_compare',
      { A: x, B: num(2) },
      { fields: { OP: 'LT' } }
    );
    const early = block(
      'procedures_ifreturn',
      { CONDITION: small, VALUE: num(1) },
      { extraState: '<mutation value="1"></mutation>' }
    );

    const program = [
      define('factorial', ['x'], early, product),
      print(call('factorial', ['x'], num(5)))
    ];

    expect(codeOf(...program)).not.toContain('global');
    expect(run(program)).toBe('120\n');
  });

  it('keeps line breaks and quotes of texts', () => {
    const words = 'it\'s "so"\\\n  #no';

    expect(run([print(text(words))])).toBe(`${words}\n`);
    expect(run([repeat(num(1), print(text('a\nb')))])).toBe('a\nb\n');
  });

  it('asks with input()', () => {
    const ask = (type: string) =>
      block(
        'text_prompt_ext',
        { TEXT: text('? ') },
        { fields: { TYPE: type } }
      );

    expect(codeOf(print(ask('TEXT')))).toBe("print(input('? '))\n");
    expect(run([print(ask('NUMBER'))], '', '2\n')).toBe('? 2.0\n');
  });

  it('may use names that Python has taken', () => {
    const names = ['class', 'print', 'größe', 'a b', 'await'];
    const program = chain(
      ...names.map((name, index) => set(name, num(index))),
      ...names.map(name => print(get(name)))
    );

    expect(run([program])).toBe('0\n1\n2\n3\n4\n');
  });

  it('shares the names that only Python 2 had taken', () => {
    expect(run([print(get('file'))], 'file = 3')).toBe('3\n');
  });

  it('keeps its modules from variables, unless it imports them', () => {
    const random = block('math_random_int', { FROM: num(2), TO: num(2) });
    const imported = block(
      'import_statement',
      {},
      { fields: { module: 'random' } }
    );

    expect(run([chain(set('random', num(1)), print(random))])).toBe('2\n');
    expect(codeOf(chain(imported, print(get('random'))))).toContain(
      'print(random)'
    );
  });

  it('has its comments as comments', () => {
    const program = {
      ...print(num(1)),
      icons: { comment: { text: 'two\nlines' } }
    };

    expect(codeOf(program)).toBe('# two\n# lines\nprint(1)\n');
  });
});

describe("the session's variables", () => {
  it('are there for the blocks', () => {
    expect(run([print(get('x'))], 'x = 5')).toBe('5\n');
    expect(run([chain(change('x', 1), print(get('x')))], 'x = 5')).toBe('6\n');
  });

  it('are not touched by a program that does not set them', () => {
    const program = [print(get('x')), define('f', [], print(get('y')))];

    expect(codeOf(...program)).not.toMatch(/^\s*(x|y) =|global/m);
  });

  it('are not there: a change starts from nothing, a read fails', () => {
    const append = block(
      'text_append',
      { TEXT: text('a') },
      { fields: { VAR: { id: 'y' } } }
    );

    expect(codeOf(chain(change('x', 1), print(get('x'))))).toBe(
      "x = globals().get('x', 0)\n\n\nx += 1\nprint(x)\n"
    );
    expect(run([chain(change('x', 1), print(get('x')))])).toBe('1\n');
    expect(run([chain(append, print(get('y')))])).toBe('a\n');
    expect(() => run([print(get('x'))])).toThrow(/NameError/);
  });

  it('get a start when they are set only perhaps', () => {
    const perhaps = block('controls_if', {
      IF0: block('logic_boolean', {}, { fields: { BOOL: 'FALSE' } }),
      DO0: set('x', num(9))
    });

    expect(run([chain(perhaps, change('x', 1), print(get('x')))])).toBe('1\n');
  });

  it('need no start when the program or a loop sets them', () => {
    const loop = block(
      'controls_for',
      { FROM: num(1), TO: num(2), BY: num(1), DO: change('i', 1) },
      { fields: { VAR: { id: 'i' } } }
    );

    expect(codeOf(chain(set('x', num(1)), change('x', 1)))).not.toContain(
      'globals'
    );
    expect(codeOf(loop)).not.toContain('globals');
  });

  it('are changed by functions, which get a start as well', () => {
    const program = [
      define('f', [], change('x', 1)),
      define('g', ['y'], change('y', 1)),
      chain(callStatement('f'), callStatement('f'), print(get('x')))
    ];
    const code = codeOf(...program);

    expect(code).toContain('def f():\n  global x\n  x += 1\n');
    expect(code).toContain('def g(y):\n  y += 1\n');
    expect(code).not.toContain("get('y'");
    expect(run(program)).toBe('2\n');
  });

  it('are seen as set where they are typed', () => {
    const typed = block(
      'expression_statement',
      {},
      { fields: { expression: 'x = 7' } }
    );
    const program = [
      define('f', [], typed),
      chain(set('x', num(1)), callStatement('f'), print(get('x')))
    ];

    expect(run(program)).toBe('7\n');
  });

  it('survive a repeat', () => {
    expect(run([repeat(num(2), print(num(1)))], 'count = 5')).not.toContain(
      'count'
    );
  });
});

describe("MetaKernel's blocks", () => {
  const statement = (type: string, name: string, code: string) =>
    block(type, {}, { fields: { [name]: code } });

  it('import in place', () => {
    const program = chain(
      statement('import_statement', 'module', 'math'),
      statement('import_statement', 'module', 'os.path as p'),
      statement('import_statement', 'module', 'from json import dumps'),
      statement('import_statement', 'module', ' '),
      statement('expression_statement', 'expression', 'print(dumps(math.tau))')
    );

    expect(run([program])).toBe('6.283185307179586\n');
  });

  it('hold a value together', () => {
    const sum = statement('expression_value', 'expression', '1 + 2');
    const product = block(
      'math_arithmetic',
      { A: sum, B: num(2) },
      { fields: { OP: 'MULTIPLY' } }
    );

    expect(codeOf(print(product))).toBe('print((1 + 2) * 2)\n');
    expect(codeOf(statement('expression_value', 'expression', ''))).toBe(
      'None\n'
    );
  });

  it('leave a body with nothing in it valid', () => {
    const empty = statement('expression_statement', 'expression', '');

    expect(run([repeat(num(1), empty)])).toBe('');
  });
});
