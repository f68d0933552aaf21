import { languages } from '..';
import {
  block,
  callStatement,
  chain,
  define,
  get,
  num,
  print,
  repeat,
  set,
  text,
  workspaceOf,
  type State
} from './programs';

const named = (id: string, state: State): State => ({ ...state, id });

describe.each(languages)('the lines of $displayName', language => {
  /** The ids of the blocks that the lines with a text come from. */
  async function ownersOf(stacks: State[], ...texts: string[]) {
    const generator = await language.load();
    const { code, lines } = generator.generate(workspaceOf(...stacks));
    const all = code.split('\n');
    expect(lines).toHaveLength(all.length);
    return texts.map(wanted => [
      ...new Set(lines.filter((_, n) => all[n].includes(wanted)))
    ]);
  }

  it('are those of their statements', async () => {
    const inner = named('inner', print(text('twice')));
    const program = chain(
      named('first', print(text('at first'))),
      named('loop', repeat(num(77), inner)),
      named('last', print(text('end of it')))
    );
    expect(
      await ownersOf([program], 'at first', '77', 'twice', 'end of it')
    ).toEqual([['first'], ['loop'], ['inner'], ['last']]);
  });

  it('are those of a condition’s branches', async () => {
    const program = named(
      'if',
      block(
        'controls_if',
        {
          IF0: block(
            'logic_compare',
            { A: num(11), B: num(12) },
            { fields: { OP: 'LT' } }
          ),
          DO0: named('then', print(text('less'))),
          ELSE: named('else', print(text('more')))
        },
        { extraState: { hasElse: true } }
      )
    );
    expect(await ownersOf([program], '11', 'less', 'more')).toEqual([
      ['if'],
      ['then'],
      ['else']
    ]);
  });

  it('are those of a function', async () => {
    const body = named('body', print(text('in it')));
    const helping = block(
      'math_on_list',
      { LIST: get('words') },
      { fields: { OP: 'MODE' } }
    );
    const stacks = [
      // Bash has no functions that print and give a list back.
      named(
        'def',
        define(
          'doIt',
          ['y'],
          body,
          language.id === 'bash' ? undefined : helping
        )
      ),
      named('call', { ...callStatement('doIt') }),
      named('value', num(1234))
    ];
    const [inside, value] = await ownersOf(stacks, 'in it', '1234');
    expect([inside, value]).toEqual([['body'], ['value']]);
    const generator = await language.load();
    const { code, lines } = generator.generate(workspaceOf(...stacks));
    const head = code.split('\n').findIndex((line, n) => lines[n] === 'def');
    expect(code.split('\n')[head]).toMatch(/do_?it/i);
  });

  it('are nobody’s where they help all', async () => {
    const generator = await language.load();
    const program = named('x', set('x', num(1)));
    const { code, lines } = generator.generate(
      workspaceOf(named('before', print(text('a'))), program)
    );
    // What is between two stacks.
    expect(lines[code.split('\n').indexOf('')]).toBeNull();
  });

  it('leave a text with such characters as it is', async () => {
    const odd = '\uFDD01:2\uFDD1 \uFDD0\uFDD1';
    const generator = await language.load();
    const { code } = generator.generate(workspaceOf(print(text(odd))));
    expect(code).toContain(odd);
  });
});
