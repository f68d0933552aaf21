import type { ServiceManager } from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { Widget } from '@lumino/widgets';

import { ReportView } from '../doctor';
import { pageUrl } from './addresses';
import type { IPageConfig } from './config';
import { link } from './elements';

/**
 * The page on which the connection is checked, with the way back to the list.
 */
export function createReportPage(
  config: IPageConfig,
  services: ServiceManager.IManager,
  trans: TranslationBundle
): Widget {
  document.title = trans.__('Connection');
  const view = new ReportView({
    pageUrl: window.location.href,
    settings: services.serverSettings,
    trans
  });
  const nav = document.createElement('nav');
  nav.append(
    link(trans.__('Workspaces'), pageUrl(config.baseUrl, config.path))
  );
  view.node.prepend(nav);
  return view;
}
