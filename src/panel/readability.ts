import { PathExt } from '@jupyterlab/coreutils';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { IDisposable } from '@lumino/disposable';

import { problem } from '../document';
import type { WorkspaceBinding } from '../editor';
import { XmlImporter } from './importer';
import type { JigsawPanel } from './panel';
import { ProblemView } from './problemView';
import type { IPanelServices } from './tokens';

/**
 * Shows the blocks of a document, or why they can't be shown.
 *
 * While they can't, the model has a problem and is read-only, in all views of
 * it: nothing is written over a file that was not shown.
 */
export class Readability implements IDisposable {
  constructor(options: Readability.IOptions) {
    this._options = options;
    const { panel, binding } = options;
    panel.context.model.problemChanged.connect(this._update, this);
    binding.failed.connect(this._onFailed, this);
    this._update();
    void panel.context.ready.then(() => this._isDisposed || this._update());
  }

  /**
   * What stands in the place of the blocks.
   */
  readonly view = new ProblemView();

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  dispose(): void {
    if (this._isDisposed) {
      return;
    }
    this._isDisposed = true;
    const { panel, binding } = this._options;
    panel.context.model.problemChanged.disconnect(this._update, this);
    binding.failed.disconnect(this._onFailed, this);
  }

  private _update(): void {
    const { panel, trans } = this._options;
    const { context } = panel;
    const { problem: found } = context.model;
    if (found === null && isXml(context.path) && context.isReady) {
      // What is saved here is no XML. The model says this to all its views.
      context.model.refuse({
        code: 'not-xml',
        message: trans.__(
          'It holds no workspace of MetaKernel, whose XML can be imported from here.'
        )
      });
      return;
    }
    this._show(found !== null);
    if (found?.code === 'looks-like-xml') {
      this._import();
    } else if (found) {
      this._say(found.message);
    }
  }

  private _import(): void {
    // What can be read is told of twice while a file opens.
    if (this._isImporting) {
      return;
    }
    this._isImporting = true;
    const { view } = this;
    const { panel, services, trans, close } = this._options;
    void new XmlImporter({ panel, services, trans, view, close })
      .start()
      .finally(() => {
        this._isImporting = false;
      });
  }

  /**
   * The file is in order, but Blockly can't show what it says.
   */
  private _onFailed(_: WorkspaceBinding, error: Error): void {
    const { panel, trans } = this._options;
    panel.context.model.refuse(
      problem('not-shown', trans, { reason: error.message })
    );
  }

  private _show(problem: boolean): void {
    this.view.setHidden(!problem);
    this._options.panel.layoutParts.widget.setHidden(problem);
  }

  private _say(message: string): void {
    const { panel, trans } = this._options;
    const { context } = panel;
    this.view.display(
      trans.__('%1 can’t be shown as blocks', PathExt.basename(context.path)),
      message,
      [
        panel.openAsText,
        {
          label: trans.__('Try Again'),
          execute: () => void context.revert()
        }
      ]
    );
  }

  private _options: Readability.IOptions;
  private _isDisposed = false;
  private _isImporting = false;
}

export namespace Readability {
  export interface IOptions {
    panel: JigsawPanel;
    binding: WorkspaceBinding;
    services: IPanelServices;
    trans: TranslationBundle;
    /**
     * Close the tab.
     */
    close: () => void;
  }
}

function isXml(path: string): boolean {
  return PathExt.extname(path).toLowerCase() === '.xml';
}
