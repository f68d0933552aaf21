import { createHash } from 'crypto';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse
} from 'http';
import type { AddressInfo } from 'net';
import type { Duplex } from 'stream';

/**
 * What answers below `/jupyter/` as Jupyter and the server's half of Jigsaw do,
 * as far as the doctor asks them; each answer can be put in another's place.
 */
export class ExaminedServer {
  constructor() {
    this._server.on('upgrade', (asked, socket) => this._upgrade(asked, socket));
  }

  /**
   * What is answered in the place of the usual, by method and path:
   * `GET api/me`; or by `/`, for the server's own top.
   */
  readonly answers: Record<string, ExaminedServer.IAnswer> = {};

  /**
   * What arrived of the last WebSocket, or null if none did.
   */
  arrived: IncomingHttpHeaders | null = null;

  /**
   * The paths that were asked for with nothing that keeps an old answer from
   * being given: an address of its own for each request.
   */
  readonly keepable: string[] = [];

  /**
   * Headers of every request that get lost on the way.
   */
  lost: string[] = [];

  /**
   * Headers that every request gets on the way.
   */
  added: IncomingHttpHeaders = {};

  /**
   * - `pass`: as it should be
   * - `refuse`: answered as what is not allowed
   * - `lose`: refused, and the server has never seen it
   * - `mute`: neither opened nor refused
   * - `hold`: opened, but nothing comes back
   * - `drop`: closed by the first that comes
   * - `hush`: nothing comes back any more from the second on
   * - `cut`: closed by the second, which is to be answered late
   */
  webSockets:
    'pass' | 'refuse' | 'lose' | 'mute' | 'hold' | 'hush' | 'drop' | 'cut' =
    'pass';

  /**
   * The paths of the WebSockets that were asked for, with their queries.
   */
  readonly opened: string[] = [];

  /**
   * Called with what is said through a WebSocket: with `open` when one is asked
   * for, with `close` when it is closed by who asked for it.
   */
  heard: (text: string) => void = () => undefined;

  /**
   * Whether what is sent bit by bit is collected on the way.
   */
  isBuffering = false;

  /**
   * How long an answer may take, in seconds, before it is given up on the way:
   * with 504, or without a word.
   */
  patience = { seconds: Infinity, isSilent: false };

  get url(): string {
    return `http://${this.host}/jupyter/`;
  }

  get host(): string {
    return `127.0.0.1:${(this._server.address() as AddressInfo).port}`;
  }

  listen(): Promise<void> {
    return new Promise(resolve => this._server.listen(0, '127.0.0.1', resolve));
  }

  async close(): Promise<void> {
    this._sockets.forEach(socket => socket.destroy());
    this._server.closeAllConnections();
    await new Promise(resolve => this._server.close(resolve));
  }

  private _answer(asked: IncomingMessage, response: ServerResponse): void {
    const { pathname, searchParams } = new URL(asked.url ?? '', this.url);
    const path = pathname.replace('/jupyter/', '');
    // As `@jupyterlab/services` writes it, as not all browsers heed `no-store`.
    if (![...searchParams.keys()].some(name => /^\d{13}$/.test(name))) {
      this.keepable.push(path);
    }
    const known = this.answers[`${asked.method} ${path}`];
    const { status = 200, headers, body } = known ?? {};
    if (Number(searchParams.get('wait')) > this.patience.seconds) {
      this._giveUp(asked, response);
    } else if (status === 0) {
      asked.socket.destroy();
    } else if (!known && path === 'jigsaw/api/stream') {
      void this._stream(response, searchParams);
    } else if (known || asked.method === 'GET') {
      const content = body === undefined ? this._usual(path, asked) : body;
      response.writeHead(status, headers);
      response.end(
        typeof content === 'string' ? content : JSON.stringify(content)
      );
    } else {
      response.writeHead(204).end();
    }
  }

