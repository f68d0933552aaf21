import type { DocumentRegistry } from '@jupyterlab/docregistry';
import type { Contents } from '@jupyterlab/services';
import type { ITranslator, TranslationBundle } from '@jupyterlab/translation';
import { Debouncer } from '@lumino/polling';
import type { ISignal } from '@lumino/signaling';
import { Signal } from '@lumino/signaling';

import { codec, FILE_EXTENSION, JigsawModel, parse } from '../document';
import { readText } from '../notebook';
import type { IDocumentText } from './bundleText';
import { FileNotice } from './fileNotice';
import { makeFolders } from './folders';
import { tellNotesOnce } from './importNotes';
import { fingerprint, isEmpty, newFileOf, replacedIn } from './fileText';
import { type IOwnBlocks, mergeBlocks, type MergeResult } from './merge';
import { XmlFile } from './xmlFile';

/**
 * How long after an edit the file is saved, in milliseconds.
 */
const INTERVAL = 1000;

/**
 * The file of a workspace with a name, and its blocks, which all cells that
 * name it share.
 *
 * It is saved soon after each edit, and never over what another has saved
 * meanwhile.
 */
export class WorkspaceFile {
  /**
   * The file at a path, without an ending.
   *
   * @param path - from the server's root
   * @param own - the blocks of the cell that opens it; they are taken if there
   * is no file yet
   * @throws what the server answers when it does not want to give the file
   */
  static async open(
    path: string,
    own: IOwnBlocks,
    options: WorkspaceFile.IOptions
  ): Promise<WorkspaceFile> {
    let file = files.get(path);
    if (!file) {
      files.set(path, (file = new WorkspaceFile(path, options)));
    }
    file._users++;
    try {
      await (file._loaded
        ? file._loadAgain()
        : (file._loaded = file._load(own)));
    } catch (error) {
      // The next one asks again.
      file._loaded = null;
      file.release();
      throw error;
    }
    return file;
  }

  private constructor(
    private readonly _name: string,
    private readonly _options: WorkspaceFile.IOptions
  ) {
    const { contents, translator } = _options;
    this._trans = translator.load('jupyterlab-jigsaw');
    this._notice = new FileNotice(this.path, this._trans);
    this._xml = new XmlFile(_name, contents);
    this.model = new JigsawModel({ codec, translator });
  }

  readonly model: JigsawModel;

  /**
   * From the server's root.
   */
  get path(): string {
    return this._name + FILE_EXTENSION;
  }

  /**
   * Whether the file could not be saved with the present blocks.
   */
  get isUnsaved(): boolean {
    return this._isUnsaved;
  }

  /**
   * The fingerprint of what the file had when it was read or saved last; empty if there
   * is none.
   */
  get seen(): string {
    return this._seen;
  }

  /**
   * Emitted when the file was saved, or could not be.
   */
  get statusChanged(): ISignal<this, void> {
    return this._statusChanged;
  }

  /**
   * Make the file, if there is none yet.
   */
  async create(): Promise<void> {
    this._isEdited ||= this._saved === null;
    await this.save();
  }

  /**
   * Make the file of blocks that are nowhere else: who names a file expects
   * them there, and another could take the name.
   */
  keep(): void {
    if (!this.model.problem && !isEmpty(this.model.content)) {
      void this.create();
    }
  }

  /**
   * Say whose blocks are to be shown in a cell; see `mergeBlocks`.
   */
  async merge(own: IOwnBlocks): Promise<MergeResult> {
    // As the kernel has read the file, maybe before it was edited here.
    const isRead =
      (!own.seen && this._marks.has(fingerprint(own.text, this._trans))) ||
      (await this._xml.isRead(own.raw));
    return isRead
      ? 'file'
      : mergeBlocks(own, this.model.toString(), this._trans);
  }

  /**
   * Put the blocks of a cell in the place of those in the file.
   */
  replace({ text }: IDocumentText): void {
    this.model.fromString(replacedIn(this.model.toString(), text, this._trans));
    this._isEdited = true;
    void this.save();
  }

  /**
   * Leave the saving to a panel that shows the same blocks, as long as it is
   * open.
   */
  leaveTo(context: DocumentRegistry.IContext<JigsawModel>): void {
    if (this._context === context) {
      return;
    }
    this._context = context;
    context.disposed.connect(() => {
      if (this._context === context) {
        this._context = null;
        // What the panel has saved last, which it tells nobody any more.
        this._lastSave = this._lastSave.then(async () => {
          const there = await readText(this._options.contents, this.path).catch(
            () => null
          );
          if (there !== null) {
            this._setSaved(there);
          }
        });
      }
    });
  }

  /**
   * Save what was edited, now. Saves wait for one another: one that overtakes
   * would take what the other has just written for somebody else's.
   */
  save(): Promise<void> {
    return (this._lastSave = this._lastSave.then(() => this._save()));
  }

