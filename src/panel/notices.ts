import type { Message } from '@lumino/messaging';
import { Widget } from '@lumino/widgets';

/**
 * What the panel has to say to the user, in place, until it is no longer so.
 */
export interface INotice {
  severity: 'info' | 'warning' | 'error';
  /**
   * What happened, to what, and what to do.
   */
  text: string;
  actions?: readonly INoticeAction[];
}

export interface INoticeAction {
  label: string;
  execute: () => void;
}

/**
 * The notices of a panel, one a subject, the newest last.
 */
export class NoticeBar extends Widget {
  constructor() {
    super();
    this.addClass('jp-Jigsaw-notices');
    this.node.setAttribute('role', 'status');
    this.node.append(this._rows);
    this.hide();
  }

  /**
   * Say something about a subject, or nothing any more.
   */
  set(subject: string, notice: INotice | null): void {
    if (notice) {
      this._notices.set(subject, notice);
    } else if (!this._notices.delete(subject)) {
      return;
    }
    this._rows.replaceChildren(
      ...[...this._notices].map(([key, item]) => Private.render(key, item))
    );
    this.setHidden(this._notices.size === 0);
    this._fit();
  }

  protected override onAfterShow(msg: Message): void {
    super.onAfterShow(msg);
    this._fit();
  }

  protected override onResize(msg: Widget.ResizeMessage): void {
    super.onResize(msg);
    this._fit();
  }

  /**
   * Ask for as much height as the texts need: a box layout asks a widget for
   * its least height and knows nothing of what is in it.
   */
  private _fit(): void {
    const height = `${this._rows.offsetHeight}px`;
    if (this.node.style.minHeight !== height) {
      this.node.style.minHeight = height;
      this.parent?.fit();
    }
  }

  private _rows = document.createElement('div');
  private _notices = new Map<string, INotice>();
}

namespace Private {
  export function render(subject: string, notice: INotice): HTMLElement {
    const row = document.createElement('div');
    row.className = `jp-Jigsaw-notice jp-mod-${notice.severity}`;
    row.dataset.subject = subject;
    const text = document.createElement('span');
    text.className = 'jp-Jigsaw-noticeText';
    text.textContent = notice.text;
    row.append(text);
    for (const action of notice.actions ?? []) {
      const button = document.createElement('button');
      button.className = 'jp-mod-styled jp-mod-minimal jp-Jigsaw-noticeAction';
      button.textContent = action.label;
      button.addEventListener('click', action.execute);
      row.append(button);
    }
    return row;
  }
}
