import { URLExt } from '@jupyterlab/coreutils';
import type { ServerConnection } from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';
import { UUID } from '@lumino/coreutils';

import { finding, type IFinding, type IReport, isReport } from './findings';
import { boundFrames, forbiddenFrames } from './policy';
import { arrivals, ask, type IAnswer } from './requests';
import { trySocket } from './socket';

/**
 * How many pieces are asked for, and the seconds between them.
 */
const PIECES = 5;
const PAUSE = 0.4;

/**
 * What the server says that arrived of a request.
 */
interface IEcho {
  readonly arrived: boolean;
  readonly headers: Readonly<Record<string, string>>;
  readonly protocol: string;
  readonly version: string;
}

const isEcho = (value: unknown): value is IEcho => {
  const { headers, protocol, version } = (value ?? {}) as Partial<IEcho>;
  return (
    typeof protocol === 'string' &&
    typeof version === 'string' &&
    typeof headers === 'object' &&
    headers !== null
  );
};

/**
 * The path that a proxy has of an address: that of the hub, not of a user.
 */
export function prefixOf(path: string): string {
  return path.replace(/(?<=\/)user\/[^/]+\/.*$/, '');
}

/**
 * Tries the way from this browser to its server, once.
 */
export class ConnectionCheck {
  constructor(private readonly _options: ConnectionCheck.IOptions) {
    const { settings } = this._options;
    this._base = URLExt.join(settings.baseUrl, '/');
    this._url = new URL(this._base, this._options.pageUrl);
    this._wait = this._options.wait ?? 8;
  }

  /**
   * Try everything.
   *
   * @returns what was found; it does not fail
   */
  async run(): Promise<IReport> {
    const { trans, progress } = this._options;
    this._facts.url = this._base;
    this._location();
    progress?.(trans.__('Asking the server…'));
    if (await this._reach()) {
      const echo = await this._echo();
      if (echo !== 'stop') {
        if (echo) {
          this._headers(echo);
        }
        progress?.(
          trans.__(
            'Trying a WebSocket that is silent for %1 seconds…',
            this._wait
          )
        );
        await Promise.all([
          this._socket(echo !== null),
          this._policy(),
          ...(echo
            ? [this._xsrf(), this._pieces(), this._patience(), this._server()]
            : [])
        ]);
      }
    }
    this._facts.proxy = this._proxy;
    return {
      findings: this._findings,
      fine: this._fine,
      facts: this._facts
    };
  }

  private _find(id: string, seen: string): void {
    if (!this._findings.some(known => known.id === id)) {
      this._findings.push(
        finding(id, seen, {
          prefix: prefixOf(this._url.pathname),
          proxy: this._proxy
        })
      );
    }
  }

  private _ask(path: string, init: RequestInit = {}): Promise<IAnswer> {
    return ask(
      this._base + path,
      { cache: 'no-store', ...init },
      this._options.settings
    );
  }

  /** Whether the page and its server are of one origin. */
  private _location(): void {
    const { pageUrl, trans } = this._options;
    const page = new URL(pageUrl);
    this._isSameOrigin = page.origin === this._url.origin;
    if (this._isSameOrigin && !page.pathname.startsWith(this._url.pathname)) {
      this._find(
        'wrong-prefix',
        trans.__(
          'The page is at %1, and says that its server is below %2.',
          page.pathname,
          this._url.pathname
        )
      );
    } else {
      this._fine.push(trans.__('The base URL is %1', this._url.pathname));
    }
  }

  /** Whether the server answers those who are logged in. */
  private async _reach(): Promise<boolean> {
    const { trans } = this._options;
    const answer = await this._ask('api/status');
    await this._knowProxy(answer);
    const { outcome, status } = answer;
    const address = this._base;
    switch (outcome) {
      case 'fine':
        this._fine.push(trans.__('The server answers at %1', address));
        return true;
      case 'missing':
        this._find('wrong-prefix', trans.__('%1 answers 404.', address));
        return false;
      case 'unreachable':
        this._find(outcome, trans.__('%1 does not answer.', address));
        return false;
      case 'not-authenticated':
        this._find(
          outcome,
          status < 400
            ? trans.__('A page comes in the place of data: a login, maybe.')
            : trans.__('The server answers %1.', status)
        );
        return false;
      default:
        this._find(outcome, trans.__('%1 answers %2.', address, status));
        return false;
    }
  }

