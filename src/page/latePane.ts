import type { ISignal } from '@lumino/signaling';
import { Signal } from '@lumino/signaling';
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

  get blockClicked(): ISignal<this, string> {
    return this._blockClicked;
  }

  display(
    code: string,
    mimeType: string,
    owners: readonly (string | null)[] = []
  ): void {
    this._shown = { code, mimeType, owners };
    this._reason = '';
    if (this.part) {
      this.part.display(code, mimeType, owners);
    } else {
      this._plain.textContent = code;
      this.node.replaceChildren(this._plain);
    }
  }

  say(reason: string): void {
    this.display('', this._shown.mimeType);
    this._reason = reason;
    if (this.part) {
      this.part.say(reason);
    } else {
      this._plain.textContent = reason;
    }
  }

  light(blocks: ReadonlySet<string>): void {
    this._lit = blocks;
    this.part?.light(blocks);
  }

  override fill(part: CodeView): void {
    super.fill(part);
    const { code, mimeType, owners } = this._shown;
    part.display(code, mimeType, owners);
    if (this._reason) {
      part.say(this._reason);
    }
    part.light(this._lit);
    part.blockClicked.connect((_, block) => this._blockClicked.emit(block));
  }

  override dispose(): void {
    Signal.clearData(this);
    super.dispose();
  }

  private readonly _blockClicked = new Signal<this, string>(this);
  private _lit: ReadonlySet<string> = new Set();
  private _reason = '';
  private _shown = {
    code: '',
    mimeType: 'text/plain',
    owners: [] as readonly (string | null)[]
  };
  private readonly _plain = document.createElement('pre');
}
