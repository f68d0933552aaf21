import {
  CodeEditor,
  CodeEditorWrapper,
  type IEditorServices
} from '@jupyterlab/codeeditor';
import type { TranslationBundle } from '@jupyterlab/translation';
import { PanelLayout, Widget } from '@lumino/widgets';

/**
 * The generated code: read-only, highlighted, and never scrolled away by an
 * update, since only the lines that changed are replaced.
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
        config: {
          readOnly: true,
          lineNumbers: true,
          lineWrap: false,
          tabFocusable: false
        }
      }
    });
    editor.node.setAttribute('aria-label', options.trans.__('Generated code'));
    this._empty.className = 'jp-Jigsaw-hint';
    this._empty.textContent = options.trans.__(
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
   * Show code.
   *
   * @param mimeType - by which it is highlighted
   */
  display(code: string, mimeType: string): void {
    if (this._model.mimeType !== mimeType) {
      this._model.mimeType = mimeType;
    }
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
    super.dispose();
    this._model.dispose();
  }

  private _model: CodeEditor.Model;
  private _empty = document.createElement('div');
}

export namespace CodeView {
  export interface IOptions {
    editorServices: IEditorServices;
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
