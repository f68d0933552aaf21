import type { Contents } from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';
import { Widget } from '@lumino/widgets';

import { pageUrl } from './addresses';
import { button, link } from './elements';

/**
 * The folders and workspaces of a folder; what can be done with a workspace
 * stands beside it.
 */
export class EntryList extends Widget {
  constructor(private readonly _options: EntryList.IOptions) {
    super({ node: document.createElement('ul') });
    this.addClass('jp-JigsawPage-entries');
    this.node.setAttribute('aria-label', this._options.trans.__('Workspaces'));
  }

  /**
   * Show what there is now. The keyboard stays where it was: at the same entry, or
   * where that has gone, at the one in its place.
   *
   * @param canChange - whether the server lets names of the folder be changed
   * @returns whether the keyboard found nothing to stay at
   */
  display(models: readonly Contents.IModel[], canChange: boolean): boolean {
    const rows = [...this.node.children] as HTMLElement[];
    const row = rows.findIndex(one => one.contains(document.activeElement));
    const controls = row < 0 ? [] : [...rows[row].children];
    const control = controls.findIndex(one => one === document.activeElement);
    this.node.replaceChildren(
      ...models.map(model => this._item(model, canChange))
    );
    if (row < 0) {
      return false;
    }
    const now = [...this.node.children] as HTMLElement[];
    const { path } = rows[row].dataset;
    const next =
      now.find(one => one.dataset.path === path) ?? now[row] ?? now[row - 1];
    const found = next?.children[control] ?? next?.firstElementChild;
    (found as HTMLElement | undefined)?.focus();
    return !found;
  }

  /**
   * Know an entry by its new path.
   */
  rename(path: string, renamed: string): void {
    for (const row of this.node.children as Iterable<HTMLElement>) {
      if (row.dataset.path === path) {
        row.dataset.path = renamed;
      }
    }
  }

  private _item(
    { name, path, type }: Contents.IModel,
    canChange: boolean
  ): HTMLElement {
    const { baseUrl, onDelete, onRename, trans } = this._options;
    const isFolder = type === 'directory';
    const item = document.createElement('li');
    item.dataset.path = path;
    item.className = isFolder ? 'jp-mod-folder' : 'jp-mod-workspace';
    item.append(link(isFolder ? `${name}/` : name, pageUrl(baseUrl, path)));
    if (canChange && !isFolder) {
      const rename = button(trans.__('Rename…'), () => onRename(path));
      rename.setAttribute('aria-label', trans.__('Rename %1…', name));
      const remove = button(trans.__('Delete…'), () => onDelete(path));
      remove.setAttribute('aria-label', trans.__('Delete %1…', name));
      item.append(rename, remove);
    }
    return item;
  }
}

export namespace EntryList {
  export interface IOptions {
    /**
     * The server's address, ending in a slash.
     */
    baseUrl: string;
    /**
     * Called with the path of a workspace that is to be deleted.
     */
    onDelete: (path: string) => void;
    /**
     * Called with the path of a workspace that is to have another name.
     */
    onRename: (path: string) => void;
    trans: TranslationBundle;
  }
}
