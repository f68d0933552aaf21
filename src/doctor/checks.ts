import { URLExt } from '@jupyterlab/coreutils';
import { UUID } from '@lumino/coreutils';

import { type IEcho, isEcho } from './echo';
import { isReport } from './findings';
import { boundFrames, forbiddenFrames } from './policy';
import { arrivals } from './requests';
import { trySocket } from './socket';
import type { Way } from './way';

/**
 * How many pieces are asked for, and the seconds between them.
 */
const PIECES = 5;
const PAUSE = 0.4;

/**
 * Whether the server knows how it is reached.
 */
export function checkHeaders(way: Way, { headers, protocol }: IEcho): void {
  const { trans } = way;
  const scheme = way.url.protocol.replace(':', '');
  const told = headers['X-Scheme'] ?? headers['X-Forwarded-Proto'] ?? protocol;
  // The nearest to the browser comes first, where there is a row of proxies.
  if (told.split(',')[0].trim().toLowerCase() !== scheme) {
    way.find(
      'forwarded-proto',
      trans.__(
        'The address begins with %1, and the server was told %2.',
        scheme,
        told
      )
    );
  } else {
    way.fine.push(
      trans.__('The server knows that it is reached by %1', scheme)
    );
  }
  const usual = scheme === 'https' ? /:443$/ : /:80$/;
  const host = (headers.Host ?? '').replace(usual, '').toLowerCase();
  if (host !== way.url.host) {
    way.find(
      'forwarded-host',
      trans.__(
        'The address is that of %1, and the server was asked for %2.',
        way.url.host,
        host
      )
    );
  } else {
    way.fine.push(trans.__('The server knows that it is asked for %1', host));
  }
}

/**
 * Whether requests that change something are let in, which needs cookies, and
 * that the server knows its own host.
 *
 * Jupyter Server answers 403 where `_xsrf` is missing or wrong, and 404 where the
 * page's origin is not the host that it was asked for.
 */
export async function checkXsrf(way: Way, { headers }: IEcho): Promise<void> {
  const { trans } = way;
  const { outcome, status } = await way.ask('jigsaw/api/echo', {
    method: 'POST'
  });
  const answered = trans.__(
    'A request that changes something is answered %1.',
    status
  );
  switch (outcome) {
    case 'fine':
      way.fine.push(trans.__('Requests that change something are let in'));
      return;
    case 'not-authenticated':
      way.find('xsrf', answered);
      return;
    case 'missing':
      way.find(
        'request-origin',
        trans.__(
          'The server lets a page at %1 change nothing, as if it were a foreign one: it was asked for %2.',
          way.page.origin,
          headers.Host ?? ''
        )
      );
      return;
    default:
      way.find(outcome, answered);
  }
}

/**
 * Whether a WebSocket is let through, and lives as long as it must.
 *
 * @param reported - when the server has told what it sees; null without its half,
 *   where there is only a WebSocket of Jupyter's own, which says nothing
 */
export async function checkSocket(
  way: Way,
  reported: Promise<void> | null
): Promise<void> {
  const { settings, trans } = way;
  const hasExtension = reported !== null;
  const id = UUID.uuid4();
  const path = hasExtension ? 'jigsaw/api/socket' : 'api/events/subscribe';
  const outcome = await trySocket(
    `${URLExt.join(settings.wsUrl, path)}?id=${id}`,
    hasExtension ? way.wait : null,
    settings
  );
  switch (outcome) {
    case 'refused':
      await reported;
      await refusedSocket(way, hasExtension ? id : null);
      return;
    case 'silent':
      way.find(
        'websocket-silent',
        trans.__('A WebSocket opens, and brings no answer.')
      );
      return;
    case 'cut':
      way.find(
        'read-timeout',
        trans.__('A WebSocket that is silent for %1 s is cut off.', way.wait)
      );
      return;
    case 'fine':
      way.fine.push(trans.__('A WebSocket outlives %1 s of silence', way.wait));
      return;
    default:
      way.fine.push(trans.__('A WebSocket is let through'));
  }
}

/**
 * A browser does not say why; the server knows what arrived.
 */
