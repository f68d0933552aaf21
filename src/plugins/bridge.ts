import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import { IThemeManager } from '@jupyterlab/apputils';
import { IConsoleTracker } from '@jupyterlab/console';
import { ILoggerRegistry } from '@jupyterlab/logconsole';
import { INotebookTracker } from '@jupyterlab/notebook';
import { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import { ISettingRegistry } from '@jupyterlab/settingregistry';
import { ITranslator } from '@jupyterlab/translation';

import { listen } from '../bridge/listen';
import { IJigsawRegistry } from '../tokens';

/**
 * Hears the frames that MetaKernel's `%jigsaw` puts into notebooks.
 */
export const bridgePlugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-jigsaw:bridge',
  description: 'Hears the frames of %jigsaw.',
  autoStart: true,
  requires: [IJigsawRegistry, INotebookTracker, ITranslator],
  optional: [
    IConsoleTracker,
    ILoggerRegistry,
    IRenderMimeRegistry,
    ISettingRegistry,
    IThemeManager
  ],
  activate: (
    app,
    registry: IJigsawRegistry,
    notebooks: INotebookTracker,
    translator: ITranslator,
    consoles: IConsoleTracker | null,
    loggers: ILoggerRegistry | null,
    rendermime: IRenderMimeRegistry | null,
    settings: ISettingRegistry | null,
    themeManager: IThemeManager | null
  ) => {
    listen(async () =>
      // Their names would be bytes of the start-up.
      (await import('./bridgeParts')).createBridge(app, [
        registry,
        notebooks,
        translator,
        consoles,
        loggers,
        rendermime,
        settings,
        themeManager
      ])
    );
  }
};