  /** Apache hides behind what it passes on, but not where it passes nothing. */
  private async _knowProxy({ headers }: IAnswer): Promise<void> {
    this._nameProxy(headers.get('server'));
    if (!this._proxy && this._isSameOrigin && this._url.pathname !== '/') {
      const { fetch } = this._options.settings;
      const top = await fetch(`${this._url.origin}/`, {
        method: 'HEAD',
        redirect: 'manual'
      }).catch(() => null);
      this._nameProxy(top?.headers.get('server') ?? null);
    }
  }

  private _nameProxy(name: string | null): void {
    if (/^(nginx|openresty)/i.test(name ?? '')) {
      this._proxy = 'nginx';
    } else if (/^apache/i.test(name ?? '')) {
      this._proxy = 'Apache';
    }
  }

  /** What arrived; null if the server's half is off, or that nothing can be tried. */
  private async _echo(): Promise<IEcho | null | 'stop'> {
    const { trans } = this._options;
    const { outcome, status, content } = await this._ask('jigsaw/api/echo');
    if (outcome === 'fine' && isEcho(content)) {
      if ('X-Forwarded-Server' in content.headers) {
        this._proxy ??= 'Apache';
      }
      this._facts.arrived = content.headers;
      this._fine.push(
        trans.__(
          'The server’s half of Jigsaw answers (version %1)',
          content.version
        )
      );
      return content;
    }
    if (outcome === 'missing') {
      this._find(
        'extension-off',
        trans.__('The server’s half of Jigsaw does not answer.')
      );
      return null;
    }
    this._find(
      outcome === 'fine' ? 'server-error' : outcome,
      trans.__('The server answers %1.', status)
    );
    return 'stop';
  }

  /** Whether the server knows how it is reached. */
  private _headers({ headers, protocol }: IEcho): void {
    const { trans } = this._options;
    const scheme = this._url.protocol.replace(':', '');
    const told =
      headers['X-Scheme'] ?? headers['X-Forwarded-Proto'] ?? protocol;
    // The nearest to the browser comes first, where there is a row of proxies.
    if (told.split(',')[0].trim().toLowerCase() !== scheme) {
      this._find(
        'forwarded-proto',
        trans.__(
          'The address begins with %1, and the server was told %2.',
          scheme,
          told
        )
      );
    } else {
      this._fine.push(
        trans.__('The server knows that it is reached by %1', scheme)
      );
    }
    const usual = scheme === 'https' ? /:443$/ : /:80$/;
    const host = (headers.Host ?? '').replace(usual, '').toLowerCase();
    if (host !== this._url.host) {
      this._find(
        'forwarded-host',
        trans.__(
          'The address is that of %1, and the server was asked for %2.',
          this._url.host,
          host
        )
      );
    } else {
      this._fine.push(
        trans.__('The server knows that it is asked for %1', host)
      );
    }
  }

  private async _xsrf(): Promise<void> {
    const { trans } = this._options;
    const { outcome, status } = await this._ask('jigsaw/api/echo', {
      method: 'POST'
    });
    if (outcome === 'fine') {
      this._fine.push(trans.__('Requests that change something are let in'));
    } else {
      this._find(
        'xsrf',
        trans.__('A request that changes something is answered %1.', status)
      );
    }
  }

  private async _socket(hasExtension: boolean): Promise<void> {
    const { settings, trans } = this._options;
    const id = UUID.uuid4();
    const path = hasExtension ? 'jigsaw/api/socket' : 'api/events/subscribe';
    const outcome = await trySocket(
      `${URLExt.join(settings.wsUrl, path)}?id=${id}`,
      hasExtension ? this._wait : null,
      settings
    );
    switch (outcome) {
      case 'refused':
        await this._refusedSocket(hasExtension ? id : null);
        return;
      case 'silent':
        this._find(
          'websocket-silent',
          trans.__('A WebSocket opens, and brings no answer.')
        );
        return;
      case 'cut':
        this._find(
          'read-timeout',
          trans.__(
            'A WebSocket that is silent for %1 s is cut off.',
            this._wait
          )
        );
        return;
      case 'fine':
        this._fine.push(
          trans.__('A WebSocket outlives %1 s of silence', this._wait)
        );
        return;
      default:
        this._fine.push(trans.__('A WebSocket is let through'));
    }
  }

