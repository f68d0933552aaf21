/**
 * The app page: what a browser runs at `{base_url}/jigsaw`.
 */
import { ServiceManager } from '@jupyterlab/services';
import type { Widget as IWidget } from '@lumino/widgets';
import { Widget } from '@lumino/widgets';

import './styles';
import { type IPageConfig, readConfig } from './config';
import { FILE_EXTENSION } from '../document/fileType';
import { PageTheme } from './theme';

async function start(): Promise<void> {
  document.body.classList.add('jp-ThemedContainer', 'jp-JigsawPage');
  const theme = new PageTheme();
  const config = readConfig();
  const page = await create(config, theme);
  page.addClass('jp-JigsawPage-root');
  Widget.attach(page, document.body);
  window.addEventListener('resize', () => page.update());
}

async function create(config: IPageConfig, theme: PageTheme): Promise<IWidget> {
  const services = new ServiceManager();
  if (config.kind === 'file' || config.path.endsWith(FILE_EXTENSION)) {
    const { createEditorPage } = await import('./editorPage');
    return createEditorPage(config, services, theme);
  }
  const { ListPage } = await import('./listPage');
  return new ListPage(config, services, theme);
}

start().catch(reason => {
  console.error(reason);
  const text = document.createElement('p');
  text.setAttribute('role', 'alert');
  text.textContent =
    'Jigsaw could not be loaded from the server. Check the connection, then reload the page.';
  document.body.replaceChildren(text);
});
