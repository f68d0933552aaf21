import type { ServerConnection } from '@jupyterlab/services';

/**
 * How long an answer may take that should come at once, in milliseconds.
 */
export const PATIENCE = 10_000;

/**
 * What became of a WebSocket: none was opened, it brought nothing, it was cut off
 * while it was silent, or all is well. `open`: it was only to be opened.
 */
export type SocketOutcome = 'refused' | 'silent' | 'cut' | 'open' | 'fine';

/**
 * Try a WebSocket.
 *
 * @param url - the endpoint, with its query
 * @param wait - how long it is silent before it answers, in seconds; null if it
 *   answers nobody
 */
export function trySocket(
  url: string,
  wait: number | null,
  settings: ServerConnection.ISettings
): Promise<SocketOutcome> {
  const { WebSocket, appendToken, token } = settings;
  const query =
    appendToken && token ? `&token=${encodeURIComponent(token)}` : '';
  return new Promise(resolve => {
    const socket = new WebSocket(url + query);
    let otherwise: SocketOutcome = 'refused';
    let timer: ReturnType<typeof setTimeout>;
    const end = (outcome: SocketOutcome) => {
      clearTimeout(timer);
      socket.close();
      resolve(outcome);
    };
    const expect = (next: SocketOutcome, seconds: number) => {
      otherwise = next;
      clearTimeout(timer);
      timer = setTimeout(() => end(next), seconds * 1000 + PATIENCE);
    };
    const ask = (next: SocketOutcome, seconds: number) => {
      expect(next, seconds);
      socket.send(JSON.stringify({ wait: seconds }));
    };
    expect('refused', 0);
    socket.onopen = () => {
      if (wait === null) {
        end('open');
        return;
      }
      socket.onmessage = () => {
        if (otherwise === 'silent') {
          ask('cut', wait);
        } else {
          end('fine');
        }
      };
      ask('silent', 0);
    };
    // A failure closes it, too.
    socket.onclose = () => end(otherwise);
  });
}
