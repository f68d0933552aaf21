/**
 * The client's end of a WebSocket whose other end is in the same page.
 */
export class FakeSocket {
  /**
   * A class to put where `WebSocket` is wanted.
   */
  static serving(server: FakeSocket.IServer): typeof WebSocket {
    const served = class extends FakeSocket {
      constructor() {
        super(server);
      }
    };
    return served as unknown as typeof WebSocket;
  }

  constructor(private readonly _server: FakeSocket.IServer) {
    // The client sets its handlers after it has made the socket.
    void Promise.resolve().then(() => {
      if (!this._isClosed) {
        _server.opened(this);
      }
    });
  }

  readonly protocol = '';
  binaryType = 'arraybuffer';
  onopen: ((event: object) => void) | null = null;
  onclose: ((event: object) => void) | null = null;
  onerror: ((event: object) => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;

  send(data: string): void {
    if (!this._isClosed) {
      this._server.received(data);
    }
  }

  close(): void {
    this._isClosed = true;
  }

  /**
   * The server takes the connection.
   */
  accept(): void {
    this.onopen?.({});
  }

  /**
   * The server sends a message.
   */
  deliver(data: string): void {
    if (!this._isClosed) {
      this.onmessage?.({ data });
    }
  }

  /**
   * The connection goes, for a reason with a number of RFC 6455.
   */
  drop(code: number): void {
    this._isClosed = true;
    this.onclose?.({ code });
  }

  private _isClosed = false;
}

export namespace FakeSocket {
  export interface IServer {
    opened(socket: FakeSocket): void;
    received(data: string): void;
  }
}
