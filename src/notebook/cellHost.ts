import type { CodeCell, ICodeCellModel } from '@jupyterlab/cells';
import type { IOutput } from '@jupyterlab/nbformat';
import { type IOutputAreaModel, OutputAreaModel } from '@jupyterlab/outputarea';
import type { IOutputModel } from '@jupyterlab/rendermime';
import type { IDisposable } from '@lumino/disposable';
import type { ISignal } from '@lumino/signaling';

import type { IInputRequest } from '../kernel';
import { Prompt } from './prompt';
import type { IOutputList, IRunHost } from './tokens';
import { historyOf, type IHistory, isUndoing } from './undone';

/**
 * A code cell of JupyterLab's, as what runs write into.
 */
export class CellHost implements IRunHost {
  constructor(private readonly _cell: CodeCell) {
    this._history = historyOf(_cell.model);
  }

  get isUndone(): boolean {
    return isUndoing(this._history);
  }

  get isDisposed(): boolean {
    return this._cell.isDisposed;
  }

  get disposed(): ISignal<unknown, void> {
    return this._cell.disposed;
  }

  outputs(): IOutputList {
    const { model } = this._cell;
    const outputs = outputsOf.get(model) ?? new CellOutputs(model);
    outputsOf.set(model, outputs);
    return outputs;
  }

  /**
   * As for the cell's own code: a star while the kernel is at work on it.
   */
  setRunning(isRunning: boolean): void {
    this._cell.model.executionState = isRunning ? 'running' : 'idle';
  }

  ask(request: IInputRequest): IDisposable {
    return new Prompt(this._cell.outputArea, request);
  }

  private readonly _history: IHistory | null;
}

const outputsOf = new WeakMap<ICodeCellModel, CellOutputs>();

/**
 * The outputs of a code cell of JupyterLab's. When it goes, they begin with what
 * it had then, and belong to no cell: one that is moved, or cut, is disposed,
 * and what is pasted or undone has less than it showed.
 */
export class CellOutputs implements IOutputList {
  constructor(private readonly _cell: ICodeCellModel) {
    const { outputs } = _cell;
    // A cell that is disposed has none any more.
    const keep = () => {
      this._last = Array.from({ length: outputs.length }, (_, index) =>
        outputs.get(index)
      );
    };
    outputs.changed.connect(keep);
    keep();
  }

  get isDisposed(): boolean {
    return this._cell.isDisposed;
  }

  get length(): number {
    return this._outputs.length;
  }

  get(index: number): IOutputModel {
    return this._outputs.get(index);
  }

  set(index: number, output: IOutput): void {
    this._outputs.set(index, output);
  }

  add(output: IOutput): number {
    return this._outputs.add(output);
  }

  splice(start: number, end: number): void {
    if (this.isDisposed) {
      for (let count = end - start; count > 0; count--) {
        this._outputs.remove(start);
      }
      return;
    }
    removeOutputs(this._cell, start, end);
  }

  private get _outputs(): IOutputAreaModel {
    if (!this.isDisposed) {
      return this._cell.outputs;
    }
    this._rest ??= new OutputAreaModel({
      values: this._last.map(output => output.toJSON())
    });
    return this._rest;
  }

  private _last: readonly IOutputModel[] = [];
  private _rest: IOutputAreaModel | null = null;
}

/**
 * Take outputs off a cell, from one to before another.
 */
export function removeOutputs(
  { sharedModel }: ICodeCellModel,
  start: number,
  end: number
): void {
  // In the shared model: JupyterLab 4.6 does not tell it of an output's
  // removal (`CodeCellModel.onOutputsChange` gives a length for an end).
  sharedModel.updateOutputs(start, end, []);
}
