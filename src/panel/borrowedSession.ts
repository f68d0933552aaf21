import type { ISessionContext } from '@jupyterlab/apputils';
import { SessionContext } from '@jupyterlab/apputils';
import { PathExt } from '@jupyterlab/coreutils';

/**
 * Join the session that runs for a notebook that isn't open in this page: in
 * another tab of the browser, as with Notebook 7, or in none any more.
 *
 * @param path - the notebook's; only a session of exactly this path will do
 * @param own - a context of the same server
 * @returns a context that neither starts nor ends the session, or null when
 *   none runs
 */
export async function borrowSession(
  path: string,
  own: ISessionContext
): Promise<ISessionContext | null> {
  const { sessionManager, specsManager, kernelManager } = own as SessionContext;
  await sessionManager.ready;
  await sessionManager.refreshRunning();
  if (![...sessionManager.running()].some(model => model.path === path)) {
    return null;
  }
  const context = new SessionContext({
    kernelManager,
    sessionManager,
    specsManager,
    path,
    name: PathExt.basename(path),
    type: 'notebook',
    kernelPreference: {
      shouldStart: false,
      canStart: false,
      shutdownOnDispose: false
    }
  });
  await context.initialize();
  if (!context.session?.kernel) {
    context.dispose();
    return null;
  }
  return context;
}
