import type { DocumentChange } from '@jupyter/ydoc';
import type { IChangedArgs } from '@jupyterlab/coreutils';
import type { DocumentRegistry } from '@jupyterlab/docregistry';
import { nullTranslator } from '@jupyterlab/translation';
import type { ITranslator, TranslationBundle } from '@jupyterlab/translation';
import type {
  JSONObject,
  PartialJSONValue,
  ReadonlyPartialJSONValue
} from '@lumino/coreutils';
import { Signal } from '@lumino/signaling';
import type { ISignal } from '@lumino/signaling';

import { emptyContent } from './content';
import { JigsawDocument } from './shared';
import type {
  IJigsawCodec,
  IJigsawContent,
  IKernelspecRef,
  IProblem,
  IWorkspaceEdit,
  IWorkspaceSource,
  ParseResult,
  WorkspaceState
} from './tokens';

/**
 * The document behind one `.jigsaw` file, shared by all its views.
 *
 * A view says that it was edited, which is cheap; its state is taken when
 * somebody asks for the text or the content.
 *
 * A model is made when JupyterLab opens a file, before the code that
 * understands files has been fetched. Until it is given that, by `read`, it
 * has a text and no content, and can't be edited.
 */
export class JigsawModel implements DocumentRegistry.IModel {
  constructor(options: JigsawModel.IOptions = {}) {
    this._trans = (options.translator ?? nullTranslator).load(
      'jupyterlab-jigsaw'
    );
    this._languagePreference = options.languagePreference ?? '';
    this._codec = options.codec ?? null;
    this.sharedModel = new JigsawDocument({
      getSource: () => this.toString(),
      setSource: value => this.fromString(value)
    });
    this.sharedModel.changed.connect(this._onSharedChanged, this);
  }

  readonly sharedModel: JigsawDocument;

  readonly collaborative = false;

  get contentChanged(): ISignal<this, void> {
    return this._contentChanged;
  }

  get stateChanged(): ISignal<this, IChangedArgs<unknown>> {
    return this._stateChanged;
  }

  /**
   * Emitted when the file can no longer be read or shown, or can again.
   */
  get problemChanged(): ISignal<this, void> {
    return this._problemChanged;
  }

  /**
   * Emitted when the language, toolbox, kernelspec or index base changes, also by loading.
   */
  get metadataChanged(): ISignal<this, void> {
    return this._metadataChanged;
  }

  /**
   * Emitted when the workspace was loaded or replaced: every view reloads it.
   */
  get workspaceReplaced(): ISignal<this, void> {
    return this._workspaceReplaced;
  }

  /**
   * Emitted when a view was edited: the others apply its events.
   */
  get workspaceEdited(): ISignal<this, IWorkspaceEdit> {
    return this._workspaceEdited;
  }

  /**
   * Why the file cannot be read, or not be shown; null if it can.
   */
  get problem(): IProblem | null {
    return this._problem;
  }

  /**
   * The content at present; empty while it can't be read. Not to be changed.
   */
  get content(): IJigsawContent {
    this._pull();
    return this._content;
  }

  get language(): string | null {
    return this._content.language;
  }
  set language(value: string | null) {
    if (value !== this.language) {
      this._setMetadata({ language: value });
    }
  }

  get toolbox(): string {
    return this._content.toolbox;
  }
  set toolbox(value: string) {
    if (value !== this.toolbox) {
      this._setMetadata({ toolbox: value });
    }
  }

  get kernelspec(): IKernelspecRef | null {
    return this._content.kernelspec;
  }
  set kernelspec(value: IKernelspecRef | null) {
    const old = this.kernelspec;
    if (
      value?.name !== old?.name ||
      value?.display_name !== old?.display_name
    ) {
      this._setMetadata({ kernelspec: value });
    }
  }

  get indexBase(): 0 | 1 | null {
    return this._content.indexBase;
  }
  set indexBase(value: 0 | 1 | null) {
    if (value !== this.indexBase) {
      this._setMetadata({ indexBase: value });
    }
  }

  /**
   * Whether there are edits that the file does not have.
   *
   * Setting it to false, as a context does when a save has returned, counts
   * for the edits that were in the last text given out; later ones keep it.
   */
  get dirty(): boolean {
    return this.sharedModel.dirty;
  }
  set dirty(value: boolean) {
    if (value === this.dirty || (!value && this._edits !== this._editsInText)) {
      return;
    }
    this.sharedModel.dirty = value;
  }

  /**
   * Whether the file may not be edited; always so while there is a problem,
   * and before the text is understood.
   */
  get readOnly(): boolean {
    return this._readOnly || this._problem !== null || this._codec === null;
  }
  set readOnly(value: boolean) {
    const oldValue = this.readOnly;
    this._readOnly = value;
    this._emitReadOnly(oldValue);
  }

  get defaultKernelName(): string {
    return this.kernelspec?.name ?? '';
  }

