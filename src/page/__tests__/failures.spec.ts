import { ServerConnection } from '@jupyterlab/services';
import { nullTranslator } from '@jupyterlab/translation';

import { explainFailure, failureOf } from '../failures';

const trans = nullTranslator.load('jupyterlab-jigsaw');

/** A server that knows us, or not. */
const settings = (me: number) =>
  ServerConnection.makeSettings({
    baseUrl: 'http://host/user/bob/',
    fetch: async request => {
      expect(String((request as Request).url)).toMatch(
        'http://host/user/bob/api/me'
      );
      return new Response('{}', { status: me });
    }
  });

const refused = (status: number) =>
  new ServerConnection.ResponseError(new Response('', { status }));

describe('failureOf', () => {
  it.each([
    [400, 'not-text'],
    [401, 'not-authenticated'],
    [404, 'missing'],
    [409, 'exists'],
    [500, 'failed'],
    [503, 'unreachable']
  ])('tells a status of %i', async (status, failure) => {
    expect(await failureOf(refused(status), settings(200))).toBe(failure);
  });

  it('tells who may not from who is not known', async () => {
    expect(await failureOf(refused(403), settings(200))).toBe('no-permission');
    expect(await failureOf(refused(403), settings(403))).toBe(
      'not-authenticated'
    );
  });

  it('tells a server that is away, and a login in the place of data', async () => {
    expect(
      await failureOf(
        new ServerConnection.NetworkError(new TypeError('Failed to fetch')),
        settings(200)
      )
    ).toBe('unreachable');
    expect(await failureOf(new SyntaxError('<'), settings(200))).toBe(
      'not-authenticated'
    );
  });
});

describe('explainFailure', () => {
  it.each([
    'exists',
    'failed',
    'missing',
    'no-permission',
    'not-text'
  ] as const)('names what it is about: %s', failure => {
    expect(explainFailure(failure, 'a/b.jigsaw', trans)).toContain(
      '“a/b.jigsaw”'
    );
  });
});
