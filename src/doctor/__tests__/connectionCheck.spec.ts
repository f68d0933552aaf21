import { ServerConnection } from '@jupyterlab/services';
import { nullTranslator } from '@jupyterlab/translation';

import { ExaminedServer } from '../../testutils/examinedServer';
import { ConnectionCheck } from '../connectionCheck';
import { finding } from '../findings';

/** Seconds; that of a browser is far longer. */
const WAIT = 0.2;

const trans = nullTranslator.load('jigsaw');

/** What is sent bit by bit takes its time; most tests do without. */
const STREAM = 'GET jigsaw/api/stream';

let server: ExaminedServer;

beforeEach(async () => {
  server = new ExaminedServer();
  server.answers[STREAM] = { status: 204, body: '' };
  await server.listen();
});

afterEach(() => server.close());

/** Try the way from a page, by default of the server itself. */
function check(
  options: Partial<ServerConnection.ISettings> = {},
  pageUrl = `${server.url}lab`
) {
  const settings = ServerConnection.makeSettings({
    baseUrl: server.url,
    wsUrl: server.url.replace('http', 'ws'),
    ...options
  });
  return new ConnectionCheck({ settings, pageUrl, trans, wait: WAIT }).run();
}

async function found(pageUrl?: string) {
  const { findings } = await check({}, pageUrl);
  return Object.fromEntries(findings.map(({ id, seen }) => [id, seen]));
}

