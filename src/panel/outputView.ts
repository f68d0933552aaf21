import type { IOutput } from '@jupyterlab/nbformat';
import { OutputAreaModel } from '@jupyterlab/outputarea';
import type { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import type { ITranslator, TranslationBundle } from '@jupyterlab/translation';
import { nullTranslator } from '@jupyterlab/translation';
import { PanelLayout, Widget } from '@lumino/widgets';

import type { IRun, OutputChange } from '../kernel';
import { AskingOutputArea } from './askingOutputArea';

/**
 * The longest text of one stream that is kept, in characters and in lines; of a
 * longer one the end is shown. The browser lays all of it out with each change.
 */
const STREAM_LIMIT = 1_000_000;
const LINE_LIMIT = 5_000;

/**
 * The most outputs of a run that are kept; of more the last are shown.
 */
const OUTPUT_LIMIT = 400;

/**
 * How often outputs are drawn while the page is hidden, in milliseconds; a
 * visible page draws with every frame.
 */
const HIDDEN_INTERVAL = 250;

/**
 * The most changes that are drawn in a frame, so that the page stays at hand
 * while a program draws without end: more than a server lets through, which
 * is a thousand messages a second.
 */
const CHANGES_PER_FRAME = 25;

/**
 * The place of an output that was cleared by hand.
 */
const GONE = -1;

/**
 * The outputs of the run that was started last, drawn by JupyterLab's own
 * output area, once a frame however many messages come.
 */
export class OutputView extends Widget {
  constructor(options: OutputView.IOptions) {
    super();
    this.addClass('jp-Jigsaw-output');
    this.node.tabIndex = -1;
    this._translator = options.translator ?? nullTranslator;
    this._trans = this._translator.load('jupyterlab-jigsaw');
    this.node.setAttribute('aria-label', this._trans.__('Output'));
    this.layout = new PanelLayout();
    this.setRendermime(options.rendermime);
  }

  /**
   * The outputs as nbformat has them.
   */
  get outputs(): IOutput[] {
    return this._model.toJSON();
  }

  /**
   * Draw with another registry, as when the session comes from a notebook
   * whose widgets only its own registry can show.
   */
  setRendermime(rendermime: IRenderMimeRegistry): void {
    if (this._area?.rendermime === rendermime) {
      return;
    }
    this._area?.dispose();
    this._area = new AskingOutputArea({
      model: this._model,
      rendermime,
      promptOverlay: false,
      translator: this._translator
    });
    (this.layout as PanelLayout).addWidget(this._area);
    this._ask();
  }

  /**
   * Show a run's outputs from now on, in place of what is there; those of a run
   * that has to wait as soon as it starts.
   */
  follow(run: IRun): void {
    if (run.state === 'queued') {
      run.stateChanged.connect(this._onRunState, this);
    } else {
      this._begin(run);
    }
  }

  /**
   * Show none of the outputs so far; the run that is shown goes on.
   */
  clear(): void {
    // The run counts on from what it has said, drawn or not.
    for (const change of this._queue) {
      if (change.type === 'append') {
        this._indices.push(GONE);
      } else if (change.type === 'clear') {
        this._indices = [];
      }
    }
    this._indices.fill(GONE);
    this._queue = [];
    this._model.clear();
    this._ask();
  }

  override dispose(): void {
    if (this.isDisposed) {
      return;
    }
    this._unfollow();
    this._cancelFrame?.();
    super.dispose();
    this._model.dispose();
  }

  private _unfollow(): void {
    const run = this._run;
    if (run) {
      run.stateChanged.disconnect(this._onEnd, this);
      run.outputChanged.disconnect(this._onChange, this);
      run.inputRequested.disconnect(this._onInput, this);
      this._run = null;
    }
  }

  private _onRunState(run: IRun, state: IRun['state']): void {
    run.stateChanged.disconnect(this._onRunState, this);
    // One that was given up has nothing to show.
    if (state === 'running') {
      this._begin(run);
    }
  }

  private _begin(run: IRun): void {
    this._unfollow();
    this._run = run;
    run.outputChanged.connect(this._onChange, this);
    run.inputRequested.connect(this._onInput, this);
    run.stateChanged.connect(this._onEnd, this);
    // With the next frame, so that a short run's old outputs turn into its new
    // ones, and drawing doesn't delay what the kernel says.
    this._queue = [
      { type: 'clear' },
      ...run.outputs.map(output => ({ type: 'append' as const, output }))
    ];
    this._schedule();
  }

  private _onChange(_run: IRun, change: OutputChange): void {
    const last = this._queue[this._queue.length - 1];
    if (
      change.type === 'stream' &&
      last?.type === 'stream' &&
      last.name === change.name
    ) {
      this._queue[this._queue.length - 1] = {
        ...last,
        text: last.text + change.text
      };
    } else {
      this._queue.push(change);
    }
    this._schedule();
  }

  /**
   * Nobody waits for an answer any more, as when the run was stopped.
   */
  private _onEnd(_: IRun, state: IRun['state']): void {
    if (state === 'done') {
      this._area.withdraw();
    }
  }

  private _onInput(): void {
    if (!this._flush()) {
      this._ask();
    }
    this._scrollToEnd();
  }

  /**
   * Show the question that the kernel waits for an answer to, if it does: the
   * prompt is no output of the model, and goes when that is cleared.
   */
  private _ask(): void {
    const request = this._run?.inputRequest;
    if (request) {
      this._area.ask(request);
    }
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
   * Draw what has come.
   *
   * @param limit - how many changes at most; the others follow
   * @returns whether everything was drawn anew, and the prompt with it
   */
  private _flush(limit = Infinity): boolean {
    const queue = this._queue.splice(0, limit);
    const atEnd =
      this.node.scrollHeight - this.node.scrollTop - this.node.clientHeight <
      20;
    for (const change of queue) {
      this._apply(change);
    }
    const isAnew =
      this._trim() || queue.some(change => change.type === 'clear');
    if (isAnew) {
      this._ask();
    }
    if (atEnd && queue.length) {
      this._scrollToEnd();
    }
    return isAnew;
  }

  private _apply(change: OutputChange): void {
    const model = this._model;
    switch (change.type) {
      case 'append':
        model.add(this._limited(change.output));
        this._length += textLength(change.output);
        this._indices.push(model.length - 1);
        break;
      case 'stream':
        // What a user typed is an output of its own and may stand between, so
        // that the model has to find the place; see JupyterLab's `OutputArea`.
        model.add({
          output_type: 'stream',
          name: change.name,
          text: this._tail(change.text)
        });
        this._length += change.text.length;
        this._indices[this._indices.length - 1] = model.length - 1;
        this._shorten(model.length - 1);
        break;
      case 'set':
        if (this._indices[change.index] !== GONE) {
          model.set(this._indices[change.index], change.output);
        }
        break;
      case 'clear':
        this._indices = [];
        this._length = 0;
        model.clear();
        break;
    }
  }

  /**
   * Leave out the first of very many outputs, and of very much text, a good
   * part at a time.
   *
   * @returns whether there was something to leave out
   */
  private _trim(): boolean {
    const isMany = this._model.length > 1.25 * OUTPUT_LIMIT;
    if (!isMany && this._length < 4 * STREAM_LIMIT) {
      return false;
    }
    const outputs = this._model.toJSON();
    let first = Math.max(0, outputs.length - OUTPUT_LIMIT);
    this._length = 0;
    for (let index = outputs.length - 1; index >= first; index--) {
      this._length += textLength(outputs[index]);
      if (this._length > 2 * STREAM_LIMIT) {
        first = index;
      }
    }
    if (first === 0) {
      return false;
    }
    this._indices = this._indices.map(index =>
      index < first ? GONE : index - first
    );
    this._model.fromJSON(outputs.slice(first));
    return true;
  }

  private _shorten(index: number): void {
    const output = this._model.get(index).toJSON();
    const { text } = output;
    if (
      typeof text === 'string' &&
      startOfEnd(text, 2 * STREAM_LIMIT, 2 * LINE_LIMIT) > 0
    ) {
      this._model.set(index, { ...output, text: this._tail(text) });
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
    const note = this._trans.__(
      '… the beginning of this long output is left out …'
    );
    return `${note}\n${text.slice(start)}`;
  }

  private _scrollToEnd(): void {
    this.node.scrollTop = this.node.scrollHeight;
  }

  private _model = new OutputAreaModel({ trusted: true });
  private _area!: AskingOutputArea;
  private _run: IRun | null = null;
  private _queue: OutputChange[] = [];
  /**
   * Where the run's outputs are in the model.
   */
  private _indices: number[] = [];
  /**
   * How many characters of streams were added since the last look.
   */
  private _length = 0;
  private _cancelFrame: (() => void) | null = null;
  private _translator: ITranslator;
  private _trans: TranslationBundle;
}

export namespace OutputView {
  export interface IOptions {
    rendermime: IRenderMimeRegistry;
    translator?: ITranslator;
  }
}

/**
 * The characters of a stream's text; none for other outputs.
 */
function textLength(output: IOutput): number {
  const { text } = output;
  return Array.isArray(text)
    ? text.join('').length
    : typeof text === 'string'
      ? text.length
      : 0;
}

/**
 * Where the end of a text begins that has at most so many characters and whole
 * lines; a part of a line if that alone has more.
 */
function startOfEnd(text: string, characters: number, lines: number): number {
  let start = text.length;
  for (let line = 0; line < lines && start > 0; line++) {
    // The line break before the line, past the one that ends it.
    const next = start < 2 ? 0 : text.lastIndexOf('\n', start - 2) + 1;
    if (text.length - next > characters) {
      return line === 0 ? text.length - characters : start;
    }
    start = next;
  }
  return start;
}
