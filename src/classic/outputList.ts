import type { IOutput } from '@jupyterlab/nbformat';

import { type IOutputList, MARK_TYPE, type RunWriter } from '../notebook';
import type { IClassicOutputArea } from './api';

/**
 * The elements that show an output. The page keeps outputs and elements apart,
 * and never takes one of them away.
 */
const elements = new WeakMap<IOutput, Element[]>();
const views = new WeakMap<IOutput, RunWriter.IWritten>();

/**
 * The outputs of a cell of the classic notebook.
 */
export class ClassicOutputs implements IOutputList {
  /**
   * @param changed - called after each change
   */
  constructor(
    private readonly _area: IClassicOutputArea,
    private readonly _changed: () => void
  ) {
    this._match();
  }

  get length(): number {
    return this._area.outputs.length;
  }

  get(index: number): RunWriter.IWritten {
    const output = this._area.outputs[index];
    let view = views.get(output);
    if (!view) {
      views.set(output, (view = new ClassicOutput(output)));
    }
    return view;
  }

  /**
   * Put display data in the place of others, which is all that ever changes.
   */
  set(index: number, output: IOutput): void {
    const [old, ...more] = elements.get(this._area.outputs[index]) ?? [];
    const shown = this._area.create_output_area();
    this._area.append_mime_type(output, shown);
    old?.replaceWith(shown[0]);
    more.forEach(element => element.remove());
    this._area.outputs[index] = output;
    show(output, [shown[0]]);
    this._changed();
  }

  /**
   * @returns how many there are then
   */
  add(output: IOutput): number {
    const { element, outputs } = this._area;
    const before = element[0].lastElementChild;
    // It keeps what it is given, and adds to it.
    this._area.append_output({ ...output });
    const added: Element[] = [];
    for (
      let last = element[0].lastElementChild;
      last && last !== before;
      last = last.previousElementSibling
    ) {
      added.unshift(last);
    }
    const last = outputs[outputs.length - 1];
    show(last, [...(elements.get(last) ?? []), ...added]);
    this._changed();
    return outputs.length;
  }

  splice(start: number, end: number): void {
    for (const output of this._area.outputs.splice(start, end - start)) {
      elements.get(output)?.forEach(element => element.remove());
    }
    this._changed();
  }

  /**
   * Find the elements of outputs that the page has drawn, as of a notebook that
   * was opened.
   */
  private _match(): void {
    const { element, outputs } = this._area;
    const shown = Array.from(element[0].children).filter(child =>
      child.matches('.output_area')
    );
    const drawn = outputs.filter(isDrawn);
    if (shown.length === drawn.length) {
      drawn.forEach((output, index) => show(output, [shown[index]]));
    }
  }
}

/**
 * An output as what writes outputs sees it; the page adds text to a stream.
 */
class ClassicOutput implements RunWriter.IWritten {
  constructor(private readonly _output: IOutput) {}

  get data(): RunWriter.IWritten['data'] {
    return (this._output.data ?? {}) as RunWriter.IWritten['data'];
  }

  get metadata(): RunWriter.IWritten['metadata'] {
    return (this._output.metadata ?? {}) as RunWriter.IWritten['metadata'];
  }

  toJSON(): IOutput {
    return { ...this._output };
  }
}

/**
 * Remember what shows an output; the mark, which is empty, takes no room.
 */
function show(output: IOutput, shown: Element[]): void {
  elements.set(output, shown);
  if (MARK_TYPE in ((output.data ?? {}) as object)) {
    shown.forEach(element => element.classList.add('jp-Jigsaw-mark'));
  }
}

/**
 * Whether the page has an element for an output.
 */
function isDrawn({ output_type: type, text }: IOutput): boolean {
  // See `OutputArea.append_stream`.
  return type !== 'stream' || String(text).replace('\r', '') !== '';
}
