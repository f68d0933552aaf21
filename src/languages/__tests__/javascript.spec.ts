import { execFileSync } from 'child_process';

import { createGenerator } from '../javascript';
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

/**
 * What the cells print, each run in the same session.
 */
function run(...cells: string[]): string {
  const program = cells.map(
    cell => `vm.runInThisContext(${JSON.stringify(cell)});`
  );
  return execFileSync(process.execPath, ['-e', program.join('\n')], {
    encoding: 'utf-8'
  });
}

describe('a JavaScript program', () => {
  it('counts', () => {
    const program = chain(
      set('x', num(0)),
      repeat(num(3), change('x', 2)),
      print(get('x'))
    );

    expect(run(codeOf(program))).toBe('6\n');
  });

  it('finds a list in a list, item by item', () => {
    const placeOf = (END: string, wanted: State) =>
      print(
        block(
          'lists_indexOf',
          { VALUE: get('x'), FIND: wanted },
          { fields: { END } }
        )
      );
    const pair = (one: number, other: number) => list(num(one), num(other));
    const program = chain(
      set('x', list(pair(1, 2), pair(3, 4), pair(1, 2))),
      placeOf('FIRST', pair(1, 2)),
      placeOf('LAST', pair(1, 2)),
      placeOf('FIRST', pair(2, 1)),
      placeOf('FIRST', num(1))
    );
    expect(run(codeOf(program))).toBe('1\n3\n0\n0\n');
  });

  it('runs twice in one session, whose variables it keeps', () => {
    const program = chain(change('x', 1), print(get('x')));
    const loop = repeat(get('x'), print(text('a')));

    expect(run(codeOf(program), codeOf(program))).toBe('1\n2\n');
    expect(run('x = 2', codeOf(loop), codeOf(loop))).toBe('a\na\na\na\n');
  });

  it('repeats as often as was said when the loop began', () => {
    const loop = repeat(get('x'), change('x', 1));

    expect(run('x = 2.5', codeOf(loop), 'console.log(x)')).toBe('4.5\n');
  });

  it('leaves the name "count" to the session', () => {
    const loop = repeat(num(2), print(text('a')));

    expect(run('var count = 7', codeOf(loop), 'console.log(count)')).toBe(
      'a\na\n7\n'
    );
  });

  it('calls functions and goes over lists', () => {
    const program = [
      define('same', ['y'], null, get('y')),
      chain(
        set('words', list(text('a'), text("it's\n"))),
        block(
          'controls_forEach',
          { LIST: get('words'), DO: print(call('same', ['y'], get('i'))) },
          { fields: { VAR: { id: 'i' } } }
        )
      )
    ];

    expect(run(codeOf(...program))).toBe("a\nit's\n\n");
  });

  it.each([
    ['signs of a template', ['`', get('x'), '${x}']],
    ['a dollar before a value', ['$', get('x'), '$']],
    ['a backslash before a value', ['\\', get('x'), '\\`\\${']],
    ['line breaks', ['a\nb\r\nc', get('x'), '\u2028']],
    ['quotes', [`'"`, get('x'), `'`]]
  ])('puts texts together with %s', (_, parts) => {
    const states = parts.map(part =>
      typeof part === 'string' ? text(part) : part
    );
    const join = block(
      'text_join',
      Object.fromEntries(states.map((state, n) => [`ADD${n}`, state])),
      { extraState: { itemCount: states.length } }
    );
    const expected = parts
      .map(part => (typeof part === 'string' ? part : '5'))
      .join('');

    expect(run(codeOf(chain(set('x', num(5)), print(join))))).toBe(
      `${expected}\n`
    );
  });

  it('goes through the list that there was, whatever is put into it', () => {
    const insert = block(
      'lists_setIndex',
      { LIST: get('words'), TO: get('i') },
      { fields: { MODE: 'INSERT', WHERE: 'LAST' } }
    );
    const program = chain(
      set('words', list(text('a'), text('b'))),
      block(
        'controls_forEach',
        { LIST: get('words'), DO: chain(insert, print(get('i'))) },
        { fields: { VAR: { id: 'i' } } }
      )
    );

    expect(run(codeOf(program))).toBe('a\nb\n');
  });

  it('asks with prompt()', () => {
    const ask = block(
      'text_prompt_ext',
      { TEXT: text('?') },
      { fields: { TYPE: 'NUMBER' } }
    );

    expect(codeOf(print(ask))).toBe("console.log(Number(prompt('?')));\n");
  });

  it('may use names that JavaScript has taken', () => {
    const program = chain(
      set('class', num(1)),
      set('a b', num(2)),
      print(get('class')),
      print(get('a b'))
    );

    expect(run(codeOf(program))).toBe('1\n2\n');
  });
});
