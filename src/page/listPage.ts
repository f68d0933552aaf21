import { PathExt } from '@jupyterlab/coreutils';
import type { Contents, ServiceManager } from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';
import { nullTranslator } from '@jupyterlab/translation';
import type { Message } from '@lumino/messaging';
import { Widget } from '@lumino/widgets';

import { FILE_EXTENSION } from '../document/fileType';
import { CHECK, pageUrl, trail } from './addresses';
import type { IPageConfig } from './config';
import { button, link } from './elements';
import { EntryList } from './entryList';
import { explainFailure, failureOf } from './failures';
import { deleteWorkspace, ownSessionsOf, renameWorkspace } from './files';
import { SessionList } from './sessionList';
import type { PageTheme } from './theme';

/**
 * The folders and workspaces of a listing, folders first, each by name; nothing
 * else is of use here.
 */
export function entriesOf(
  models: readonly Contents.IModel[]
): Contents.IModel[] {
  const isFolder = ({ type }: Contents.IModel) => type === 'directory';
  return models
    .filter(
      model => isFolder(model) || PathExt.extname(model.name) === FILE_EXTENSION
    )
    .sort(
      (one, other) =>
        Number(isFolder(other)) - Number(isFolder(one)) ||
        one.name.localeCompare(other.name, undefined, { numeric: true })
    );
}

/**
 * The page of a folder: its folders and workspaces, and what runs on the server.
 */
export class ListPage extends Widget {
  constructor(
    private readonly _config: IPageConfig,
    private readonly _services: ServiceManager.IManager,
    private readonly _theme: PageTheme
  ) {
    super();
    this.addClass('jp-JigsawPage-list');
    document.title =
      PathExt.basename(this._config.path) || this._trans.__('Jigsaw');
    this._status.setAttribute('role', 'status');
    this._status.className = 'jp-JigsawPage-message';
    this._entries = new EntryList({
      baseUrl: this._config.baseUrl,
      onDelete: path => this._alone(() => this._delete(path)),
      onRename: path => this._alone(() => this._rename(path)),
      trans: this._trans
    });
    this._new = button(this._trans.__('New Workspace'), () =>
      this._alone(() => this._create())
    );
    this._new.classList.add('jp-mod-primary');
    this._makers = [
      this._new,
      button(this._trans.__('New Folder…'), () =>
        this._alone(() => this._makeFolder())
      ),
      button(this._trans.__('Upload…'), () => this._input.click())
    ];
    this._input.type = 'file';
    this._input.multiple = true;
    this._input.accept = FILE_EXTENSION;
    this._input.addEventListener('change', () => {
      this._upload([...(this._input.files ?? [])]);
      // So that the same file, changed, can be chosen again.
      this._input.value = '';
    });
    this._sessions = new SessionList(this._config, this._services, this._trans);
    const main = document.createElement('main');
    const check = link(
      this._trans.__('Check Connection'),
      `${this._urlOf(this._config.path)}?${CHECK}`
    );
    main.append(
      this._head(),
      this._status,
      this._entries.node,
      this._sessions.node,
      check
    );
    this.node.append(main);
    if (this._config.kind === 'folder') {
      void this._load();
    } else {
      this._allowMaking(false);
      this._say(
        explainFailure(
          this._config.kind === 'forbidden' ? 'no-permission' : 'missing',
          this._config.path,
          this._trans
        )
      );
    }
  }

  protected override onAfterAttach(msg: Message): void {
    super.onAfterAttach(msg);
    document.addEventListener('visibilitychange', this);
    document.addEventListener('dragover', this);
    document.addEventListener('drop', this);
  }

  protected override onBeforeDetach(msg: Message): void {
    document.removeEventListener('visibilitychange', this);
    document.removeEventListener('dragover', this);
    document.removeEventListener('drop', this);
    super.onBeforeDetach(msg);
  }

  handleEvent(event: Event): void {
    if (event.type === 'dragover' || event.type === 'drop') {
      this._drop(event as DragEvent);
      return;
    }
    // Somebody comes back to it, perhaps from a workspace just made.
    if (
      event.type === 'visibilitychange' &&
      !document.hidden &&
      this._config.kind === 'folder'
    ) {
      void this._load();
    }
  }

  /** A browser would show the file in the page's place. */
  private _drop(event: DragEvent): void {
    const { dataTransfer, type } = event;
    if (!dataTransfer?.types.includes('Files')) {
      return;
    }
    event.preventDefault();
    if (this._new.hidden) {
      dataTransfer.dropEffect = 'none';
    } else if (type === 'drop') {
      this._upload([...dataTransfer.files]);
    } else {
      dataTransfer.dropEffect = 'copy';
    }
  }

  /** Show what makes something, where the server lets it be made. */
  private _allowMaking(isAllowed: boolean): void {
    for (const maker of this._makers) {
      maker.hidden = !isAllowed;
    }
  }

