import { Debouncer } from '@lumino/polling';

import type { ILooks } from './looks';

/**
 * How long after blocks came into view their first picture is drawn, in
 * milliseconds.
 */
const INTERVAL = 1000;

/**
 * Has one of the views of blocks draw what other front ends show of them: soon
 * where there is nothing yet, and after edits when somebody is about to read
 * it, since a large program takes its time.
 */
export class LooksMaker {
  /**
   * @param _write - takes what was drawn
   */
  constructor(private readonly _write: (looks: ILooks) => void) {}

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
    this._isCode = false;
  }

  /**
   * Have drawn, soon, what no view could draw before.
   */
  catchUp(): void {
    if (!this._isDrawn) {
      void this._drawing.invoke().catch(() => undefined);
    }
  }

  /**
   * Draw the blocks now, if they have changed. Where all views are out of sight,
   * there is their code at least, and the picture when one can be seen again.
   */
  draw(): void {
    if (this._isDrawn || this._drawing.isDisposed) {
      return;
    }
    let looks: ILooks | null = null;
    for (const make of this._looks) {
      if (looks?.picture === undefined) {
        looks = make() ?? looks;
      }
    }
    this._isDrawn = looks?.picture !== undefined;
    if (looks && (this._isDrawn || !this._isCode)) {
      this._isCode = true;
      this._write(looks);
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
  /**
   * Whether it has their code, if not their picture.
   */
  private _isCode = false;
}
