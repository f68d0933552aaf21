import { addIcon, runIcon } from '@jupyterlab/ui-components';
import { Debouncer } from '@lumino/polling';

import type { INativeBlocks } from '../bridge';
import { clearIcon, importXml } from '../editor';
import type { FrameAction } from '../protocol';
import { BlocksView } from './blocksView';

/**
 * How long after an edit the blocks are kept, in milliseconds.
 */
const INTERVAL = 300;

/**
 * Blocks in the place of a frame.
 */
export class FrameView extends BlocksView {
  constructor(private readonly _options: FrameView.IOptions) {
    super(_options);
    const { trans } = this;
    this.editor.load(importXml(_options.xml, trans).workspace ?? {});
    void this.editor.ready
      .then(() => this.editor.mark())
      .catch(() => undefined);
    this.editor.edited.connect(() => {
      this._isKept = false;
      void this._keeper.invoke().catch(() => undefined);
    });
    this.addButton('run', {
      icon: runIcon,
      label: trans.__('Run'),
      tooltip: trans.__('Run the blocks in the notebook’s kernel'),
      onClick: () => void this.run()
    });
    this.addStop(_options.say).executor = _options.executor;
    this.addButton('insert', {
      icon: addIcon,
      label: trans.__('Insert Code'),
      tooltip: trans.__('Insert the code of the blocks into the notebook'),
      onClick: () => void this._send('insert')
    });
    this.addButton('clear', {
      icon: clearIcon,
      label: trans.__('Clear Output'),
      tooltip: trans.__('Clear what the blocks have put out'),
      onClick: () => void this._send('clear')
    });
    this.addUndoButtons();
  }

  override dispose(): void {
    if (this.isDisposed) {
      return;
    }
    // A cell that is moved ends, and begins elsewhere.
    this._isKept &&= !this.editor.isChanged;
    this._keep();
    this._keeper.dispose();
    super.dispose();
  }

  protected run(): Promise<void> {
    return this._send('execute');
  }

  protected leave(): void {
    this._options.leave();
  }

  private async _send(action: FrameAction): Promise<void> {
    this.editor.closePopups();
    const code = action === 'clear' ? '' : (await this.generateOrSay())?.code;
    if (code !== undefined && !this.isDisposed) {
      // What is sent is saved.
      this._isKept = true;
      this.editor.mark();
      this._options.act(action, code, this.editor.exportXml());
    }
  }

  private _keep(): void {
    if (!this._isKept) {
      this._isKept = true;
      this.editor.mark();
      this._options.edited(this.editor.exportXml());
    }
  }

  private readonly _keeper = new Debouncer(() => this._keep(), INTERVAL);
  private _isKept = true;
}

export namespace FrameView {
  export interface IOptions
    extends BlocksView.IServices, INativeBlocks.IOptions {}
}
