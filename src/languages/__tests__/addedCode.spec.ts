import { prepareBlocks } from '../../blocks';
import { Registry, type BlockCode, type IJigsawBlock } from '../../registry';
import { nullTranslator } from '@jupyterlab/translation';
import { languages } from '..';
import {
  block,
  chain,
  get,
  num,
  print,
  set,
  text,
  workspaceOf
} from './programs';

const trans = nullTranslator.load('jupyterlab-jigsaw');

const STATEMENT = {
  message0: '%1 %2 %3 %4',
  args0: [
    { type: 'field_input', name: 'WORD', text: "it's" },
    { type: 'field_variable', name: 'VAR', variable: 'turtle' },
    { type: 'input_value', name: 'A' },
    { type: 'input_statement', name: 'DO' }
  ],
  previousStatement: null,
  nextStatement: null
};

const VALUE = {
  message0: '%1 twice',
  args0: [{ type: 'input_value', name: 'A' }],
  output: null
};

// Bash has to know what a value is, see below.
const untyped = languages.filter(({ id }) => id !== 'bash');

describe.each(untyped)('added blocks in $displayName', language => {
  let registry: Registry<IJigsawBlock>;
  let complaints: jest.SpyInstance;

  beforeEach(async () => {
    complaints = jest.spyOn(console, 'error').mockImplementation();
    registry = new Registry<IJigsawBlock>('block', 'type');
    await prepareBlocks(registry, trans);
  });

  afterEach(() => jest.restoreAllMocks());

  /**
   * The code of a program, while there are a statement and a value with this
   * code.
   */
  async function codeOf(
    statement: BlockCode | undefined,
    value: BlockCode | undefined,
    program: ReturnType<typeof block>
  ) {
    const code = (given: BlockCode | undefined) =>
      given === undefined ? {} : { [language.id]: given };
    const added = [
      registry.add({
        type: 'added_statement',
        definition: STATEMENT,
        code: code(statement)
      }),
      registry.add({
        type: 'added_value',
        definition: VALUE,
        code: code(value)
      })
    ];
    const generator = await language.load();
    const result = generator.generate(workspaceOf(program));
    added.forEach(one => one.dispose());
    return result;
  }

  it('have the code of a template', async () => {
    const program = chain(
      block(
        'added_statement',
        { A: num(3), DO: print(text('in')) },
        { id: 'own' }
      ),
      print(text('after'))
    );
    const { code, lines, missing } = await codeOf(
      'forward({A}, {%WORD}, {@VAR}) {nothing} {\n{>DO}\n}',
      undefined,
      program
    );
    const all = code.split('\n');
    const first = all.findIndex(line => line.includes('forward'));
    expect(all[first]).toMatch(
      /^(<\?php )?.*forward\(3, it's, \$?turtle\) \{nothing\} \{$/
    );
    expect(all[first + 1]).toMatch(/^\s+.*in/);
    expect(all[first + 2]).toMatch(
      language.id === 'scheme' ? /newline/ : /^\s*\}/
    );
    expect(lines[first]).toBe('own');
    expect(missing).toEqual([]);
  });

  it('have parentheses where they need them', async () => {
    const sum = block(
      'math_arithmetic',
      { A: block('added_value', { A: get('x') }), B: num(1) },
      { fields: { OP: 'MULTIPLY' } }
    );
    const weak = await codeOf(undefined, '{A} and {A:ATOMIC}', print(sum));
    // In Scheme a value has its own, or needs none.
    expect(weak.code).toMatch(
      language.id === 'scheme' ? /x and x/ : /\(\$?x and \$?x\)/
    );
    const strong = await codeOf(
      undefined,
      { code: 'twice({A})', order: 0 },
      print(sum)
    );
    expect(strong.code).toMatch(/twice\(\$?x\)/);
    // Processing makes a number of what has no type.
    expect(strong.code).not.toMatch(/(?<!numberOf)\(twice\(\$?x\)\)/);
  });

  it('bring what must come before, once', async () => {
    const { code } = await codeOf(
      { code: 'forward()', before: ['import turtle'] },
      undefined,
      chain(block('added_statement'), block('added_statement'))
    );
    expect(code.match(/import turtle/g)).toHaveLength(1);
    expect(code.match(/forward\(\)/g)).toHaveLength(2);
    expect(code.indexOf('import')).toBeLessThan(code.indexOf('forward'));
  });

  it('may have a function', async () => {
    const { code } = await codeOf(
      (one, generator) =>
        `go ${generator.valueToCode(one, 'A', 99)} ${one.getFieldValue('WORD')}\n`,
      one => [`twice${one.getChildren(false).length}`, 0],
      block('added_statement', { A: block('added_value', { A: num(1) }) })
    );
    expect(code).toContain("go twice1 it's");
  });

  it('cannot be done where they have none', async () => {
    const generator = await language.load();
    const add = (code: IJigsawBlock.IParts['code']) =>
      registry.add({ type: 'added_value', definition: VALUE, code });
    let added = add({ elsewhere: '{A}' });
    const workspace = workspaceOf(block('added_value'));
    expect(generator.cannot).toHaveProperty('added_value');
    expect(generator.cannot).not.toHaveProperty('text_print');
    expect(() => generator.generate(workspace)).toThrow(
      /cannot do .*The extension that it comes from has no code/
    );
    // With its code it can be done, whenever that comes.
    added.dispose();
    added = add({ [language.id]: '{A}' });
    expect(generator.cannot).not.toHaveProperty('added_value');
    added.dispose();
  });

  it('have none where it is wrong, and the others keep theirs', async () => {
    const broken: BlockCode[] = [
      () => {
        throw new Error('no');
      },
      () => ['no such value', 0],
      () => undefined as unknown as string,
      {} as BlockCode,
      null as unknown as BlockCode,
      { code: 'no such value', before: 7 } as unknown as BlockCode
    ];
    for (const statement of broken) {
      const { code, missing } = await codeOf(
        statement,
        () => 'no such statement\n',
        chain(
          block('added_statement'),
          print(block('added_value')),
          print(text('whole'))
        )
      );
      expect(missing).toEqual(['added_statement', 'added_value']);
      expect(code).toContain('whole');
      expect(code).not.toContain('no such value');
      expect(code).not.toContain('no such statement');
    }
    expect(complaints).toHaveBeenCalledTimes(2 * broken.length);
  });

  it('come and go while a generator is in use', async () => {
    const generator = await language.load();
    const add = (code: string) =>
      registry.add({
        type: 'added_statement',
        definition: STATEMENT,
        code: { [language.id]: code }
      });
    let added = add('old()');
    const workspace = workspaceOf(block('added_statement'));
    expect(generator.generate(workspace).code).toContain('old()');
    added.dispose();
    const { code, missing } = generator.generate(workspace);
    expect(missing).toEqual(['added_statement']);
    expect(code).not.toContain('old()');
    added = add('new()');
    expect(generator.generate(workspace).code).toContain('new()');
    added.dispose();
  });
});

