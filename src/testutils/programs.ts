import type { JSONObject } from '@lumino/coreutils';

import type { FakeKernel } from './fakeKernel';

/**
 * What the contract suite runs: Python, which the fake kernel knows by heart.
 */
export const PROGRAMS = {
  value: '6 * 7',

  streams: `
import sys
for word in ('one', 'two'):
    print(word, flush=True)
    print(word, file=sys.stderr, flush=True)
print('three', flush=True)
print('four', flush=True)`,

  rich: `
from IPython.display import display
display({
    'text/plain': 'plain',
    'text/html': '<b>bold</b>',
    'application/json': {'deep': [1, {'x': None}]},
    'application/x-unknown+json': {'k': 'v'}
}, metadata={'text/html': {'isolated': True}}, raw=True)
6 * 7`,

  clear: `
from IPython.display import clear_output
print('old', flush=True)
clear_output(wait=True)
print('new', flush=True)
clear_output(wait=True)`,

  update: `
from IPython.display import display, update_display
display({'text/plain': 'one'}, raw=True, display_id='first')
display({'text/plain': 'two'}, raw=True, display_id='second')
display({'text/plain': 'three'}, raw=True, display_id='first')
update_display({'text/plain': 'four'}, raw=True, display_id='first')`,

  updateLater: `
update_display({'text/plain': 'five'}, raw=True, display_id='second')`,

  error: `
def fail():
    raise ValueError('wrong')
print('before', flush=True)
fail()`,

  input: `
name = input('Name? ')
print('Hello ' + name, flush=True)`,

  password: `
from getpass import getpass
print(len(getpass('Secret? ')), flush=True)`,

  endless: `
import time
print('started', flush=True)
while True:
    time.sleep(0.01)`,

  // In its context, because ipykernel 7 reads there whose output it is.
  thread: `
import contextvars
import threading
go = threading.Event()
def speak():
    go.wait()
    print('late', flush=True)
speaker = threading.Thread(target=contextvars.copy_context().run, args=(speak,))
speaker.start()`,

  threadGo: `
go.set()
speaker.join()`
};

/**
 * Teach a fake kernel to do what Python does with the programs.
 */
export function teachPrograms(kernel: FakeKernel): void {
  const { teach } = Private.teacher(kernel);
  teach('value', ({ say, count }) => {
    say('execute_result', {
      execution_count: count,
      data: { 'text/plain': '42' },
      metadata: {}
    });
  });
  teach('streams', ({ say }) => {
    for (const text of ['one\n', 'two\n']) {
      say('stream', { name: 'stdout', text });
      say('stream', { name: 'stderr', text });
    }
    say('stream', { name: 'stdout', text: 'three\n' });
    say('stream', { name: 'stdout', text: 'four\n' });
  });
  teach('rich', ({ say, count }) => {
    say('display_data', {
      data: {
        'text/plain': 'plain',
        'text/html': '<b>bold</b>',
        'application/json': { deep: [1, { x: null }] },
        'application/x-unknown+json': { k: 'v' }
      },
      metadata: { 'text/html': { isolated: true } },
      transient: {}
    });
    say('execute_result', {
      execution_count: count,
      data: { 'text/plain': '42' },
      metadata: {}
    });
  });
  teach('clear', ({ say }) => {
    say('stream', { name: 'stdout', text: 'old\n' });
    say('clear_output', { wait: true });
    say('stream', { name: 'stdout', text: 'new\n' });
    say('clear_output', { wait: true });
  });
  teach('update', ({ say }) => {
    say('display_data', Private.shown('one', 'first'));
    say('display_data', Private.shown('two', 'second'));
    say('display_data', Private.shown('three', 'first'));
    say('update_display_data', Private.shown('four', 'first'));
  });
  teach('updateLater', ({ say }) => {
    say('update_display_data', Private.shown('five', 'second'));
  });
  teach('error', ({ say }) => {
    say('stream', { name: 'stdout', text: 'before\n' });
    throw Private.error('ValueError', 'wrong');
  });
  teach('input', async ({ say, input }) => {
    const name = await input('Name? ');
    say('stream', { name: 'stdout', text: `Hello ${name}\n` });
  });
  teach('password', async ({ say, input }) => {
    const secret = await input('Secret? ', true);
    say('stream', { name: 'stdout', text: `${secret.length}\n` });
  });
  teach('endless', async ({ say, interrupted }) => {
    say('stream', { name: 'stdout', text: 'started\n' });
    await interrupted;
    throw Private.error('KeyboardInterrupt', '');
  });
  let speak = () => {};
  teach('thread', ({ say }) => {
    speak = () => say('stream', { name: 'stdout', text: 'late\n' });
  });
  teach('threadGo', () => speak());
}

namespace Private {
  type Name = keyof typeof PROGRAMS;

  export function teacher(kernel: FakeKernel) {
    return {
      teach: (name: Name, script: FakeKernel.Script) =>
        kernel.teach(PROGRAMS[name], script)
    };
  }

  export function shown(text: string, display_id: string): JSONObject {
    return {
      data: { 'text/plain': text },
      metadata: {},
      transient: { display_id }
    };
  }

  export function error(ename: string, evalue: string): FakeKernel.IError {
    return { ename, evalue, traceback: ['Traceback', `${ename}: ${evalue}`] };
  }
}
