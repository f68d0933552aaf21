import type { IRenderMime } from '@jupyterlab/rendermime';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { ISignal } from '@lumino/signaling';
import { PanelLayout, Widget } from '@lumino/widgets';

import { loadFailure } from '../notebook/loadFailure';
import { MAX_HEIGHT } from './heights';
import { BLOCKS_MIME_TYPE } from './names';

/**
 * How near to what is seen blocks are drawn, in pixels.
 */
const MARGIN = '300px';

/**
 * Holds the place of the blocks of an output, and draws them when they come
 * into view; until then it shows their picture.
 */
export class OutputRenderer extends Widget implements IRenderMime.IRenderer {
  constructor(
    private readonly _create: (
      output: IRenderMime.IMimeModel,
      node: Element
    ) => Promise<OutputRenderer.IContent>,
    private readonly _trans: TranslationBundle
  ) {
    super();
    this.addClass('jp-Jigsaw-cellOutput');
    this.layout = new PanelLayout();
    this._views = new IntersectionObserver(
      entries => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) {
          void this._show();
        }
      },
      { rootMargin: MARGIN }
    );
  }

  /**
   * Show an output, or what has become of it.
   */
  async renderModel(output: IRenderMime.IMimeModel): Promise<void> {
    if (this._output === output && this._content) {
      this._content.refresh();
      return;
    }
    const isOther = this._output !== null && this._output !== output;
    this._output = output;
    if (isOther && this._isShown) {
      // As when a notebook is trusted: JupyterLab makes all outputs anew, and
      // keeps what draws them.
      this._drawAnew();
      return;
    }
    const { height } = Object(output.data[BLOCKS_MIME_TYPE]) as {
      height?: unknown;
    };
    this.node.style.minHeight =
      typeof height === 'number'
        ? // With the toolbar over them.
          `calc(${Math.min(height, MAX_HEIGHT)}px + var(--jp-private-toolbar-height, 29px))`
        : '';
    this._drawPicture(output.data['text/html']);
    this._views.observe(this.node);
  }

  override dispose(): void {
    this._views.disconnect();
    super.dispose();
  }

  private async _show(): Promise<void> {
    const output = this._output;
    if (!output || this._isShown || this.isDisposed) {
      return;
    }
    this._isShown = true;
    this._views.disconnect();
    const layout = this.layout as PanelLayout;
    // What was said when they could not be loaded.
    layout.widgets[0]?.dispose();
    try {
      const content = await this._create(output, this.node);
      if (this.isDisposed || this._output !== output) {
        content.widget.dispose();
        this._isShown = false;
        void this._show();
        return;
      }
      this._content = content;
      content.outdated?.connect(() => {
        if (this._content === content && !this.isDisposed) {
          this._drawAnew();
        }
      });
      layout.addWidget(content.widget);
      this.node.style.minHeight = '';
      this._picture?.remove();
    } catch (error) {
      this._isShown = false;
      layout.addWidget(
        loadFailure(error, this._trans, () => void this._show())
      );
    }
  }

  /**
   * Draw the blocks anew, in the place of what shows them.
   */
  private _drawAnew(): void {
    const content = this._content;
    // Else those of the output before are on their way, and are let go of.
    if (content) {
      this.node.style.minHeight = `${this.node.offsetHeight}px`;
      this._content = null;
      this._isShown = false;
      content.widget.dispose();
      void this._show();
    }
  }

  /**
   * As an image, in which nothing runs.
   */
  private _drawPicture(html: unknown): void {
    this._picture?.remove();
    // A notebook may have it as a list of lines.
    const found = /^<img alt="Blocks" src="(data:image[^"]+)/.exec(
      String(html)
    );
    if (found) {
      this._picture = new Image();
      this._picture.alt = '';
      this._picture.src = found[1];
      this.node.append(this._picture);
    }
  }

  private readonly _views: IntersectionObserver;
  private _output: IRenderMime.IMimeModel | null = null;
  private _content: OutputRenderer.IContent | null = null;
  private _picture: HTMLImageElement | null = null;
  private _isShown = false;
}

export namespace OutputRenderer {
  /**
   * The blocks, when they are drawn.
   */
  export interface IContent {
    readonly widget: Widget;
    /**
     * Take over what has become of the output.
     */
    refresh(): void;
    /**
     * Emitted when the blocks have to be drawn anew; never, where there is none.
     */
    readonly outdated?: ISignal<unknown, void>;
  }
}
