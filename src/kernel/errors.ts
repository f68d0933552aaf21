import type { ExecutorErrorCode, IRunResult } from './tokens';

/**
 * The part of a translation bundle that the sentences need.
 *
 * A bundle of `@jupyterlab/translation` is one; the calls keep its name, so
 * that the tools that collect strings find them.
 */
export interface ISentences {
  __(msgid: string, ...args: string[]): string;
}

/**
 * What happened and what to do about it, as a sentence for the user.
 */
export function explain(code: ExecutorErrorCode, trans: ISentences): string {
  switch (code) {
    case 'no-session':
      return trans.__(
        'There is no session to run the code in. Choose a kernel, then run again.'
      );
    case 'no-kernel':
      return trans.__(
        'The session has no kernel. Choose a kernel, then run again.'
      );
    case 'ambiguous-session':
      return trans.__(
        'More than one session could run this code. Choose which one to use, then run again.'
      );
    case 'kernel-dead':
      return trans.__(
        'The kernel died while it was in use, and its variables are gone. Wait until it is idle, or restart it, then run again.'
      );
    case 'kernel-restarted':
      return trans.__(
        'The kernel was restarted or replaced before the code had ended, and its variables are gone. Run again.'
      );
    case 'connection-lost':
      return trans.__(
        'The connection to the kernel was lost, so how the code ended is not known. It may have run to its end. Check that the server can be reached, then run again.'
      );
    case 'websocket-refused':
      return trans.__(
        'The server answers, but no connection to the kernel comes about. A kernel that does not answer, this one or another, may keep it waiting, or a proxy may let no WebSockets through. Jigsaw’s Check Connection tells which.'
      );
    case 'websocket-silent':
      return trans.__(
        'The server answers, but nothing comes through the WebSocket to the kernel. Ask whoever runs the server whether its proxy holds WebSockets back.'
      );
    case 'server-error':
      return trans.__(
        'The server failed to do what it was asked. Try again; if it fails again, the log of the server says why.'
      );
    case 'server-unreachable':
      return trans.__(
        'The server cannot be reached, or is being started. Check that it runs, then run again.'
      );
    case 'wrong-address':
      return trans.__(
        'There is no Jupyter server at the address that this page was given. Ask whoever runs the server to compare its base URL with its proxy.'
      );
    case 'not-authenticated':
      return trans.__(
        'The server does not know you any more. Log in again, then run again.'
      );
    case 'not-found':
      return trans.__(
        'The kernel or session is no longer on the server. Choose a kernel, then run again.'
      );
    case 'interrupted':
      return trans.__(
        'The code was not run, because the kernel was interrupted. Run again when you are ready.'
      );
    case 'disposed':
      return trans.__(
        'Nobody listens to the code any more, because its view was closed. The kernel may still be running it; open the view and run again to see output.'
      );
  }
}

/**
 * Why a run has no reply, as a sentence for the user, or null if it has one.
 */
export function explainResult(
  result: IRunResult,
  trans: ISentences
): string | null {
  if (result.code) {
    return explain(result.code, trans);
  }
  if (result.status === 'aborted') {
    return trans.__(
      'The code was not run, because code before it ended with an error. Mend that, then run again.'
    );
  }
  return null;
}
