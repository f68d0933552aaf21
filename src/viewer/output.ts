import type { IOutput } from '@jupyterlab/nbformat';
import { OutputArea, OutputAreaModel } from '@jupyterlab/outputarea';
import type { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import type { IDisposable } from '@lumino/disposable';
import { Panel } from '@lumino/widgets';

import '../../style/viewer.css';
import type { IInputRequest } from '../kernel';
import { type IOutputList, type IRunHost, Prompt } from '../notebook';

/**
 * What stands below the page of a viewer: a line on the kernel, and the outputs
 * of what the page has run.
 */
export class ViewerOutput extends Panel implements IRunHost {
  constructor(rendermime: IRenderMimeRegistry) {
    super();
    this.addClass('jp-Jigsaw-viewerOutput');
    this._area = new OutputArea({
      model: new OutputAreaModel({ trusted: true }),
      rendermime,
      promptOverlay: false
    });
    this.addWidget(this._area);
  }

  outputs(): IOutputList {
    return new AreaOutputs(this._area.model as OutputAreaModel);
  }

  setRunning(): void {
    // The line on the kernel says it.
  }

  ask(request: IInputRequest): IDisposable {
    return new Prompt(this._area, request);
  }

  override dispose(): void {
    const { model } = this._area;
    super.dispose();
    model.dispose();
  }

  private readonly _area: OutputArea;
}

/**
 * The outputs of an area that belongs to no cell.
 */
class AreaOutputs implements IOutputList {
  constructor(private readonly _model: OutputAreaModel) {}

  get length(): number {
    return this._model.length;
  }

  get(index: number) {
    return this._model.get(index);
  }

  set(index: number, output: IOutput): void {
    this._model.set(index, output);
  }

  add(output: IOutput): number {
    return this._model.add(output);
  }

  splice(start: number, end: number): void {
    for (let index = end - 1; index >= start; index--) {
      this._model.remove(index);
    }
  }
}
