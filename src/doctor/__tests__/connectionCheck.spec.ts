import { ServerConnection } from '@jupyterlab/services';
import { nullTranslator } from '@jupyterlab/translation';

import { ExaminedServer } from '../../testutils/examinedServer';
import { ConnectionCheck } from '../connectionCheck';

/** Seconds; that of a browser is far longer. */
const WAIT = 0.2;

const trans = nullTranslator.load('jigsaw');

let server: ExaminedServer;

beforeEach(async () => {
  server = new ExaminedServer();
  await server.listen();
});

afterEach(() => server.close());

function check(options: Partial<ConnectionCheck.IOptions> = {}) {
  const settings = ServerConnection.makeSettings({
    baseUrl: server.url,
    wsUrl: server.url.replace('http', 'ws')
  });
  const pageUrl = `${server.url}lab`;
  return new ConnectionCheck({
    settings,
    pageUrl,
    trans,
    wait: WAIT,
    ...options
  }).run();
}

async function found(options: Partial<ConnectionCheck.IOptions> = {}) {
  const { findings } = await check(options);
  return Object.fromEntries(findings.map(({ id, seen }) => [id, seen]));
}

it('finds nothing where all is well, and says what that is', async () => {
  const { findings, fine } = await check();
  expect(findings).toEqual([]);
  expect([...fine].sort()).toEqual([
    'A WebSocket outlives 0.2 s of silence',
    'An answer may take 0.2 s',
    'Kernels seen: one',
    'Pages and files of the server may be shown in frames',
    'Requests that change something are let in',
    'The base URL is /jupyter/',
    `The server answers at ${server.url}`,
    `The server knows that it is asked for ${server.host}`,
    'The server knows that it is reached by http',
    'The server’s half of Jigsaw answers (version 1.0)',
    'What is sent bit by bit arrives so'
  ]);
});

describe('a WebSocket', () => {
  it('that opens and is closed by the first that is said is silent', async () => {
    server.webSockets = 'drop';
    expect(await found()).toEqual({
      'websocket-silent': 'A WebSocket opens, and brings no answer.'
    });
  });

  it('of a page that is taken for a foreign one is refused', async () => {
    server.webSockets = 'refuse';
    const { 'websocket-origin': seen, ...others } = await found();
    expect(seen).toContain(`it was asked for ${server.host}.`);
    expect(others).toEqual({});
  });
});

describe('a server that fails', () => {
  it('at once is asked no more', async () => {
    server.answers['GET api/status'] = { status: 500 };
    expect(await found()).toEqual({
      'server-error': `${server.url} answers 500.`
    });
    expect(server.opened).toEqual([]);
  });

  it('when it is to report is named beside all else', async () => {
    server.answers['GET jigsaw/api/report'] = { status: 500, body: 'No.' };
    expect(await found()).toEqual({
      'server-error': 'The server could not report: it answers 500.'
    });
  });

  it('to tell what arrived is asked no more', async () => {
    server.answers['GET jigsaw/api/echo'] = { body: { arrived: true } };
    expect(await found()).toEqual({
      'server-error': 'The server answers 200.'
    });
    expect(server.opened).toEqual([]);
  });
});
