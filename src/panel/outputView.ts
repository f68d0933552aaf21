import type { IOutput } from '@jupyterlab/nbformat';
import { OutputArea, OutputAreaModel } from '@jupyterlab/outputarea';
import type { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import type { Kernel, KernelMessage } from '@jupyterlab/services';
import type { ITranslator, TranslationBundle } from '@jupyterlab/translation';
import { nullTranslator } from '@jupyterlab/translation';
import { PanelLayout, Widget } from '@lumino/widgets';

import type { IInputRequest, IRun, OutputChange } from '../kernel';

/**
 * The longest text of one stream that is kept, in characters; of a longer one
 * the end is shown.
 */
const STREAM_LIMIT = 1_000_000;

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
      contentFactory: OutputArea.defaultContentFactory,
      promptOverlay: false,
      translator: this._translator
    });
    (this.layout as PanelLayout).addWidget(this._area);
  }

  /**
   * Show a run's outputs from now on, in place of what is there as soon as the
   * run starts.
   */
  follow(run: IRun): void {
    this._unfollow();
    this._run = run;
    run.stateChanged.connect(this._onRunState, this);
    run.outputChanged.connect(this._onChange, this);
    run.inputRequested.connect(this._onInput, this);
    if (run.state !== 'queued') {
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
    // The kernel still waits for the answer.
    const request = this._run?.inputRequest;
    if (request) {
      this._area.ask(request);
    }
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
      run.stateChanged.disconnect(this._onRunState, this);
      run.outputChanged.disconnect(this._onChange, this);
      run.inputRequested.disconnect(this._onInput, this);
      this._run = null;
    }
  }

  private _onRunState(run: IRun, state: IRun['state']): void {
    if (state === 'running') {
      this._begin(run);
    }
  }

  private _begin(run: IRun): void {
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

  private _onInput(_run: IRun, request: IInputRequest): void {
    this._flush();
    this._area.ask(request);
    this._scrollToEnd();
  }

  private _schedule(): void {
    if (this._cancelFrame) {
      return;
    }
    const draw = () => {
      this._cancelFrame = null;
      this._flush();
    };
    if (document.visibilityState === 'visible') {
      const frame = requestAnimationFrame(draw);
      this._cancelFrame = () => cancelAnimationFrame(frame);
    } else {
      const timer = setTimeout(draw, HIDDEN_INTERVAL);
      this._cancelFrame = () => clearTimeout(timer);
    }
  }

  private _flush(): void {
    const queue = this._queue;
    this._queue = [];
    const atEnd =
      this.node.scrollHeight - this.node.scrollTop - this.node.clientHeight <
      20;
    for (const change of queue) {
      this._apply(change);
    }
    this._trim();
    if (atEnd && queue.length) {
      this._scrollToEnd();
    }
  }

  private _apply(change: OutputChange): void {
    const model = this._model;
    switch (change.type) {
      case 'append':
        model.add(this._limited(change.output));
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
        model.clear();
        break;
    }
  }

  /**
   * Leave out the first of very many outputs, a good part at a time.
   */
  private _trim(): void {
    const surplus = this._model.length - OUTPUT_LIMIT;
    if (surplus > OUTPUT_LIMIT / 4) {
      const kept = this._model.toJSON().slice(surplus);
      this._indices = this._indices.map(index =>
        index < surplus ? GONE : index - surplus
      );
      this._model.fromJSON(kept);
    }
  }

  private _shorten(index: number): void {
    const output = this._model.get(index).toJSON();
    const text = output.text;
    if (typeof text === 'string' && text.length > 2 * STREAM_LIMIT) {
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
    if (text.length <= STREAM_LIMIT) {
      return text;
    }
    const from = text.indexOf('\n', text.length - STREAM_LIMIT) + 1;
    const note = this._trans.__(
      '… the beginning of this long output is left out …'
    );
    return `${note}\n${text.slice(from || text.length - STREAM_LIMIT)}`;
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
 * JupyterLab's output area with its input prompt for a request of ours.
 */
class AskingOutputArea extends OutputArea {
  ask(request: IInputRequest): void {
    const message = {
      header: {},
      content: { prompt: request.prompt, password: request.password }
    } as KernelMessage.IInputRequestMsg;
    // The prompt asks of the future only to take the answer.
    const future = {
      sendInputReply: (content: { status: 'ok'; value: string }) =>
        request.reply(content.value)
    } as unknown as Kernel.IShellFuture;
    this.onInputRequest(message, future);
  }
}