it('may put anything into a variable that they name', async () => {
  const registry = new Registry<IJigsawBlock>('block', 'type');
  await prepareBlocks(registry, trans);
  const added = registry.add({
    type: 'added_statement',
    definition: STATEMENT,
    code: { php: 'forward({@VAR});' }
  });
  const php = await languages.find(({ id }) => id === 'php')!.load();
  const program = (own: ReturnType<typeof block>) =>
    workspaceOf(chain(set('x', num(1)), own, print(get('x'))));
  const names = (id: string) =>
    block('added_statement', {}, { fields: { VAR: { id } } });
  expect(php.generate(program(names('x'))).code).toContain('echo text_of($x)');
  expect(php.generate(program(names('y'))).code).toContain('echo $x,');
  added.dispose();
});

it('what a language has itself is never replaced', async () => {
  jest.spyOn(console, 'error').mockImplementation();
  const registry = new Registry<IJigsawBlock>('block', 'type');
  registry.add({
    type: 'text_print',
    definition: VALUE,
    code: { python: 'stolen()' }
  });
  await prepareBlocks(registry, trans);
  const generator = await languages[0].load();
  const { code } = generator.generate(workspaceOf(print(num(1))));
  expect(code).toBe('print(1)\n');
  jest.restoreAllMocks();
});

describe('an added value in Bash', () => {
  const bash = languages.find(({ id }) => id === 'bash')!;

  it.each([
    ['Number', '$(twice 3)'],
    ['String', '$(twice 3)'],
    // Anything is a text.
    [null, '$(twice 3)']
  ])('has the type that it says: %s', async (output, expected) => {
    const registry = new Registry<IJigsawBlock>('block', 'type');
    await prepareBlocks(registry, trans);
    const added = registry.add({
      type: 'added_value',
      definition: { ...VALUE, output },
      code: { bash: '$(twice {A})' }
    });
    const generator = await bash.load();
    const program = workspaceOf(print(block('added_value', { A: num(3) })));
    expect(generator.generate(program).code).toContain(expected);
    added.dispose();
  });
});
