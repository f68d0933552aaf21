import { URLExt } from '@jupyterlab/coreutils';
import {
  ContentsManager,
  KernelManager,
  ServerConnection,
  SessionManager
} from '@jupyterlab/services';
import { nullTranslator } from '@jupyterlab/translation';

import { Bridge, DEFAULT_BRIDGE_SETTINGS } from '../bridge';
import { languages } from '../languages/descriptors';
import type { IClassicNotebook } from './api';
import { createNotices } from './notices';
import { findInPage } from './places';
import { PageSession } from './session';

/**
 * Make what is loaded with the first frame.
 *
 * @param pagesUrl - where the frames of this page find files
 */
export function createBridge(
  notebook: IClassicNotebook,
  pagesUrl: string
): Bridge {
  const trans = nullTranslator.load('jupyterlab-jigsaw');
  const serverSettings = settingsOf(notebook);
  const kernelManager = new KernelManager({ serverSettings });
  const sessions = new SessionManager({ kernelManager, serverSettings });
  return new Bridge({
    contents: new ContentsManager({ serverSettings }),
    filesUrl: URLExt.join(serverSettings.baseUrl, 'files/'),
    findPlace: findInPage(notebook, new PageSession(notebook, sessions)),
    kernelLanguages: name =>
      languages.find(({ id }) => id === name)?.kernelLanguages ?? null,
    loggers: null,
    // Blocks of our own would need all of Blockly.
    native: null,
    notifications: createNotices(trans.__('Close')),
    pagesUrl,
    serverSettings,
    settings: () => DEFAULT_BRIDGE_SETTINGS,
    trans
  });
}

/**
 * What the page says of its server.
 */
function settingsOf(notebook: IClassicNotebook): ServerConnection.ISettings {
  const { jupyterApiToken = '', wsUrl = '' } = document.body.dataset;
  const baseUrl = URLExt.normalize(notebook.base_url);
  return ServerConnection.makeSettings({
    baseUrl,
    wsUrl: decodeURIComponent(wsUrl) || baseUrl.replace(/^http/, 'ws'),
    token: decodeURIComponent(jupyterApiToken)
  });
}