it('finds nothing where all is well, and says what that is', async () => {
  delete server.answers[STREAM];
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

it('believes no answer that the browser has kept', async () => {
  delete server.answers[STREAM];
  await check({ init: { cache: 'default' } });
  // The top of the host, which is asked for the proxy's name alone.
  expect(server.keepable).toEqual(['/']);
});

describe('a WebSocket', () => {
  it('that opens and is closed by the first that is said is silent', async () => {
    server.webSockets = 'drop';
    expect(await found()).toEqual({
      'websocket-silent': 'A WebSocket opens, and brings no answer.'
    });
  });

  it('that is cut off while it waits has been silent for too long', async () => {
    server.webSockets = 'cut';
    expect(await found()).toEqual({
      'read-timeout': 'A WebSocket that is silent for 0.2 s is cut off.'
    });
  });

  it.each([
    [['upgrade', 'connection'], 'Upgrade, Connection'],
    [['upgrade'], 'Upgrade'],
    [['connection'], 'Connection']
  ])('that comes without %j is a plain request', async (lost, names) => {
    server.webSockets = 'refuse';
    server.lost = lost;
    expect(await found()).toEqual({
      'websocket-upgrade': `The request for a WebSocket arrived as a plain one; lost on the way: ${names}.`
    });
  });

  it('that never arrives is refused before the server', async () => {
    server.webSockets = 'lose';
    expect(Object.keys(await found())).toEqual(['websocket-refused']);
  });

  it.each(['kernel-silent', 'kernel-starting'])(
    'that never arrives may wait for a kernel that does not answer: %s',
    async id => {
      server.webSockets = 'lose';
      const told = finding(id, 'Quiet.', { prefix: '/', proxy: null });
      server.answers['GET jigsaw/api/report'] = {
        body: { findings: [told], fine: [], facts: {} }
      };
      expect(Object.keys(await found()).sort()).toEqual([
        id,
        'websocket-waiting'
      ]);
    }
  );

  it('has the token in its address, where it must', async () => {
    await check({ token: 'a b', appendToken: true });
    await check({ token: 'a b', appendToken: false });
    await check({ token: '', appendToken: true });
    expect(server.opened).toEqual([
      '/jupyter/jigsaw/api/socket?id=&token=a%20b',
      '/jupyter/jigsaw/api/socket?id=',
      '/jupyter/jigsaw/api/socket?id='
    ]);
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
    server.answers['GET api/me'] = { status: 500 };
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

  it.each([
    [403, 'not-authenticated'],
    [502, 'bad-gateway']
  ])('to tell what arrived (%i) is asked no more: %s', async (status, id) => {
    server.answers['GET jigsaw/api/echo'] = { status };
    expect(await found()).toEqual({ [id]: `The server answers ${status}.` });
    expect(server.opened).toEqual([]);
  });

  it('to count its kernels, which a gateway has that is down, is still asked', async () => {
    server.answers['GET api/status'] = { status: 503 };
    server.answers['GET api/kernels'] = { status: 503 };
    expect(await found()).toEqual({});
    expect(server.opened).toHaveLength(1);
  });

  it('to tell what arrived is asked no more', async () => {
    server.answers['GET jigsaw/api/echo'] = { body: { arrived: true } };
    expect(await found()).toEqual({
      'server-error': 'The server answers 200.'
    });
    expect(server.opened).toEqual([]);
  });
});

describe('what stands in the way of all', () => {
  it.each([
    [401, 'not-authenticated'],
    [403, 'not-authenticated'],
    [404, 'wrong-prefix'],
    [424, 'bad-gateway'],
    [502, 'bad-gateway'],
    [503, 'bad-gateway'],
    [504, 'bad-gateway']
  ])('is known by %i: %s', async (status, id) => {
    server.answers['GET api/me'] = { status };
    const seen = await found();
    expect(Object.keys(seen)).toEqual([id]);
    expect(seen[id]).toContain(String(status));
    expect(server.opened).toEqual([]);
  });

  it('may be a login in the place of data', async () => {
    server.answers['GET api/me'] = { body: '<form>' };
    expect(await found()).toEqual({
      'not-authenticated': 'A page comes in the place of data: a login, maybe.'
    });
  });

  it('may be that nobody is there', async () => {
    const nobody = new ExaminedServer();
    await nobody.listen();
    const { url } = nobody;
    await nobody.close();
    const { findings } = await check({ baseUrl: url });
    expect(findings.map(({ id }) => id)).toEqual(['unreachable']);
  });
});

it('without the server’s half, tries one of Jupyter’s own WebSockets', async () => {
  server.answers['GET jigsaw/api/echo'] = { status: 404 };
  // What it sends is of no use here: it need not speak.
  server.webSockets = 'hold';
  expect(Object.keys(await found())).toEqual(['extension-off']);
  expect(server.opened).toEqual(['/jupyter/api/events/subscribe?id=']);
  server.webSockets = 'refuse';
  expect(Object.keys(await found()).sort()).toEqual([
    'extension-off',
    'websocket-upgrade'
  ]);
});

it('without the server’s half, blames no proxy while a kernel has not said a word', async () => {
  server.answers['GET jigsaw/api/echo'] = { status: 404 };
  server.webSockets = 'lose';
  const states = async (...all: string[]) => {
    server.answers['GET api/kernels'] = {
      body: all.map(execution_state => ({ execution_state }))
    };
    return Object.keys(await found()).sort();
  };
  expect(await states('idle', 'starting')).toEqual([
    'extension-off',
    'websocket-waiting'
  ]);
  expect(await states('idle', 'busy')).toEqual([
    'extension-off',
    'websocket-upgrade'
  ]);
});

it('a page below another path than its server’s is told, not one of elsewhere', async () => {
  expect(await found(`http://${server.host}/notebooks/lab`)).toEqual({
    'wrong-prefix':
      'The page is at /notebooks/lab, and says that its server is below /jupyter/.'
  });
  expect(await found('https://elsewhere.org/page')).toEqual({});
});

describe('answers', () => {
  it('to what changes something must be let in', async () => {
    server.answers['POST jigsaw/api/echo'] = { status: 403 };
    expect(await found()).toEqual({
      xsrf: 'A request that changes something is answered 403.'
    });
  });

  it('to what changes something may be for a foreign page, which is no matter of cookies', async () => {
    server.answers['POST jigsaw/api/echo'] = { status: 404 };
    const { 'request-origin': seen, ...others } = await found();
    expect(seen).toBe(
      `The server lets a page at http://${server.host} change nothing, as if it were a foreign one: it was asked for ${server.host}.`
    );
    expect(others).toEqual({});
  });

  it('to what changes something may be no answer of the server’s', async () => {
    server.answers['POST jigsaw/api/echo'] = { status: 502 };
    expect(await found()).toEqual({
      'bad-gateway': 'A request that changes something is answered 502.'
    });
  });

  it('that are collected on the way are buffered', async () => {
    delete server.answers[STREAM];
    server.isBuffering = true;
    expect(await found()).toEqual({
      buffering: '5 pieces, sent over 1.6 s, arrived in one.'
    });
  });

  it.each([
    [false, 504],
    [true, 0]
  ])(
    'that must be waited for may be given up (silently: %s), which is said once',
    async (isSilent, status) => {
      server.patience = { seconds: WAIT / 2, isSilent };
      expect(await found()).toEqual({
        'read-timeout': `An answer that takes 0.2 s does not come (${status}).`
      });
      server.webSockets = 'cut';
      const { findings, fine } = await check();
      expect(findings.map(({ id }) => id)).toEqual(['read-timeout']);
      expect(fine).not.toContain('An answer may take 0.2 s');
    }
  );

  it('that fail are not said to be fine', async () => {
    server.answers[STREAM] = { status: 500, body: 'No.' };
    const { fine } = await check();
    expect(fine).not.toContain('What is sent bit by bit arrives so');
    expect(fine).not.toContain('An answer may take 0.2 s');
  });

  it.each([
    ['lab', 'frame-src', "frame-src 'self'", 'Pages'],
    [
      'files/jigsaw-doctor',
      'frames-forbidden',
      "frame-ancestors 'none'",
      'Files'
    ]
  ])('have a policy (%s): %s', async (path, id, policy, what) => {
    server.answers[`GET ${path}`] = {
      headers: { 'Content-Security-Policy': policy }
    };
    const { facts, findings, fine } = await check();
    expect(findings.map(({ id, seen }) => [id, seen])).toEqual([
      [id, `${what} come with ${policy}.`]
    ]);
    expect(fine).not.toContain(
      'Pages and files of the server may be shown in frames'
    );
    expect(facts.policies).toEqual({
      pages: null,
      files: null,
      [what.toLowerCase()]: policy
    });
  });
});

it('what the server reports comes along, and what was seen here counts more', async () => {
  const told = finding('no-kernels', 'None.', { prefix: '/', proxy: null });
  server.answers['GET jigsaw/api/report'] = {
    body: { findings: [told], fine: ['Told.'], facts: { url: 'x', own: 1 } }
  };
  const { findings, fine, facts } = await check();
  expect(findings).toEqual([told]);
  expect(fine).toContain('Told.');
  expect(facts).toMatchObject({ url: server.url, own: 1 });
});

describe('the proxy is known', () => {
  it.each([
    ['nginx/1.22', 'nginx'],
    ['openresty', 'nginx'],
    ['Apache/2.4', 'Apache'],
    ['TornadoServer/6', null]
  ])('by what it says of itself, %s: %s', async (name, proxy) => {
    server.answers['GET api/me'] = { headers: { Server: name } };
    expect((await check()).facts.proxy).toBe(proxy);
  });

  it('by the top of the host, where what it passes on hides it', async () => {
    server.answers['HEAD /'] = { headers: { Server: 'Apache' } };
    expect((await check()).facts.proxy).toBe('Apache');
  });

  it('by nothing where the top of the host is not there, or another site’s', async () => {
    server.answers['HEAD /'] = { status: 0 };
    expect((await check()).facts.proxy).toBeNull();
    server.answers['HEAD /'] = { headers: { Server: 'Apache' } };
    const elsewhere = await check({}, 'https://elsewhere.org/page');
    expect(elsewhere.facts.proxy).toBeNull();
  });

  it('by a header that Apache adds, unless another one stands before it', async () => {
    server.added = { 'x-forwarded-server': 'hub.org' };
    const { facts } = await check();
    expect(facts.proxy).toBe('Apache');
    expect(facts.arrived).toMatchObject({
      Host: server.host,
      'X-Forwarded-Server': 'hub.org'
    });
    server.answers['GET api/me'] = { headers: { Server: 'nginx' } };
    expect((await check()).facts.proxy).toBe('nginx');
  });
});
