import type { ISessionContext } from '@jupyterlab/apputils';
import type { DocumentRegistry } from '@jupyterlab/docregistry';
import type { KernelSpec } from '@jupyterlab/services';
import type { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import { PromiseDelegate } from '@lumino/coreutils';
import type { IDisposable } from '@lumino/disposable';
import type { ISignal } from '@lumino/signaling';
import { Signal } from '@lumino/signaling';

import type { JigsawModel } from '../document';
import { findKernel } from './kernels';
import type { LanguageChoice } from './language';
import type { Runner } from './runner';
import type { PanelSession } from './session';
import type { IPanelServices } from './tokens';
import { drawWidgets } from './widgets';

/**
 * Ties a panel to the kernel of the moment: what runs code, which language it
 * speaks, who draws its widgets, and what the file remembers of it.
 */
export class KernelLink implements IDisposable {
  constructor(options: KernelLink.IOptions) {
    this._options = options;
    const { session, context } = options;
    session.changed.connect(this._onSessionChanged, this);
    context.model.stateChanged.connect(this._remember, this);
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  /**
   * Emitted when session or kernel are others.
   */
  get changed(): ISignal<this, void> {
    return this._changed;
  }

  /**
   * The registry that draws what the kernel of the moment shows: a notebook's
   * own, since its widgets live there, or one for this panel.
   */
  get rendermime(): IRenderMimeRegistry {
    const { session, services, context } = this._options;
    return (
      session.notebook?.content.rendermime ??
      (this._rendermime ??= services.rendermime.clone({
        resolver: context.urlResolver
      }))
    );
  }

  /**
   * Take up the session as it is now.
   */
  start(): void {
    this._onSessionChanged();
  }

  /**
   * Ask for a kernel when there is none and none is being started.
   *
   * @returns whether there is one now
   */
  async ensureKernel(): Promise<boolean> {
    const { runner, session, services } = this._options;
    await this._started.promise;
    await this._starting;
    const { context } = session;
    if (!context) {
      return false;
    }
    // A notebook that is being opened starts its own.
    const isStarting =
      context !== session.own && !context.isReady && !context.session?.kernel;
    if (isStarting && !(await runner.waitFor(context.ready))) {
      return false;
    }
    if (!context.session?.kernel) {
      await services.sessionDialogs.selectKernel(context);
    }
    return !!context.session?.kernel;
  }

  dispose(): void {
    if (this._isDisposed) {
      return;
    }
    this._isDisposed = true;
    const { session, context } = this._options;
    session.changed.disconnect(this._onSessionChanged, this);
    context.model.stateChanged.disconnect(this._remember, this);
    this._source?.kernelChanged.disconnect(this._onKernelChanged, this);
    void this._widgets?.then(widgets => widgets?.dispose());
    Signal.clearData(this);
  }

  private _onSessionChanged(): void {
    const { session, runner, context } = this._options;
    this._source?.kernelChanged.disconnect(this._onKernelChanged, this);
    this._source = session.context;
    this._source?.kernelChanged.connect(this._onKernelChanged, this);
    runner.setSession(this._source);
    this._onKernelChanged();
    if (this._source === session.own && !context.model.problem) {
      this._starting = this._starting
        .then(() => this._startOwn())
        .catch(() => {
          // The session context has told the user; a run asks for a kernel.
        });
    }
    this._started.resolve();
  }

  private async _startOwn(): Promise<void> {
    const { session, language, services, context } = this._options;
    const wanted = context.model.kernelspec?.name ?? null;
    await session.startOwn(() => {
      if (session.context !== session.own || context.model.problem) {
        // Attached to a notebook meanwhile, or found to be nothing to run.
        return null;
      }
      const { specs } = session.own.specsManager;
      const found =
        specs &&
        findKernel(
          specs,
          wanted,
          language.current,
          services.registry.languages
        );
      this._substitute = found === wanted ? null : found;
      return found;
    });
    if (!this._isDisposed) {
      this._onKernelChanged();
    }
  }

  private _onKernelChanged(): void {
    const { session, language, context } = this._options;
    const kernel = this._source?.session?.kernel ?? null;
    language.setKernel(kernel);
    if (kernel && this._source === session.own) {
      this._widgets ??= drawWidgets(session.own, context, this.rendermime);
    }
    this._remember();
    this._changed.emit();
  }

  /**
   * Put into the file what it is to remember: the index base with the first
   * edit; a kernel that the user chose at once, one that was found for them,
   * or that a notebook has, with their first edit. Looking at a file does not
   * change it.
   */
  private _remember(): void {
    const { language, context, session } = this._options;
    const { model } = context;
    if (model.dirty && model.indexBase === null) {
      model.indexBase = language.oneBasedIndex ? 1 : 0;
    }
    const kernel = this._source?.session?.kernel;
    if (!kernel) {
      return;
    }
    const wanted = model.kernelspec
      ? kernel.name !== this._substitute && this._source === session.own
      : model.dirty;
    if (!wanted) {
      return;
    }
    const remember = (spec: KernelSpec.ISpecModel | undefined) => {
      if (
        spec &&
        spec.name !== model.kernelspec?.name &&
        !this._isDisposed &&
        this._source?.session?.kernel === kernel
      ) {
        model.kernelspec = {
          name: spec.name,
          display_name: spec.display_name
        };
      }
    };
    // A server that is away says so elsewhere; the next change asks again.
    kernel.spec.then(remember).catch(() => undefined);
  }

  private _options: KernelLink.IOptions;
  private _source: ISessionContext | null = null;
  private _started = new PromiseDelegate<void>();
  private _starting: Promise<void> = Promise.resolve();
  /**
   * The kernel that was found in place of the one that the file names.
   */
  private _substitute: string | null = null;
  private _rendermime: IRenderMimeRegistry | undefined;
  private _widgets: ReturnType<typeof drawWidgets> | undefined;
  private _isDisposed = false;
  private _changed = new Signal<this, void>(this);
}

export namespace KernelLink {
  export interface IOptions {
    context: DocumentRegistry.IContext<JigsawModel>;
    language: LanguageChoice;
    runner: Runner;
    services: IPanelServices;
    session: PanelSession;
  }
}
