/**
 * The app page: what a browser runs at `{base_url}/jigsaw`.
 */
import { ServiceManager } from '@jupyterlab/services';
import { nullTranslator } from '@jupyterlab/translation';
import { Widget } from '@lumino/widgets';

import './styles';
import { FILE_EXTENSION } from '../document/fileType';
import { CHECK } from './addresses';
import { type IPageConfig, readConfig } from './config';
import { PageTheme } from './theme';

const trans = nullTranslator.load('jupyterlab-jigsaw');

async function start(): Promise<void> {
  document.body.classList.add('jp-ThemedContainer', 'jp-JigsawPage');
  const theme = new PageTheme();
  const services = new ServiceManager();
  const config = readConfig(services.serverSettings.baseUrl);
  const page = await create(config, services, theme);
  page.addClass('jp-JigsawPage-root');
  Widget.attach(page, document.body);
  // The line above the blocks is higher in a narrow window.
  window.addEventListener('resize', () => page.fit());
}

async function create(
  config: IPageConfig,
  services: ServiceManager.IManager,
  theme: PageTheme
): Promise<Widget> {
  if (new URLSearchParams(window.location.search).has(CHECK)) {
    const { createReportPage } = await import('./reportPage');
    return createReportPage(config, services, trans);
  }
  if (config.kind === 'file' || config.path.endsWith(FILE_EXTENSION)) {
    const { createEditorPage } = await import(
      /* webpackChunkName: "editor" */ './editorPage'
    );
    return createEditorPage(config, services, theme);
  }
  const { ListPage } = await import('./listPage');
  return new ListPage(config, services, theme);
}

start().catch(reason => {
  console.error(reason);
  const text = document.createElement('p');
  text.setAttribute('role', 'alert');
  text.textContent = trans.__(
    'Jigsaw could not be loaded from the server. Check the connection, then reload the page.'
  );
  document.body.replaceChildren(text);
});
