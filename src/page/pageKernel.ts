import { PathExt } from '@jupyterlab/coreutils';
import type { ServiceManager, Session } from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { IDisposable } from '@lumino/disposable';
import { type ISignal, Signal } from '@lumino/signaling';

import type { JigsawModel } from '../document';
import type { ExecutorErrorCode } from '../kernel';
import { ServerExecutor } from '../kernel';
import { codeOf } from '../kernel/failures';
import type { LanguageRegistry } from '../languages/registry';
import { findKernel } from '../panel/kernels';
import type { LanguageChoice } from '../panel/language';
import type { Runner } from '../panel/runner';
import { askKernel, askSession, confirm } from './kernelDialogs';
import { kernelLabel } from './kernelLabels';

/**
 * The kernel that a page's blocks run in: that of the workspace's own session,
 * or of another that runs on the server.
 */
export class PageKernel implements IDisposable {
  constructor(options: PageKernel.IOptions) {
    this._options = options;
    this._executor = this._use(options.path);
    options.model.stateChanged.connect(this._remember, this);
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  /**
   * Emitted when session, kernel, status or what is wrong may be another.
   */
  get changed(): ISignal<this, void> {
    return this._changed;
  }

  get executor(): ServerExecutor {
    return this._executor;
  }

  /**
   * The path whose session it is.
   */
  get path(): string {
    return this._path;
  }

  /**
   * Whether it is the workspace's own session, and not shared with another
   * document.
   */
  get isOwn(): boolean {
    return this._path === this._options.path;
  }

  /**
   * What keeps code from being run, or null; also while the first connection is
   * being made.
   */
  get problem(): ExecutorErrorCode | null {
    return this._executor.problem ?? this._failure ?? this._absence;
  }

  /**
   * How the kernel's name reads; empty when there is none.
   */
  get label(): string {
    const name = this._executor.kernel?.name;
    return name
      ? kernelLabel(this._options.services.kernelspecs.specs, name)
      : '';
  }

  /**
   * Find the session, or start one.
   *
   * @returns whether there is a kernel that answers
   */
  async connect(): Promise<boolean> {
    const executor = this._executor;
    const absence = await executor.connect();
    if (executor === this._executor && !this._isDisposed) {
      this._absence = absence;
      this._onChanged();
    }
    return absence === null;
  }

  /**
   * Have a kernel, asking for one if need be.
   */
  async ensure(): Promise<boolean> {
    await this._connecting;
    if (this._executor.kernel && !this._executor.problem) {
      return true;
    }
    this._isWanted = true;
    try {
      return await this.start();
    } finally {
      this._isWanted = false;
    }
  }

  /**
   * Connect, and let runs wait for it.
   */
  start(): Promise<boolean> {
    this._connecting = this.connect();
    return this._connecting;
  }

  /**
   * Run in the session of a path from now on.
   */
  async join(path: string): Promise<void> {
    this._executor.session?.kernelChanged.disconnect(this._onChanged, this);
    this._executor = this._use(path);
    await this.start();
  }

  /**
   * Have another kernel in the session, or a session with it.
   */
  async change(name: string): Promise<void> {
    const { session } = this._executor;
    if (session) {
      await this._attempt(() => session.changeKernel({ name }));
    } else {
      this._chosen = name;
      await this.start();
    }
  }

  /**
   * Let the user choose another kernel.
   */
  async select(): Promise<void> {
    const name = await this._ask();
    if (name !== null) {
      await this.change(name);
    }
  }

  /**
   * Restart the kernel, if the user agrees.
   */
  async restart(): Promise<void> {
    const { trans } = this._options;
    const { kernel } = this._executor;
    if (
      kernel &&
      (await confirm(
        trans.__('Restart the kernel?'),
        trans.__('It forgets all variables.'),
        trans.__('Restart'),
        trans
      ))
    ) {
      await this._attempt(() => kernel.restart());
    }
  }

  /**
   * End the session and its kernel, if the user agrees.
   */
  async shutDown(): Promise<void> {
    const { trans } = this._options;
    const { session } = this._executor;
    if (
      session &&
      (await confirm(
        trans.__('Shut down the session?'),
        trans.__('Its kernel ends and forgets all variables.'),
        trans.__('Shut Down'),
        trans
      ))
    ) {
      await this._attempt(() => session.shutdown());
    }
  }

  dispose(): void {
    if (this._isDisposed) {
      return;
    }
    this._isDisposed = true;
    this._options.model.stateChanged.disconnect(this._remember, this);
    this._options.runner.setExecutor(null);
    Signal.clearData(this);
  }

  private _use(path: string): ServerExecutor {
    const { runner, services, trans } = this._options;
    this._path = path;
    this._absence = null;
    const executor = new ServerExecutor({
      sessions: services.sessions,
      path,
      choose: models => askSession(models, services.kernelspecs.specs, trans),
      start: () => this._find()
    });
    executor.statusChanged.connect(this._onChanged, this);
    executor.problemChanged.connect(this._onChanged, this);
    runner.setExecutor(executor);
    return executor;
  }

  /**
   * What to start where no session is: what was chosen, what fits to the file,
   * or what the user says, once they want to run.
   */
  private async _find(): Promise<Omit<Session.ISessionOptions, 'path'> | null> {
    if (!this.isOwn) {
      return null; // That of another document is not ours to start.
    }
    const { language, languages, model, path, services } = this._options;
    await services.kernelspecs.ready;
    const { specs } = services.kernelspecs;
    const wanted = model.kernelspec?.name ?? null;
    let name =
      this._chosen ??
      (specs && findKernel(specs, wanted, language.current, languages));
    this._substitute = !this._chosen && name !== wanted ? name : null;
    this._chosen = null;
    if (!name && this._isWanted) {
      name = await this._ask();
    }
    return name
      ? { name: PathExt.basename(path), type: 'file', kernel: { name } }
      : null;
  }

  /**
   * Have the server do something, and take note of why it did not.
   */
  private async _attempt(action: () => Promise<unknown>): Promise<void> {
    try {
      await action();
      this._onChanged();
    } catch (reason) {
      this._failure = codeOf(reason, 'not-found');
      this._changed.emit();
    }
  }

  private _ask(): Promise<string | null> {
    const { services, trans } = this._options;
    const current = this._executor.kernel?.name ?? null;
    return askKernel(services.kernelspecs.specs, current, trans);
  }

  private _onChanged(): void {
    const { kernel } = this._executor;
    this._failure = null;
    if (kernel) {
      this._absence = null;
    }
    this._options.language.setKernel(kernel);
    this._remember();
    this._changed.emit();
  }

  /**
   * Put into the file what it is to remember, as a panel does: looking at a file
   * does not change it.
   */
  private _remember(): void {
    const { language, model, services } = this._options;
    if (model.dirty && model.indexBase === null) {
      model.indexBase = language.oneBasedIndex ? 1 : 0;
    }
    const name = this._executor.kernel?.name;
    const spec = name && services.kernelspecs.specs?.kernelspecs[name];
    if (!spec || name === model.kernelspec?.name || model.readOnly) {
      return;
    }
    const isChosen = model.kernelspec
      ? name !== this._substitute && this.isOwn
      : model.dirty;
    if (isChosen) {
      model.kernelspec = { name, display_name: spec.display_name };
    }
  }

  private readonly _options: PageKernel.IOptions;
  private _executor: ServerExecutor;
  private _path = '';
  private _absence: ExecutorErrorCode | null = null;
  /** Why the server did not do what it was asked last. */
  private _failure: ExecutorErrorCode | null = null;
  /** The kernel that the user chose while there was no session. */
  private _chosen: string | null = null;
  /** The kernel that was found in place of the one that the file names. */
  private _substitute: string | null = null;
  private _connecting: Promise<boolean> = Promise.resolve(false);
  /** Whether somebody waits for a kernel, and may be asked. */
  private _isWanted = false;
  private _isDisposed = false;
  private readonly _changed = new Signal<this, void>(this);
}

export namespace PageKernel {
  export interface IOptions {
    services: Pick<ServiceManager.IManager, 'kernelspecs' | 'sessions'>;
    /**
     * The workspace's path on the server.
     */
    path: string;
    model: JigsawModel;
    language: LanguageChoice;
    languages: LanguageRegistry;
    runner: Runner;
    trans: TranslationBundle;
  }
}
