import type { Kernel } from '@jupyterlab/services';
import type { IDisposable } from '@lumino/disposable';
import type { ISignal } from '@lumino/signaling';
import { Signal } from '@lumino/signaling';

import type { JigsawModel } from '../document';
import type { IJigsawLanguage, LanguageRegistry } from '../languages';

/**
 * In which language the blocks are shown, and whether the kernel speaks it.
 *
 * The language that the file names comes first; without one it is that of the
 * kernel, and without a generator for that, the default of the settings.
 */
export class LanguageChoice implements IDisposable {
  constructor(options: LanguageChoice.IOptions) {
    this._model = options.model;
    this._registry = options.registry;
    this._default = options.defaultLanguage;
    this._model.metadataChanged.connect(this._update, this);
    this._registry.changed.connect(this._update, this);
    this._current = this._find();
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  /**
   * Emitted when the language, or what is known of the kernel's, has changed.
   */
  get changed(): ISignal<this, void> {
    return this._changed;
  }

  /**
   * The language in which the code is shown.
   */
  get current(): IJigsawLanguage {
    return this._current;
  }

  /**
   * Whether the first item of a list is number one: as the file says, else as
   * the language has it.
   */
  get oneBasedIndex(): boolean {
    const { indexBase } = this._model;
    return indexBase === null
      ? (this._current.oneBasedIndex ?? false)
      : indexBase === 1;
  }

  /**
   * The language in which the kernel says that it speaks, or null while that
   * is not known.
   */
  get kernelLanguage(): string | null {
    return this._kernelInfo?.name ?? null;
  }

  /**
   * The kernel whose language counts.
   */
  get kernel(): Kernel.IKernelConnection | null {
    return this._kernel;
  }

  /**
   * Fulfilled when the kernel has said its language, or never will.
   */
  get known(): Promise<void> {
    return this._known;
  }

  /**
   * What Jigsaw can make for the kernel, or null.
   */
  get forKernel(): IJigsawLanguage | null {
    return this._kernelInfo
      ? (this._registry.forKernel(
          this._kernelInfo.name,
          this._kernelInfo.mimetype
        ) ?? null)
      : null;
  }

  /**
   * Whether the code shown is code for the kernel; true as well while it is
   * not known what the kernel speaks.
   */
  get fits(): boolean {
    return !this._kernelInfo || this.forKernel === this._current;
  }

  /**
   * Ask a kernel for its language.
   */
  setKernel(kernel: Kernel.IKernelConnection | null): void {
    if (kernel === this._kernel) {
      return;
    }
    this._kernel = kernel;
    this._kernelInfo = null;
    this._update();
    this._known = kernel ? this._ask(kernel) : Promise.resolve();
  }

  private async _ask(kernel: Kernel.IKernelConnection): Promise<void> {
    let info;
    try {
      info = await kernel.info;
    } catch {
      return; // it died before it answered
    }
    if (kernel === this._kernel && !this._isDisposed) {
      this._kernelInfo = Private.readInfo(info.language_info);
      this._update();
    }
  }

  setDefault(id: string): void {
    this._default = id;
    this._update();
  }

  dispose(): void {
    if (this._isDisposed) {
      return;
    }
    this._isDisposed = true;
    this._model.metadataChanged.disconnect(this._update, this);
    this._registry.changed.disconnect(this._update, this);
    Signal.clearData(this);
  }

  private _update(): void {
    this._current = this._find();
    this._changed.emit();
  }

  private _find(): IJigsawLanguage {
    const { language } = this._model;
    const found =
      (language && this._registry.get(language)) ||
      this.forKernel ||
      this._registry.get(this._default) ||
      this._registry.list[0];
    if (!found) {
      throw new Error('No language is registered');
    }
    return found;
  }

  private _model: JigsawModel;
  private _registry: LanguageRegistry;
  private _default: string;
  private _current: IJigsawLanguage;
  private _known: Promise<void> = Promise.resolve();
  private _kernel: Kernel.IKernelConnection | null = null;
  private _kernelInfo: { name: string; mimetype?: string } | null = null;
  private _isDisposed = false;
  private _changed = new Signal<this, void>(this);
}

namespace Private {
  /**
   * What a kernel says of its language; not every kernel keeps to the protocol.
   */
  export function readInfo(
    info: Partial<Record<'name' | 'mimetype', unknown>> | undefined
  ): { name: string; mimetype?: string } | null {
    const { name, mimetype } = info ?? {};
    return typeof name === 'string' && name
      ? { name, ...(typeof mimetype === 'string' && { mimetype }) }
      : null;
  }
}

export namespace LanguageChoice {
  export interface IOptions {
    model: JigsawModel;
    registry: LanguageRegistry;
    /**
     * The id of the language for a workspace without a kernel.
     */
    defaultLanguage: string;
  }
}
