import { PanelLayout, Widget } from '@lumino/widgets';

import type { CodePreview } from '../panel/codePreview';
import type { CodeView } from '../panel/codeView';

/**
 * Keeps the place of a part that comes later.
 */
export class LatePane<T extends Widget> extends Widget {
  constructor() {
    super();
    this.addClass('jp-JigsawPage-late');
    this.layout = new PanelLayout();
  }

  /**
   * The part, or null while it is on its way.
   */
  get part(): T | null {
    return this._part;
  }

  /**
   * Put the part into its place.
   */
  fill(part: T): void {
    this._part = part;
    this.node.textContent = '';
    (this.layout as PanelLayout).addWidget(part);
  }

  private _part: T | null = null;
}

/**
 * Shows code as plain text until there is an editor to highlight it.
 */
export class LateCode extends LatePane<CodeView> implements CodePreview.IView {
  /**
   * The code that is shown.
   */
  get code(): string {
    return this._shown.code;
  }

  display(code: string, mimeType: string): void {
    this._shown = { code, mimeType };
    if (this.part) {
      this.part.display(code, mimeType);
    } else {
      this._plain.textContent = code;
      this.node.replaceChildren(this._plain);
    }
  }

  override fill(part: CodeView): void {
    super.fill(part);
    part.display(this._shown.code, this._shown.mimeType);
  }

  private _shown = { code: '', mimeType: 'text/plain' };
  private readonly _plain = document.createElement('pre');
}
