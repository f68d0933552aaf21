import type { IDisposable } from '@lumino/disposable';
import { Throttler } from '@lumino/polling';
import type { ISignal } from '@lumino/signaling';
import { Signal } from '@lumino/signaling';

import type { BlocklyEditor, WorkspaceBinding } from '../editor';
import type {
  ICodeGenerator,
  IGeneratedCode,
  IJigsawLanguage
} from '../languages';
import { loadGenerator } from '../languages/load';

/**
 * The least time between two generations of code, in milliseconds: a drag or
 * typing makes many edits a second.
 */
const INTERVAL = 100;

/**
 * Keeps the code view in step with the blocks.
 */
export class CodePreview implements IDisposable {
  constructor(options: CodePreview.IOptions) {
    this._editor = options.editor;
    this._binding = options.binding;
    this._language = options.language;
    this._view = options.view;
    this._isOther = options.isOther ?? false;
    this._binding.changed.connect(this._schedule, this);
    this._language.changed.connect(this._schedule, this);
    this._editor.selectionChanged.connect(this._light, this);
    this._light();
    this._view.blockClicked.connect(this._onClicked, this);
    void this._editor.ready.then(() => this._schedule()).catch(() => undefined);
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  /**
   * Emitted after an update of the view.
   */
  get updated(): ISignal<this, IGeneratedCode> {
    return this._updated;
  }

  /**
   * Emitted when a generator could not make code of the blocks, or could not be
   * had.
   */
  get failed(): ISignal<this, Error> {
    return this._failed;
  }

  /**
   * The code of the blocks as they are now, or null when there is none.
   *
   * @param blocks - ids of the blocks to take; all when not given
   */
  async generate(blocks?: readonly string[]): Promise<IGeneratedCode | null> {
    try {
      const generator = await this._load(this._language.current);
      if (!this._isDisposed && !this._isOther) {
        this._editor.setCannot(generator.cannot ?? {});
      }
      const { workspace } = this._editor;
      return workspace && !this._isDisposed
        ? generator.generate(workspace, { blocks })
        : null;
    } catch (reason) {
      if (!this._isDisposed) {
        const error =
          reason instanceof Error ? reason : new Error(String(reason));
        if (!blocks) {
          // What was there is of other blocks, or in another language.
          this._view.say(error.message);
        }
        this._failed.emit(error);
      }
      return null;
    }
  }

  /**
   * Make the code that is shown once more.
   */
  refresh(): void {
    this._schedule();
  }

  dispose(): void {
    if (this._isDisposed) {
      return;
    }
    this._isDisposed = true;
    this._throttler.dispose();
    this._binding.changed.disconnect(this._schedule, this);
    this._language.changed.disconnect(this._schedule, this);
    this._editor.selectionChanged.disconnect(this._light, this);
    this._view.blockClicked.disconnect(this._onClicked, this);
    Signal.clearData(this);
  }

  private _schedule(): void {
    this._stale = true;
    if (!this._isDisposed) {
      void this._throttler.invoke().catch(() => undefined);
    }
  }

  private async _update(): Promise<void> {
    // The throttler takes no calls while this waits for a generator to load.
    while (this._stale && !this._isDisposed) {
      this._stale = false;
      const language = this._language.current;
      const generated = await this.generate();
      if (generated && !this._stale && !this._isDisposed) {
        this._view.display(generated.code, language.mimeType, generated.lines);
        this._updated.emit(generated);
      }
    }
  }

  private _light(): void {
    this._view.light(this._editor.selectedScope);
  }

  private _onClicked(_: unknown, block: string): void {
    this._editor.select(block);
  }

  private _load(language: IJigsawLanguage): Promise<ICodeGenerator> {
    let generator = this._generators.get(language);
    if (!generator) {
      generator = loadGenerator(language);
      this._generators.set(language, generator);
      // A chunk that did not arrive may arrive next time.
      generator.catch(() => this._generators.delete(language));
    }
    return generator;
  }

  private _editor: BlocklyEditor;
  private _binding: WorkspaceBinding;
  private _language: CodePreview.ILanguage;
  private _view: CodePreview.IView;
  private readonly _isOther: boolean;
  private _generators = new Map<IJigsawLanguage, Promise<ICodeGenerator>>();
  private _stale = false;
  private _isDisposed = false;
  private _throttler = new Throttler(() => this._update(), {
    limit: INTERVAL,
    edge: 'trailing'
  });
  private _updated = new Signal<this, IGeneratedCode>(this);
  private _failed = new Signal<this, Error>(this);
}

export namespace CodePreview {
  /**
   * In which language the code is shown.
   */
  export interface ILanguage {
    readonly changed: ISignal<unknown, void>;
    readonly current: IJigsawLanguage;
  }

  export interface IOptions {
    binding: WorkspaceBinding;
    editor: BlocklyEditor;
    /**
     * Whether the language is none that runs: what it cannot do is no matter of
     * the blocks.
     */
    isOther?: boolean;
    language: ILanguage;
    view: IView;
  }

  /**
   * What shows code, such as a `CodeView`.
   */
  export interface IView {
    /**
     * Emitted with the id of a block when one of its lines was clicked.
     */
    readonly blockClicked: ISignal<unknown, string>;
    /**
     * @param owners - the id of the block of each line, or null
     */
    display(
      code: string,
      mimeType: string,
      owners: readonly (string | null)[]
    ): void;
    /**
     * Light up the lines of some blocks.
     */
    light(blocks: ReadonlySet<string>): void;
    /**
     * Say why there is no code, until there is some.
     */
    say(reason: string): void;
  }
}
