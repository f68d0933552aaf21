import type { IRenderMime } from '@jupyterlab/rendermime';
import type { ITranslator, TranslationBundle } from '@jupyterlab/translation';
import type { PartialJSONObject } from '@lumino/coreutils';
import type { IObservableDisposable } from '@lumino/disposable';
import { Debouncer } from '@lumino/polling';
import type { ISignal } from '@lumino/signaling';
import { Signal } from '@lumino/signaling';

import { codec, JigsawModel } from '../document';
import { BUNDLE_VERSION, type IBundle, readBundle } from './bundle';
import { compact, documentOf } from './bundleText';
import { NO_BUNDLE, withStatus, writeBundle } from './cellOutput';
import { dropCopy } from './copies';
import { setDrawing } from './drawings';
import { tellNotesOnce } from './importNotes';
import { bundleOfLooks, hasLooks, type ILooks } from './looks';
import { LooksMaker } from './looksMaker';
import { BLOCKS_MIME_TYPE } from './names';
import { type IOpenedFile, openFile, type OpenFile } from './openFile';
import { FileConflict, type IConflictingBlocks } from './fileConflict';
import { fingerprint } from './fileText';
import { setWriter } from './unwritten';
import type { WorkspaceFile } from './workspaceFile';

/**
 * How long after an edit the blocks are written into the output at last, in
 * milliseconds: JupyterLab then draws all other outputs of the cell anew.
 * Whatever reads the output has them written before.
 */
const INTERVAL = 1000;

/**
 * The blocks of one output: its model, and the way back into the output. All
 * views of the output share it.
 */
export class CellDocument implements IConflictingBlocks, IObservableDisposable {
  /**
   * The document of an output, made with the first view of it.
   *
   * @param open - as `WorkspaceFile.open` does it; null to keep the blocks in
   * the output alone
   * @throws what `open` throws
   */
  static async of(
    output: IRenderMime.IMimeModel,
    translator: ITranslator,
    open: OpenFile | null
  ): Promise<CellDocument> {
    const there = documents.get(output);
    if (there && !there.isDisposed) {
      there._views++;
      return there;
    }
    const opened = await openFile(
      readBundle(output.data[BLOCKS_MIME_TYPE]),
      open,
      translator.load('jupyterlab-jigsaw')
    );
    const other = documents.get(output);
    if (other && !other.isDisposed) {
      // Another view was faster.
      opened?.file.release();
      other._views++;
      return other;
    }
    let document: CellDocument;
    try {
      const file = opened?.isKnown ? opened.file : null;
      document = new CellDocument(output, translator, file);
    } catch (error) {
      opened?.file.release();
      throw error;
    }
    documents.set(output, document);
    setWriter(output, () => document.flush());
    document._views++;
    if (opened?.isKnown) {
      opened.file.keep();
      if (opened.isOwn) {
        dropCopy(output);
      }
    } else if (opened) {
      document._ask(opened);
      opened.file.release();
    }
    return document;
  }

  private constructor(
    private readonly _output: IRenderMime.IMimeModel,
    translator: ITranslator,
    /**
     * The file in which the blocks are kept, too; null for none, and as long as
     * it is not known whether they are.
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
      if (
        !this._bundle.seen !== !file.seen ||
        !this._bundle.unsaved !== !file.isUnsaved
      ) {
        this._write({});
      }
      file.statusChanged.connect(this._onStatus, this);
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

  /**
   * Emitted when the blocks of the output are in another document from now on.
   */
  get outdated(): ISignal<this, void> {
    return this._outdated;
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
    this._looks.add(looks, hasLooks(this._output.data));
  }

  /**
   * Have the picture drawn that no view could draw before.
   */
  catchUp(): void {
    this._looks.catchUp();
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
      tellNotesOnce(notes, this._trans);
      this._isLoading = false;
    }
  }

  /**
   * Write what was edited into the output now.
   */
  flush(): void {
    if (!this._isDirty || this.isDisposed || this._isAnswered) {
      return;
    }
    this._isDirty = false;
    const state = compact(this.model.toString());
    if (state !== this._written) {
      this._write({}, state);
    }
  }