async function refusedSocket(way: Way, id: string | null): Promise<void> {
  const { trans } = way;
  const content = id && (await way.ask(`jigsaw/api/echo?of=${id}`)).content;
  if (!isEcho(content) && (await hasStartingKernel(way))) {
    findWaiting(way);
    return;
  }
  if (!isEcho(content)) {
    way.find(
      'websocket-upgrade',
      trans.__(
        'No WebSocket is let through; the server’s half of Jigsaw, which knows what arrived of it, is not there.'
      )
    );
    return;
  }
  const { arrived, headers } = content;
  const asks = (name: string, word: string) =>
    (headers[name] ?? '').toLowerCase().includes(word);
  const lost = [
    ...(asks('Upgrade', 'websocket') ? [] : ['Upgrade']),
    ...(asks('Connection', 'upgrade') ? [] : ['Connection'])
  ];
  const isWaiting = way.findings.some(({ id }) =>
    ['kernel-silent', 'kernel-starting'].includes(id)
  );
  if (!arrived && isWaiting) {
    findWaiting(way);
  } else if (!arrived) {
    way.find(
      'websocket-refused',
      trans.__('No WebSocket is let through, and none arrived at the server.')
    );
  } else if (lost.length > 0) {
    way.find(
      'websocket-upgrade',
      trans.__(
        'The request for a WebSocket arrived as a plain one; lost on the way: %1.',
        lost.join(', ')
      )
    );
  } else {
    way.find(
      'websocket-origin',
      trans.__(
        'The server refuses the WebSocket of a page at %1: it was asked for %2.',
        headers.Origin ?? '',
        headers.Host ?? ''
      )
    );
  }
}

function findWaiting(way: Way): void {
  way.find(
    'websocket-waiting',
    way.trans.__(
      'No WebSocket is let through; while a kernel does not answer, that says nothing of the way to the server.'
    )
  );
}

/**
 * Whether a kernel has not said a word yet, as Jupyter itself tells: what there is
 * to go by where nobody asks the kernels.
 */
async function hasStartingKernel(way: Way): Promise<boolean> {
  const { content } = await way.ask('api/kernels');
  return (
    Array.isArray(content) &&
    content.some(
      (kernel: { execution_state?: unknown } | null) =>
        kernel?.execution_state === 'starting'
    )
  );
}

/**
 * Whether what is sent bit by bit arrives so.
 */
export async function checkPieces(way: Way): Promise<void> {
  const { settings, trans } = way;
  const times = await arrivals(
    `${way.base}jigsaw/api/stream?pieces=${PIECES}&pause=${PAUSE}`,
    settings
  ).catch(() => []);
  if (times.length === 0) {
    return;
  }
  const whole = PAUSE * (PIECES - 1);
  const lasted = (times[times.length - 1] - times[0]) / 1000;
  if (lasted < whole / 2) {
    way.find(
      'buffering',
      trans.__('%1 pieces, sent over %2 s, arrived in one.', PIECES, whole)
    );
  } else {
    way.fine.push(trans.__('What is sent bit by bit arrives so'));
  }
}

/**
 * Whether an answer may take its time.
 */
export async function checkPatience(way: Way): Promise<void> {
  const { trans } = way;
  const { outcome, status } = await way.ask(
    `jigsaw/api/stream?pieces=1&wait=${way.wait}`
  );
  if (outcome === 'bad-gateway' || outcome === 'unreachable') {
    way.find(
      'read-timeout',
      trans.__(
        'An answer that takes %1 s does not come (%2).',
        way.wait,
        status
      )
    );
  } else if (outcome === 'fine') {
    way.fine.push(trans.__('An answer may take %1 s', way.wait));
  }
}

/**
 * What happens to frames; the headers are there whether the thing is or not.
 */
export async function checkPolicy(way: Way): Promise<void> {
  const { trans } = way;
  const [page, file] = await Promise.all([
    way.ask('lab'),
    way.ask('files/jigsaw-doctor')
  ]);
  const name = 'content-security-policy';
  const pages = page.headers.get(name);
  const files = file.headers.get(name);
  way.facts.policies = { pages, files };
  const forbidden = forbiddenFrames(files);
  const bound = boundFrames(pages);
  if (forbidden) {
    way.find('frames-forbidden', trans.__('Files come with %1.', forbidden));
  }
  if (bound) {
    way.find('frame-src', trans.__('Pages come with %1.', bound));
  }
  if (!forbidden && !bound) {
    way.fine.push(
      trans.__('Pages and files of the server may be shown in frames')
    );
  }
}

/**
 * What the server sees.
 */
export async function checkServer(way: Way): Promise<void> {
  const { trans } = way;
  const { status, content } = await way.ask('jigsaw/api/report');
  if (!isReport(content)) {
    way.find(
      'server-error',
      trans.__('The server could not report: it answers %1.', status)
    );
    return;
  }
  way.findings.push(...content.findings);
  way.fine.push(...content.fine);
  way.facts = { ...content.facts, ...way.facts };
}
