import type { ISessionContext } from '@jupyterlab/apputils';
import { Toolbar } from '@jupyterlab/apputils';
import { PathExt } from '@jupyterlab/coreutils';
import type { ITranslator, TranslationBundle } from '@jupyterlab/translation';
import type { Message } from '@lumino/messaging';
import { Widget } from '@lumino/widgets';

import type { JigsawPanel } from './panel';
import { RunItem } from './elapsedItem';

/**
 * The kernel's name and status, of whichever session the panel works in.
 */
export class KernelItem extends RunItem {
  constructor(
    private panel: JigsawPanel,
    private dialogs: ISessionContext.IDialogs,
    private translator: ITranslator
  ) {
    super(panel);
    this.addClass('jp-Jigsaw-kernelItem');
    this.refresh();
  }

  protected refresh(): void {
    const context = this.panel.session.context;
    if (context === this._context) {
      return;
    }
    this._context = context;
    for (const item of [...this.widgets]) {
      item.dispose();
    }
    if (context) {
      this.addWidget(
        Toolbar.createKernelNameItem(context, this.dialogs, this.translator)
      );
      this.addWidget(Toolbar.createKernelStatusItem(context, this.translator));
      void context.ready.then(() => {
        if (!this.isDisposed) {
          this.settle();
        }
      });
    }
  }

  private _context: ISessionContext | null = null;
}

/**
 * Whose session it is: the panel's own, or a notebook's.
 */
export class SessionItem extends RunItem {
  constructor(
    private panel: JigsawPanel,
    private change: () => void,
    private trans: TranslationBundle
  ) {
    super(panel);
    this.addClass('jp-Jigsaw-sessionItem');
    this._button.className = 'jp-Jigsaw-sessionButton';
    const host = new Widget();
    host.node.append(this._button);
    this.addWidget(host);
    this.refresh();
  }

  handleEvent(event: Event): void {
    if (event.type === 'click') {
      this.change();
    }
  }

  // JupyterLab's toolbar element outlives its toolbar, and keeps what can take
  // the focus: a listener that stayed there would keep the whole panel.
  protected override onAfterAttach(msg: Message): void {
    super.onAfterAttach(msg);
    this._button.addEventListener('click', this);
    this.settle();
  }

  protected override onBeforeDetach(msg: Message): void {
    this._button.removeEventListener('click', this);
    super.onBeforeDetach(msg);
  }

  protected refresh(): void {
    // JupyterLab's toolbar measures all its items when something in it changes.
    const path = this.panel.session.notebookPath;
    if (path === this._path) {
      return;
    }
    this._path = path;
    this._button.textContent =
      path === null ? this.trans.__('Own session') : PathExt.basename(path);
    this._button.title =
      path === null
        ? this.trans.__(
            'The blocks run in a session of their own. Click to share a notebook’s.'
          )
        : this.trans.__(
            'The blocks share the session of “%1”. Click to change.',
            path
          );
    this._button.classList.toggle('jp-mod-attached', path !== null);
  }

  private _path: string | null | undefined;
  private _button = document.createElement('button');
}
