import type { ISessionContext } from '@jupyterlab/apputils';
import { SessionContext } from '@jupyterlab/apputils';
import { PathExt } from '@jupyterlab/coreutils';

/**
 * Join the session that runs for a notebook that isn't open in this page: in
 * another tab of the browser, as with Notebook 7, or in none any more.
 *
 * @param path - the notebook's; only a session of exactly this path will do
 * @param own - a context of the same server
 * @param kernelId - of the kernel that was in use: of several sessions of that
 *   path only its will do
 * @returns a context that neither starts nor ends the session, or null when
 *   none runs
 */
export async function borrowSession(
  path: string,
  own: ISessionContext,
  kernelId: string | null
): Promise<ISessionContext | null> {
  const { sessionManager, specsManager, kernelManager } = own as SessionContext;
  await sessionManager.ready;
  await sessionManager.refreshRunning();
  const models = [...sessionManager.running()].filter(
    model => model.path === path
  );
  const model =
    models.length > 1
      ? models.find(({ kernel }) => kernel?.id === kernelId)
      : models[0];
  if (!model) {
    return null;
  }
  const context = new SessionContext({
    kernelManager,
    // A context takes the first of its path.
    sessionManager: Object.create(sessionManager, {
      running: { value: () => [model].values() }
    }) as typeof sessionManager,
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
