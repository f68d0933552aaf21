import type { CodeCell, ICodeCellModel } from '@jupyterlab/cells';
import type { IOutput } from '@jupyterlab/nbformat';
import type { IOutputModel } from '@jupyterlab/rendermime';
import type { IDisposable } from '@lumino/disposable';
import type { ISignal } from '@lumino/signaling';

import type { IInputRequest } from '../kernel';
import { Prompt } from './prompt';
import type { IOutputList, IRunHost } from './tokens';

/**
 * A code cell of JupyterLab's, as what runs write into.
 */
export class CellHost implements IRunHost {
  constructor(private readonly _cell: CodeCell) {}

  get isDisposed(): boolean {
    return this._cell.isDisposed;
  }

  get disposed(): ISignal<unknown, void> {
    return this._cell.disposed;
  }

  outputs(): IOutputList {
    return new CellOutputs(this._cell.model);
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
}

/**
 * The outputs of a code cell of JupyterLab's.
 */
export class CellOutputs implements IOutputList {
  constructor(private readonly _cell: ICodeCellModel) {}

  get isDisposed(): boolean {
    return this._cell.isDisposed;
  }

  get length(): number {
    return this._cell.outputs.length;
  }

  get(index: number): IOutputModel {
    return this._cell.outputs.get(index);
  }

  set(index: number, output: IOutput): void {
    this._cell.outputs.set(index, output);
  }

  add(output: IOutput): number {
    return this._cell.outputs.add(output);
  }

  splice(start: number, end: number): void {
    // In the shared model: JupyterLab 4.6 does not tell it of an output's
    // removal (`CodeCellModel.onOutputsChange` gives a length for an end).
    this._cell.sharedModel.updateOutputs(start, end, []);
  }
}
