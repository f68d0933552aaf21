/**
 * Whether a browser would leave a frame blank for the headers that its page
 * comes with.
 *
 * What the two headers mean: https://www.w3.org/TR/CSP3/#directive-frame-ancestors
 * and https://html.spec.whatwg.org/#the-x-frame-options-header, which the first
 * overrules.
 *
 * @param origin - of the page, and of the page around the frame
 */
export function forbidsFrames(headers: Headers, origin: string): boolean {
  const lists = (headers.get('Content-Security-Policy') ?? '')
    // Several policies, each of which has to allow it.
    .split(',')
    .flatMap(policy => {
      const directive = policy
        .split(';')
        .map(text => text.trim().split(/\s+/))
        .find(([name]) => name.toLowerCase() === 'frame-ancestors');
      return directive ? [directive.slice(1)] : [];
    });
  if (lists.length) {
    return lists.some(list => !list.some(source => allows(source, origin)));
  }
  const option = headers.get('X-Frame-Options')?.trim().toLowerCase();
  return option === 'deny';
}

function allows(source: string, origin: string): boolean {
  const { host, hostname, protocol } = new URL(origin);
  const text = source.toLowerCase();
  if (text === "'self'" || text === '*' || text === protocol) {
    return true;
  }
  const match = /^(?:([a-z][a-z0-9+.-]*):\/\/)?([^/:]+)(?::(\d+|\*))?\/?$/.exec(
    text
  );
  if (!match) {
    return false;
  }
  const [, scheme, name, port] = match;
  const isHost = name.startsWith('*.')
    ? hostname.endsWith(name.slice(1))
    : hostname === name;
  return (
    isHost &&
    (!scheme || `${scheme}:` === protocol) &&
    (port === '*' ||
      host === (port ? `${hostname}:${port}` : hostname) ||
      // The one that goes without saying.
      (!!port && new URL(`${protocol}//${hostname}:${port}`).host === host))
  );
}
