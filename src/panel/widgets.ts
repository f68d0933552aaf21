import type { ISessionContext } from '@jupyterlab/apputils';
import type { DocumentRegistry } from '@jupyterlab/docregistry';
import type { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import { UUID } from '@lumino/coreutils';
import type { IDisposable } from '@lumino/disposable';
import { DisposableDelegate } from '@lumino/disposable';

/**
 * The managers of a session, which its panels share: a kernel gives its
 * widgets to one only.
 */
interface IShare {
  key: string;
  users: number;
}

const shares = new WeakMap<ISessionContext, IShare>();

/**
 * Let a registry of a session's own draw ipywidgets, if the extension for them
 * is installed; without it they are drawn as text.
 *
 * The extension looks after notebooks and consoles only. Its own function for
 * others wants a notebook's context, of which it uses the session, the moment
 * of saving, and the notebook's saved widgets, of which there are none here.
 * Source: `registerWidgetManager` of `@jupyter-widgets/jupyterlab-manager`.
 *
 * @param sessionContext - with a kernel
 */
export async function drawWidgets(
  sessionContext: ISessionContext,
  context: DocumentRegistry.Context,
  rendermime: IRenderMimeRegistry
): Promise<IDisposable | null> {
  let manager;
  try {
    manager = await import('@jupyter-widgets/jupyterlab-manager');
  } catch {
    return null;
  }
  let share = shares.get(sessionContext);
  if (!share) {
    shares.set(sessionContext, (share = { key: UUID.uuid4(), users: 0 }));
  }
  const { key } = share;
  share.users++;
  const source = {
    sessionContext: withKey(sessionContext, key),
    saveState: context.saveState,
    model: { getMetadata: () => undefined }
  };
  const registration = manager.registerWidgetManager(source, rendermime, []);
  return new DisposableDelegate(() => {
    if (--share.users === 0) {
      shares.delete(sessionContext);
      registration.dispose();
    }
    // The extension keeps what it was given for as long as the page lives.
    void sessionContext.ready.then(() => {
      Object.assign<object, object>(source, {
        sessionContext: null,
        saveState: null
      });
    });
  });
}

/**
 * The session under another kernel's id, when it is asked for the first time.
 *
 * The extension keeps managers by their kernel's id, also those that were
 * disposed: a panel that is opened again on the same kernel would be given a
 * dead one. The first that it asks of a session is that id.
 */
function withKey(context: ISessionContext, key: string): ISessionContext {
  let isAsked = false;
  return new Proxy(context, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      const { session } = target;
      if (name !== 'session' || isAsked || !session?.kernel) {
        return value;
      }
      isAsked = true;
      const kernel = Object.create(session.kernel, { id: { value: key } });
      return Object.create(session, { kernel: { value: kernel } });
    }
  });
}
