import type { PartialJSONObject } from '@lumino/coreutils';
import { Debouncer } from '@lumino/polling';

import { bundleOfLooks, type ILooks } from './looks';

/**
 * How long after the last edit the picture is drawn, in milliseconds.
 */
const INTERVAL = 1000;

/**
 * Has one of the views of blocks draw what other front ends show of them, when
 * they have changed and a view can.
 */
export class LooksMaker {
  /**
   * @param _write - takes what was drawn, by MIME type
   */
  constructor(private readonly _write: (data: PartialJSONObject) => void) {}

  /**
   * Let a view draw the picture and make the code; it gives none when it can't
   * any more.
   *
   * @param isDrawn - whether there is a picture already
   */
  add(looks: () => ILooks | null, isDrawn: boolean): void {
    this._looks.push(looks);
    this._isDrawn &&= isDrawn;
    this.catchUp();
  }

  /**
   * Say that the blocks have changed.
   */
  changed(): void {
    this._isDrawn = false;
    this.catchUp();
  }

  /**
   * Have drawn, soon, what no view could draw before.
   */
  catchUp(): void {
    if (!this._isDrawn) {
      void this._drawing.invoke().catch(() => undefined);
    }
  }

  draw(): void {
    if (this._isDrawn || this._drawing.isDisposed) {
      return;
    }
    let looks: ILooks | null = null;
    for (const make of this._looks) {
      looks ??= make();
    }
    if (looks) {
      this._isDrawn = true;
      this._write(bundleOfLooks(looks));
    }
  }

  dispose(): void {
    this._drawing.dispose();
  }

  private readonly _drawing = new Debouncer(() => this.draw(), INTERVAL);
  private readonly _looks: (() => ILooks | null)[] = [];
  /**
   * Whether what other front ends show is of the present blocks.
   */
  private _isDrawn = true;
}
