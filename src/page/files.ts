import { PathExt } from '@jupyterlab/coreutils';
import {
  type ServiceManager,
  type Session,
  SessionAPI
} from '@jupyterlab/services';

/**
 * The sessions of a workspace, as the server has them now.
 */
export async function sessionsOf(
  { sessions }: ServiceManager.IManager,
  path: string
): Promise<Session.IModel[]> {
  await sessions.refreshRunning();
  return [...sessions.running()].filter(model => model.path === path);
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
  for (const { id } of own) {
    await SessionAPI.updateSession(
      { id, path: renamed.path, name },
      services.serverSettings
    );
  }
  await services.sessions.refreshRunning();
  return renamed.path;
}

/**
 * Delete a workspace, and end its sessions, which nothing leads to any more.
 */
export async function deleteWorkspace(
  services: ServiceManager.IManager,
  path: string
): Promise<void> {
  const own = await sessionsOf(services, path);
  await services.contents.delete(path);
  for (const { id } of own) {
    await services.sessions.shutdown(id);
  }
}
