import type { IOutput } from '@jupyterlab/nbformat';
import type { TranslationBundle } from '@jupyterlab/translation';

import type { IKernelExecutor, IRun, IRunResult } from '../kernel';
import { explainResult } from '../kernel';
import { onceAFrame } from './onceAFrame';
import { RunOutputs } from './runOutputs';
import { RunWriter } from './runWriter';
import type { IPlaceRuns, IRunHost } from './tokens';

/**
 * The runs of what a cell shows, whose outputs become outputs of the cell.
 */
export class CellRuns implements IPlaceRuns {
  constructor(
    private _cell: IRunHost,
    private readonly _trans: TranslationBundle
  ) {
    this._writer = this._enter();
  }

  /**
   * Whether the cell has gone.
   */
  get isHomeless(): boolean {
    return this._cell.isDisposed;
  }

  /**
   * Whether nothing will be written any more.
   */
  get isOver(): boolean {
    return this.isHomeless && !this._pending.size;
  }

  /**
   * Go on in another cell, which has come in the place of one that has gone, as
   * when that was moved.
   */
  moveTo(cell: IRunHost): void {
    this._cell = cell;
    this._writer = this._enter();
    let where: RunWriter.Where = 'instead';
    for (const run of this._pending) {
      this._writer.follow(run, where);
      where = 'behind';
      this._ask(run);
    }
    this._showState();
  }

  /**
   * Run code; its outputs take the place of those of the last run, or come
   * behind them while that goes on.
   */
  execute(code: string, executor: IKernelExecutor): IRun {
    this._renew();
    this._hasBegun &&= this._pending.size > 0;
    const run = executor.execute(code);
    this._writer.follow(run, this._pending.size ? 'behind' : 'instead');
    this._pending.add(run);
    this._runs.add(run);
    run.inputRequested.connect(this._ask, this);
    void run.done.then(result => {
      this._pending.delete(run);
      this._hasBegun ||= run.startedAt !== null;
      this._showState();
      this._explain(result);
      if (this._cell.isDisposed) {
        this._release();
      }
    });
    this._showState();
    return run;
  }

  /**
   * Take away what runs have added; what goes on goes on.
   */
  clear(): void {
    this._writer.clear();
  }

  /**
   * Say something in the place of outputs, or behind them while they come.
   */
  say(text: string): void {
    this._renew();
    if (!this._pending.size) {
      this._writer.clear();
    }
    this._addText(text);
  }

  /**
   * Show code among the outputs, in the place of what was shown so before.
   *
   * @param language - as Markdown names it; null for none
   */
  show(code: string, language: string | null): void {
    this._renew();
    // Longer than any in the code, which would end it.
    const fence = '`'.repeat(
      1 +
        Math.max(2, ...Array.from(code.matchAll(/`+/g), ([all]) => all.length))
    );
    const output: IOutput = {
      output_type: 'display_data',
      data: {
        'text/markdown': `${fence}${language ?? ''}\n${code}\n${fence}`,
        'text/plain': code
      },
      // As MetaKernel marks it.
      metadata: { jigsaw_code: true }
    };
    this._writer.flush();
    for (let index = 0; index < this._outputs.length; index++) {
      if (this._outputs.get(index).metadata['jigsaw_code']) {
        this._outputs.set(index, output);
        return;
      }
    }
    this._add(output);
  }

  /**
   * As for the cell's own code: a star while the kernel is at work on it.
   */
  private readonly _showState = onceAFrame(() => {
    if (!this._cell.isDisposed) {
      this._cell.setRunning(this._pending.size > 0);
    }
  });

  /**
   * Say under the frame why a run could not be made, or did not end. Outputs of
   * one before would pass for those of a run that never began, unless it was
   * to come behind them.
   */
  private _explain(result: IRunResult): void {
    const text =
      result.code === 'disposed' ? null : explainResult(result, this._trans);
    if (!text) {
      return;
    }
    if (this._hasBegun) {
      this._addText(text);
    } else {
      this.say(text);
    }
  }

  private _addText(text: string): void {
    this._add({ output_type: 'stream', name: 'stderr', text: `${text}\n` });
  }

  /**
   * Add what no run has said.
   */
  private _add(output: IOutput): void {
    if (!this._cell.isDisposed && !this._outputs.isGone) {
      this._writer.flush();
      this._outputs.add(output);
    }
  }

  /**
   * Begin anew when the cell was run again, or its outputs were cleared.
   */
  private _renew(): void {
    if (this._outputs.isGone) {
      this._writer.dispose();
      this._writer = this._newWriter();
    }
  }

  private _ask(run: IRun): void {
    this._writer.flush();
    const { inputRequest } = run;
    if (inputRequest && !this._cell.isDisposed) {
      this._outputs.begin();
      const prompt = this._cell.ask(inputRequest);
      void run.done.then(() => prompt.dispose());
    }
  }

  private _enter(): RunWriter {
    const cell = this._cell;
    cell.disposed.connect(() => {
      if (this._cell === cell) {
        this._writer.dispose();
        this._release();
      }
    });
    return this._newWriter();
  }

  private _newWriter(): RunWriter {
    this._outputs = new RunOutputs(this._cell.outputs());
    const writer = new RunWriter({
      model: this._outputs,
      trans: this._trans,
      isGone: () => this._outputs.isGone
    });
    writer.began.connect((_, run) => this._release(run));
    return writer;
  }

  /**
   * Stop listening to what has ended, and may still have threads that say
   * something: nobody writes down what those say when another run has begun.
   */
  private _release(begun: IRun | null = null): void {
    for (const run of this._runs) {
      if (run.state === 'done' && run !== begun) {
        this._runs.delete(run);
        run.dispose();
      }
    }
  }

  private _outputs!: RunOutputs;
  private _writer: RunWriter;
  private readonly _pending = new Set<IRun>();
  /**
   * Those that are listened to, ended ones among them.
   */
  private readonly _runs = new Set<IRun>();
  /**
   * Whether there is a run that has begun among those that came behind each
   * other, of which the outputs are there.
   */
  private _hasBegun = false;
}
