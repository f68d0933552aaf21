import type { TranslationBundle } from '@jupyterlab/translation';
import type { IDisposable } from '@lumino/disposable';

import '../../style/bridge.css';
import type { IRun } from '../kernel';
import { type IFramePlace, inAMoment, onceAFrame } from '../notebook';
import type { RefusalReason } from '../protocol';
import type { IDone } from './actions';
import { explainRefusal } from './refusals';

/**
 * The line under a frame that says which kernel it belongs to, and what became
 * of what it asked for last.
 */
export class FrameSign implements IDisposable {
  constructor(
    private readonly _frame: HTMLIFrameElement,
    private readonly _place: IFramePlace,
    private readonly _trans: TranslationBundle
  ) {
    this._node = document.createElement('div');
    this._node.className = 'jp-Jigsaw-frameSign';
    this._node.setAttribute('role', 'status');
    if (_place.addSign) {
      _place.addSign(this._node);
    } else if (_frame.hidden) {
      // Behind what is shown in its place.
      _frame.parentElement?.append(this._node);
    } else {
      _frame.after(this._node);
    }
    const { cell, session } = _place;
    session.kernelChanged.connect(this._show, this);
    session.statusChanged.connect(this._show, this);
    session.disposed.connect(this.dispose, this);
    cell.disposed.connect(this.dispose, this);
    // A cell that was moved is another, and so is its frame.
    _place
      .runs(_trans)
      .pending()
      .forEach(run => void this._count(run));
    this._draw();
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  /**
   * Say why the blocks are shown by us.
   */
  set adopted(text: string | null) {
    this._adopted = text;
    this._show();
  }

  /**
   * Say whether there are edits that are not on disk.
   */
  noteEdit(isEdited: boolean): void {
    this._result = isEdited
      ? this._trans.__('edited')
      : this._trans.__('saved');
    this._isEdited = isEdited;
    this._isBad = false;
    this._show();
  }

  /**
   * Say that a save is not over, unless something is said that went wrong, or
   * was edited since.
   */
  noteSaving(): void {
    if (!this._isBad && !this._isEdited) {
      this._result = this._trans.__('saving…');
      this._show();
    }
  }

  /**
   * Say that a message was not heard.
   */
  refuse(reason: RefusalReason): void {
    this._result = this._trans.__(
      'refused: %1',
      explainRefusal(reason, this._trans)
    );
    this._isBad = true;
    this._show();
  }

  /**
   * Say what becomes of a request.
   *
   * @param hasBlocks - whether there is something to save
   */
  follow({ run, saved }: IDone, hasBlocks: boolean): void {
    const id = hasBlocks ? ++this._last : this._last;
    const isLast = () => this._last === id;
    this._result = '';
    this._isBad = false;
    this._isEdited &&= !hasBlocks;
    void run.then(async started => {
      if (started !== null && typeof started !== 'string') {
        await this._count(started);
      }
    });
    void saved.then(result => {
      // What was refused or edited since is not hidden by what went well.
      const isHidden = result === true && (this._isBad || this._isEdited);
      if (isLast() && result !== null && !isHidden) {
        this._isBad = result !== true;
        this._result =
          result === true
            ? this._trans.__('saved')
            : this._trans.__('not saved');
        inAMoment(this._show);
      }
    });
    inAMoment(this._show);
  }

  dispose(): void {
    if (this._isDisposed) {
      return;
    }
    this._isDisposed = true;
    const { cell, session } = this._place;
    session.kernelChanged.disconnect(this._show, this);
    session.statusChanged.disconnect(this._show, this);
    session.disposed.disconnect(this.dispose, this);
    cell.disposed.disconnect(this.dispose, this);
    this._node.remove();
  }

  private async _count(run: IRun): Promise<void> {
    this._running++;
    inAMoment(this._show);
    await run.done;
    this._running--;
    this._show();
  }

  private _draw(): void {
    if (this._isDisposed) {
      return;
    }
    if (!this._frame.isConnected && this._wasConnected) {
      // Its cell was run again.
      this.dispose();
      return;
    }
    this._wasConnected = this._frame.isConnected;
    const trans = this._trans;
    const { session } = this._place;
    const { hasNoKernel, kernelDisplayName } = session;
    const text = [
      hasNoKernel ? trans.__('no kernel') : kernelDisplayName,
      this._running ? trans.__('running…') : '',
      this._result,
      this._adopted ?? ''
    ]
      .filter(part => part)
      .join(' · ');
    if (text !== this._node.textContent) {
      this._node.textContent = text;
      // It is cut off where there is no room for it.
      this._node.title = text;
    }
    this._node.dataset.state = this._isBad
      ? 'refused'
      : this._running
        ? 'running'
        : 'idle';
  }

  private readonly _show = onceAFrame(() => this._draw());
  private readonly _node: HTMLElement;
  private _adopted: string | null = null;
  private _result = '';
  private _isBad = false;
  private _isEdited = false;
  private _running = 0;
  private _last = 0;
  private _wasConnected = false;
  private _isDisposed = false;
}

/**
 * The signs of all frames.
 */
export class FrameSigns {
  constructor(private readonly _trans: TranslationBundle) {}

  /**
   * The sign of a frame, which is made if there is none.
   */
  of(frame: HTMLIFrameElement, place: IFramePlace): FrameSign {
    let sign = this._signs.get(frame);
    if (!sign || sign.isDisposed) {
      sign = new FrameSign(frame, place, this._trans);
      this._signs.set(frame, sign);
    }
    return sign;
  }

  private readonly _signs = new WeakMap<HTMLIFrameElement, FrameSign>();
}