  private _giveUp(asked: IncomingMessage, response: ServerResponse): void {
    if (this.patience.isSilent) {
      asked.socket.destroy();
    } else {
      response.writeHead(504).end();
    }
  }

  private _usual(path: string, asked: IncomingMessage): unknown {
    switch (path) {
      case 'jigsaw/api/echo': {
        const isOfSocket = asked.url?.includes('?of=');
        const arrived = isOfSocket ? this.arrived : this._left(asked.headers);
        return {
          arrived: arrived !== null,
          headers: named(arrived ?? {}),
          protocol: 'http',
          version: '1.0'
        };
      }
      case 'jigsaw/api/report':
        return { findings: [], fine: ['Kernels seen: one'], facts: { of: 1 } };
      default:
        return {};
    }
  }

  private async _stream(
    response: ServerResponse,
    asked: URLSearchParams
  ): Promise<void> {
    const after = (name: string) =>
      new Promise(resolve =>
        setTimeout(resolve, 1000 * Number(asked.get(name) ?? 0))
      );
    const pieces = Number(asked.get('pieces'));
    const lines = Array.from({ length: pieces }, (_, n) => `${n}\n`);
    await after('wait');
    for (const line of this.isBuffering ? [] : lines) {
      response.write(line);
      await after('pause');
    }
    response.end(this.isBuffering ? lines.join('') : undefined);
  }

  private _upgrade(asked: IncomingMessage, socket: Duplex): void {
    this._sockets.add(socket);
    socket.on('error', () => socket.destroy());
    this.opened.push(asked.url!.replace(/id=[^&]*/, 'id='));
    if (this.webSockets !== 'lose') {
      this.arrived = this._left(asked.headers);
    }
    this.heard('open');
    if (this.webSockets === 'mute') {
      return;
    }
    if (this.webSockets === 'lose' || this.webSockets === 'refuse') {
      socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n');
      return;
    }
    const key = `${asked.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
    socket.write(
      'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
        `Sec-WebSocket-Accept: ${createHash('sha1').update(key).digest('base64')}\r\n\r\n`
    );
    let count = 0;
    socket.on('data', (frame: Buffer) => {
      const text = textOf(frame);
      if (text === null) {
        socket.destroy();
        this.heard('close');
        return;
      }
      count++;
      if (count === { drop: 1, cut: 2 }[this.webSockets as string]) {
        socket.destroy();
      } else if (
        count < ({ hold: 1, hush: 2 }[this.webSockets as string] ?? 99)
      ) {
        socket.write(Buffer.from([0x81, text.length, ...Buffer.from(text)]));
      }
      this.heard(text);
    });
  }

  private _left(headers: IncomingHttpHeaders): IncomingHttpHeaders {
    return Object.fromEntries(
      Object.entries({ ...headers, ...this.added }).filter(
        ([name]) => !this.lost.includes(name)
      )
    );
  }

  private readonly _server: Server = createServer((asked, response) =>
    this._answer(asked, response)
  );
  private readonly _sockets = new Set<Duplex>();
}

export namespace ExaminedServer {
  export interface IAnswer {
    /** 200, if it is not given; 0 where the connection is cut. */
    status?: number;
    headers?: Record<string, string>;
    /** Text as it is, all else as JSON; the usual one if it is not given. */
    body?: unknown;
  }
}

/** With the names that Jupyter gives them. */
const named = (headers: IncomingHttpHeaders) =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.replace(/(^|-)[a-z]/g, start => start.toUpperCase()),
      value
    ])
  );

/** What a short frame of a client says, or null if it closes. */
function textOf(frame: Buffer): string | null {
  const mask = frame.subarray(2, 6);
  const said = frame.subarray(6, 6 + (frame[1] & 0x7f));
  return (frame[0] & 0x0f) === 1
    ? Buffer.from(said.map((byte, n) => byte ^ mask[n % 4])).toString()
    : null;
}
