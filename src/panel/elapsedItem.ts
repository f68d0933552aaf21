import type { TranslationBundle } from '@jupyterlab/translation';
import { type Message, MessageLoop } from '@lumino/messaging';
import type { ISignal } from '@lumino/signaling';
import { Panel, Widget } from '@lumino/widgets';

import type { IRun } from '../kernel';
import type { Runner } from './runner';

/**
 * How often the elapsed time is shown, in milliseconds.
 */
const TICK = 100;

/**
 * Runs shorter than this, in milliseconds, show no time.
 */
const SHORT = 500;

/**
 * A part of a toolbar that follows what a view runs.
 */
export abstract class RunItem extends Panel {
  constructor(view: RunItem.IView) {
    super();
    this.runner = view.runner;
    view.changed.connect(this.refresh, this);
    view.runner.changed.connect(this.refresh, this);
    view.disposed.connect(() => this.dispose());
  }

  protected readonly runner: Runner;

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

export namespace RunItem {
  /**
   * A view that runs code, such as a panel.
   */
  export interface IView {
    readonly changed: ISignal<unknown, void>;
    readonly disposed: ISignal<unknown, void>;
    readonly runner: Runner;
  }
}

/**
 * How long the run has been going on.
 */
export class ElapsedItem extends RunItem {
  constructor(
    view: RunItem.IView,
    private trans: TranslationBundle
  ) {
    super(view);
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
    const { current, waiting } = this.runner;
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
    const { current, executor, isStopping, last, waiting } = this.runner;
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
