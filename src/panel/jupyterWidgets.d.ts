/**
 * The one function of the ipywidgets extension that we call. The extension is
 * shared by JupyterLab's module federation when it is installed, and never
 * bundled.
 */
declare module '@jupyter-widgets/jupyterlab-manager' {
  export function registerWidgetManager(
    context: unknown,
    rendermime: unknown,
    renderers: Iterable<unknown>
  ): import('@lumino/disposable').IDisposable;
}
