import type { IOutput } from '@jupyterlab/nbformat';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { IDisposable } from '@lumino/disposable';

import type {
  IInputRequest,
  IKernelExecutor,
  IRun,
  IRunResult
} from '../kernel';
import { explainResult } from '../kernel';
import { inAMoment } from './inAMoment';
import { onceAFrame } from './onceAFrame';
import { RunOutputs } from './runOutputs';
import { RunWriter } from './runWriter';
import type { IPlaceRuns, IRunHost } from './tokens';

/**
 * The runs of what a cell shows, whose outputs become outputs of the cell.
 */
export class CellRuns implements IPlaceRuns {
  /**
   * @param cell - the cell, in the view that shows it first
   * @param _others - finds the views that show the cell now
   */
  constructor(
    cell: IRunHost,
    private readonly _trans: TranslationBundle,
    view: object = cell,
    private readonly _others: () => Iterable<[object, IRunHost]> = () => []
  ) {
    this._firstView = view;
    this.enter(view, cell);
  }

  /**
   * Whether nothing will be written any more.
   */
  get isOver(): boolean {
    return this._isHomeless && !this._pending.size && !this._isAwaited;
  }

  /**
   * Those that go on, in whichever view they were started.
   */
  pending(): readonly IRun[] {
    return [...this._pending.keys()];
  }

  /**
   * Know the cell as a view shows it. When the one before has gone, as a cell
   * that is moved does, what goes on goes on here.
   */
  enter(view: object, cell: IRunHost): void {
    if (this._homes.get(view)?.isDisposed === false || cell.isDisposed) {
      return;
    }
    this._homes.set(view, cell);
    cell.disposed.connect(() => this._leave(view, cell));
    this._writer ??= this._newWriter(cell);
    if (this._outputs.isDisposed) {
      void this._told().then(() => this._goOn());
    } else {
      this._goOn();
    }
  }

  /**
   * They, as those are started that a view shows: there the user is asked.
   */
  in(view: object): IPlaceRuns {
    return {
      pending: () => this.pending(),
      execute: (code, executor) => this.execute(code, executor, view),
      clear: () => this.clear(),
      say: text => this.say(text),
      show: (code, language) => this.show(code, language)
    };
  }

  /**
   * Run code; its outputs take the place of those of the last run, or come
   * behind them while that goes on.
   *
   * @param view - the one in which it is started
   */
  execute(
    code: string,
    executor: IKernelExecutor,
    view: object = this._firstView
  ): IRun {
    this._renew();
    this._hasBegun &&= this._pending.size > 0;
    const run = executor.execute(code);
    this._writer.follow(run, this._pending.size ? 'behind' : 'instead');
    this._pending.set(run, view);
    this._runs.add(run);
    run.inputRequested.connect(this._ask, this);
    void run.done.then(result => {
      this._withdraw(run);
      this._pending.delete(run);
      this._hasBegun ||= run.startedAt !== null;
      this._showState();
      this._explain(result);
      if (this._isHomeless) {
        this._release();
      }
    });
    inAMoment(this._showState);
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
    this._home()?.setRunning(this._pending.size > 0);
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
    if (!this._outputs.isGone) {
      this._writer.flush();
      this._outputs.add(output);
    }
  }

  /**
   * Begin anew when the cell was run again, or its outputs were cleared.
   */
  private _renew(): void {
    const home = this._home();
    if (home && this._outputs.isGone) {
      this._writer = this._newWriter(home);
    }
  }

  private get _isHomeless(): boolean {
    return this._home() === null;
  }

  /**
   * The cell in a view, or in another one when that has gone: all show the same
   * outputs.
   */
  private _home(view?: object): IRunHost | null {
    const homes = [...this._homes.values()];
    const own = view && this._homes.get(view);
    return [...(own ? [own] : []), ...homes].find(isThere) ?? null;
  }

  private _leave(view: object, cell: IRunHost): void {
    if (this._homes.get(view) !== cell) {
      return;
    }
    this._homes.delete(view);
    // In the place of the cell comes what it was: what runs have put out is no
    // part of what is undone.
    this._isAwaited ||= cell.isUndone ?? false;
    void this._told().then(() => {
      for (const [other, shown] of this._others()) {
        this.enter(other, shown);
      }
      if (this._isHomeless) {
        // One that was cut may be pasted, and one that was deleted come back.
        this._isAwaited ||= this._pending.size > 0;
        this._release();
      }
      this._goOn();
    });
  }

  /**
   * Go on in a view of the cell, which may be another cell in the place of the
   * one that was there.
   */
  private _goOn(): void {
    const home = this._home();
    if (home && this._outputs.isDisposed) {
      const isAwaited = this._pending.size > 0 || this._isAwaited;
      this._isAwaited = false;
      this._writer.flush();
      if (!isAwaited) {
        this._writer = this._newWriter(home);
      } else {
        // All of it: what was undone shows what it had before it was moved.
        this._outputs = this._outputs.copyTo(home.outputs());
        this._writer.moveTo(this._outputs);
        this._showState();
      }
    }
    for (const run of this._pending.keys()) {
      this._ask(run);
    }
  }

  /**
   * Settles when the notebook has told its views of a change, as that a cell is
   * moved: what is written before would not come to all.
   */
  private _told(): Promise<void> {
    return Promise.resolve();
  }

  /**
   * Ask what a run asks, where it was started if that is there.
   */
  private _ask(run: IRun): void {
    const { inputRequest: request } = run;
    // In a cell that was moved when the outputs are there, before the question.
    const home = this._outputs.isDisposed
      ? null
      : this._home(this._pending.get(run));
    const asked = this._asked.get(run);
    if (request === asked?.request && home === asked?.home) {
      return;
    }
    this._withdraw(run);
    if (request && home) {
      this._writer.flush();
      this._outputs.begin();
      this._asked.set(run, { request, home, prompt: home.ask(request) });
    }
  }

  private _withdraw(run: IRun): void {
    this._asked.get(run)?.prompt.dispose();
    this._asked.delete(run);
  }

  private _newWriter(cell: IRunHost): RunWriter {
    this._writer?.dispose();
    this._outputs = new RunOutputs(cell.outputs());
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

  private readonly _firstView: object;
  /**
   * The cell in each view that shows it.
   */
  private readonly _homes = new Map<object, IRunHost>();
  private _outputs!: RunOutputs;
  private _writer!: RunWriter;
  /**
   * Those that go on, with the view in which each was started.
   */
  private readonly _pending = new Map<IRun, object>();
  /**
   * What the user was asked last for each of them.
   */
  private readonly _asked = new Map<
    IRun,
    { request: IInputRequest; home: IRunHost; prompt: IDisposable }
  >();
  /**
   * Those that are listened to, ended ones among them.
   */
  private readonly _runs = new Set<IRun>();
  /**
   * Whether there is a run that has begun among those that came behind each
   * other, of which the outputs are there.
   */
  private _hasBegun = false;
  /**
   * Whether the cell went while a run was at work, or by an undo, and may come
   * back.
   */
  private _isAwaited = false;
}

function isThere({ isDisposed }: IRunHost): boolean {
  return !isDisposed;
}
