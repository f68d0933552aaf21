import {
  CodeEditor,
  CodeEditorWrapper,
  type IEditorServices
} from '@jupyterlab/codeeditor';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { ISignal } from '@lumino/signaling';
import { Signal } from '@lumino/signaling';
import { PanelLayout, Widget } from '@lumino/widgets';

import { LitLines } from './litLines';

/**
 * The generated code: read-only, highlighted, and never scrolled away by an
 * update, since only the lines that changed are replaced. The lines of the
 * selected block are lit up.
 */
export class CodeView extends Widget {
  constructor(options: CodeView.IOptions) {
    super();
    this.addClass('jp-Jigsaw-code');
    this._model = new CodeEditor.Model({ mimeType: 'text/plain' });
    const editor = new CodeEditorWrapper({
      model: this._model,
      factory: options.editorServices.factoryService.newDocumentEditor,
      editorOptions: {
        extensions: [this._lines.extension],
        config: {
          readOnly: true,
          lineNumbers: true,
          lineWrap: false,
          tabFocusable: false
        }
      }
    });
    editor.node.setAttribute(
      'aria-label',
      options.label ?? options.trans.__('Generated code')
    );
    this._empty.className = 'jp-Jigsaw-hint';
    this._hint = options.trans.__(
      'Drag blocks from the left. Their code appears here.'
    );
    this._empty.hidden = true;
    this.node.append(this._empty);
    const layout = (this.layout = new PanelLayout());
    layout.addWidget(editor);
  }

  get code(): string {
    return this._model.sharedModel.getSource();
  }

  /**
   * Emitted with the id of a block when one of its lines was clicked.
   */
  get blockClicked(): ISignal<this, string> {
    return this._blockClicked;
  }

  /**
   * Show code.
   *
   * @param mimeType - by which it is highlighted
   * @param owners - the id of the block of each line, or null
   */
  display(
    code: string,
    mimeType: string,
    owners: readonly (string | null)[] = []
  ): void {
    this._owners = owners;
    this._replace(code, mimeType);
    this._light(false);
  }

  /**
   * Say why there is no code, until there is some.
   */
  say(reason: string): void {
    this.display('', this._model.mimeType);
    this._empty.textContent = reason;
  }

  /**
   * Light up the lines of some blocks.
   */
  light(blocks: ReadonlySet<string>): void {
    this._lit = blocks;
    this._light(true);
  }

  private _light(isNew: boolean): void {
    const lines = [...this._owners.keys()].filter(line => {
      const owner = this._owners[line];
      return owner !== null && this._lit.has(owner);
    });
    // Most edits and selections leave none lit, as before.
    if (lines.length > 0 || this._isLit) {
      this._lines.show(lines, isNew);
      this._isLit = lines.length > 0;
    }
  }

  private _onClick(line: number): void {
    const owner = this._owners[line];
    if (owner) {
      this._blockClicked.emit(owner);
    }
  }

  private _replace(code: string, mimeType: string): void {
    if (this._model.mimeType !== mimeType) {
      this._model.mimeType = mimeType;
    }
    this._empty.textContent = this._hint;
    this._empty.hidden = code.trim() !== '';
    const shared = this._model.sharedModel;
    const old = shared.getSource();
    if (old === code) {
      return;
    }
    const { start, end, text } = CodeView.difference(old, code);
    shared.updateSource(start, end, text);
    // A read-only view has nothing to undo, and the history would keep every
    // version of the code.
    shared.clearUndoHistory();
  }

  override dispose(): void {
    if (this.isDisposed) {
      return;
    }
    Signal.clearData(this);
    super.dispose();
    this._model.dispose();
  }

  private _blockClicked = new Signal<this, string>(this);
  private _isLit = false;
  private readonly _lines = new LitLines(line => this._onClick(line));
  private _lit: ReadonlySet<string> = new Set();
  private _model: CodeEditor.Model;
  private _owners: readonly (string | null)[] = [];
  private readonly _hint: string;
  private _empty = document.createElement('div');
}

export namespace CodeView {
  export interface IOptions {
    editorServices: IEditorServices;
    /**
     * How it is read out; “Generated code” by default.
     */
    label?: string;
    trans: TranslationBundle;
  }

  /**
   * The one stretch in which two texts differ: replace `old[start..end)` with
   * `text`.
   */
  export function difference(
    old: string,
    next: string
  ): { start: number; end: number; text: string } {
    const shorter = Math.min(old.length, next.length);
    let start = 0;
    while (start < shorter && old[start] === next[start]) {
      start++;
    }
    let tail = 0;
    while (
      tail < shorter - start &&
      old[old.length - 1 - tail] === next[next.length - 1 - tail]
    ) {
      tail++;
    }
    return {
      start,
      end: old.length - tail,
      text: next.slice(start, next.length - tail)
    };
  }
}
