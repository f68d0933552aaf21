import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import { IThemeManager } from '@jupyterlab/apputils';
import { IConsoleTracker } from '@jupyterlab/console';
import { URLExt } from '@jupyterlab/coreutils';
import { ILoggerRegistry } from '@jupyterlab/logconsole';
import { INotebookTracker } from '@jupyterlab/notebook';
import { ISettingRegistry } from '@jupyterlab/settingregistry';
import { ITranslator } from '@jupyterlab/translation';

import type { Bridge } from '../bridge';
import { claimsToBeJigsaw } from '../protocol';
import { IJigsawRegistry } from '../tokens';
import { mediaUrl } from './mediaUrl';

/**
 * Hears the frames that MetaKernel's `%jigsaw` puts into notebooks.
 */
export const bridgePlugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-jigsaw:bridge',
  description: 'Runs what the frames of %jigsaw ask for, safely.',
  autoStart: true,
  requires: [IJigsawRegistry, INotebookTracker, ITranslator],
  optional: [IConsoleTracker, ILoggerRegistry, ISettingRegistry, IThemeManager],
  activate: (
    app,
    registry: IJigsawRegistry,
    notebooks: INotebookTracker,
    translator: ITranslator,
    consoles: IConsoleTracker | null,
    loggers: ILoggerRegistry | null,
    settings: ISettingRegistry | null,
    themeManager: IThemeManager | null
  ) => {
    const { serviceManager, shell } = app;
    const { contents, serverSettings } = serviceManager;
    const filesUrl = URLExt.join(serverSettings.baseUrl, 'files/');
    let bridge: Promise<Bridge> | null = null;
    const load = async () => {
      const { createBridge } = await import('./bridgeParts');
      return createBridge({
        consoles,
        contents,
        filesUrl,
        loggers,
        mediaUrl: mediaUrl(),
        notebooks,
        registry,
        serverSettings,
        settings: await settings?.load(bridgePlugin.id).catch(() => undefined),
        themeManager,
        translator,
        widgets: () => shell.widgets('main')
      });
    };
    const withBridge = async (use: (loaded: Bridge) => unknown) => {
      try {
        bridge ??= load();
        // It keeps what was edited: only one that has not begun is given up.
        const loaded = await bridge.catch(reason => {
          bridge = null;
          throw reason;
        });
        await use(loaded);
      } catch (reason) {
        console.error('Jigsaw could not hear a frame:', reason);
      }
    };
    // Before every other listener, and the only one: MetaKernel's own, which
    // comes with the output, checks nothing.
    window.addEventListener(
      'message',
      event => {
        if (claimsToBeJigsaw(event.data)) {
          event.stopImmediatePropagation();
          void withBridge(loaded => loaded.receive(event));
        }
      },
      { capture: true }
    );
    // It does not bubble, but every one comes by.
    document.addEventListener(
      'load',
      ({ target }) => {
        if (
          target instanceof HTMLIFrameElement &&
          target.src.startsWith(filesUrl)
        ) {
          void withBridge(loaded => loaded.look(target));
        }
      },
      { capture: true }
    );
  }
};
