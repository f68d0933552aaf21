import { ServerConnection } from '@jupyterlab/services';

import { ExaminedServer } from '../../testutils/examinedServer';
import { PATIENCE, trySocket } from '../socket';

let server: ExaminedServer;

beforeEach(async () => {
  server = new ExaminedServer();
  await server.listen();
  // The clock stands still; the network does not.
  jest.useFakeTimers({
    doNotFake: [
      'Date',
      'nextTick',
      'performance',
      'queueMicrotask',
      'setInterval',
      'clearInterval'
    ]
  });
});

afterEach(async () => {
  jest.useRealTimers();
  await server.close();
});

/** Resolves when something is said through a WebSocket. */
const hears = (said: string) =>
  new Promise<void>(resolve => {
    server.heard = text => text === said && resolve();
  });

/** Begin, and wait until the last thing is said that it waits for. */
async function begin(wait: number | null, said: string) {
  const url = server.url.replace('http', 'ws');
  let outcome: string | null = null;
  const heard = hears(said);
  const ended = trySocket(
    `${url}x?id=1`,
    wait,
    ServerConnection.makeSettings()
  ).then(value => (outcome = value));
  await heard;
  return { ended, outcome: () => outcome };
}

const turns = () => new Promise<void>(resolve => process.nextTick(resolve));

it('a WebSocket that brings nothing is given up after 10 s', async () => {
  server.webSockets = 'hold';
  const { ended, outcome } = await begin(8, '{"wait":0}');
  expect(PATIENCE).toBe(10_000);
  jest.advanceTimersByTime(PATIENCE - 1);
  await turns();
  expect(outcome()).toBeNull();
  jest.advanceTimersByTime(1);
  expect(await ended).toBe('silent');
});

it('one that is to answer after 8 s is given 10 more', async () => {
  server.webSockets = 'hush';
  const { ended, outcome } = await begin(8, '{"wait":8}');
  jest.advanceTimersByTime(8000 + PATIENCE - 1);
  await turns();
  expect(outcome()).toBeNull();
  jest.advanceTimersByTime(1);
  expect(await ended).toBe('cut');
});

it('one that is neither opened nor refused is given up after 10 s', async () => {
  server.webSockets = 'mute';
  const { ended, outcome } = await begin(8, 'open');
  jest.advanceTimersByTime(PATIENCE - 1);
  await turns();
  expect(outcome()).toBeNull();
  jest.advanceTimersByTime(1);
  expect(await ended).toBe('refused');
});

it.each([
  [null, 'open'],
  [0, 'fine']
])('one that need not wait (%s) is closed once it is %s', async (wait, end) => {
  const { ended } = await begin(wait, 'close');
  expect(await ended).toBe(end);
});