  get defaultKernelLanguage(): string {
    return this.language ?? this._languagePreference;
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  dispose(): void {
    if (this._isDisposed) {
      return;
    }
    this._isDisposed = true;
    this._newest = null;
    // JupyterLab keeps the context of a closed file, and the model with it.
    this._text = '';
    this._content = emptyContent();
    this.sharedModel.dispose();
    Signal.clearData(this);
  }

  /**
   * Understand the text, now and from now on; a second call does nothing.
   */
  read(codec: IJigsawCodec): void {
    if (this._codec === null) {
      const wasReadOnly = this.readOnly;
      this._codec = codec;
      this._load(this._text, codec.parse(this._text, this._trans), wasReadOnly);
    }
  }

  /**
   * The text of the file: exactly as it was loaded until the first edit, and
   * while there is a problem.
   *
   * @throws Error when the model was disposed: a save that was under way then
   *   is not to write an empty file.
   */
  toString(): string {
    if (this._isDisposed) {
      throw new Error('The document was closed');
    }
    if (
      this._codec !== null &&
      this._problem === null &&
      this._edits !== this._editsInText
    ) {
      const edits = this._edits;
      this._text = this._codec.stringify(this.content);
      this._editsInText = edits;
    }
    return this._text;
  }

  fromString(value: string): void {
    this._load(value, this._codec?.parse(value, this._trans) ?? {});
  }

  toJSON(): PartialJSONValue {
    return JSON.parse(this.toString() || 'null') as PartialJSONValue;
  }

  fromJSON(value: ReadonlyPartialJSONValue): void {
    const codec = this._codec;
    if (codec === null) {
      this.fromString(JSON.stringify(value));
      return;
    }
    const result = codec.guard(value, this._trans);
    if (result.content) {
      // By way of its text, so that nothing is shared with the caller.
      this.fromString(codec.stringify(result.content));
    } else {
      this._load('', result);
    }
  }

  initialize(): void {
    /* A new model is a new file. */
  }

  /**
   * Say that a view was edited. Its state is taken when it is asked for.
   */
  edited(source: IWorkspaceSource, events: readonly JSONObject[]): void {
    if (this._isDisposed || this.readOnly) {
      return;
    }
    this._newest = source;
    this._markEdited();
    this._workspaceEdited.emit({ source, events });
  }

  /**
   * Say that what was read can't be shown, until another text is loaded.
   *
   * The model has this for all views of the file: where one has failed, none
   * runs or writes what is less than the file.
   */
  refuse(problem: IProblem): void {
    if (this._isDisposed || this._problem) {
      return;
    }
    const wasReadOnly = this.readOnly;
    this._problem = problem;
    this._problemChanged.emit();
    this._emitReadOnly(wasReadOnly);
  }

  /**
   * Say that a view closes; its state is taken if it is the newest.
   */
  release(source: IWorkspaceSource): void {
    if (this._newest === source && !this._isDisposed) {
      this._pull();
    }
  }

  /**
   * Replace the workspace in all views, as an edit.
   *
   * @param state - the model's from now on
   */
  replaceWorkspace(state: WorkspaceState): void {
    if (this._isDisposed || this.readOnly) {
      return;
    }
    this._newest = null;
    this._content = { ...this._content, workspace: state };
    this._markEdited();
    this._workspaceReplaced.emit();
  }

  private _load(
    text: string,
    result: Partial<ParseResult>,
    wasReadOnly = this.readOnly
  ): void {
    const hadProblem = this._problem !== null;
    this._newest = null;
    this._text = text;
    this._content = result.content ?? emptyContent();
    this._problem = result.problem ?? null;
    this._editsInText = this._edits;
    this.dirty = false;
    if (hadProblem || this._problem) {
      this._problemChanged.emit();
    }
    this._emitReadOnly(wasReadOnly);
    this._metadataChanged.emit();
    this._workspaceReplaced.emit();
    this._contentChanged.emit();
  }

  /**
   * Take the state of the view that was edited last.
   */
  private _pull(): void {
    const source = this._newest;
    if (source) {
      // Only forgotten when it has answered: if it throws, the edit is not lost.
      this._content = { ...this._content, workspace: source.save() };
      this._newest = null;
    }
  }

  private _setMetadata(change: Partial<IJigsawContent>): void {
    if (this._isDisposed || this.readOnly) {
      return;
    }
    this._content = { ...this._content, ...change };
    this._markEdited();
    this._metadataChanged.emit();
  }

  private _markEdited(): void {
    this._edits++;
    this.dirty = true;
    this._contentChanged.emit();
  }

  private _emitReadOnly(oldValue: boolean): void {
    const newValue = this.readOnly;
    if (newValue !== oldValue) {
      this._stateChanged.emit({ name: 'readOnly', oldValue, newValue });
    }
  }

  private _onSharedChanged(
    sender: JigsawDocument,
    change: DocumentChange
  ): void {
    for (const { name, oldValue, newValue } of change.stateChange ?? []) {
      if (oldValue !== newValue) {
        this._stateChanged.emit({ name, oldValue, newValue });
      }
    }
  }

  private _codec: IJigsawCodec | null;
  private readonly _trans: TranslationBundle;
  private readonly _languagePreference: string;
  private _content = emptyContent();
  private _problem: IProblem | null = null;
  private _text = '';
  /**
   * How many edits there were, and how many of them the text has.
   */
  private _edits = 0;
  private _editsInText = 0;
  private _newest: IWorkspaceSource | null = null;
  private _readOnly = false;
  private _isDisposed = false;
  private readonly _contentChanged = new Signal<this, void>(this);
  private readonly _stateChanged = new Signal<this, IChangedArgs<unknown>>(
    this
  );
  private readonly _problemChanged = new Signal<this, void>(this);
  private readonly _metadataChanged = new Signal<this, void>(this);
  private readonly _workspaceReplaced = new Signal<this, void>(this);
  private readonly _workspaceEdited = new Signal<this, IWorkspaceEdit>(this);
}

export namespace JigsawModel {
  export interface IOptions {
    /**
     * What understands the text; given later, by `read`, when left out.
     */
    codec?: IJigsawCodec;
    /**
     * The language that a kernel is looked for in while the file names none.
     */
    languagePreference?: string;
    translator?: ITranslator;
  }
}
