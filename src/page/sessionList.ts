import { PathExt } from '@jupyterlab/coreutils';
import type { ServiceManager, Session } from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';
import { Widget } from '@lumino/widgets';

import { FILE_EXTENSION } from '../document/fileType';
import { pageUrl } from './addresses';
import type { IPageConfig } from './config';
import { button, link } from './elements';
import { kernelLabel } from './kernelLabels';

/**
 * The sessions that run on the server; those of workspaces can be gone to.
 */
export class SessionList extends Widget {
  constructor(
    private readonly _config: IPageConfig,
    private readonly _services: ServiceManager.IManager,
    private readonly _trans: TranslationBundle
  ) {
    super({ node: document.createElement('section') });
    this.addClass('jp-JigsawPage-sessions');
    this._title.textContent = this._trans.__('Running');
    this.node.append(this._title, this._list);
    this._services.sessions.runningChanged.connect(this._show, this);
    this._services.kernelspecs.specsChanged.connect(this._show, this);
    this._show();
  }

  private _show(): void {
    const models = [...this._services.sessions.running()];
    this.node.hidden = models.length === 0;
    this._list.replaceChildren(...models.map(model => this._item(model)));
  }

  private _item(model: Session.IModel): HTMLElement {
    const { kernel, path } = model;
    const item = document.createElement('li');
    item.dataset.path = path;
    const isOurs = PathExt.extname(path) === FILE_EXTENSION;
    const name = isOurs
      ? link(path, pageUrl(this._config.baseUrl, path))
      : document.createElement('span');
    name.textContent = path;
    const what = document.createElement('span');
    what.className = 'jp-JigsawPage-what';
    what.textContent = kernelLabel(
      this._services.kernelspecs.specs,
      kernel?.name ?? ''
    );
    const end = button(this._trans.__('Shut Down'), () => {
      end.disabled = true;
      this._services.sessions.shutdown(model.id).catch(() => {
        end.disabled = false;
      });
    });
    end.setAttribute('aria-label', this._trans.__('Shut down %1', path));
    item.append(name, what, end);
    return item;
  }

  private readonly _title = document.createElement('h2');
  private readonly _list = document.createElement('ul');
}
