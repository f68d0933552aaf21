import type { IOutput } from '@jupyterlab/nbformat';
import { OutputArea, OutputAreaModel } from '@jupyterlab/outputarea';
import type { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import type { ITranslator } from '@jupyterlab/translation';
import { nullTranslator } from '@jupyterlab/translation';
import { PanelLayout, Widget } from '@lumino/widgets';

import type { IRun } from '../kernel';
import { Prompt, RunWriter } from '../notebook';

/**
 * How near to its end the output is taken to be at the end, in pixels.
 */
const NEAR = 20;

/**
 * The outputs of the run that was started last, drawn by JupyterLab's own
 * output area.
 */
export class OutputView extends Widget {
  constructor(options: OutputView.IOptions) {
    super();
    this.addClass('jp-Jigsaw-output');
    this.node.tabIndex = -1;
    this._translator = options.translator ?? nullTranslator;
    const trans = this._translator.load('jupyterlab-jigsaw');
    this.node.setAttribute('aria-label', trans.__('Output'));
    this.layout = new PanelLayout();
    this._writer = new RunWriter({ model: this._model, trans });
    this._writer.began.connect((_, run) => this._begin(run));
    this._writer.writing.connect(() => {
      this._isAtEnd = this._isNearEnd();
    });
    this._writer.written.connect((_, isAnew) => this._onWritten(isAnew));
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
    this._area = new OutputArea({
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
    this._writer.follow(run);
  }

  /**
   * Show none of the outputs so far; the run that is shown goes on.
   */
  clear(): void {
    this._writer.clear();
  }

  override dispose(): void {
    if (this.isDisposed) {
      return;
    }
    this._unfollow();
    this._writer.dispose();
    super.dispose();
    this._model.dispose();
  }

  private _begin(run: IRun): void {
    this._unfollow();
    this._run = run;
    run.inputRequested.connect(this._onInput, this);
    run.stateChanged.connect(this._onRunState, this);
  }

  private _unfollow(): void {
    this._run?.inputRequested.disconnect(this._onInput, this);
    this._run?.stateChanged.disconnect(this._onRunState, this);
    this._run = null;
  }

  /**
   * Nobody waits for an answer any more, as when the run was stopped.
   */
  private _onRunState(_: IRun, state: IRun['state']): void {
    if (state === 'done') {
      this._prompt?.dispose();
    }
  }

  private _onInput(): void {
    this._isAsked = false;
    this._writer.flush();
    if (!this._isAsked) {
      this._ask();
    }
    this._scrollToEnd();
  }

  private _onWritten(isAnew: boolean): void {
    if (isAnew) {
      this._ask();
    }
    if (this._isAtEnd) {
      this._scrollToEnd();
    }
  }

  /**
   * Show the question that the kernel waits for an answer to, if it does: the
   * prompt is no output of the model, and goes when that is cleared.
   */
  private _ask(): void {
    const request = this._run?.inputRequest;
    if (request) {
      this._isAsked = true;
      this._prompt = new Prompt(this._area, request, this.node);
    }
  }

  private _isNearEnd(): boolean {
    const { clientHeight, scrollHeight, scrollTop } = this.node;
    return scrollHeight - scrollTop - clientHeight < NEAR;
  }

  private _scrollToEnd(): void {
    this.node.scrollTop = this.node.scrollHeight;
  }

  private _model = new OutputAreaModel({ trusted: true });
  private _writer: RunWriter;
  private _area!: OutputArea;
  private _prompt: Prompt | null = null;
  private _run: IRun | null = null;
  private _isAsked = false;
  private _isAtEnd = true;
  private _translator: ITranslator;
}

export namespace OutputView {
  export interface IOptions {
    rendermime: IRenderMimeRegistry;
    translator?: ITranslator;
  }
}
