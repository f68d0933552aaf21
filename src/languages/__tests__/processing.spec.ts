import { createGenerator } from '../processing';
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

/** The lines of a sketch that begin with a type of Java. */
const declarations = (code: string) =>
  code
    .split('\n')
    .filter(line =>
      /^(int|float|boolean|String|Object|ArrayList)\b/.test(line)
    );

describe('a sketch', () => {
  it('without functions is a list of statements', () => {
    expect(
      codeOf(chain(set('x', num(0)), repeat(num(3), change('x', 2))))
    ).toBe('int x = 0;\nfor (int k = 0; k < 3; k++) {\n  x += 2;\n}\n');
  });

  it('with functions has its statements in setup', () => {
    const code = codeOf(
      chain(set('x', num(1)), print(get('x'))),
      define('draw', [], change('x', 1))
    );
    expect(code).toBe(
      'int x = 1;\n\nvoid setup() {\n  println(x);\n}\n\nvoid draw() {\n  x++;\n}\n'
    );
  });

  it('has them before those of a setup of its own', () => {
    const code = codeOf(
      chain(print(text('first')), set('x', num(1))),
      define('setup', [], print(text('second')))
    );
    expect(code).toBe(
      'int x;\n\nvoid setup() {\n  println("first");\n  x = 1;\n  println("second");\n}\n'
    );
  });

  it('knows which lines are whose when they are moved', () => {
    const workspace = workspaceOf(
      chain(
        { ...set('x', num(1)), id: 'set' },
        { ...print(get('x')), id: 'print' }
      ),
      define('setup', [], { ...print(text('own')), id: 'own' })
    );
    const { code, lines } = generator.generate(workspace);
    const owner = (wanted: string) =>
      lines[code.split('\n').findIndex(line => line.includes(wanted))];
    expect(owner('int x = 1;')).toBe('set');
    expect(owner('println(x)')).toBe('print');
    expect(owner('println("own")')).toBe('own');
  });
});

describe('the types of a sketch', () => {
  it.each([
    ['int', num(1)],
    ['float', num(0.5)],
    ['String', text('a')],
    ['boolean', block('logic_boolean')],
    ['ArrayList<Integer>', list(num(1))],
    ['ArrayList<String>', list(text('a'))],
    ['ArrayList<Object>', list(num(1), text('a'))],
    ['ArrayList<ArrayList<Integer>>', list(list(num(1)), list())]
  ])('are %s', (type, value) => {
    expect(declarations(codeOf(set('x', value)))[0]).toMatch(
      new RegExp(`^${type.replace(/[<>]/g, '.')} x = `)
    );
  });

  it('are those of all that a variable is given', () => {
    const numbers = codeOf(chain(set('x', num(1)), set('x', num(0.5))));
    expect(declarations(numbers)).toEqual(['float x = 1;']);
    const several = codeOf(chain(set('x', num(1)), set('x', text('a'))));
    expect(declarations(several)).toEqual(['Object x = 1;']);
  });

  it('go through functions', () => {
    const code = codeOf(
      set('y', call('f', ['x'], num(0.5))),
      define('f', ['x'], null, get('x'))
    );
    expect(declarations(code)).toEqual(['float y;', 'float f(float x) {']);
  });

  it('of numbers in lists are the same in all lists', () => {
    const code = codeOf(
      chain(set('x', list(num(1))), set('y', list(num(0.5))))
    );
    expect(declarations(code).slice(0, 2)).toEqual([
      'ArrayList<Float> x = listOf(new Float[] {1.0});',
      'ArrayList<Float> y = listOf(new Float[] {0.5});'
    ]);
  });

  it('are guessed of the parameters of what nothing calls', () => {
    const half = block(
      'math_arithmetic',
      { A: get('x'), B: num(2) },
      { fields: { OP: 'DIVIDE' } }
    );
    expect(codeOf(define('half', ['x'], null, half))).toBe(
      'float half(float x) {\n  return x / 2;\n}\n'
    );
  });
});

it('says which block a sketch cannot do, and why', () => {
  const workspace = workspaceOf({
    ...print(block('text_prompt_ext', { TEXT: text('Name?') })),
    id: 'print'
  });
  expect(() => generator.generate(workspace)).toThrow(
    /^Processing cannot do "prompt for text.*"\. A sketch cannot ask/
  );
});
