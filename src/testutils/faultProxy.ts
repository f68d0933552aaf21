import {
  createServer,
  request,
  type IncomingMessage,
  type Server,
  type ServerResponse
} from 'http';
import { connect, type AddressInfo, type Socket } from 'net';
import type { Duplex } from 'stream';

/**
 * A reverse proxy before a real server, which does on demand what proxies do
 * wrong. It listens on this machine only, on a port that is free.
 */
export class FaultProxy {
  /**
   * @param target - the server's address, `http://127.0.0.1:8888/`
   */
  constructor(target: string) {
    this._target = new URL(target);
    this._server = createServer((asked, answer) => this._pass(asked, answer));
    this._server.on('upgrade', (asked, socket, head) =>
      this._upgrade(asked, socket, head)
    );
  }

  /**
   * What is answered in the place of the server, or null.
   */
  answer: { status: number; type?: string; body?: string } | null = null;

  /**
   * - `pass`: as it should be
   * - `refuse`: answered as a request that knows nothing of WebSockets
   * - `hold`: opened, but nothing comes back
   */
  webSockets: 'pass' | 'refuse' | 'hold' = 'pass';

  /**
   * Whether what WebSockets bring is collected; it comes at once when that ends.
   */
  get isCollecting(): boolean {
    return this._collected !== null;
  }
  set isCollecting(value: boolean) {
    const collected = this._collected ?? [];
    this._collected = value ? collected : null;
    if (!value) {
      collected.forEach(pass => pass());
    }
  }

  /**
   * The address that a client takes for the server's.
   */
  get url(): string {
    const { port } = this._server.address() as AddressInfo;
    return `http://127.0.0.1:${port}${this._target.pathname}`;
  }

  async listen(): Promise<void> {
    await new Promise<void>(resolve =>
      this._server.listen(this._port, '127.0.0.1', resolve)
    );
    this._port = (this._server.address() as AddressInfo).port;
  }

  /**
   * Cut the WebSockets that are open.
   */
  cut(): void {
    this._sockets.forEach(socket => socket.destroy());
    this._sockets.clear();
  }

  /**
   * Go away, until `listen()` is called again.
   */
  async close(): Promise<void> {
    this.cut();
    this._server.closeAllConnections();
    await new Promise(resolve => this._server.close(resolve));
  }

  private _options(asked: IncomingMessage) {
    const { hostname, port } = this._target;
    return {
      hostname,
      port,
      path: asked.url,
      method: asked.method,
      headers: asked.headers
    };
  }

  private _pass(asked: IncomingMessage, answer: ServerResponse): void {
    if (this.answer) {
      const { status, type = 'application/json', body = '{}' } = this.answer;
      answer.writeHead(status, { 'content-type': type }).end(body);
      return;
    }
    const passed = request(this._options(asked), response => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
    });
    passed.on('error', () => answer.writeHead(502).end());
    asked.pipe(passed);
  }

  private _upgrade(asked: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.webSockets === 'refuse') {
      socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n');
      return;
    }
    const isHeld = this.webSockets === 'hold';
    const { hostname, port } = this._target;
    const behind: Socket = connect(Number(port), hostname, () => {
      const lines = [`${asked.method} ${asked.url} HTTP/1.1`];
      for (let n = 0; n < asked.rawHeaders.length; n += 2) {
        lines.push(`${asked.rawHeaders[n]}: ${asked.rawHeaders[n + 1]}`);
      }
      behind.write(`${lines.join('\r\n')}\r\n\r\n`);
      behind.write(head);
      socket.pipe(behind);
      behind.on('data', (data: Buffer) => {
        // The first is the answer to the upgrade.
        if (isHeld && behind.bytesRead !== data.length) {
          return;
        }
        const pass = () => void socket.write(data);
        if (this._collected) {
          this._collected.push(pass);
        } else {
          pass();
        }
      });
    });
    for (const end of [socket, behind]) {
      this._sockets.add(end);
      end.on('error', () => end.destroy());
      end.on('close', () => {
        this._sockets.delete(end);
        (end === socket ? behind : socket).destroy();
      });
    }
  }

  private _collected: (() => void)[] | null = null;
  private _port = 0;
  private readonly _server: Server;
  private readonly _sockets = new Set<Duplex>();
  private readonly _target: URL;
}
