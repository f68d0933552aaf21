import { ServerConnection } from '@jupyterlab/services';
import { nullTranslator } from '@jupyterlab/translation';

import { checkHeaders } from '../checks';
import { Way } from '../way';

const trans = nullTranslator.load('jigsaw');

/** What is found of headers that arrived by an address, in order. */
function found(
  baseUrl: string,
  headers: Record<string, string>,
  protocol = 'http'
): string[] {
  const settings = ServerConnection.makeSettings({ baseUrl });
  const way = new Way({ settings, pageUrl: `${baseUrl}lab`, trans });
  checkHeaders(way, { headers, protocol, arrived: true, version: '1' });
  return way.findings.map(({ id }) => id);
}

/** A server that is reached by `http` thinks so by itself. */
describe('headers that arrived', () => {
  it.each([
    ['http', 'hub.org', {}, []],
    ['https', 'hub.org', {}, ['forwarded-proto']],
    ['https', 'hub.org', { 'X-Forwarded-Proto': 'https' }, []],
    ['https', 'hub.org', { 'X-Scheme': 'HTTPS' }, []],
    // As Jupyter's own server reads them.
    [
      'https',
      'hub.org',
      { 'X-Scheme': 'https', 'X-Forwarded-Proto': 'http' },
      []
    ],
    [
      'https',
      'hub.org',
      { 'X-Scheme': 'http', 'X-Forwarded-Proto': 'https' },
      ['forwarded-proto']
    ],
    ['http', '', {}, ['forwarded-host']],
    // Of a row of proxies the one nearest to the browser comes first.
    ['https', 'hub.org', { 'X-Forwarded-Proto': 'https, http' }, []],
    [
      'https',
      'hub.org',
      { 'X-Forwarded-Proto': 'http, https' },
      ['forwarded-proto']
    ],
    ['http', 'hub.org:80', {}, []],
    ['http', 'HUB.org', {}, []],
    ['http', 'hub.org:443', {}, ['forwarded-host']],
    ['https', 'hub.org:443', { 'X-Scheme': 'https' }, []],
    ['https', 'hub.org:80', { 'X-Scheme': 'https' }, ['forwarded-host']],
    ['http', '127.0.0.1:8000', {}, ['forwarded-host']]
  ])('%s, %s, %j: %j', (scheme, Host, headers, ids) => {
    expect(found(`${scheme}://hub.org/jupyter/`, { Host, ...headers })).toEqual(
      ids
    );
  });
});

it('a silence is 8 s long where nobody says how long', () => {
  const settings = ServerConnection.makeSettings();
  const pageUrl = 'http://hub.org/lab';
  expect(new Way({ settings, pageUrl, trans }).wait).toBe(8);
});

it('a finding has the lines of the proxy that is known, with the path of its hub', () => {
  const settings = ServerConnection.makeSettings({
    baseUrl: 'http://hub.org/class/user/ada/'
  });
  const way = new Way({ settings, pageUrl: 'http://hub.org/lab', trans });
  way.proxy = 'nginx';
  way.find('slash-redirect', 'Seen.');
  expect(way.findings[0]).toMatchObject({
    system: 'nginx',
    changes: [{ line: 'location = /class {\n    return 301 /class/;\n}' }]
  });
});
