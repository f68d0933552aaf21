import { ServerConnection, type ServiceManager } from '@jupyterlab/services';

import { deleteWorkspace, ownSessionsOf, renameWorkspace } from '../files';

const session = (id: string, path: string, kernel: string) => ({
  id,
  path,
  kernel: { id: kernel }
});

/**
 * A server with sessions, that answers each request by a status.
 */
function serverWith(
  sessions: ReturnType<typeof session>[],
  status = 200,
  refreshRunning: () => Promise<void> = async () => undefined
) {
  const ended: string[] = [];
  const services = {
    contents: {
      delete: jest.fn(async () => undefined),
      rename: async (_: string, path: string) => ({ path })
    },
    serverSettings: ServerConnection.makeSettings({
      fetch: async () => new Response('{}', { status })
    }),
    sessions: {
      refreshRunning,
      running: () => sessions.values(),
      shutdown: async (id: string) => {
        ended.push(id);
      }
    }
  };
  return {
    services: services as unknown as ServiceManager.IManager,
    deleted: services.contents.delete,
    ended
  };
}

const SESSIONS = [
  session('own', 'x.jigsaw', 'k1'),
  session('shared', 'x.jigsaw', 'k2'),
  session('notebook', 'a.ipynb', 'k2')
];

describe('a workspace that is deleted', () => {
  it('ends its own session, and not the kernel of a notebook', async () => {
    const { services, deleted, ended } = serverWith(SESSIONS);
    const own = await ownSessionsOf(services, 'x.jigsaw');
    expect(own.map(({ id }) => id)).toEqual(['own']);
    await deleteWorkspace(services, 'x.jigsaw');
    expect(deleted).toHaveBeenCalledWith('x.jigsaw');
    expect(ended).toEqual(['own']);
  });

  it('is deleted also where the server does not tell its sessions', async () => {
    const { services, deleted } = serverWith([], 200, () =>
      Promise.reject(new Error('no'))
    );
    await deleteWorkspace(services, 'x.jigsaw');
    expect(deleted).toHaveBeenCalled();
  });
});

describe('a workspace that is renamed', () => {
  it('has its name though its session has ended meanwhile', async () => {
    const { services } = serverWith(SESSIONS, 404);
    await expect(
      renameWorkspace(services, 'f/x.jigsaw', 'y.jigsaw')
    ).resolves.toBe('f/y.jigsaw');
    await expect(
      renameWorkspace(services, 'x.jigsaw', 'y.jigsaw')
    ).resolves.toBe('y.jigsaw');
  });
});
