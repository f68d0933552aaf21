import { Blocks, FieldVariable, type Block } from 'blockly/core';

import { createGenerator as lua } from '../lua';
import { createGenerator as octave } from '../octave';
import { createGenerator as r } from '../r';
import { createGenerator as scheme } from '../scheme';
import {
  block,
  call,
  callStatement,
  chain,
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

Blocks['jigsaw_test_variable'] = {
  init(this: Block) {
    this.setPreviousStatement(true);
    this.setNextStatement(true);
    this.appendDummyInput().appendField(new FieldVariable('x'), 'VAR');
  }
};

const generators = {
  lua: lua(),
  octave: octave(),
  r: r(),
  scheme: scheme()
};

const codeOf = (language: keyof typeof generators, ...stacks: State[]) =>
  generators[language].generate(workspaceOf(...stacks)).code;

const join = (...parts: State[]) =>
  block(
    'text_join',
    Object.fromEntries(parts.map((part, n) => [`ADD${n}`, part])),
    { extraState: { itemCount: parts.length } }
  );

const nothing = block('logic_null');

const compare = (a: State, b: State) =>
  block('logic_compare', { A: a, B: b }, { fields: { OP: 'LT' } });

const joined = (items: State, by: string) =>
  block(
    'lists_split',
    { INPUT: items, DELIM: text(by) },
    { fields: { MODE: 'JOIN' }, extraState: { mode: 'JOIN' } }
  );

const rest = (a: State, b: State) =>
  block('math_modulo', { DIVIDEND: a, DIVISOR: b });

const leave = (condition: State, value: State) =>
  block(
    'procedures_ifreturn',
    { CONDITION: condition, VALUE: value },
    { extraState: '<mutation value="1"></mutation>' }
  );

const taken = (from: string) =>
  block(
    'lists_getIndex',
    { VALUE: get(from) },
    {
      fields: { MODE: 'GET_REMOVE', WHERE: 'FIRST' },
      extraState: { isStatement: false }
    }
  );

describe('what a function gives back', () => {
  const program = (value: State) => [
    define('f', ['i'], null, get('i')),
    print(call('f', ['i'], value))
  ];

  it('is shown as what it is for sure', () => {
    expect(codeOf('r', ...program(num(1)))).toContain(
      'writeLines(sprintf("%.15g", f(1)))'
    );
    expect(codeOf('r', ...program(text('a')))).toContain('writeLines(f("a"))');
    expect(codeOf('octave', ...program(num(1)))).toContain(
      'disp(num2str(f(1), 15));'
    );
  });

  it('may be of several kinds, or nothing', () => {
    const both = [...program(num(1)), print(call('f', ['i'], text('a')))];
    expect(codeOf('r', ...both)).toContain('writeLines(text_of(f(1)))');
    expect(codeOf('octave', ...both)).toContain('disp(text_of(f(1)));');
    const maybe = [...program(text('a')), print(call('f', ['i'], nothing))];
    expect(codeOf('r', ...maybe)).toContain('writeLines(text_of(f("a")))');
  });
});

describe('a variable of the session', () => {
  const equal = block(
    'logic_compare',
    { A: get('x'), B: get('y') },
    { fields: { OP: 'EQ' } }
  );
  const shown = { ...print(equal), id: 'shown' };
  const numbers = [set('x', num(1)), set('y', num(2))];
  const same = 'print(same(x, y))';

  it('is of no type where the blocks that set it are not selected', () => {
    const workspace = workspaceOf(chain(...numbers, shown));
    const { lua } = generators;
    expect(lua.generate(workspace).code).toContain('print(x == y)');
    const selected = lua.generate(workspace, { blocks: ['shown'] });
    expect(selected.code).toContain(same);
  });

  it('is of no type where it is read before it is set', () => {
    expect(codeOf('lua', chain(shown, ...numbers))).toContain(same);
  });

  it('is of no type where a block has it that nobody knows', () => {
    const unknown = ['x', 'y'].map(id =>
      block('jigsaw_test_variable', {}, { fields: { VAR: { id } } })
    );
    expect(codeOf('lua', chain(...numbers, ...unknown, shown))).toContain(same);
  });

  it('is not made a variable of a function that is run alone', () => {
    const program = workspaceOf(
      define('f', [], set('x', num(1))),
      { ...callStatement('f'), id: 'call' },
      print(get('x'))
    );
    const { code } = generators.r.generate(program, { blocks: ['call'] });
    expect(code).toContain('x <<- 1');
  });
});

describe('R', () => {
  it('puts numbers and texts together by a format', () => {
    expect(
      codeOf(
        'r',
        chain(set('x', num(3)), print(join(get('x'), text('% "ok"'))))
      )
    ).toBe('x <- 3\nwriteLines(sprintf("%.15g%% \\"ok\\"", x))\n');
    expect(codeOf('r', print(join(text('a'), get('x'))))).toContain(
      'paste0("a", text_of(x))'
    );
  });

  it('does not take a format that is too long for it', () => {
    const long = text('ä'.repeat(3000));
    expect(
      codeOf('r', chain(set('x', num(3)), print(join(get('x'), long))))
    ).toContain('paste0(sprintf("%.15g", x), "ä');
  });

  it('puts the items of a list together as what they are', () => {
    expect(codeOf('r', print(joined(list(num(1), num(2)), ',')))).toBe(
      'writeLines(paste(sprintf("%.15g", unlist(list(1, 2))), collapse = ","))\n'
    );
    expect(codeOf('r', print(joined(list(text('a')), ',')))).toBe(
      'writeLines(paste(list("a"), collapse = ","))\n'
    );
    expect(codeOf('r', print(joined(list(text('a'), num(1)), ',')))).toContain(
      'lapply(list("a", 1), text_of)'
    );
  });

  it('takes an item out of a list by two statements', () => {
    expect(codeOf('r', set('x', taken('words')))).toBe(
      'x <- words[[1]]\nwords[[1]] <- NULL\n'
    );
    // The list is gone when its item comes into its place.
    expect(codeOf('r', set('words', taken('words')))).toContain(
      'words <- take_item("words", 1)'
    );
  });

  it('asks for arguments early only where late ones may differ', () => {
    const changing = define('f', ['i'], set('y', num(2)), get('i'));
    const using = print(get('y'));
    expect(
      codeOf('r', changing, chain(using, print(call('f', ['i'], get('y')))))
    ).toContain('force(i)');
    expect(
      codeOf('r', changing, chain(using, print(call('f', ['i'], num(1)))))
    ).not.toContain('force');
    // Nobody but a function itself changes its parameters.
    expect(
      codeOf(
        'r',
        changing,
        define('g', ['x'], null, call('f', ['i'], get('x'))),
        using
      )
    ).not.toContain('force');
  });
});

describe('Octave', () => {
  it('takes an item out of a list by two statements', () => {
    expect(codeOf('octave', print(taken('words')))).toContain(
      'item = words{1};\nwords(1) = [];\ndisp(text_of(item));\n'
    );
  });

  it('joins by its own function what that takes as it is', () => {
    expect(codeOf('octave', print(joined(list(text('a')), ', ')))).toBe(
      "disp(strjoin({'a'}, ', '));\n"
    );
    expect(codeOf('octave', print(joined(list(text('a')), '\\n')))).toContain(
      "join_texts({'a'}, '\\n')"
    );
  });
});

describe('Scheme', () => {
  it('takes the rest of whole numbers by its own function', () => {
    const program = (a: number) =>
      codeOf(
        'scheme',
        define('f', ['i'], null, rest(get('i'), num(2))),
        print(call('f', ['i'], num(a)))
      );
    expect(program(7)).toContain('(modulo i 2)');
    expect(program(7.5)).toContain('(remainder-of i 2)');
    // Nothing says what a function is called with that nothing calls.
    expect(
      codeOf('scheme', define('f', ['i'], null, rest(get('i'), num(2))))
    ).toContain('(remainder-of i 2)');
  });

  it('makes one condition of all that leaves a function at its end', () => {
    const isLess = compare(get('i'), num(0));
    expect(
      codeOf('scheme', define('f', ['i'], leave(isLess, num(1)), get('i')))
    ).toBe('(define (f i)\n  (if (< i 0)\n      1\n      i))\n');
    expect(
      codeOf(
        'scheme',
        define(
          'f',
          ['i'],
          chain(leave(isLess, num(1)), leave(isLess, num(2))),
          get('i')
        )
      )
    ).toBe(
      '(define (f i)\n  (cond ((< i 0) 1)\n        ((< i 0) 2)\n        (else i)))\n'
    );
    expect(
      codeOf(
        'scheme',
        define(
          'f',
          ['i'],
          chain(leave(isLess, num(1)), print(num(2))),
          get('i')
        )
      )
    ).toContain('(call/cc\n   (lambda (return)');
  });

  it('defines the variables of a function in it', () => {
    expect(
      codeOf(
        'scheme',
        define(
          'f',
          ['i'],
          chain(set('x', get('i')), set('x', num(2))),
          get('x')
        )
      )
    ).toBe('(define (f i)\n  (define x i)\n  (set! x 2)\n  x)\n');
    // A body has to have more than definitions.
    expect(codeOf('scheme', define('f', [], set('x', num(1))))).toBe(
      "(define (f)\n  (define x '())\n  (set! x 1))\n"
    );
  });

  it('breaks long lines below the first of what a form is given', () => {
    const long = 'a text with (signs) and "quotes"; it is long';
    const written = `"${long.replace(/"/g, '\\"')}"`;
    expect(
      codeOf('scheme', print(join(text(long), text(long), get('x'))))
    ).toContain(
      `(display (string-append ${written}\n` +
        `                        ${written}\n` +
        '                        (text-of x)))\n(newline)\n'
    );
  });

  it('says of each of the lines into which one is broken whose it is', () => {
    const workspace = workspaceOf({
      ...print(join(text('a'.repeat(50)), get('x'), text('b'.repeat(50)))),
      id: 'print'
    });
    const { code, lines } = generators.scheme.generate(workspace);
    const all = code.split('\n');
    expect(lines).toHaveLength(all.length);
    expect(
      ['aaa', '(text-of x)', 'bbb'].map(
        part => lines[all.findIndex(line => line.includes(part))]
      )
    ).toEqual(['print', 'print', 'print']);
  });
});
