import type { IOutput } from '@jupyterlab/nbformat';
import type { IOutputAreaModel } from '@jupyterlab/outputarea';
import type { IOutputModel } from '@jupyterlab/rendermime';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { IDisposable } from '@lumino/disposable';
import type { ISignal } from '@lumino/signaling';
import { Signal } from '@lumino/signaling';

import type { IRun, OutputChange } from '../kernel';
import { sizeOf } from '../kernel';
import {
  LINE_LIMIT,
  OUTPUT_LIMIT,
  startOfEnd,
  STREAM_LIMIT,
  TEXT_WEIGHT,
  WEIGHT_LIMIT
} from './limits';

/**
 * How often outputs are drawn while the page is hidden, in milliseconds; a
 * visible page draws with every frame.
 */
const HIDDEN_INTERVAL = 250;

/**
 * How long old outputs stay when a run begins that has said nothing yet, in
 * milliseconds: those of a short run turn into its new ones in one step, and
 * taking them away delays nothing that the kernel says.
 */
const GRACE = 50;

/**
 * The most changes that are drawn in a frame, so that the page stays at hand
 * while a program draws without end: more than a server lets through, which
 * is a thousand messages a second.
 */
const CHANGES_PER_FRAME = 25;

/**
 * How long changes are drawn in a frame, in milliseconds: what they cost the
 * browser comes on top.
 */
const TIME_PER_FRAME = 8;

/**
 * What is to be written: a change, or outputs that nobody will see.
 */
type Queued = OutputChange | { type: 'skipped'; count: number };

const EMPTY: IOutput = { output_type: 'display_data', data: {}, metadata: {} };

/**
 * The place of an output that was cleared by hand.
 */
const GONE = -1;

/**
 * Writes the outputs of the run that was started last into the model of an
 * output area, once a frame however many messages come.
 */
