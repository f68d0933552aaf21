import type { IOutput } from '@jupyterlab/nbformat';
import type { KernelMessage } from '@jupyterlab/services';
import { JSONExt } from '@lumino/coreutils';

import { iopub } from '../../testutils/messages';
import { applyOutputChange, type OutputChange, OutputReducer } from '..';
import { KEPT_OUTPUTS, KEPT_SIZE, KEPT_TEXT } from '../outputs';

const stream = (text: string, name = 'stdout') =>
  iopub('stream', { name, text });

const display = (text: string, id?: string) =>
  iopub('display_data', {
    data: { 'text/plain': text },
    metadata: {},
    transient: id ? { display_id: id } : {}
  });

const update = (text: string, id?: string) =>
  iopub('update_display_data', {
    data: { 'text/plain': text },
    metadata: { updated: true },
    transient: id ? { display_id: id } : {}
  });

const clear = (wait: boolean) => iopub('clear_output', { wait });

function reduce(...messages: KernelMessage.IIOPubMessage[]) {
  const reducer = new OutputReducer();
  const changes = messages.flatMap(msg => reducer.handle(msg));
  return { reducer, changes, outputs: reducer.outputs };
}

describe('OutputReducer', () => {
  it('should merge a stream with its neighbour only', () => {
    const { outputs, changes } = reduce(
      stream('a'),
      stream('b'),
      stream('c', 'stderr'),
      stream('d'),
      display('e'),
      stream('f')
    );
    expect(outputs.map(output => output.text)).toEqual([
      'ab',
      'c',
      'd',
      undefined,
      'f'
    ]);
    expect(changes[1]).toEqual({ type: 'stream', name: 'stdout', text: 'b' });
  });

  it('should leave carriage returns and backspaces to the renderer', () => {
    const { outputs } = reduce(stream('10%\r'), stream('20%\b'));
    expect(outputs[0].text).toBe('10%\r20%\b');
  });

  it('should never modify an output that it handed out', () => {
    const reducer = new OutputReducer();
    const first = reducer.handle(stream('a'));
    const shown = reducer.handle(display('b', 'id'));
    const before = JSONExt.deepCopy([first, shown] as never);
    reducer.handle(update('c', 'id'));
    reducer.handle(clear(false));
    reducer.handle(stream('d'));
    expect([first, shown]).toEqual(before);
    const again = new OutputReducer();
    const [change] = again.handle(stream('a'));
    again.handle(stream('b'));
    expect(change).toMatchObject({ output: { text: 'a' } });
  });

  describe('clear_output', () => {
    it('should clear at once without wait', () => {
      const { outputs, changes } = reduce(stream('a'), clear(false));
      expect(outputs).toEqual([]);
      expect(changes.map(({ type }) => type)).toEqual(['append', 'clear']);
    });

    it('should keep what is there when nothing follows a wait', () => {
      const { outputs, changes } = reduce(stream('a'), clear(true));
      expect(outputs).toHaveLength(1);
      expect(changes).toHaveLength(1);
    });

    it('should not merge over a clear that waits', () => {
      const { outputs, changes } = reduce(
        stream('a'),
        clear(true),
        stream('b')
      );
      expect(outputs.map(output => output.text)).toEqual(['b']);
      expect(changes.map(({ type }) => type)).toEqual([
        'append',
        'clear',
        'append'
      ]);
    });

    it('should go on waiting through updates', () => {
      const { outputs } = reduce(
        display('a', 'id'),
        clear(true),
        update('b', 'id')
      );
      expect(outputs).toHaveLength(1);
      expect(outputs[0].data).toEqual({ 'text/plain': 'b' });
    });

    it('should clear once when a wait is overtaken', () => {
      const { outputs } = reduce(
        stream('a'),
        clear(true),
        clear(false),
        stream('b'),
        display('c')
      );
      expect(outputs).toHaveLength(2);
    });

    it('should forget the display ids', () => {
      const { outputs } = reduce(
        display('a', 'id'),
        clear(false),
        display('b'),
        update('c', 'id')
      );
      expect(outputs[0].data).toEqual({ 'text/plain': 'b' });
    });
  });

  describe('update_display_data', () => {
    it('should keep what kind of output it updates', () => {
      const { outputs, changes } = reduce(
        iopub('execute_result', {
          data: { 'text/plain': 'a' },
          metadata: {},
          execution_count: 3,
          transient: { display_id: 'id' }
        }),
        update('b', 'id')
      );
      expect(outputs[0]).toEqual({
        output_type: 'execute_result',
        data: { 'text/plain': 'b' },
        metadata: { updated: true },
        execution_count: 3,
        transient: { display_id: 'id' }
      });
      expect(changes[1]).toEqual({
        type: 'set',
        index: 0,
        output: outputs[0]
      });
    });

    it('should ignore ids it does not know', () => {
      expect(
        reduce(display('a', 'id'), update('b', 'other'), update('c')).changes
      ).toHaveLength(1);
    });

    it('should take any string for an id', () => {
      const { outputs } = reduce(
        display('a', '__proto__'),
        display('b', 'constructor'),
        update('c', '__proto__')
      );
      expect(outputs.map(output => output.data)).toEqual([
        { 'text/plain': 'c' },
        { 'text/plain': 'b' }
      ]);
    });
  });

  it('should show the help page that comes with a reply', () => {
    const reducer = new OutputReducer();
    const reply: unknown = {
      content: {
        status: 'ok',
        payload: [
          { source: 'set_next_input', text: 'x' },
          { source: 'page', data: { 'text/plain': 'help' }, start: 0 }
        ]
      }
    };
    reducer.handleReply(reply as KernelMessage.IExecuteReplyMsg);
    expect(reducer.outputs).toEqual([
      {
        output_type: 'display_data',
        data: { 'text/plain': 'help' },
        metadata: {}
      }
    ]);
  });

  it('should survive malformed messages', () => {
    const wrong = [null, undefined, 7, 'x', [], {}, { data: null, text: 5 }];
    const types = [
      'stream',
      'display_data',
      'execute_result',
      'update_display_data',
      'clear_output',
      'status',
      'unheard_of'
    ] as const;
    const { outputs } = reduce(
      ...types.flatMap(type => wrong.map(content => iopub(type, content)))
    );
    expect(outputs).toEqual([]);
    const { outputs: errors } = reduce(
      iopub('error', { ename: 1, traceback: ['a', 2, null, 'b'] })
    );
    expect(errors).toEqual([
      { output_type: 'error', ename: '', evalue: '', traceback: ['a', 'b'] }
    ]);
    expect(
      reduce(iopub('stream', { name: 'x', text: ['a', 1, 'b'] })).outputs
    ).toEqual([{ output_type: 'stream', name: 'stdout', text: 'ab' }]);
  });

  it('should hand on of each message what that has added, however much there is', () => {
    const reducer = new OutputReducer();
    const lines = Array.from({ length: 20_000 }, (_, i) => `line ${i}\n`);
    const changes = lines.flatMap(line => reducer.handle(stream(line)));
    expect(changes).toHaveLength(lines.length);
    const handedOn = changes.reduce(
      (sum, change) =>
        sum +
        (change.type === 'stream'
          ? change.text.length
          : JSON.stringify(change).length),
      0
    );
    // All of it at each message would be ten thousand times as much.
    expect(handedOn).toBeLessThan(lines.join('').length + 100);
    expect(reducer.outputs).toHaveLength(1);
  });

  describe('a program without end', () => {
    const size = ({ outputs }: OutputReducer) =>
      outputs.reduce((sum, { text }) => sum + String(text ?? '').length, 0);

    it('should keep the end of its text', () => {
      const reducer = new OutputReducer();
      const line = 'x'.repeat(100_000);
      for (let i = 0; i < 100; i++) {
        const changes = reducer.handle(stream(line));
        expect(changes).toHaveLength(1);
        expect(size(reducer)).toBeLessThanOrEqual(2 * KEPT_TEXT);
      }
      reducer.handle(stream('end'));
      expect(reducer.outputs).toHaveLength(1);
      expect(size(reducer)).toBeGreaterThanOrEqual(KEPT_TEXT);
      expect(reducer.outputs[0].text).toMatch(/xend$/);
    });

    it('should keep the last of its streams', () => {
      const reducer = new OutputReducer();
      const line = 'x'.repeat(100_000);
      for (let i = 0; i < 600; i++) {
        reducer.handle(stream(line, i % 2 ? 'stderr' : 'stdout'));
      }
      expect(reducer.outputs).toHaveLength(600);
      expect(reducer.outputs[599].text).toBe(line);
      expect(size(reducer)).toBe(KEPT_SIZE);
      // One message that is larger than all that is kept.
      reducer.handle(stream('y'.repeat(KEPT_SIZE + 1)));
      expect(reducer.outputs.slice(0, -1).every(({ text }) => !text)).toBe(
        true
      );
      reducer.handle(clear(false));
      reducer.handle(stream('anew'));
      reducer.handle(stream('b', 'stderr'));
      expect(reducer.outputs.map(({ text }) => text)).toEqual(['anew', 'b']);
    });

    it('should keep less of what is large', () => {
      const reducer = new OutputReducer();
      const large = 'x'.repeat(KEPT_SIZE / 10);
      for (let i = 0; i < 25; i++) {
        reducer.handle(display(large, `id${i}`));
      }
      const kept = () => reducer.outputs.filter(({ data }) => data).length;
      expect(kept()).toBe(10);
      reducer.handle(update('small', 'id24'));
      reducer.handle(display(large.slice(5)));
      expect(kept()).toBe(11);
    });

    it('should count anew after a clear', () => {
      const reducer = new OutputReducer();
      const draw = (count: number) => {
        for (let i = 0; i < count; i++) {
          reducer.handle(display(`${i}`));
        }
      };
      draw(KEPT_OUTPUTS + 10);
      reducer.handle(clear(false));
      draw(KEPT_OUTPUTS);
      expect(reducer.outputs[0].data).toEqual({ 'text/plain': '0' });
      draw(1);
      expect(reducer.outputs[0].data).toBeUndefined();
      expect(reducer.outputs[1].data).toEqual({ 'text/plain': '1' });
    });

    it('should keep the last of its pictures, in their places', () => {
      const reducer = new OutputReducer();
      const count = KEPT_OUTPUTS + 10;
      for (let i = 0; i < count; i++) {
        reducer.handle(display(`${i}`, i % 5 ? `id${i}` : 'same'));
      }
      expect(reducer.outputs).toHaveLength(count);
      expect(reducer.outputs.filter(({ data }) => data)).toHaveLength(
        KEPT_OUTPUTS
      );
      expect(reducer.outputs[9].data).toBeUndefined();
      expect(reducer.outputs[10].data).toEqual({ 'text/plain': '10' });
      expect(reducer.handle(update('new', 'id9'))).toEqual([]);
      expect(reducer.handle(update('new', 'id11'))).toHaveLength(1);
      expect(reducer.outputs[11].data).toEqual({ 'text/plain': 'new' });
      const indices = reducer
        .handle(update('new', 'same'))
        .map(change => change.type === 'set' && change.index);
      expect(indices[0]).toBe(10);
      expect(indices).toHaveLength(KEPT_OUTPUTS / 5);
    });
  });

  it('should give the same outputs through its changes', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const random = generator(seed);
      const pick = <T>(items: readonly T[]) =>
        items[Math.floor(random() * items.length)];
      const ids = ['a', 'b', undefined];
      const reducer = new OutputReducer();
      const copy: IOutput[] = [];
      const seen: OutputChange['type'][] = [];
      for (let i = 0; i < 60; i++) {
        const text = `${i}`;
        const msg = pick([
          () => stream(text, pick(['stdout', 'stderr'])),
          () => stream(text),
          () => display(text, pick(ids)),
          () => update(text, pick(ids)),
          () => clear(random() < 0.5),
          () => iopub('error', { ename: text, evalue: '', traceback: [] }),
          () => iopub('status', { execution_state: 'busy' }),
          () => iopub('stream', null)
        ])();
        for (const change of reducer.handle(msg)) {
          seen.push(change.type);
          applyOutputChange(copy, change);
        }
        if (!JSONExt.deepEqual(copy as never, reducer.outputs as never)) {
          throw new Error(`seed ${seed}, message ${i}: ${seen.join(' ')}`);
        }
      }
      expect(copy).toEqual(reducer.outputs);
    }
  });
});

/**
 * Numbers that look random and are the same each time (mulberry32).
 */
function generator(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
