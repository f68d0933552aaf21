import type { ISessionContext } from '@jupyterlab/apputils';
import { Toolbar } from '@jupyterlab/apputils';
import { PathExt } from '@jupyterlab/coreutils';
import type { ITranslator, TranslationBundle } from '@jupyterlab/translation';
import { type Message, MessageLoop } from '@lumino/messaging';
import { Panel, Widget } from '@lumino/widgets';

import type { IRun } from '../kernel';
import type { JigsawPanel } from './panel';

/**
 * How often the elapsed time is shown, in milliseconds.
 */
const TICK = 100;

/**
 * Runs shorter than this, in milliseconds, show no time.
 */
const SHORT = 500;

/**
 * Follows a panel.
 */
abstract class PanelItem extends Panel {
  constructor(protected panel: JigsawPanel) {
    super();
    panel.changed.connect(this.refresh, this);
    panel.runner.changed.connect(this.refresh, this);
    panel.disposed.connect(() => this.dispose());
  }

  protected abstract refresh(): void;

  /**
   * Have the toolbar measure the item now and see which items it has room for.
   * It remembers the first width that it finds, which is why the item has none
   * before (`style/panel.css`), and looks again when its own size changes.
   */
  protected settle(): void {
    this.parent?.addClass('jp-mod-settled');
    const toolbar = this.parent?.parent;
    if (toolbar?.isVisible) {
      const { clientHeight, clientWidth } = toolbar.node;
      MessageLoop.postMessage(
        toolbar,
        new Widget.ResizeMessage(clientWidth, clientHeight)
      );
    }
  }
}

/**
 * The kernel's name and status, of whichever session the panel works in.
 */
export class KernelItem extends PanelItem {
  constructor(
    panel: JigsawPanel,
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
export class SessionItem extends PanelItem {
  constructor(
    panel: JigsawPanel,
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

/**
 * How long the run has been going on.
 */
export class ElapsedItem extends PanelItem {
  constructor(
    panel: JigsawPanel,
    private trans: TranslationBundle
  ) {
    super(panel);
    this.addClass('jp-Jigsaw-elapsed');
    this.node.setAttribute('role', 'timer');
    this.node.append(this._text);
    this.refresh();
  }

  override dispose(): void {
    clearInterval(this._timer);
    super.dispose();
  }

  protected override onAfterAttach(msg: Message): void {
    super.onAfterAttach(msg);
    this.settle();
  }

  protected refresh(): void {
    const { current, waiting } = this.panel.runner;
    const running = current !== null || waiting > 0;
    if (running && this._timer === undefined) {
      this._timer = setInterval(() => this._show(true), TICK);
    } else if (!running) {
      clearInterval(this._timer);
      this._timer = undefined;
    }
    this._show(false);
  }

  /**
   * @param waits - whether to tell of a wait, which most runs end at once
   */
  private _show(waits: boolean): void {
    const { current, executor, isStopping, last, waiting } = this.panel.runner;
    const run = current ?? (waiting > 0 ? null : last);
    const behind = (executor?.pending.length ?? 0) + waiting - 1;
    const parts = [
      run && run.state !== 'queued'
        ? this._time(run)
        : waits && this.trans.__('Waiting for the kernel…'),
      isStopping ? this.trans.__('stopping…') : '',
      behind > 0 ? this.trans.__('%1 waiting', behind) : ''
    ];
    const text = parts.filter(Boolean).join(' · ');
    if (this._text.data !== text) {
      this._text.data = text;
      // There may be no room for all of it.
      this.node.title = text;
    }
    const isRunning = run ? run.state !== 'done' : waiting > 0;
    this.node.classList.toggle('jp-mod-running', isRunning);
  }

  private _time(run: IRun): string {
    const time = run.startedAt
      ? (run.endedAt ?? Date.now()) - run.startedAt
      : 0;
    return time < SHORT ? '' : this.trans.__('%1 s', (time / 1000).toFixed(1));
  }

  /**
   * Changed in place: the toolbar measures all its items when one comes or goes.
   */
  private _text = document.createTextNode('');
  private _timer: ReturnType<typeof setInterval> | undefined;
}
