import {
  checkHeaders,
  checkPatience,
  checkPieces,
  checkPolicy,
  checkServer,
  checkSocket,
  checkXsrf
} from './checks';
import { type IEcho, isEcho } from './echo';
import type { IReport } from './findings';
import type { IAnswer } from './requests';
import { Way } from './way';

/**
 * Tries the way from this browser to its server, once.
 */
export class ConnectionCheck {
  constructor(private readonly _options: ConnectionCheck.IOptions) {
    this._way = new Way(this._options);
  }

  /**
   * Try everything.
   *
   * @returns what was found; it does not fail
   */
  async run(): Promise<IReport> {
    const { trans, progress } = this._options;
    this._way.facts.url = this._way.base;
    this._location();
    progress?.(trans.__('Asking the server…'));
    if (await this._reach()) {
      const echo = await this._echo();
      if (echo !== 'stop') {
        if (echo) {
          checkHeaders(this._way, echo);
        }
        progress?.(
          trans.__(
            'Trying a WebSocket that is silent for %1 seconds…',
            this._way.wait
          )
        );
        const reported = echo ? checkServer(this._way) : null;
        await Promise.all([
          reported,
          checkSocket(this._way, reported),
          checkPolicy(this._way),
          ...(echo
            ? [
                checkXsrf(this._way, echo),
                checkPieces(this._way),
                checkPatience(this._way)
              ]
            : [])
        ]);
      }
    }
    this._way.facts.proxy = this._way.proxy;
    const { findings, fine, facts } = this._way;
    return { findings, fine, facts };
  }

  /** Whether the page and its server are of one origin. */
  private _location(): void {
    const { trans } = this._options;
    const { page } = this._way;
    this._isSameOrigin = page.origin === this._way.url.origin;
    if (
      this._isSameOrigin &&
      !page.pathname.startsWith(this._way.url.pathname)
    ) {
      this._way.find(
        'wrong-prefix',
        trans.__(
          'The page is at %1, and says that its server is below %2.',
          page.pathname,
          this._way.url.pathname
        )
      );
    } else {
      this._way.fine.push(
        trans.__('The base URL is %1', this._way.url.pathname)
      );
    }
  }

  /** Whether the server answers those who are logged in. */
  private async _reach(): Promise<boolean> {
    const { trans } = this._options;
    // Of that alone which asks nobody else: a gateway may be down.
    const answer = await this._way.ask('api/me');
    await this._knowProxy(answer);
    const { outcome, status } = answer;
    const address = this._way.base;
    switch (outcome) {
      case 'fine':
        this._way.fine.push(trans.__('The server answers at %1', address));
        return true;
      case 'missing':
        this._way.find('wrong-prefix', trans.__('%1 answers 404.', address));
        return false;
      case 'unreachable':
        this._way.find(outcome, trans.__('%1 does not answer.', address));
        return false;
      case 'not-authenticated':
        this._way.find(
          outcome,
          status < 400
            ? trans.__('A page comes in the place of data: a login, maybe.')
            : trans.__('The server answers %1.', status)
        );
        return false;
      default:
        this._way.find(outcome, trans.__('%1 answers %2.', address, status));
        return false;
    }
  }

  /** Apache hides behind what it passes on, but not where it passes nothing. */
  private async _knowProxy({ headers }: IAnswer): Promise<void> {
    this._nameProxy(headers.get('server'));
    if (
      !this._way.proxy &&
      this._isSameOrigin &&
      this._way.url.pathname !== '/'
    ) {
      const { fetch } = this._options.settings;
      const top = await fetch(`${this._way.url.origin}/`, {
        method: 'HEAD',
        redirect: 'manual'
      }).catch(() => null);
      this._nameProxy(top?.headers.get('server') ?? null);
    }
  }

  private _nameProxy(name: string | null): void {
    if (/^(nginx|openresty)/i.test(name ?? '')) {
      this._way.proxy = 'nginx';
    } else if (/^apache/i.test(name ?? '')) {
      this._way.proxy = 'Apache';
    }
  }

  /** What arrived; null if the server's half is off, or that nothing can be tried. */
  private async _echo(): Promise<IEcho | null | 'stop'> {
    const { trans } = this._options;
    const { outcome, status, content } = await this._way.ask('jigsaw/api/echo');
    if (outcome === 'fine' && isEcho(content)) {
      if ('X-Forwarded-Server' in content.headers) {
        this._way.proxy ??= 'Apache';
      }
      this._way.facts.arrived = content.headers;
      this._way.fine.push(
        trans.__(
          'The server’s half of Jigsaw answers (version %1)',
          content.version
        )
      );
      return content;
    }
    if (outcome === 'missing') {
      this._way.find(
        'extension-off',
        trans.__('The server’s half of Jigsaw does not answer.')
      );
      return null;
    }
    this._way.find(
      outcome === 'fine' ? 'server-error' : outcome,
      trans.__('The server answers %1.', status)
    );
    return 'stop';
  }

  private readonly _way: Way;
  private _isSameOrigin = true;
}

export namespace ConnectionCheck {
  export interface IOptions extends Way.IOptions {
    /**
     * Called with what is tried, as a sentence.
     */
    progress?: (text: string) => void;
  }
}
