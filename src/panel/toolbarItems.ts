import type { ISessionContext } from '@jupyterlab/apputils';
import { Toolbar } from '@jupyterlab/apputils';
import { PathExt } from '@jupyterlab/coreutils';
import type { ITranslator, TranslationBundle } from '@jupyterlab/translation';
import { Panel, Widget } from '@lumino/widgets';

import type { IRun } from '../kernel';
import type { JigsawPanel } from './panel';
import type { JigsawWidget } from './widget';

/**
 * How often the elapsed time is shown, in milliseconds.
 */
const TICK = 100;

/**
 * Runs shorter than this, in milliseconds, show no time.
 */
const SHORT = 500;

/**
 * Waits for a widget's panel and follows it.
 */
abstract class PanelItem extends Panel {
  constructor(widget: JigsawWidget) {
    super();
    void widget.content.ready.then(panel => {
      if (!this.isDisposed) {
        panel.changed.connect(this.refresh, this);
        panel.runner.changed.connect(this.refresh, this);
        panel.disposed.connect(() => this.dispose());
        this.panel = panel;
        this.refresh();
      }
    });
  }

  protected panel: JigsawPanel | null = null;

  protected abstract refresh(): void;
}

/**
 * The kernel's name and status, of whichever session the panel works in.
 */
export class KernelItem extends PanelItem {
  constructor(
    widget: JigsawWidget,
    private dialogs: ISessionContext.IDialogs,
    private translator: ITranslator
  ) {
    super(widget);
    this.addClass('jp-Jigsaw-kernelItem');
  }

  protected refresh(): void {
    const context = this.panel?.session.context ?? null;
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
    }
  }

  private _context: ISessionContext | null = null;
}

/**
 * Whose session it is: the panel's own, or a notebook's.
 */
export class SessionItem extends PanelItem {
  constructor(
    widget: JigsawWidget,
    change: () => void,
    private trans: TranslationBundle
  ) {
    super(widget);
    this.addClass('jp-Jigsaw-sessionItem');
    this._button.className = 'jp-Jigsaw-sessionButton';
    this._button.addEventListener('click', change);
    const host = new Widget();
    host.node.append(this._button);
    this.addWidget(host);
  }

  protected refresh(): void {
    const path = this.panel?.session.notebookPath ?? null;
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

  private _button = document.createElement('button');
}

/**
 * How long the run has been going on.
 */
export class ElapsedItem extends PanelItem {
  constructor(
    widget: JigsawWidget,
    private trans: TranslationBundle
  ) {
    super(widget);
    this.addClass('jp-Jigsaw-elapsed');
    this.node.setAttribute('role', 'timer');
  }

  override dispose(): void {
    clearInterval(this._timer);
    super.dispose();
  }

  protected refresh(): void {
    const running = this.panel?.runner.current;
    if (running && this._timer === undefined) {
      this._timer = setInterval(() => this._show(), TICK);
    } else if (!running) {
      clearInterval(this._timer);
      this._timer = undefined;
    }
    this._show();
  }

  private _show(): void {
    const run = this.panel?.runner.current ?? this.panel?.runner.last;
    if (!run) {
      return;
    }
    const behind = (this.panel?.runner.executor?.pending.length ?? 0) - 1;
    const parts = [
      run.state === 'queued'
        ? this.trans.__('Waiting for the kernel…')
        : this._time(run),
      behind > 0 ? this.trans.__('%1 waiting', behind) : ''
    ];
    const text = parts.filter(Boolean).join(' · ');
    if (this.node.textContent !== text) {
      this.node.textContent = text;
    }
    this.node.classList.toggle('jp-mod-running', run.state !== 'done');
  }

  private _time(run: IRun): string {
    const time = run.startedAt
      ? (run.endedAt ?? Date.now()) - run.startedAt
      : 0;
    return time < SHORT ? '' : this.trans.__('%1 s', (time / 1000).toFixed(1));
  }

  private _timer: ReturnType<typeof setInterval> | undefined;
}
