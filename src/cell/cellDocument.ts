import type { IRenderMime } from '@jupyterlab/rendermime';
import type { ITranslator, TranslationBundle } from '@jupyterlab/translation';
import type { ReadonlyPartialJSONObject } from '@lumino/coreutils';
import type { IObservableDisposable } from '@lumino/disposable';
import { Debouncer } from '@lumino/polling';
import type { ISignal } from '@lumino/signaling';
import { Signal } from '@lumino/signaling';

import { codec, JigsawModel } from '../document';
import { BUNDLE_VERSION, type IBundle, readBundle } from './bundle';
import { documentOf } from './bundleText';
import { setDrawing } from './drawings';
import { tellNotes } from './importNotes';
import { bundleOfLooks, type ILooks } from './looks';
import { BLOCKS_MIME_TYPE } from './names';
import type { WorkspaceFile } from './workspaceFile';

/**
 * How long after an edit the blocks are written into the output, in
 * milliseconds, and how long after the last one their picture is.
 */
const STATE_INTERVAL = 100;
const PICTURE_INTERVAL = 1000;

/**
 * The blocks of one output: its model, and the way back into the output. All
 * views of the output share it.
 */
export class CellDocument implements IObservableDisposable {
  /**
   * The document of an output, made with the first view of it.
   *
   * @param open - opens the file of a workspace with a name, as
   * `WorkspaceFile.open` does; null to keep the blocks in the output alone
   * @throws what `open` throws
   */
  static async of(
    output: IRenderMime.IMimeModel,
    translator: ITranslator,
    open:
      | ((name: string, own: WorkspaceFile.IBlocks) => Promise<WorkspaceFile>)
      | null
  ): Promise<CellDocument> {
    const there = documents.get(output);
    if (there && !there.isDisposed) {
      there._views++;
      return there;
    }
    const bundle = readBundle(output.data[BLOCKS_MIME_TYPE]);
    const name = bundle?.workspace;
    const trans = translator.load('jupyterlab-jigsaw');
    const file =
      name && open && bundle.version <= BUNDLE_VERSION
        ? await open(name, {
            ...documentOf(bundle, trans),
            isUnsaved: bundle.unsaved === true
          })
        : null;
    const other = documents.get(output);
    if (other && !other.isDisposed) {
      // Another view was faster.
      file?.release();
      other._views++;
      return other;
    }
    const document = new CellDocument(output, translator, file);
    documents.set(output, document);
    document._views++;
    return document;
  }

  private constructor(
    private readonly _output: IRenderMime.IMimeModel,
    translator: ITranslator,
    /**
     * The file in which the blocks are kept, too; null for none.
     */
    readonly file: WorkspaceFile | null
  ) {
    this._trans = translator.load('jupyterlab-jigsaw');
    this.model = file?.model ?? new JigsawModel({ codec, translator });
    this.model.contentChanged.connect(this._onEdited, this);
    this.refresh();
    if (file && !this.model.problem) {
      // The file may be newer than the output.
      this._isDirty = true;
      this.flush();
      file.isUnsavedChanged.connect(this._onUnsaved, this);
    }
  }

  readonly model: JigsawModel;

  /**
   * What the output said last.
   */
  get bundle(): IBundle {
    return this._bundle;
  }

  /**
   * Why the output can't be shown; null if it can.
   */
  get problem(): string | null {
    const problem = this.model.problem?.message ?? null;
    return (
      this._problem ??
      // What would be said of a file is no help here.
      (problem && !this.file && this._bundle.state.trimStart().startsWith('<')
        ? this._trans.__('The XML of these blocks can’t be read.')
        : problem)
    );
  }

