import type { IErrorReport, IJigsawLanguage, ILanguageTable } from '..';
import { loadGenerator } from '../load';
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

const table: ILanguageTable = {
  id: 'toy',
  name: 'Toy',
  comment: ';',
  orders: { ATOMIC: 0, MULTIPLY: 1, ADD: 2, NONE: 99 },
  reserved: ['x'],
  literals: { true: 'yes', false: 'no', null: 'nil', emptyList: '()' },
  indent: '    ',
  noop: 'PASS',
  number: value => String(value).replace('e', 'E'),
  quote: value => `<${value}>`,
  program: code => `TOY\n${code}END\n`,
  helpers: { say: 'DEF {=say}' },
  failedLine: ({ text }) => Number(/line (\d+)/.exec(text)?.[1] ?? 0) || null,
  blocks: {
    math_arithmetic: {
      field: 'OP',
      code: {
        ADD: { order: 'ADD', value: '{A:ADD} + {B:ADD}' },
        MULTIPLY: { order: 'MULTIPLY', value: '{A:MULTIPLY} * {B:MULTIPLY}' }
      }
    },
    controls_repeat_ext: 'TIMES {TIMES}\n{>DO}DONE',
    text_print: '{=say} {TEXT}',
    variables_get: { order: 'ATOMIC', value: '{@VAR}' },
    variables_set: 'LET {@VAR} = {VALUE}'
  }
};

function language(load: IJigsawLanguage['load']): IJigsawLanguage {
  return {
    id: 'toy',
    displayName: 'Toy',
    mimeType: 'text/plain',
    fileExtension: '.toy',
    kernelLanguages: ['toy'],
    oneBasedIndex: false,
    load
  };
}

const report = (text: string): IErrorReport => ({
  text,
  isError: true,
  executionCount: 1
});

const arithmetic = (OP: string, A: object, B: object) =>
  block('math_arithmetic', { A, B } as never, { fields: { OP } });

describe('a language that is a table', () => {
  const toy = loadGenerator(language(kit => kit.createGenerator(table)));

  it('has its code, lines and errors', async () => {
    const program = chain(
      {
        ...set(
          'x',
          arithmetic('MULTIPLY', arithmetic('ADD', num(1), num(2)), num(3))
        ),
        id: 'set'
      },
      block(
        'controls_repeat_ext',
        { TIMES: num(2), DO: { ...print(get('x')), id: 'print' } },
        { id: 'loop' }
      ),
      block('controls_repeat_ext'),
      print(text('done'))
    );
    const generated = (await toy).generate(workspaceOf(program));
    const { code, lines, missing, failedBlock } = generated;
    expect(code.split('\n')).toEqual([
      'DEF say',
      '',
      'TOY',
      'LET x2 = (1 + 2) * 3',
      'TIMES 2',
      '    say x2',
      'DONE',
      'TIMES 0',
      '    PASS',
      'DONE',
      'say <done>',
      'END',
      ''
    ]);
    expect(lines.slice(3, 7)).toEqual(['set', 'loop', 'print', 'loop']);
    expect(missing).toEqual([]);
    expect(failedBlock(report('error in line 6'))).toBe('print');
    expect(failedBlock(report('error'))).toBeNull();
  });

  it('says what it does not have', async () => {
    jest.spyOn(console, 'error').mockImplementation();
    const { code, missing } = (await toy).generate(
      workspaceOf(
        chain(
          block('controls_whileUntil'),
          print(arithmetic('POWER', num(1), num(2)))
        )
      )
    );
    expect(code).toContain('; Block "controls_whileUntil" has no code in Toy.');
    expect(code).toContain('say nil');
    expect(missing).toEqual(['controls_whileUntil', 'math_arithmetic']);
    jest.restoreAllMocks();
  });
});

describe('a broken language', () => {
  const load = (given: unknown) =>
    loadGenerator(language(async () => given as never));

  it.each([undefined, null, {}, { generate: 7 }])(
    'fails with a sentence: %j',
    async given => {
      await expect(load(given)).rejects.toThrow(
        "The language 'toy' has no generator."
      );
    }
  );

  it.each([undefined, {}, { code: 7 }])(
    'fails when its code is none: %j',
    async given => {
      const generator = await load({ generate: () => given });
      expect(() => generator.generate(workspaceOf(print(num(1))))).toThrow(
        "The generator of the language 'toy' gave no code."
      );
    }
  );

  it('may lack all but the code', async () => {
    jest.spyOn(console, 'error').mockImplementation();
    const failing = () => {
      throw new Error('no');
    };
    for (const failedBlock of [undefined, failing]) {
      const generator = await load({
        generate: () => ({ code: 'x', lines: 7, failedBlock })
      });
      const program = generator.generate(workspaceOf(print(num(1))));
      expect(program).toMatchObject({ code: 'x', lines: [], missing: [] });
      expect(program.failedBlock(report('x'))).toBeNull();
    }
    jest.restoreAllMocks();
  });
});