export class RunWriter implements IDisposable {
  constructor(private readonly _options: RunWriter.IOptions) {
    this._model = this._options.model;
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  /**
   * The run whose outputs are written, or null.
   */
  get run(): IRun | null {
    return this._run;
  }

  /**
   * Emitted when another run's outputs are written from now on.
   */
  get began(): ISignal<this, IRun> {
    return this._began;
  }

  /**
   * Emitted before something is written, when the page is as it was.
   */
  get writing(): ISignal<this, void> {
    return this._writing;
  }

  /**
   * Emitted when something was written, with whether all was written anew, and
   * what stood beside the outputs has gone.
   */
  get written(): ISignal<this, boolean> {
    return this._written;
  }

  /**
   * Write a run's outputs from now on, those of a run that has to wait as soon
   * as it starts.
   *
   * @param where - whether they take the place of what is there, or come
   * behind it
   */
  follow(run: IRun, where: RunWriter.Where = 'instead'): void {
    if (run.state !== 'queued') {
      this._begin(run, where);
      return;
    }
    const onState = (_: IRun, state: IRun['state']) => {
      run.stateChanged.disconnect(onState, this);
      // One that was given up has nothing to show.
      if (state === 'running' && !this._isDisposed) {
        this._begin(run, where);
      }
    };
    run.stateChanged.connect(onState, this);
  }

  /**
   * Go on in another model, which has the same outputs.
   */
  moveTo(model: RunWriter.IModel): void {
    this._model = model;
  }

  /**
   * Take away the outputs so far; the run goes on.
   */
  clear(): void {
    // The run counts on from what it has said, written or not.
    for (const change of this._queue) {
      if (change.type === 'append') {
        this._indices.push(GONE);
      } else if (change.type === 'clear') {
        this._indices = [];
      }
    }
    this._indices.fill(GONE);
    this._queue = [];
    this._writing.emit();
    this._model.clear();
    this._written.emit(true);
  }

  /**
   * Write what has come, without waiting for the next frame.
   */
  flush(): void {
    this._flush(Infinity);
  }

  dispose(): void {
    if (this._isDisposed) {
      return;
    }
    this._isDisposed = true;
    this._unfollow();
    clearTimeout(this._grace);
    this._cancelFrame?.();
    Signal.clearData(this);
  }

  private _unfollow(): void {
    this._run?.outputChanged.disconnect(this._onChange, this);
    this._run = null;
  }

  private _begin(run: IRun, where: RunWriter.Where): void {
    if (where === 'behind') {
      this.flush();
      this._indices = [];
    }
    this._unfollow();
    this._run = run;
    run.outputChanged.connect(this._onChange, this);
    this._began.emit(run);
    this._queue = [
      ...(where === 'instead' ? [{ type: 'clear' as const }] : []),
      ...run.outputs.map(output => ({ type: 'append' as const, output }))
    ];
    clearTimeout(this._grace);
    if (run.outputs.length) {
      this._schedule();
    } else {
      this._cancelFrame?.();
      this._cancelFrame = null;
      const end = () => {
        if (this._run === run && !this._isDisposed) {
          this._schedule();
        }
      };
      this._grace = setTimeout(end, GRACE);
      void run.done.then(end);
    }
  }

  private _onChange(_run: IRun, change: OutputChange): void {
    const queue = this._queue;
    const last = queue[queue.length - 1];
    if (
      change.type === 'stream' &&
      last?.type === 'stream' &&
      last.name === change.name
    ) {
      queue[queue.length - 1] = { ...last, text: last.text + change.text };
    } else if (
      change.type === 'set' &&
      last?.type === 'set' &&
      last.index === change.index
    ) {
      queue[queue.length - 1] = change;
    } else {
      queue.push(change);
    }
    if (queue.length > 2 * OUTPUT_LIMIT) {
      this._skip();
    }
    this._schedule();
  }

  /**
   * Leave out what would go again before anybody has seen it: a program may
   * draw faster than the page.
   */
  private _skip(): void {
    let count = 0;
    let from = this._queue.length;
    while (from > 0 && count < OUTPUT_LIMIT) {
      count += this._queue[--from].type === 'append' ? 1 : 0;
    }
    const rest: Queued[] = [];
    for (const change of this._queue.splice(0, from)) {
      const last = rest[rest.length - 1];
      const gone =
        change.type === 'append'
          ? 1
          : change.type === 'skipped'
            ? change.count
            : 0;
      if (change.type === 'clear') {
        rest.length = 0;
        rest.push(change);
      } else if (gone && last?.type === 'skipped') {
        last.count += gone;
      } else if (gone) {
        rest.push({ type: 'skipped', count: gone });
      }
    }
    this._queue.unshift(...rest);
  }

  private _schedule(): void {
    if (this._cancelFrame) {
      return;
    }
    const draw = (limit: number) => {
      this._cancelFrame = null;
      this._flush(limit);
      if (this._queue.length) {
        this._schedule();
      }
    };
    if (document.visibilityState === 'visible') {
      const frame = requestAnimationFrame(() => draw(CHANGES_PER_FRAME));
      this._cancelFrame = () => cancelAnimationFrame(frame);
    } else {
      const timer = setTimeout(() => draw(Infinity), HIDDEN_INTERVAL);
      this._cancelFrame = () => clearTimeout(timer);
    }
  }

  /**
   * @param limit - how many changes at most; the others follow
   */
  private _flush(limit: number): void {
    if (this._options.isGone?.()) {
      this._unfollow();
      this._queue = [];
    }
    if (!this._queue.length) {
      return;
    }
    this._writing.emit();
    let isAnew = false;
    const end = performance.now() + TIME_PER_FRAME;
    for (let count = 0; this._queue.length && count < limit; count++) {
      const change = this._queue.shift()!;
      this._apply(change);
      isAnew ||= change.type === 'clear';
      if (limit !== Infinity && performance.now() > end) {
        break;
      }
    }
    this._trim();
    this._written.emit(isAnew);
  }

  private _apply(change: Queued): void {
    const model = this._model;
    switch (change.type) {
      case 'skipped':
        this._indices.push(...Array<number>(change.count).fill(GONE));
        break;
      case 'append':
        model.add(this._limited(change.output));
        this._weight += weightOf(change.output);
        this._indices.push(model.length - 1);
        break;
      case 'stream':
        this._addText(change.name, change.text);
        this._weight += TEXT_WEIGHT * change.text.length;
        this._indices[this._indices.length - 1] = model.length - 1;
        break;
      case 'set':
        if (this._indices[change.index] !== GONE) {
          model.set(this._indices[change.index], change.output);
        }
        break;
      case 'clear':
        this._indices = [];
        this._weight = 0;
        model.clear();
        break;
    }
  }

  /**
   * Add to the text of a stream, the last output as a rule. What a user typed
   * is an output of its own and may stand between, so that the model has to
   * find the place; see JupyterLab's `OutputArea`.
   */
  private _addText(name: string, text: string): void {
    const model = this._model;
    const last = model.length && model.get(model.length - 1).toJSON();
    if (
      last &&
      last.name === name &&
      startOfEnd(text, STREAM_LIMIT, LINE_LIMIT) > 0
    ) {
      // It alone is too long: nothing before it is of the end.
      this._replaceLast({ ...last, text: this._tail(text) });
      return;
    }
    model.add({ output_type: 'stream', name, text: this._tail(text) });
    this._shortenLast();
  }

  /**
   * Leave out the first of very many outputs, or of very large ones, a good
   * part at a time.
   */
  private _trim(): void {
    const model = this._model;
    if (
      model.length <= 1.25 * OUTPUT_LIMIT &&
      this._weight <= 2 * WEIGHT_LIMIT
    ) {
      return;
    }
    let first = model.length;
    this._weight = 0;
    while (first > 0 && model.length - first < OUTPUT_LIMIT) {
      const weight = weightOf(model.get(first - 1).toJSON());
      if (this._weight + weight > WEIGHT_LIMIT && first < model.length) {
        break;
      }
      this._weight += weight;
      first--;
    }
    for (let count = first; count > 0; count--) {
      model.remove(0);
    }
    this._indices = this._indices.map(index =>
      index < first ? GONE : index - first
    );
    const last = first && model.get(model.length - 1).toJSON();
    if (last && last.output_type === 'stream') {
      this._replaceLast(last);
    }
  }

  /**
   * Put a text in the place of the last, so that what is added to it is drawn:
   * JupyterLab's output area follows a text from where and when it was added,
   * and not one that was set. The model believes that the last was a text, to
   * which it would add this one, unless something else comes between.
   */
  private _replaceLast(output: IOutput): void {
    const model = this._model;
    model.remove(model.length - 1);
    model.add(EMPTY);
    model.remove(model.length - 1);
    model.add(output);
  }

  private _shortenLast(): void {
    const output = this._model.get(this._model.length - 1).toJSON();
    const { text } = output;
    if (
      typeof text === 'string' &&
      startOfEnd(text, 2 * STREAM_LIMIT, 2 * LINE_LIMIT) > 0
    ) {
      this._replaceLast({ ...output, text: this._tail(text) });
    }
  }

  private _limited(output: IOutput): IOutput {
    const { output_type: type, text } = output;
    return type === 'stream' && typeof text === 'string'
      ? { ...output, text: this._tail(text) }
      : output;
  }

  private _tail(text: string): string {
    const start = startOfEnd(text, STREAM_LIMIT, LINE_LIMIT);
    if (start === 0) {
      return text;
    }
    const note = this._options.trans.__(
      '… the beginning of this long output is left out …'
    );
    return `${note}\n${text.slice(start)}`;
  }

  private _model: RunWriter.IModel;
  private _run: IRun | null = null;
  private _queue: Queued[] = [];
  /**
   * Where the run's outputs are in the model.
   */
  private _indices: number[] = [];
  /**
   * What the outputs weigh that are there.
   */
  private _weight = 0;
  private _cancelFrame: (() => void) | null = null;
  private _grace: ReturnType<typeof setTimeout> | undefined;
  private _isDisposed = false;
  private _began = new Signal<this, IRun>(this);
  private _writing = new Signal<this, void>(this);
  private _written = new Signal<this, boolean>(this);
}

export namespace RunWriter {
  export type Where = 'instead' | 'behind';

  /**
   * What is written to: all outputs of an output area, or a part of them.
   */
  export interface IModel extends Pick<
    IOutputAreaModel,
    'add' | 'clear' | 'length' | 'remove' | 'set'
  > {
    get(index: number): IWritten;
  }

  /**
   * An output as it is now.
   */
  export type IWritten = Pick<IOutputModel, 'data' | 'metadata' | 'toJSON'>;

  export interface IOptions {
    model: IModel;
    trans: TranslationBundle;
    /**
     * Asked whether there is no place any more for what a run still says, as
     * when its cell was run again.
     */
    isGone?: () => boolean;
  }
}

function weightOf(output: IOutput): number {
  return (output.output_type === 'stream' ? TEXT_WEIGHT : 1) * sizeOf(output);
}
