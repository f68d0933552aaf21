import { ServerConnection } from '@jupyterlab/services';

import type { ExecutorErrorCode } from './tokens';

/**
 * Whether an error is that of code which somebody has stopped, by its name.
 */
export const isStop = (ename: unknown): boolean =>
  ename === 'KeyboardInterrupt';

/**
 * What a failed request to the server means.
 *
 * A page in the place of data is a login: a server or a hub that knows nobody
 * any more sends to one, and the browser follows without a word.
 *
 * @param reason - what a call of `@jupyterlab/services` rejected with
 * @param missing - what a 404 means: the address of a list is missing where
 *   there is no server, that of a thing where it is gone
 */
export function codeOf(
  reason: unknown,
  missing: 'wrong-address' | 'not-found'
): ExecutorErrorCode {
  if (reason instanceof ServerConnection.ResponseError) {
    const { status } = reason.response;
    switch (status) {
      case 401:
      case 403:
        return 'not-authenticated';
      case 404:
        return missing;
      // What proxies say, and JupyterHub of a server that does not run.
      case 424:
      case 502:
      case 503:
      case 504:
        return 'server-unreachable';
      default:
        return 'server-error';
    }
  }
  if (reason instanceof ServerConnection.NetworkError) {
    return 'server-unreachable';
  }
  // By its name: in a test the parser is of another realm than the page.
  return (reason as Partial<Error> | null)?.name === 'SyntaxError'
    ? 'not-authenticated'
    : 'server-error';
}