  /**
   * Say that a cell needs it no more; with the last one it ends.
   */
  release(): void {
    if (--this._users > 0) {
      return;
    }
    void this.save().finally(() => {
      // It may be needed again by now, as when a cell is run again.
      if (this._users === 0 && !this._isUnsaved) {
        files.delete(this._name);
        this._saving.dispose();
        this.model.dispose();
        Signal.clearData(this);
      }
    });
  }

  private async _save(): Promise<void> {
    if (!this._isEdited || this.model.problem || this.model.isDisposed) {
      return;
    }
    this._isEdited = false;
    if (this._context) {
      try {
        if (this._context.model.dirty) {
          await this._context.save();
        }
      } catch {
        // The panel has told of it; the next save tries again.
        this._isEdited = true;
      }
      return;
    }
    const { contents } = this._options;
    const text = this.model.toString();
    const { path } = this;
    try {
      const there = await readText(contents, path);
      if (there !== null && there !== this._saved && there !== text) {
        this._isEdited = true;
        this._askWhich(there);
        return;
      }
      if (there === null) {
        await makeFolders(contents, this._options.folder, path);
      }
      await contents.save(path, {
        type: 'file',
        format: 'text',
        content: text
      });
      this._setSaved(text);
      this._isUnsaved = false;
      this._statusChanged.emit();
      this._notice.dismiss();
    } catch (error) {
      this._isEdited = true;
      this._setUnsaved(true);
      this._notice.failed(error);
    }
  }

  /**
   * Ask which blocks are to be kept. Until then those of the cells are not
   * saved in the file, and not thrown away.
   */
  private _askWhich(there: string): void {
    this._setUnsaved(true);
    const decide = (act: () => void) => () => {
      this._setSaved(there);
      act();
      if (this._users === 0) {
        this._users++;
        this.release();
      }
    };
    this._notice.changed(
      decide(() => void this.save()),
      decide(() => this._take(there))
    );
  }

  private async _load(own: IOwnBlocks): Promise<void> {
    const there = await readText(this._options.contents, this.path);
    this._setSaved(there);
    if (there === null) {
      const { notes, text } = (await this._xml.import(this._trans)) ?? own;
      this.model.fromString(newFileOf(text, this._trans));
      tellNotesOnce(notes, this._trans);
    } else {
      this.model.fromString(there);
    }
    this.model.contentChanged.connect(() => {
      this._isEdited = true;
      void this._saving.invoke().catch(() => undefined);
    });
  }

  /**
   * Take what another has saved meanwhile, for one more cell; try again to
   * save what could not be saved.
   */
  private async _loadAgain(): Promise<void> {
    await this._loaded;
    if (this._isUnsaved) {
      void this.save();
      return;
    }
    const mine = this._saved;
    // The blocks at hand are as good as any if the file can't be had.
    const there = await readText(this._options.contents, this.path).catch(
      () => null
    );
    if (
      there !== null &&
      there !== mine &&
      mine === this._saved &&
      !this._isEdited &&
      !this._context &&
      parse(there, this._trans).content
    ) {
      this._setSaved(there);
      this._take(there);
    }
  }

  private _take(text: string): void {
    this.model.fromString(text);
    this._isEdited = false;
    this._setUnsaved(false);
  }

  private _setSaved(text: string | null): void {
    this._saved = text;
    this._seen = text === null ? '' : fingerprint(text, this._trans);
    this._marks.add(this._seen);
  }

  private _setUnsaved(isUnsaved: boolean): void {
    if (isUnsaved !== this._isUnsaved) {
      this._isUnsaved = isUnsaved;
      this._statusChanged.emit();
    }
  }

  private readonly _trans: TranslationBundle;
  private readonly _notice: FileNotice;
  private readonly _xml: XmlFile;
  private readonly _statusChanged = new Signal<this, void>(this);
  private readonly _saving = new Debouncer(() => this.save(), INTERVAL);
  private _loaded: Promise<void> | null = null;
  /** The text that the file had when it was read or saved last. */
  private _saved: string | null = null;
  /** Its mark, and those of what it had before on this page. */
  private _seen = '';
  private readonly _marks = new Set<string>();
  private _isEdited = false;
  private _isUnsaved = false;
  private _lastSave = Promise.resolve();
  private _context: DocumentRegistry.IContext<JigsawModel> | null = null;
  private _users = 0;
}

export namespace WorkspaceFile {
  export interface IOptions {
    contents: Contents.IManager;
    /**
     * The folder of the notebook, in which the file is or in folders of which.
     */
    folder: string;
    translator: ITranslator;
  }
}

/**
 * Those that are open, by path.
 */
const files = new Map<string, WorkspaceFile>();
