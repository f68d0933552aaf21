import { Events, Workspace, serialization } from 'blockly/core';

import { UNKNOWN_TYPE } from '../../blocks';
import { languages } from '..';
import { GenerationError } from '../error';
import { createGenerator } from '../python';
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

const python = createGenerator();

function withId(state: State, id: string): State {
  return { ...state, id };
}

describe('selected blocks', () => {
  const workspace = () =>
    workspaceOf(
      chain(
        withId(print(text('first')), 'first'),
        withId(repeat(num(2), withId(print(text('inner')), 'inner')), 'loop'),
        withId(print(withId(get('x'), 'value')), 'last')
      ),
      withId(print(text('other')), 'other')
    );

  const code = (...blocks: string[]) =>
    python.generate(workspace(), { blocks }).code;

  it('stand for themselves and what hangs below', () => {
    expect(code('loop')).toBe(
      "for _ in range(2):\n  print('inner')\nprint(x)\n"
    );
    expect(code('inner')).toBe("print('inner')\n");
    expect(code('value')).toBe('x\n');
  });

  it('come once and in the order of the workspace', () => {
    expect(code('other', 'last', 'first')).toBe(
      "print('first')\nfor _ in range(2):\n  print('inner')\nprint(x)\n\nprint('other')\n"
    );
    expect(code('inner', 'loop')).toBe(code('loop'));
  });

  it('may be none', () => {
    expect(code()).toBe('');
    expect(code('gone')).toBe('');
  });

  it('bring the functions that they call, and no others', () => {
    const program = workspaceOf(
      define('outer', [], callStatement('inner')),
      define('inner', [], callStatement('outer')),
      define('unused', [], print(num(1))),
      withId(callStatement('Outer'), 'call')
    );

    const { code } = python.generate(program, { blocks: ['call'] });

    expect(code).toContain('def outer():');
    expect(code).toContain('def inner():');
    expect(code).not.toContain('unused');
  });
});

