/**
 * The extension of the classic notebook, nbclassic: it hears frames as the
 * bridge does in JupyterLab.
 */
import { listen } from '../bridge/listen';
import type { IClassicDocument } from './api';
import { silenceMetaKernel } from './metakernel';

/**
 * Where the bundler's code finds the rest of the bundle; a module of RequireJS
 * does not know where it is from.
 */
// eslint-disable-next-line @typescript-eslint/no-unused-vars
declare let __webpack_public_path__: string;

/**
 * Called by the classic notebook's page, once.
 */
export function load_ipython_extension(): void {
  const notebook = window.Jupyter?.notebook;
  if (!notebook) {
    return;
  }
  silenceMetaKernel();
  const server = new URL(notebook.base_url, document.baseURI);
  __webpack_public_path__ = new URL('./nbextensions/jupyterlab-jigsaw/', server)
    .href;
  const { nbclassicPath = '' }: IClassicDocument = document;
  // From there a frame is led to the files.
  const { href: pagesUrl } = new URL(`.${nbclassicPath}/notebooks/`, server);
  const look = listen(async () =>
    (await import(/* webpackChunkName: "bridge" */ './parts')).createBridge(
      notebook,
      pagesUrl
    )
  );
  for (const frame of document.querySelectorAll('iframe')) {
    // Those that have loaded show a page that nobody can look into.
    if (!frame.contentDocument) {
      look(frame);
    }
  }
}
