import { PathExt } from '@jupyterlab/coreutils';
import {
  type ServiceManager,
  type Session,
  SessionAPI
} from '@jupyterlab/services';

/**
 * The sessions of a workspace, as the server has them now; what is known of
 * them, if it does not say.
 */
async function sessionsOf(
  services: ServiceManager.IManager,
  path: string
): Promise<Session.IModel[]> {
  return (await running(services)).filter(model => model.path === path);
}

/**
 * The sessions whose kernels are those of a workspace alone: these end with it.
 * A kernel that a notebook shares goes on.
 */
export async function ownSessionsOf(
  services: ServiceManager.IManager,
  path: string
): Promise<Session.IModel[]> {
  const all = await running(services);
  const others = new Set(
    all.filter(model => model.path !== path).map(({ kernel }) => kernel?.id)
  );
  return all.filter(
    model => model.path === path && !others.has(model.kernel?.id)
  );
}

/**
 * Give a workspace another name; its sessions go with it.
 *
 * @returns its new path
 */
export async function renameWorkspace(
  services: ServiceManager.IManager,
  path: string,
  name: string
): Promise<string> {
  const own = await sessionsOf(services, path);
  const renamed = await services.contents.rename(
    path,
    PathExt.join(PathExt.dirname(path), name)
  );
  await eachOf(own, ({ id }) =>
    SessionAPI.updateSession(
      { id, path: renamed.path, name },
      services.serverSettings
    )
  );
  await running(services);
  return renamed.path;
}

/**
 * Delete a workspace, and end its own sessions, which nothing leads to any more.
 */
export async function deleteWorkspace(
  services: ServiceManager.IManager,
  path: string
): Promise<void> {
  const own = await ownSessionsOf(services, path);
  await services.contents.delete(path);
  await eachOf(own, ({ id }) => services.sessions.shutdown(id));
}

async function running({
  sessions
}: ServiceManager.IManager): Promise<Session.IModel[]> {
  await sessions.refreshRunning().catch(() => undefined);
  return [...sessions.running()];
}

/**
 * Do something with sessions. What was done with their file is done, though one
 * may have ended meanwhile.
 */
async function eachOf(
  sessions: readonly Session.IModel[],
  change: (session: Session.IModel) => Promise<unknown>
): Promise<void> {
  await Promise.allSettled(sessions.map(change));
}