  private _head(): HTMLElement {
    const head = document.createElement('header');
    const nav = document.createElement('nav');
    nav.setAttribute('aria-label', this._trans.__('Folder'));
    const places = trail(this._config.path);
    places.forEach(({ name, path }, index) => {
      const place = link(
        name || this._trans.__('Workspaces'),
        this._urlOf(path)
      );
      if (index === places.length - 1) {
        place.setAttribute('aria-current', 'page');
      }
      nav.append(place);
    });
    const themeButton = button('', () => this._theme.toggle());
    const nameTheme = () => {
      themeButton.textContent =
        this._theme.theme === 'light'
          ? this._trans.__('Dark')
          : this._trans.__('Light');
    };
    themeButton.title = this._trans.__('Change between light and dark');
    this._theme.themeChanged.connect(nameTheme);
    nameTheme();
    head.append(nav, ...this._makers, themeButton);
    return head;
  }

  private async _load(): Promise<void> {
    let folder: Contents.IModel;
    try {
      folder = await this._services.contents.get(this._config.path);
    } catch (reason) {
      await this._fail(reason);
      return;
    }
    const entries = entriesOf((folder.content ?? []) as Contents.IModel[]);
    this._say(
      entries.length === 0
        ? this._trans.__('There are no workspaces in this folder yet.')
        : ''
    );
    this._allowMaking(folder.writable !== false);
    if (this._entries.display(entries, folder.writable !== false)) {
      this._new.focus();
    }
  }

  /**
   * Do what a button says, unless another one is at it: a second press comes
   * easily before a dialog is there.
   */
  private _alone(work: () => Promise<void>): void {
    if (!this._isAtWork) {
      this._isAtWork = true;
      void work().finally(() => {
        this._isAtWork = false;
      });
    }
  }

  private async _rename(path: string): Promise<void> {
    const { askName } = await import('./fileDialogs');
    const name = await askName(PathExt.basename(path), this._trans);
    if (name !== null) {
      await this._change(path, name, async () => {
        const renamed = await renameWorkspace(this._services, path, name);
        this._entries.rename(path, renamed);
      });
    }
  }

  private async _delete(path: string): Promise<void> {
    const { confirmDelete } = await import('./fileDialogs');
    const name = PathExt.basename(path);
    await this._change(path, name, async () => {
      const own = await ownSessionsOf(this._services, path);
      if (await confirmDelete(name, own.length > 0, this._trans)) {
        await deleteWorkspace(this._services, path);
      }
    });
  }

  /**
   * Do something with what is in the folder, and show what came of it.
   *
   * @param name - what something else may be called already
   * @param change - gives what is to be said of it, if something is
   */
  private async _change(
    path: string,
    name: string,
    change: () => Promise<string[] | void>
  ): Promise<void> {
    try {
      const told = await change();
      await this._load();
      if (told?.length) {
        this._say(told.join(' '));
      }
    } catch (reason) {
      await this._load();
      await this._fail(reason, path, name);
    }
  }

  private async _create(): Promise<void> {
    try {
      const { path } = await this._services.contents.newUntitled({
        path: this._config.path,
        type: 'file',
        ext: FILE_EXTENSION
      });
      window.location.assign(this._urlOf(path));
    } catch (reason) {
      await this._fail(reason);
    }
  }

  private async _makeFolder(): Promise<void> {
    const { askFolderName } = await import('./fileDialogs');
    const name = await askFolderName(this._trans);
    if (name === null) {
      return;
    }
    const path = PathExt.join(this._config.path, name);
    await this._change(path, name, async () => {
      const { makeFolder } = await import('./uploads');
      if (!(await makeFolder(this._services, path))) {
        return [explainFailure('exists', name, this._trans)];
      }
    });
  }

  private _upload(files: readonly File[]): void {
    const { path } = this._config;
    const place = path || this._trans.__('this folder');
    this._alone(() =>
      this._change(place, place, async () => {
        const [{ putWorkspaces }, { confirmReplace }] = await Promise.all([
          import('./uploads'),
          import('./fileDialogs')
        ]);
        return putWorkspaces(
          this._services,
          path,
          files,
          name => confirmReplace(name, this._trans),
          this._trans
        );
      })
    );
  }

  private async _fail(
    reason: unknown,
    what = this._config.path || this._trans.__('this folder'),
    name = what
  ): Promise<void> {
    const failure = await failureOf(reason, this._services.serverSettings);
    this._say(
      explainFailure(failure, failure === 'exists' ? name : what, this._trans)
    );
  }

  private _say(text: string): void {
    this._status.textContent = text;
    this._status.hidden = text === '';
  }

  private _urlOf(path: string): string {
    return pageUrl(this._config.baseUrl, path);
  }

  private readonly _trans: TranslationBundle =
    nullTranslator.load('jupyterlab-jigsaw');
  private readonly _entries: EntryList;
  private readonly _input = document.createElement('input');
  private readonly _makers: readonly HTMLButtonElement[];
  private readonly _new: HTMLButtonElement;
  private readonly _sessions: SessionList;
  private readonly _status = document.createElement('p');
  private _isAtWork = false;
}
