import { YDocument } from '@jupyter/ydoc';
import type { DocumentChange } from '@jupyter/ydoc';

/**
 * The shared half of a model: its dirty mark and its awareness.
 *
 * The text is not kept in it. A `Y.Text` that is replaced on every edit keeps
 * the history of the whole file, and nothing here merges edits of two people;
 * whoever asks for the source gets what the model holds.
 */
export class JigsawDocument extends YDocument<DocumentChange> {
  constructor(options: JigsawDocument.IOptions) {
    super();
    this._options = options;
    this.dirty = false;
  }

  readonly version = '1.0.0';

  override get source(): string {
    return this.getSource();
  }
  override set source(value: string) {
    this.setSource(value);
  }

  getSource(): string {
    return this._options.getSource();
  }

  setSource(value: string): void {
    this._options.setSource(value);
  }

  private readonly _options: JigsawDocument.IOptions;
}

export namespace JigsawDocument {
  export interface IOptions {
    /**
     * The text of the document at present.
     */
    getSource(): string;
    /**
     * Replace the document.
     */
    setSource(value: string): void;
  }
}
