import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import { URLExt } from '@jupyterlab/coreutils';
import { ILoggerRegistry } from '@jupyterlab/logconsole';
import { INotebookTracker } from '@jupyterlab/notebook';
import { ITranslator } from '@jupyterlab/translation';

import type { Bridge } from '../bridge';
import { claimsToBeJigsaw } from '../protocol';

/**
 * Hears the frames that MetaKernel's `%jigsaw` puts into notebooks.
 */
export const bridgePlugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-jigsaw:bridge',
  description: 'Runs what the frames of %jigsaw ask for, safely.',
  autoStart: true,
  requires: [INotebookTracker, ITranslator],
  optional: [ILoggerRegistry],
  activate: (
    app,
    notebooks: INotebookTracker,
    translator: ITranslator,
    loggers: ILoggerRegistry | null
  ) => {
    const { contents, serverSettings } = app.serviceManager;
    let bridge: Promise<Bridge> | null = null;
    const load = async () => {
      const { Bridge } = await import('../bridge');
      return new Bridge({
        contents,
        filesUrl: URLExt.join(serverSettings.baseUrl, 'files/'),
        loggers,
        notebooks,
        trans: translator.load('jupyterlab-jigsaw')
      });
    };
    // Before every other listener, and the only one: MetaKernel's own, which
    // comes with the output, checks nothing.
    window.addEventListener(
      'message',
      event => {
        if (claimsToBeJigsaw(event.data)) {
          event.stopImmediatePropagation();
          bridge ??= load();
          bridge
            .then(loaded => loaded.receive(event))
            .catch(reason => {
              bridge = null;
              console.error('Jigsaw could not hear a frame:', reason);
            });
        }
      },
      { capture: true }
    );
  }
};