  /**
   * Write what was edited, and what other front ends show of it, while a view
   * can draw it.
   */
  finish(): void {
    this.flush();
    this._looks.draw();
  }

  /**
   * Write all that there is to be saved, and the workspace's file if it has
   * one.
   */
  async save(): Promise<void> {
    this.finish();
    if (this.file && this._bundle.seen !== (this.file.seen || undefined)) {
      this._write({});
    }
    this._isInNotebook = true;
    await this.file?.save();
  }

  /**
   * Say that the notebook lies in another folder now, and so does the file that
   * it names, or another of that name.
   */
  moved(): void {
    if (this._bundle.workspace !== null) {
      this.flush();
      this._end();
    }
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
    this._looks.dispose();
    this._question?.drop(this);
    this._isDisposed = true;
    this.model.contentChanged.disconnect(this._onEdited, this);
    if (this.file) {
      this.file.statusChanged.disconnect(this._onStatus, this);
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
    void this._flushing.invoke().catch(() => undefined);
    this._looks.changed();
  }

  /**
   * Show the blocks in the file, too; the user has decided.
   */
  keepMine(): void {
    this.flush();
    // As if they were made of those in the file.
    this._answer({ ...this._bundle, seen: this._theirs });
  }

  /**
   * Show the blocks of the file instead of these; the user has decided.
   */
  takeFile(): void {
    const { seen: _, unsaved: __, ...bundle } = this._bundle;
    this._answer({ ...bundle, state: '' });
  }

  private _answer(bundle: IBundle): void {
    this._bundle = bundle;
    this._write({});
    this._isAnswered = true;
    this._end();
  }

  /**
   * Let the next view make another document.
   */
  private _end(): void {
    if (documents.get(this._output) === this) {
      documents.delete(this._output);
      this._outdated.emit();
    }
  }

  /**
   * Ask which blocks are to be kept. Until then neither are written over.
   */
  private _ask({ file, own }: IOpenedFile): void {
    this._theirs = fingerprint(file.model.toString(), this._trans);
    this._question = FileConflict.ask(
      this,
      file.path,
      own,
      this._theirs,
      this._trans
    );
  }

  private _onStatus({ isUnsaved }: WorkspaceFile): void {
    this.flush();
    // Else it waits for the notebook's next save: to know that the file was
    // saved, too, is no change of the notebook.
    if (!this._isInNotebook || isUnsaved === !this._bundle.unsaved) {
      this._write({});
    }
  }

  private _write(looks: PartialJSONObject, state = this._bundle.state): void {
    const isSame = state === this._bundle.state;
    this._bundle = { ...this._bundle, state };
    if (this.file) {
      this._bundle = withStatus(this._bundle, this.file);
    }
    this._written = state;
    this._isInNotebook = false;
    writeBundle(this._output, this._bundle, looks, isSame);
  }

  private readonly _trans: TranslationBundle;
  private readonly _disposed = new Signal<this, void>(this);
  private readonly _edited = new Signal<this, void>(this);
  private readonly _outdated = new Signal<this, void>(this);
  private readonly _flushing = new Debouncer(() => this.flush(), INTERVAL);
  private readonly _looks = new LooksMaker(looks => {
    this.flush();
    const data = bundleOfLooks(looks, this._trans);
    this._write(data);
    setDrawing(this._output, { state: this._bundle.state, data });
  });
  private _bundle: IBundle = NO_BUNDLE;
  private _problem: string | null = null;
  private _written: string | null = null;
  private _isDirty = false;
  /**
   * Whether the notebook was saved since the last change of the output.
   */
  private _isInNotebook = true;
  private _isLoading = false;
  private _question: FileConflict | null = null;
  /** The mark of what the file had when the question was asked. */
  private _theirs = '';
  private _isAnswered = false;
  private _isDisposed = false;
  private _views = 0;
}

const documents = new WeakMap<IRenderMime.IMimeModel, CellDocument>();
