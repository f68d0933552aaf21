import { ServerConnection } from '@jupyterlab/services';

/**
 * What a request to the server became.
 */
export type Outcome =
  | 'fine'
  | 'unreachable'
  | 'bad-gateway'
  | 'missing'
  | 'not-authenticated'
  | 'server-error';

/**
 * An answer of the server, or what came in its place.
 */
export interface IAnswer {
  readonly outcome: Outcome;
  /**
   * The status; 0 if there was no answer.
   */
  readonly status: number;
  readonly headers: Headers;
  /**
   * What the answer holds, if it is JSON; else null.
   */
  readonly content: unknown;
}

/**
 * Ask the server for data.
 *
 * A page in the place of data is a login: a browser follows to it without a word.
 *
 * @param url - below the base URL
 */
export async function ask(
  url: string,
  init: RequestInit,
  settings: ServerConnection.ISettings
): Promise<IAnswer> {
  let response: Response;
  try {
    response = await ServerConnection.makeRequest(url, init, settings);
  } catch {
    return {
      outcome: 'unreachable',
      status: 0,
      headers: new Headers(),
      content: null
    };
  }
  const { headers, status } = response;
  const content: unknown = await response.json().catch(() => null);
  return { outcome: outcomeOf(status, content), status, headers, content };
}

function outcomeOf(status: number, content: unknown): Outcome {
  if (status === 401 || status === 403) {
    return 'not-authenticated';
  }
  if (status === 404) {
    return 'missing';
  }
  // What proxies say, and JupyterHub of a server that does not run.
  if ([424, 502, 503, 504].includes(status)) {
    return 'bad-gateway';
  }
  if (status >= 400) {
    return 'server-error';
  }
  return status === 204 || content !== null ? 'fine' : 'not-authenticated';
}

/**
 * When the pieces of an answer arrived.
 *
 * @returns milliseconds; none if it failed
 */
export async function arrivals(
  url: string,
  settings: ServerConnection.ISettings
): Promise<number[]> {
  const times: number[] = [];
  const response = await ServerConnection.makeRequest(
    url,
    { cache: 'no-store' },
    settings
  );
  const reader = response.ok ? response.body?.getReader() : undefined;
  while (reader && !(await reader.read()).done) {
    times.push(performance.now());
  }
  return times;
}
