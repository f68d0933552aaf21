import { OutputAreaModel } from '@jupyterlab/outputarea';
import { RenderMimeRegistry } from '@jupyterlab/rendermime';
import { defaultRenderMime } from '@jupyterlab/rendermime/lib/testutils';
import { Widget } from '@lumino/widgets';

import type { IRun } from '../../kernel';
import { SessionExecutor } from '../../kernel';
import { holdFrames } from '../../testutils/frames';
import { FakeKernel, FakeSessionSource } from '../../testutils/fakeKernel';
import { until } from '../../testutils/signals';
import { OutputView } from '../outputView';

const LIMIT = 1_000_000;

describe('OutputView', () => {
  let kernel: FakeKernel;
  let source: FakeSessionSource;
  let executor: SessionExecutor;
  let view: OutputView;
  let frame: () => Promise<void>;

  beforeEach(() => {
    frame = holdFrames();
    kernel = new FakeKernel();
    source = new FakeSessionSource(kernel);
    executor = new SessionExecutor(source);
    view = new OutputView({ rendermime: defaultRenderMime() });
    Widget.attach(view, document.body);
  });

  afterEach(() => {
    view.dispose();
    executor.dispose();
    source.dispose();
    jest.restoreAllMocks();
  });

  /**
   * Start a program and show what it says.
   */
  function start(script: FakeKernel.Script): IRun {
    const code = String(++programs);
    kernel.teach(code, script);
    const run = executor.execute(code);
    view.follow(run);
    return run;
  }
  let programs = 0;

  async function run(script: FakeKernel.Script): Promise<void> {
    await start(script).done;
    await frame();
  }

  const print = (say: FakeKernel.Say, text: string, name = 'stdout') =>
    say('stream', { name, text });

  const draw = (say: FakeKernel.Say, text: string, id?: string) =>
    say('display_data', {
      data: { 'text/plain': text },
      metadata: {},
      transient: id ? { display_id: id } : {}
    });

  const redraw = (say: FakeKernel.Say, text: string, id: string) =>
    say('update_display_data', {
      data: { 'text/plain': text },
      metadata: {},
      transient: { display_id: id }
    });

  /**
   * What the outputs say, each a line.
   */
  const shown = () =>
    view.outputs.map(output =>
      output.output_type === 'stream'
        ? `${output.name as string}: ${String(output.text)}`
        : (output.data as Record<string, string>)['text/plain']
    );

  /**
   * A point at which a program waits for the test.
   */
  function gate(): { open: () => void; passed: Promise<void> } {
    let open = (): void => undefined;
    const passed = new Promise<void>(resolve => (open = resolve));
    return { open, passed };
  }

  /**
   * Answer the question that is shown.
   */
  async function answer(text: string): Promise<void> {
    const input = view.node.querySelector<HTMLInputElement>('.jp-Stdin-input')!;
    input.value = text;
    input.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })
    );
  }

  describe('very many outputs', () => {
    const last = async (text: string) => {
      while (shown().at(-1) !== text) {
        await frame();
      }
    };

    it('keeps the last ones, and finds them for updates', async () => {
      const go = gate();
      const { done } = start(async ({ say }) => {
        for (let i = 0; i < 600; i++) {
          draw(say, String(i), `id${i}`);
        }
        await go.passed;
        redraw(say, 'first', 'id0');
        redraw(say, 'last', 'id599');
      });
      await last('599');
      expect(shown().length).toBeGreaterThanOrEqual(400);
      expect(shown().length).toBeLessThanOrEqual(500);
      go.open();
      await done;
      await last('last');
      expect(shown()).not.toContain('first');
    });

    it('goes on with a text behind them, in its place', async () => {
      view.setRendermime(defaultRenderMime());
      const go = gate();
      const { done } = start(async ({ say }) => {
        for (let i = 0; i < 500; i++) {
          draw(say, String(i));
        }
        print(say, 'begin\n', 'stderr');
        await go.passed;
        print(say, 'end\n', 'stderr');
        draw(say, 'last');
      });
      await last('stderr: begin\n');
      go.open();
      await done;
      await last('last');
      expect(shown().at(-2)).toBe('stderr: begin\nend\n');
      expect(view.node.textContent).toMatch(/499\s*begin\s*end\s*last\s*$/);
    });

    it('draws them over many frames, in their order', async () => {
      await run(({ say }) => {
        for (let i = 0; i < 100; i++) {
          draw(say, String(i));
        }
      });
      expect(shown().length).toBeLessThan(100);
      await last('99');
      expect(shown()).toEqual(Array.from({ length: 100 }, (_, i) => `${i}`));
    });

    it('keeps the end of much text, however it comes', async () => {
      const text = 'x'.repeat(LIMIT / 2);
      await run(async ({ say }) => {
        for (let i = 0; i < 10; i++) {
          print(say, `${i}${text}\n`, i % 2 ? 'stdout' : 'stderr');
          await frame();
        }
      });
      const kept = shown().join('').length;
      expect(kept).toBeGreaterThan(LIMIT);
      expect(kept).toBeLessThan(4 * LIMIT);
      expect(shown().at(-1)).toContain('9x');
    });
  });

  describe('a program that draws faster than the page', () => {
    it('shows the end soon, and keeps places right', async () => {
      const go = gate();
      const run = start(async ({ say }) => {
        draw(say, 'first', 'first');
        for (let i = 0; i < 5_000; i++) {
          draw(say, `${i}`, `id${i}`);
        }
        await go.passed;
        redraw(say, 'new', 'id4990');
        redraw(say, 'gone', 'id10');
      });
      let said = 0;
      await until(run.outputChanged, () => ++said > 5_000);
      const drawn = jest.spyOn(OutputAreaModel.prototype, 'add');
      while (shown().at(-1) !== '4999') {
        await frame();
      }
      expect(drawn.mock.calls.length).toBeLessThan(1_000);
      go.open();
      await run.done;
      await frame();
      expect(shown().at(-10)).toBe('new');
      expect(shown()).not.toContain('gone');
      expect(shown().length).toBeLessThanOrEqual(500);
    });

    it('clears what it is told to clear', async () => {
      const { done } = start(({ say }) => {
        for (let i = 0; i < 1_000; i++) {
          draw(say, `old ${i}`, `old${i}`);
        }
        say('clear_output', { wait: false });
        for (let i = 0; i < 1_000; i++) {
          draw(say, `${i}`, `id${i}`);
        }
        redraw(say, 'new', 'id999');
      });
      await done;
      while (shown().at(-1) !== 'new') {
        await frame();
      }
      expect(shown().filter(text => text.startsWith('old'))).toEqual([]);
    });

    it('draws an output once that changes all the time', async () => {
      const set = jest.spyOn(OutputAreaModel.prototype, 'set');
      await run(({ say }) => {
        draw(say, 'start', 'x');
        for (let i = 0; i < 500; i++) {
          redraw(say, `${i}`, 'x');
        }
      });
      expect(shown()).toEqual(['499']);
      expect(set).toHaveBeenCalledTimes(1);
    });

    it('shows fewer outputs that are large', async () => {
      // What is kept, not how it is drawn, for which jsdom takes long.
      view.setRendermime(new RenderMimeRegistry());
      const large = 'x'.repeat(1_000_000);
      const { done } = start(async ({ say }) => {
        for (let i = 0; i < 60; i++) {
          draw(say, `${i}${large}`);
          await frame();
        }
      });
      await done;
      await frame();
      expect(shown().length).toBeGreaterThanOrEqual(15);
      expect(shown().length).toBeLessThanOrEqual(45);
      expect(shown().at(-1)).toMatch(/^59x/);
    });
  });

  describe('drawing', () => {
    it('draws once a frame, however much there is', async () => {
      const add = jest.spyOn(OutputAreaModel.prototype, 'add');
      const { done } = start(({ say }) => {
        for (let i = 0; i < 500; i++) {
          print(say, `${i}\n`);
        }
      });
      await done;
      expect(add).not.toHaveBeenCalled();
      await frame();
      expect(add.mock.calls.length).toBeLessThanOrEqual(2);
      expect(shown()).toEqual([
        'stdout: ' + Array.from({ length: 500 }, (_, i) => `${i}\n`).join('')
      ]);
    });

    it('keeps the order of streams and rich outputs', async () => {
      await run(({ say }) => {
        print(say, 'a\n');
        print(say, 'b\n', 'stderr');
        draw(say, 'c');
        print(say, 'd\n');
        print(say, 'e\n');
      });
      expect(shown()).toEqual([
        'stdout: a\n',
        'stderr: b\n',
        'c',
        'stdout: d\ne\n'
      ]);
      expect(view.node.querySelectorAll('.jp-OutputArea-child')).toHaveLength(
        4
      );
    });

    it('draws in a page that is hidden, though it has no frames', async () => {
      jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
      jest.spyOn(window, 'requestAnimationFrame').mockReturnValue(0);
      jest.useFakeTimers({ doNotFake: ['requestAnimationFrame'] });
      try {
        const { done } = start(({ say }) => print(say, 'a\n'));
        await jest.advanceTimersByTimeAsync(1000);
        await done;
      } finally {
        jest.useRealTimers();
      }
      expect(shown()).toEqual(['stdout: a\n']);
    });

    it('draws nothing any more when it is disposed', async () => {
      const { done } = start(({ say }) => print(say, 'a\n'));
      await done;
      view.dispose();
      view.dispose();
      await frame();
    });
  });

  describe('display updates', () => {
    it('puts new content in the old place', async () => {
      await run(({ say }) => {
        draw(say, 'one', 'x');
        draw(say, 'two');
        redraw(say, 'three', 'x');
      });
      expect(shown()).toEqual(['three', 'two']);
    });

    it('finds the place when what a user typed stands between', async () => {
      const { done } = start(async ({ say, input }) => {
        draw(say, 'before', 'x');
        print(say, 'said ');
        const name = await input('Name? ');
        print(say, `hello ${name}\n`);
        draw(say, 'after', 'y');
        redraw(say, 'before!', 'x');
        redraw(say, 'after!', 'y');
      });
      await asked();
      await answer('Ada');
      await done;
      await frame();
      expect(shown()).toEqual([
        'before!',
        'stdout: said ',
        'stdin: Name?  Ada\n',
        'stdout: hello Ada\n',
        'after!'
      ]);
    });

    it('finds the place after the output was cleared by hand', async () => {
      const go = gate();
      const { done } = start(async ({ say }) => {
        draw(say, 'old', 'x');
        await go.passed;
        draw(say, 'new', 'y');
        redraw(say, 'new!', 'y');
        redraw(say, 'old!', 'x');
      });
      await drawn();
      view.clear();
      go.open();
      await done;
      await frame();
      expect(shown()).toEqual(['new!']);
    });

    it('finds the place when what was cleared had not been drawn', async () => {
      const go = gate();
      const run = start(async ({ say }) => {
        draw(say, 'old', 'x');
        await go.passed;
        draw(say, 'new', 'y');
        redraw(say, 'old!', 'x');
      });
      await new Promise<void>(resolve =>
        run.outputChanged.connect(() => resolve())
      );
      view.clear();
      go.open();
      await run.done;
      await frame();
      expect(shown()).toEqual(['new']);
    });
  });

  describe('questions', () => {
    it('shows what was said before the question', async () => {
      const { done } = start(async ({ say, input }) => {
        print(say, 'Who is there?\n');
        await input('Name? ');
      });
      await asked();
      expect(shown()).toEqual(['stdout: Who is there?\n']);
      await answer('Ada');
      await done;
    });

    describe('when it goes', () => {
      let before: HTMLElement;

      // In Chromium a focused element that leaves the page gives the focus to
      // the body; so it does in jsdom.
      beforeEach(() => {
        before = document.createElement('button');
        document.body.append(before);
        before.focus();
      });

      afterEach(() => before.remove());

      const gone = async () => {
        while (view.node.querySelector('.jp-Stdin')) {
          await frame();
        }
      };

      it('gives the focus back, after the last of several', async () => {
        const { done } = start(async ({ input }) => {
          await input('One? ');
          await input('Two? ');
        });
        await asked();
        expect(view.node.contains(document.activeElement)).toBe(true);
        await answer('1');
        while (!view.node.textContent?.includes('Two?')) {
          await frame();
        }
        const prompts = view.node.querySelectorAll('.jp-Stdin-input');
        const last = prompts[prompts.length - 1] as HTMLInputElement;
        last.value = '2';
        last.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })
        );
        await done;
        await gone();
        expect(document.activeElement).toBe(before);
      });

      it('keeps the focus near when its old place has gone', async () => {
        const { done } = start(({ input }) => input('One? ').then(() => {}));
        await asked();
        before.remove();
        await answer('1');
        await done;
        await gone();
        expect(document.activeElement).toBe(view.node);
      });

      it('leaves the focus alone that is elsewhere by then', async () => {
        const { done } = start(({ input }) => input('One? ').then(() => {}));
        await asked();
        await answer('1');
        const elsewhere = document.createElement('input');
        document.body.append(elsewhere);
        await done;
        elsewhere.focus();
        await gone();
        expect(document.activeElement).toBe(elsewhere);
        elsewhere.remove();
      });

      it('goes at once when nobody waits for an answer', async () => {
        const run = start(async ({ input, interrupted }) => {
          input('One? ').catch(() => undefined);
          await interrupted;
        });
        await asked();
        await executor.interrupt();
        await run.done;
        expect(view.node.querySelector('.jp-Stdin')).toBeNull();
        expect(document.activeElement).toBe(before);
      });
    });

    it('hides a password', async () => {
      const { done } = start(async ({ input, say }) => {
        const word = await input('Word? ', true);
        print(say, String(word.length));
      });
      await asked();
      const input =
        view.node.querySelector<HTMLInputElement>('.jp-Stdin-input')!;
      expect(input.type).toBe('password');
      await answer('secret');
      await done;
      await frame();
      expect(JSON.stringify(view.outputs)).not.toContain('secret');
      expect(shown().at(-1)).toBe('stdout: 6');
    });
  });

  describe('its end', () => {
    let top: number;

    beforeEach(() => {
      top = 0;
      jest.spyOn(view.node, 'clientHeight', 'get').mockReturnValue(100);
      jest
        .spyOn(view.node, 'scrollHeight', 'get')
        .mockImplementation(() => 100 + 50 * view.outputs.length);
      jest.spyOn(view.node, 'scrollTop', 'get').mockImplementation(() => top);
      jest.spyOn(view.node, 'scrollTop', 'set').mockImplementation(value => {
        top = Math.min(value, view.node.scrollHeight - 100);
      });
    });

    it.each([
      ['stays in sight', 90, 150],
      ['is left for what a person looks at', 30, 30]
    ])('%s', async (_, at, then) => {
      const go = gate();
      const { done } = start(async ({ say }) => {
        draw(say, 'one');
        draw(say, 'two');
        await go.passed;
        draw(say, 'three');
      });
      await drawn();
      expect(top).toBe(100);
      top = at;
      go.open();
      await done;
      await frame();
      await frame();
      expect(shown()).toHaveLength(3);
      expect(top).toBe(then);
    });
  });

  describe('a long stream', () => {
    const line = 'x'.repeat(99) + '\n';

    // What is kept, not how it is drawn, for which jsdom takes long.
    beforeEach(() => view.setRendermime(new RenderMimeRegistry()));

    const text = () => String(view.outputs[0].text);

    function expectEnd(last: string): void {
      expect(view.outputs).toHaveLength(1);
      expect(text().endsWith(`${line}${last}`)).toBe(true);
      expect(text().length).toBeLessThan(2 * LIMIT + 1000);
      expect(text()).toMatch(/^… .* …\nx/);
    }

    it('keeps its end, when it comes at once', async () => {
      await run(({ say }) => print(say, line.repeat(30_000) + 'end'));
      expectEnd('end');
    });

    it('keeps its end, when it comes bit by bit', async () => {
      await run(async ({ say }) => {
        for (let part = 0; part < 6; part++) {
          print(say, line.repeat(7_000));
          await frame();
        }
        print(say, 'end');
      });
      expectEnd('end');
    });

    it('leaves out the beginning, not the middle', async () => {
      const lines = (from: number, to: number) =>
        Array.from({ length: to - from }, (_, i) => `${from + i}\n`).join('');
      await run(async ({ say }) => {
        print(say, lines(0, 3_000));
        await frame();
        await frame();
        print(say, lines(3_000, 9_000));
      });
      const kept = text().split('\n').slice(1, -1).map(Number);
      expect(text()).toMatch(/^…/);
      expect(kept).toEqual(kept.map((_, i) => 9_000 - kept.length + i));
      expect(kept.length).toBeGreaterThanOrEqual(5_000);
    });

    it.each([5_000, 12_000])('keeps whole lines of %d', async count => {
      const all = Array.from({ length: count }, (_, i) => `${i}\n`);
      await run(async ({ say }) => {
        for (let i = 0; i < count; i += 1_000) {
          print(say, all.slice(i, i + 1_000).join(''));
          await frame();
        }
      });
      const kept = text().split('\n');
      expect(kept.pop()).toBe('');
      if (count > 10_000) {
        expect(kept.shift()).toMatch(/^… .* …$/);
      }
      expect(kept.length).toBeGreaterThanOrEqual(5_000);
      expect(kept.length).toBeLessThanOrEqual(10_000);
      expect(kept.map(Number)).toEqual(
        kept.map((_, i) => count - kept.length + i)
      );
    });

    // JupyterLab's output area does not follow a text that was put in the place
    // of another.
    it('draws what comes when its beginning has gone', async () => {
      view.setRendermime(defaultRenderMime());
      await run(async ({ say }) => {
        const much = '\n'.repeat(6_000);
        for (const next of [much, much, 'near\n', 'the end']) {
          print(say, next);
          await frame();
          await frame();
        }
      });
      expect(text()).toMatch(/^…/);
      expect(view.node.textContent).toMatch(/near\nthe end\s*$/);
    });

    it('keeps the end of a single line', async () => {
      await run(({ say }) => {
        print(say, 'a');
        print(say, 'x'.repeat(3 * LIMIT) + 'end');
      });
      expect(text().endsWith('xend')).toBe(true);
      expect(text().length).toBeLessThan(2 * LIMIT + 1000);
    });
  });

  describe('runs', () => {
    it('keeps what is there until the next run starts', async () => {
      await run(({ say }) => print(say, 'first\n'));
      const go = gate();
      kernel.teach('busy', () => go.passed);
      const busy = executor.execute('busy');
      const { done } = start(({ say }) => print(say, 'second\n'));
      await frame();
      expect(shown()).toEqual(['stdout: first\n']);
      go.open();
      await busy.done;
      await done;
      await frame();
      expect(shown()).toEqual(['stdout: second\n']);
    });

    it('is empty after a run that says nothing', async () => {
      await run(({ say }) => print(say, 'first\n'));
      await run(() => undefined);
      expect(view.outputs).toEqual([]);
    });

    it('shows what a run said before it was followed', async () => {
      const go = gate();
      kernel.teach('code', async ({ say }) => {
        draw(say, 'early', 'x');
        await go.passed;
        redraw(say, 'late', 'x');
      });
      const run = executor.execute('code');
      await new Promise<void>(resolve =>
        run.outputChanged.connect(() => resolve())
      );
      view.follow(run);
      await frame();
      expect(shown()).toEqual(['early']);
      go.open();
      await run.done;
      await frame();
      expect(shown()).toEqual(['late']);
    });

    it('shows a run until the one behind it starts', async () => {
      const go = gate();
      const first = start(async ({ say }) => {
        print(say, 'first\n');
        await go.passed;
        print(say, 'first again\n');
      });
      const second = start(({ say }) => print(say, 'second\n'));
      while (!shown().length) {
        await frame();
      }
      expect(shown()).toEqual(['stdout: first\n']);
      go.open();
      await first.done;
      await second.done;
      await frame();
      expect(shown()).toEqual(['stdout: second\n']);
    });

    it('goes on showing a run when the one behind it is given up', async () => {
      const first = start(({ say }) => {
        print(say, 'before\n');
        throw { ename: 'Oops', evalue: '', traceback: [] };
      });
      const second = start(({ say }) => print(say, 'second\n'));
      await first.done;
      expect((await second.done).status).toBe('aborted');
      await frame();
      expect(view.outputs.map(output => output.output_type)).toEqual([
        'stream',
        'error'
      ]);
    });

    it('lets a run be answered while another waits behind it', async () => {
      const first = start(async ({ say, input }) => {
        print(say, `Hi ${await input('Name? ')}\n`);
      });
      const second = start(() => undefined);
      await until(first.inputRequested, () => first.inputRequest !== null);
      await answer('Ada');
      await first.done;
      await second.done;
    });

    it.each([
      [
        'the program',
        (say: FakeKernel.Say) => say('clear_output', { wait: false })
      ],
      ['a person', () => view.clear()],
      ['another registry', () => view.setRendermime(new RenderMimeRegistry())]
    ])('asks on when the output is cleared by %s', async (_, clear) => {
      let name = '';
      const { done } = start(async ({ say, input }) => {
        draw(say, 'before');
        const asked = input('Name? ');
        while (!view.node.querySelector('.jp-Stdin-input')) {
          await frame();
        }
        clear(say);
        await frame();
        await frame();
        await answer('Ada');
        name = await asked;
      });
      await done;
      expect(name).toBe('Ada');
    });

    it('clears when the program asks for it', async () => {
      await run(({ say }) => {
        draw(say, 'one', 'x');
        say('clear_output', { wait: false });
        draw(say, 'two', 'y');
        redraw(say, 'three', 'y');
      });
      expect(shown()).toEqual(['three']);
    });

    it('keeps what there is when another registry draws', async () => {
      await run(({ say }) => draw(say, 'one'));
      view.setRendermime(defaultRenderMime());
      expect(shown()).toEqual(['one']);
      expect(view.node.querySelectorAll('.jp-OutputArea')).toHaveLength(1);
      expect(view.node.textContent).toContain('one');
    });
  });

  /**
   * Until there is something to see.
   */
  async function drawn(): Promise<void> {
    while (!view.outputs.length) {
      await frame();
    }
  }

  /**
   * Until a question is shown.
   */
  async function asked(): Promise<void> {
    while (!view.node.querySelector('.jp-Stdin-input')) {
      await frame();
    }
  }
});
