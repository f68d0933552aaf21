import type { JupyterFrontEnd } from '@jupyterlab/application';
import type { IThemeManager } from '@jupyterlab/apputils';
import { Notification } from '@jupyterlab/apputils';
import type { IConsoleTracker } from '@jupyterlab/console';
import { URLExt } from '@jupyterlab/coreutils';
import type { ILoggerRegistry } from '@jupyterlab/logconsole';
import type { INotebookTracker } from '@jupyterlab/notebook';
import type { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import type { ISettingRegistry } from '@jupyterlab/settingregistry';
import type { ITranslator } from '@jupyterlab/translation';

import {
  Bridge,
  DEFAULT_BRIDGE_SETTINGS,
  type IBridgeSettings
} from '../bridge';
import type { IFramePlace } from '../notebook';
import {
  findFirst,
  findInConsoles,
  findInNotebooks,
  findInViews
} from '../notebook';
import type { IJigsawRegistry } from '../tokens';
import { findInViewers } from '../viewer';
import { mediaUrl } from './mediaUrl';

/**
 * Make what is loaded with the first frame.
 */
export async function createBridge(
  app: JupyterFrontEnd,
  [
    registry,
    notebooks,
    translator,
    consoles,
    loggers,
    rendermime,
    settingRegistry,
    themeManager
  ]: createBridge.Services
): Promise<Bridge> {
  const { serviceManager: services, shell } = app;
  const settings = await settingRegistry
    ?.load('jupyterlab-jigsaw:bridge')
    .catch(() => undefined);
  const trans = translator.load('jupyterlab-jigsaw');
  const widgets = () => shell.widgets('main');
  return new Bridge({
    contents: services.contents,
    filesUrl: URLExt.join(services.serverSettings.baseUrl, 'files/'),
    currentPath: () => notebooks.currentWidget?.context.path,
    findPlace: findFirst<IFramePlace>(
      findInNotebooks(notebooks),
      findInViews(notebooks, widgets),
      ...(consoles ? [findInConsoles(consoles)] : []),
      ...(rendermime
        ? [findInViewers(widgets, { rendermime, services, trans })]
        : [])
    ),
    kernelLanguages: name =>
      registry.languages.get(name)?.kernelLanguages ?? null,
    loggers,
    native: async () => {
      const { FrameBlocks, prepareBlocks } = await import('../cell');
      await prepareBlocks(registry.blocks, trans);
      return new FrameBlocks({
        mediaUrl: mediaUrl(),
        registry,
        themeManager,
        translator
      });
    },
    notifications: Notification,
    serverSettings: services.serverSettings,
    settings: () => ({
      ...DEFAULT_BRIDGE_SETTINGS,
      ...(settings?.composite as Partial<IBridgeSettings> | undefined)
    }),
    trans
  });
}

export namespace createBridge {
  /**
   * What the plugin asks for, in its order.
   */
  export type Services = [
    registry: IJigsawRegistry,
    notebooks: INotebookTracker,
    translator: ITranslator,
    consoles: IConsoleTracker | null,
    loggers: ILoggerRegistry | null,
    rendermime: IRenderMimeRegistry | null,
    settings: ISettingRegistry | null,
    themeManager: IThemeManager | null
  ];
}
