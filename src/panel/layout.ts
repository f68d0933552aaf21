import { type ISignal, Signal } from '@lumino/signaling';
import { BoxLayout, BoxPanel, SplitPanel, type Widget } from '@lumino/widgets';

import type { LayoutState } from './layoutState';
import { PairPanel } from './pairPanel';

/**
 * The width of a panel, in pixels, under which the code stands below the
 * blocks instead of beside them.
 */
const NARROW = 640;

/**
 * How a panel is divided: blocks and code side by side, output below.
 */
export class PanelLayout {
  constructor(options: PanelLayout.IOptions) {
    this._state = options.state;
    this._code = titled(options.codeHeader, options.code, 'jp-Jigsaw-codePane');
    this._output = titled(
      options.outputHeader,
      options.output,
      'jp-Jigsaw-outputPane'
    );
    this._columns = new SplitPanel({ orientation: 'horizontal', spacing: 0 });
    this._columns.addClass('jp-Jigsaw-columns');
    this._columns.addWidget(options.blocks);
    this._codes.addClass('jp-Jigsaw-codes');
    this._codes.addWidget(this._code);
    this._columns.addWidget(this._codes);
    this._columns.setRelativeSizes(this._beside);
    this._rows = new SplitPanel({ orientation: 'vertical', spacing: 0 });
    this._rows.addClass('jp-Jigsaw-rows');
    this._rows.addWidget(this._columns);
    this._rows.addWidget(this._output);
    this._rows.setRelativeSizes([3, 1]);
    this._columns.handleMoved.connect(this._onMoved, this);
    this._codes.handleMoved.connect(this._onMoved, this);
    this._rows.handleMoved.connect(this._onMoved, this);
  }

  /**
   * Emitted when a part is shown or hidden.
   */
  get changed(): ISignal<this, void> {
    return this._changed;
  }

  /**
   * The widget that holds all.
   */
  get widget(): Widget {
    return this._rows;
  }

  get codeShown(): boolean {
    return !this._codes.isHidden;
  }
  set codeShown(shown: boolean) {
    this._codes.setHidden(!shown);
    this._state.update({ codeHidden: !shown });
    this._changed.emit();
  }

  get outputShown(): boolean {
    return !this._output.isHidden;
  }
  set outputShown(shown: boolean) {
    this._output.setHidden(!shown);
    this._state.update({ outputHidden: !shown });
    this._changed.emit();
  }

  /**
   * Fit the division to the panel's width, in pixels.
   */
  fit(width: number): void {
    const orientation = width < NARROW ? 'vertical' : 'horizontal';
    if (width > 0 && orientation !== this._columns.orientation) {
      this._columns.orientation = orientation;
      this._columns.setRelativeSizes(
        orientation === 'vertical' ? [3, 1] : this._beside
      );
    }
  }

  /**
   * Take the sizes of last time.
   */
  async restore(): Promise<void> {
    const { codes, columns, rows, codeHidden, outputHidden } =
      await this._state.load();
    this._shares = codes ?? this._shares;
    if (columns) {
      this._beside = [...columns];
      if (this._columns.orientation === 'horizontal') {
        this._columns.setRelativeSizes(this._beside);
      }
    }
    if (rows) {
      this._rows.setRelativeSizes([...rows]);
    }
    this._codes.setHidden(codeHidden === true);
    this._output.setHidden(outputHidden === true);
    this._changed.emit();
  }

  /**
   * Show something beside the code, or below it where there is no room, in
   * place of what was there.
   *
   * @param pane - null for nothing
   */
  showSecond(pane: Widget | null): void {
    const [, old] = this._codes.widgets;
    if (old) {
      old.parent = null;
    }
    if (pane) {
      this._codes.addWidget(pane);
      this._codes.setRelativeSizes([...this._shares]);
    }
    this._changed.emit();
  }

  private _onMoved(): void {
    // A hidden part has no share to remember.
    if (this.codeShown && this._columns.orientation === 'horizontal') {
      this._beside = this._columns.relativeSizes();
    }
    if (this._codes.widgets.length > 1) {
      this._shares = this._codes.relativeSizes();
      this._state.update({ codes: this._shares });
    }
    this._state.update({
      columns: this._beside,
      ...(this.outputShown && { rows: this._rows.relativeSizes() })
    });
  }

  private _state: LayoutState;
  private _code: Widget;
  private _codes = new PairPanel();
  private _output: Widget;
  private _columns: SplitPanel;
  /**
   * Shares of blocks and code when they stand side by side.
   */
  private _beside = [2, 1];
  private _rows: SplitPanel;
  /**
   * Shares of the code and what is beside it.
   */
  private _shares: readonly number[] = [1, 1];
  private _changed = new Signal<this, void>(this);
}

export namespace PanelLayout {
  export interface IOptions {
    blocks: Widget;
    code: Widget;
    codeHeader: Widget;
    output: Widget;
    outputHeader: Widget;
    state: LayoutState;
  }
}

/**
 * Something with a line above it.
 */
export function titled(
  header: Widget,
  content: Widget,
  name: string
): BoxPanel {
  const pane = new BoxPanel({ direction: 'top-to-bottom', spacing: 0 });
  pane.addClass('jp-Jigsaw-pane');
  pane.addClass(name);
  header.addClass('jp-Jigsaw-paneHeader');
  pane.addWidget(header);
  pane.addWidget(content);
  BoxLayout.setStretch(header, 0);
  BoxLayout.setStretch(content, 1);
  return pane;
}