  /**
   * Emitted with the first edit that is not in the output yet.
   */
  get edited(): ISignal<this, void> {
    return this._edited;
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  get disposed(): ISignal<this, void> {
    return this._disposed;
  }

  /**
   * Whether an output is that of these blocks.
   */
  isOf(output: IRenderMime.IMimeModel): boolean {
    return output === this._output;
  }

  /**
   * Let a view draw the picture and make the code; it gives none when it can't
   * any more.
   */
  addLooks(looks: () => ILooks | null): void {
    this._looks.push(looks);
    this._isDrawn &&= !!this._output.data['image/svg+xml'];
    this.catchUp();
  }

  /**
   * Have the picture drawn that no view could draw before.
   */
  catchUp(): void {
    if (!this._isDrawn) {
      this._drawSoon();
    }
  }

  /**
   * Take over what the output says, if it was changed by another.
   */
  refresh(): void {
    const bundle = readBundle(this._output.data[BLOCKS_MIME_TYPE]);
    if (!bundle || bundle.version > BUNDLE_VERSION) {
      this._problem = bundle
        ? this._trans.__(
            'These blocks were made by a newer Jigsaw. Update jupyterlab-jigsaw to see them.'
          )
        : this._trans.__('This output holds no blocks that can be read.');
      return;
    }
    this._problem = null;
    const isOwn = bundle.state === this._written;
    this._bundle = bundle;
    if (!isOwn && this.file) {
      this._written = bundle.state;
    } else if (!isOwn) {
      this._written = bundle.state;
      this._isLoading = true;
      const { notes, text } = documentOf(bundle, this._trans);
      this.model.fromString(text);
      tellNotes(notes);
      this._isLoading = false;
    }
  }

  /**
   * Write what was edited into the output now.
   */
  flush(): void {
    if (!this._isDirty || this.isDisposed) {
      return;
    }
    this._isDirty = false;
    const state = compact(this.model.toString());
    if (state !== this._written) {
      this._written = state;
      this._write({}, state);
    }
  }

  /**
   * Write all that there is to be saved, and the workspace's file if it has
   * one.
   */
  async save(): Promise<void> {
    this._draw();
    await this.file?.save();
  }

  /**
   * Say that a view goes; the last one ends the document.
   */
  dispose(): void {
    if (--this._views > 0 || this.isDisposed) {
      return;
    }
    this.flush();
    this._flushing.dispose();
    this._drawing.dispose();
    this._isDisposed = true;
    this.model.contentChanged.disconnect(this._onEdited, this);
    if (this.file) {
      this.file.isUnsavedChanged.disconnect(this._onUnsaved, this);
      this.file.release();
    } else {
      this.model.dispose();
    }
    this._disposed.emit();
    Signal.clearData(this);
  }

  private _onEdited(): void {
    if (this._isLoading) {
      return;
    }
    if (!this._isDirty) {
      this._isDirty = true;
      this._edited.emit();
    }
    this._isDrawn = false;
    void this._flushing.invoke().catch(() => undefined);
    this._drawSoon();
  }

  private _onUnsaved({ isUnsaved }: WorkspaceFile): void {
    this.flush();
    const { unsaved: _, ...bundle } = this._bundle;
    this._bundle = isUnsaved ? { ...bundle, unsaved: true } : bundle;
    this._write({});
  }

  private _drawSoon(): void {
    void this._drawing.invoke().catch(() => undefined);
  }

  private _draw(): void {
    this.flush();
    if (this._isDrawn || this.isDisposed) {
      return;
    }
    let looks: ILooks | null = null;
    for (const make of this._looks) {
      looks ??= make();
    }
    if (looks) {
      this._isDrawn = true;
      const data = bundleOfLooks(looks);
      this._write(data);
      setDrawing(this._output, { state: this._bundle.state, data });
    }
  }

  private _write(
    more: ReadonlyPartialJSONObject,
    state = this._bundle.state
  ): void {
    const { data, metadata } = this._output;
    this._bundle = { ...this._bundle, state };
    this._written = state;
    this._output.setData({
      data: { ...data, [BLOCKS_MIME_TYPE]: { ...this._bundle }, ...more },
      metadata
    });
  }

  private readonly _trans: TranslationBundle;
  private readonly _disposed = new Signal<this, void>(this);
  private readonly _edited = new Signal<this, void>(this);
  private readonly _flushing = new Debouncer(
    () => this.flush(),
    STATE_INTERVAL
  );
  private readonly _drawing = new Debouncer(
    () => this._draw(),
    PICTURE_INTERVAL
  );
  private _bundle: IBundle = {
    version: BUNDLE_VERSION,
    language: '',
    toolbox: '',
    height: 100,
    workspace: null,
    given: '',
    state: ''
  };
  private _problem: string | null = null;
  private _written: string | null = null;
  private readonly _looks: (() => ILooks | null)[] = [];
  private _isDirty = false;
  /**
   * Whether what other front ends show is of the present blocks.
   */
  private _isDrawn = true;
  private _isLoading = false;
  private _isDisposed = false;
  private _views = 0;
}

const documents = new WeakMap<IRenderMime.IMimeModel, CellDocument>();

/**
 * A document without the white space that is made for reading it: a notebook
 * keeps it in one line.
 */
function compact(text: string): string {
  return JSON.stringify(JSON.parse(text));
}
