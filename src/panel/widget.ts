import { DOMUtils } from '@jupyterlab/apputils';
import { DocumentWidget } from '@jupyterlab/docregistry';
import type { TranslationBundle } from '@jupyterlab/translation';
import { PromiseDelegate } from '@lumino/coreutils';
import { type Message, MessageLoop } from '@lumino/messaging';
import { Panel, Widget } from '@lumino/widgets';

import type { JigsawModel } from '../document';
import { loadFailure } from '../notebook/loadFailure';
import type { JigsawPanel } from './panel';

/**
 * The tab of a `.jigsaw` document.
 *
 * It is there at once; the panel in it, and Blockly with it, is loaded behind
 * it when the first document opens.
 */
export class JigsawWidget extends DocumentWidget<JigsawShell, JigsawModel> {
  constructor(options: DocumentWidget.IOptions<JigsawShell, JigsawModel>) {
    super(options);
    // By which its toolbar's buttons find it; JupyterLab would give one later.
    this.id = DOMUtils.createDomID();
    // JupyterLab says nothing of a size that is found when a tab is drawn, as
    // after a reload; the toolbar then goes on without most of its buttons.
    const { toolbar } = this;
    const sizes = new ResizeObserver(([{ contentRect }]) => {
      const { height, width } = contentRect;
      // One that is hidden or gone has nothing to arrange, and fails at it.
      if (width > 0 && toolbar.isVisible) {
        MessageLoop.postMessage(
          toolbar,
          new Widget.ResizeMessage(width, height)
        );
      }
    });
    sizes.observe(toolbar.node);
    this.disposed.connect(() => sizes.disconnect());
    // Behind JupyterLab's own hook, which comes when the tab is opened and asks
    // what is to be done with unsaved edits.
    void this.content.ready.then(panel =>
      MessageLoop.installMessageHook(this, (_, msg) => {
        if (msg.type === 'close-request') {
          panel.holdAutosave();
        }
        return true;
      })
    );
  }

  /**
   * The panel, or null while it is being loaded.
   */
  get panel(): JigsawPanel | null {
    return this.content.panel;
  }

  /**
   * Share the session of a notebook, as soon as the panel is there.
   *
   * @param notebook - the notebook's path
   */
  attach(notebook: string): void {
    this.content.attach(notebook);
  }

  override setFragment(): void {
    /* Blocks have no places that an address could name. */
  }
}

/**
 * Shows that the panel is on its way, then the panel.
 */
export class JigsawShell extends Panel {
  constructor(options: JigsawShell.IOptions) {
    super();
    this.addClass('jp-Jigsaw');
    this._options = options;
  }

  get panel(): JigsawPanel | null {
    return this._panel;
  }

  /**
   * Fulfilled with the panel when it has come; never without it.
   */
  get ready(): Promise<JigsawPanel> {
    return this._ready.promise;
  }

  attach(notebook: string): void {
    if (this._panel) {
      this._panel.session.attach(notebook);
    } else {
      this._notebook = notebook;
    }
  }

  /**
   * Load the panel; again after a failure.
   */
  async start(): Promise<void> {
    // Not at JupyterLab's start; when it fails to load, the panel does so too.
    import('../../style/shell.css').catch(() => undefined);
    const waiting = new Widget();
    waiting.addClass('jp-Jigsaw-loading');
    this.addWidget(waiting);
    try {
      const panel = await this._options.load();
      if (this.isDisposed) {
        panel.dispose();
        return;
      }
      this._panel = panel;
      this.addWidget(panel);
      waiting.dispose();
      void panel.start(this._notebook);
      this._ready.resolve(panel);
      if (this.node.contains(document.activeElement)) {
        panel.activate();
      }
    } catch (error) {
      waiting.dispose();
      this.addWidget(
        loadFailure(error, this._options.trans, () => void this.start())
      );
    }
  }

  protected override onActivateRequest(msg: Message): void {
    if (this._panel) {
      this._panel.activate();
    } else {
      this.node.tabIndex = -1;
      this.node.focus();
    }
  }

  private _options: JigsawShell.IOptions;
  private _notebook: string | undefined;
  private _panel: JigsawPanel | null = null;
  private _ready = new PromiseDelegate<JigsawPanel>();
}

export namespace JigsawShell {
  export interface IOptions {
    /**
     * Fetch the code and make the panel.
     */
    load: () => Promise<JigsawPanel>;
    trans: TranslationBundle;
  }
}
