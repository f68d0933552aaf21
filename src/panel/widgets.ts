import type { ISessionContext } from '@jupyterlab/apputils';
import type { DocumentRegistry } from '@jupyterlab/docregistry';
import type { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import type { IDisposable } from '@lumino/disposable';

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
  return manager.registerWidgetManager(
    {
      sessionContext,
      saveState: context.saveState,
      model: { getMetadata: () => undefined }
    },
    rendermime,
    []
  );
}
