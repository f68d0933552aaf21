import type { IOutput } from '@jupyterlab/nbformat';

import type { RunWriter } from './runWriter';
import type { IOutputList } from './tokens';

/**
 * What stands before the outputs of a cell that runs of its frame have added,
 * and says so in the saved notebook, too.
 */
export const MARK_TYPE = 'application/vnd.jupyterlab-jigsaw.run+json';

const MARK: IOutput = {
  output_type: 'display_data',
  data: { [MARK_TYPE]: { version: 1 }, 'text/plain': '' },
  metadata: {}
};

/**
 * The outputs of a cell that a frame's runs have added, as if they were all:
 * those of the cell itself, the frame among them, are before them and stay as
 * they are. A frame that is drawn anew would lose what was done in it.
 */
export class RunOutputs implements RunWriter.IModel {
  /**
   * @param _all - all outputs of the cell
   */
  constructor(private readonly _all: IOutputList) {
    this._isMarked = this._markIndex() !== -1;
  }

  /**
   * Whether the cell itself has gone, out of all views.
   */
  get isDisposed(): boolean {
    return this._all.isDisposed ?? false;
  }

  /**
   * Whether the cell has lost them, as when it was run again or cleared.
   */
  get isGone(): boolean {
    return this._isMarked && this._markIndex() === -1;
  }

  get length(): number {
    return this._all.length - this._begin();
  }

  get(index: number): RunWriter.IWritten {
    return this._all.get(this._begin() + index);
  }

  set(index: number, output: IOutput): void {
    this._all.set(this._begin() + index, output);
  }

  /**
   * Count what is added to the cell from now on among them, as what a user
   * answers, which JupyterLab adds.
   */
  begin(): void {
    if (!this._isMarked) {
      this._all.add(MARK);
      this._isMarked = true;
    }
  }

  /**
   * Add an output, behind the mark that comes with the first.
   */
  add(output: IOutput): number {
    this.begin();
    return this._all.add(output) - this._begin();
  }

  clear(): void {
    if (!this._isMarked || this.isGone) {
      return;
    }
    // With the mark, which comes anew: JupyterLab's model believes that what it
    // was given last is still there, and would append a text to it.
    const mark = this._markIndex();
    this._isMarked = false;
    this._all.splice(mark, this._all.length);
  }

  /**
   * Have the same in the outputs of another cell, in the place of those that
   * it has. Those that are gone stay so.
   */
  copyTo(all: IOutputList): RunOutputs {
    const copy = new RunOutputs(all);
    copy.clear();
    if (this.isGone) {
      copy._isMarked = true;
      return copy;
    }
    if (this._isMarked) {
      copy.begin();
    }
    for (let index = 0; index < this.length; index++) {
      copy.add(this.get(index).toJSON());
    }
    return copy;
  }

  remove(index: number): void {
    const at = this._begin() + index;
    this._all.splice(at, at + 1);
  }

  private _begin(): number {
    return this._isMarked ? this._markIndex() + 1 : this._all.length;
  }

  /**
   * Where the mark is, also that of a notebook that was saved with it.
   */
  private _markIndex(): number {
    for (let index = 0; index < this._all.length; index++) {
      if (MARK_TYPE in this._all.get(index).data) {
        return index;
      }
    }
    return -1;
  }

  private _isMarked: boolean;
}