  /** A browser does not say why; the server knows what arrived. */
  private async _refusedSocket(id: string | null): Promise<void> {
    const { trans } = this._options;
    const content = id && (await this._ask(`jigsaw/api/echo?of=${id}`)).content;
    if (!isEcho(content)) {
      this._find(
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
    if (!arrived) {
      this._find(
        'websocket-refused',
        trans.__('No WebSocket is let through, and none arrived at the server.')
      );
    } else if (lost.length > 0) {
      this._find(
        'websocket-upgrade',
        trans.__(
          'The request for a WebSocket arrived as a plain one; lost on the way: %1.',
          lost.join(', ')
        )
      );
    } else {
      this._find(
        'websocket-origin',
        trans.__(
          'The server refuses the WebSocket of a page at %1: it was asked for %2.',
          headers.Origin ?? '',
          headers.Host ?? ''
        )
      );
    }
  }

  private async _pieces(): Promise<void> {
    const { settings, trans } = this._options;
    const times = await arrivals(
      `${this._base}jigsaw/api/stream?pieces=${PIECES}&pause=${PAUSE}`,
      settings
    ).catch(() => []);
    if (times.length === 0) {
      return;
    }
    const whole = PAUSE * (PIECES - 1);
    const lasted = (times[times.length - 1] - times[0]) / 1000;
    if (lasted < whole / 2) {
      this._find(
        'buffering',
        trans.__('%1 pieces, sent over %2 s, arrived in one.', PIECES, whole)
      );
    } else {
      this._fine.push(trans.__('What is sent bit by bit arrives so'));
    }
  }

  private async _patience(): Promise<void> {
    const { trans } = this._options;
    const { outcome, status } = await this._ask(
      `jigsaw/api/stream?pieces=1&wait=${this._wait}`
    );
    if (outcome === 'bad-gateway' || outcome === 'unreachable') {
      this._find(
        'read-timeout',
        trans.__(
          'An answer that takes %1 s does not come (%2).',
          this._wait,
          status
        )
      );
    } else {
      this._fine.push(trans.__('An answer may take %1 s', this._wait));
    }
  }

  /** What happens to frames; the headers are there whether the thing is or not. */
  private async _policy(): Promise<void> {
    const { trans } = this._options;
    const [page, file] = await Promise.all([
      this._ask('lab'),
      this._ask('files/jigsaw-doctor')
    ]);
    const name = 'content-security-policy';
    const pages = page.headers.get(name);
    const files = file.headers.get(name);
    this._facts.policies = { pages, files };
    const forbidden = forbiddenFrames(files);
    const bound = boundFrames(pages);
    if (forbidden) {
      this._find(
        'frames-forbidden',
        trans.__('Files come with %1.', forbidden)
      );
    }
    if (bound) {
      this._find('frame-src', trans.__('Pages come with %1.', bound));
    }
    if (!forbidden && !bound) {
      this._fine.push(
        trans.__('Pages and files of the server may be shown in frames')
      );
    }
  }

  private async _server(): Promise<void> {
    const { trans } = this._options;
    const { status, content } = await this._ask('jigsaw/api/report');
    if (!isReport(content)) {
      this._find(
        'server-error',
        trans.__('The server could not report: it answers %1.', status)
      );
      return;
    }
    this._findings.push(...content.findings);
    this._fine.push(...content.fine);
    this._facts = { ...content.facts, ...this._facts };
  }

  private readonly _base: string;
  private readonly _url: URL;
  private readonly _wait: number;
  private readonly _findings: IFinding[] = [];
  private readonly _fine: string[] = [];
  private _facts: Record<string, unknown> = {};
  private _proxy: string | null = null;
  private _isSameOrigin = true;
}

export namespace ConnectionCheck {
  export interface IOptions {
    /**
     * The address of the page that this runs on.
     */
    pageUrl: string;
    /**
     * Called with what is tried, as a sentence.
     */
    progress?: (text: string) => void;
    settings: ServerConnection.ISettings;
    trans: TranslationBundle;
    /**
     * How long a WebSocket is silent, in seconds; at most 20, and 8 by default.
     */
    wait?: number;
  }
}