describe('blocks that a language does not know', () => {
  const unknown = (shape: object, inputs = {}) =>
    block(UNKNOWN_TYPE, inputs, {
      extraState: {
        type: 'robot_\nmove',
        shape: {
          output: false,
          previous: true,
          next: true,
          inputs: [],
          ...shape
        },
        state: {}
      }
    });

  it.each(languages)('are comments in $displayName', async language => {
    const generator = await language.load();
    const value = unknown({ output: true, previous: false, next: false });
    const program = chain(
      print(num(1)),
      unknown({}),
      repeat(num(1), unknown({})),
      // Bash has to know what a value is.
      print(language.id === 'bash' ? num(3) : value),
      print(num(2))
    );

    const { code, missing } = generator.generate(workspaceOf(program));

    expect(missing).toEqual(['robot_\nmove']);
    expect(code).toMatch(
      /^\s*(#|\/\/|--|%|;) Block "robot_ move" has no code in /m
    );
    expect(code.match(/\b(2)\b/)).not.toBeNull();
  });

  it('leave valid Python', () => {
    const { code } = python.generate(workspaceOf(repeat(num(1), unknown({}))));

    expect(code).toBe(
      'for _ in range(1):\n  # Block "robot_ move" has no code in Python.\n  pass\n'
    );
  });

  it('are named only while they are there', () => {
    python.generate(workspaceOf(unknown({})));

    expect(python.generate(workspaceOf(print(num(1)))).missing).toEqual([]);
  });
});

describe('a block whose generator fails', () => {
  it('is reported, and the others have their code', () => {
    const log = jest.spyOn(console, 'error').mockImplementation();
    const workspace = workspaceOf(
      chain(print(num(1)), print(block('lists_getIndex')), print(num(2)))
    );
    const [item] = workspace.getBlocksByType('lists_getIndex');
    item.removeInput('VALUE');

    const { code, missing } = python.generate(workspace);

    expect(missing).toEqual(['lists_getIndex']);
    expect(code).toBe('print(1)\nprint(None)\nprint(2)\n');
    expect(log).toHaveBeenCalledTimes(1);
    log.mockRestore();
  });
});

describe('a block that holds nonsense', () => {
  it('is not taken for blocks that are nested too deeply', () => {
    const log = jest.spyOn(console, 'error').mockImplementation();
    const workspace = workspaceOf(
      chain(print(block('lists_create_with')), print(num(2)))
    );
    const [list] = workspace.getBlocksByType('lists_create_with');
    Object.assign(list, { itemCount_: -5 });

    const { code, missing } = python.generate(workspace);

    expect(missing).toEqual(['lists_create_with']);
    expect(code).toBe('print(None)\nprint(2)\n');
    log.mockRestore();
  });
});

describe('generating', () => {
  it('leaves out disabled blocks', () => {
    const off = { ...print(num(1)), disabledReasons: ['MANUALLY_DISABLED'] };

    expect(python.generate(workspaceOf(chain(off, print(num(2))))).code).toBe(
      'print(2)\n'
    );
  });

  it('changes nothing in the workspace, and fires no event', async () => {
    const workspace = workspaceOf(
      define('f', ['y'], print(get('y'))),
      chain(set('x', num(1)), print(get('x')), callStatement('f'))
    );
    const before = JSON.stringify(serialization.workspaces.save(workspace));
    const listener = jest.fn();
    const fire = jest.spyOn(Events, 'fire');
    workspace.addChangeListener(listener);
    for (const language of languages) {
      (await language.load()).generate(workspace);
    }
    await new Promise(resolve => setTimeout(resolve));

    expect(fire).not.toHaveBeenCalled();
    expect(listener).not.toHaveBeenCalled();
    expect(JSON.stringify(serialization.workspaces.save(workspace))).toBe(
      before
    );
  });

  it('takes a chain that is longer than the call stack', () => {
    const workspace = new Workspace();
    let last = workspace.newBlock('text_print');
    for (let index = 1; index < 20_000; index++) {
      const next = workspace.newBlock('text_print');
      // From the end to the front, since each connection looks at its chain.
      next.nextConnection!.connect(last.previousConnection!);
      last = next;
    }

    expect(python.generate(workspace).code.split('\n')).toHaveLength(20_001);
  });

  it.each(languages)('takes 250 nested blocks in $displayName', async one => {
    const workspace = new Workspace();
    let outer = workspace.newBlock('controls_if');
    const nest = () => {
      const next = workspace.newBlock('controls_if');
      next.getInput('DO0')!.connection!.connect(outer.previousConnection!);
      outer = next;
    };
    for (let index = 1; index < 250; index++) {
      nest();
    }
    const generator = await one.load();
    expect(generator.generate(workspace).missing).toEqual([]);

    nest();
    expect(() => generator.generate(workspace)).toThrow(GenerationError);
    const again = generator.generate(workspaceOf(print(num(1))));
    expect(again.code).toMatch(/\b1\b/);
  });
});

describe('texts from a file that somebody else wrote', () => {
  const ENDS = ['\n', '\r', '\r\n', '\u0085', '\u2028', '\u2029', '\v', '\f'];
  const COMMENT: Record<string, string> = {
    python: '#',
    javascript: '//',
    lua: '--',
    php: '//',
    processing: '//',
    cpp: '//',
    bash: '#',
    dart: '//',
    octave: '%',
    r: '#',
    scheme: ';'
  };

  it.each(languages.map(({ id }) => id))(
    'stay in their comments in %s',
    async id => {
      const generator = await languages.find(one => one.id === id)!.load();
      const comment = ENDS.map((end, i) => `a${i}${end}RUN${i}`).join(' ?> ');
      const hostile = `x${ENDS.map(end => `${end}RUN`).join('')}`;
      const workspace = workspaceOf({
        ...print(text('said')),
        icons: { comment: { text: comment, pinned: false } }
      });
      workspace.newBlock(UNKNOWN_TYPE).loadExtraState!({
        type: hostile,
        shape: { output: false, previous: true, next: true, inputs: [] },
        state: {}
      });
      const { code } = generator.generate(workspace);
      const lines = code.split(/[\n\r\u0085\u2028\u2029\v\f]/);
      const escaped = lines.filter(
        line => line.includes('RUN') && !line.trim().startsWith(COMMENT[id])
      );
      expect(escaped).toEqual([]);
      expect(code.match(/RUN/g)).toHaveLength(2 * ENDS.length);
      if (id === 'php') {
        expect(code).not.toContain('?>');
      }
    }
  );

  it.each(['python', 'javascript', 'lua', 'dart', 'octave', 'scheme'])(
    'have no bare line ends in their quotes in %s',
    async id => {
      const generator = await languages.find(one => one.id === id)!.load();
      const { code } = generator.generate(
        workspaceOf(print(text('a\rb\nc\r\nd')))
      );
      expect(code).not.toContain('\r');
      expect(code).toContain('a\\rb\\nc\\r\\nd');
    }
  );
});
