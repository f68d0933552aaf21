import { Clipboard } from '@jupyterlab/apputils';
import type { IEditorServices } from '@jupyterlab/codeeditor';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { IDisposable } from '@lumino/disposable';
import type { ISignal } from '@lumino/signaling';
import { Signal } from '@lumino/signaling';
import type { Widget } from '@lumino/widgets';

import type { BlocklyEditor, WorkspaceBinding } from '../editor';
import type { IJigsawLanguage, LanguageRegistry } from '../languages';
import { CodePreview } from './codePreview';
import { CodeView } from './codeView';
import { createSecondHeader } from './secondHeader';
import type { LanguageChoice } from './language';
import { titled, type PanelLayout } from './layout';
import type { LayoutState } from './layoutState';

/**
 * The same program in a second language, to be read beside the first. Which
 * language runs is not its business.
 */
export class SecondCode implements IDisposable {
  constructor(private readonly _options: SecondCode.IOptions) {
    _options.language.changed.connect(this._update, this);
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  /**
   * Emitted when it is shown or hidden, and when the language, or what is known
   * of the first, has changed.
   */
  get changed(): ISignal<this, void> {
    return this._changed;
  }

  get shown(): boolean {
    return this._pane !== null;
  }

  get languages(): readonly IJigsawLanguage[] {
    return this._options.registry.list;
  }

  /**
   * The language that was chosen; else that of the kernel, if the first is
   * another, or the first that there is.
   */
  get current(): IJigsawLanguage {
    const { language, registry } = this._options;
    const isOther = (one: IJigsawLanguage | null) =>
      one !== null && one !== language.current;
    return (
      (this._id !== null && registry.get(this._id)) ||
      [language.forKernel, ...registry.list].find(isOther) ||
      language.current
    );
  }

  /**
   * Show it in the language of an id, or in the one of last time.
   */
  show(id: string | null = this._id): void {
    this._id = id;
    // From now on it stays the same, whatever the first is.
    this._id = this.current.id;
    if (!this._pane) {
      this._pane = this._create();
      this._options.layout().showSecond(this._pane);
    }
    this._options.state.update({ second: this._id });
    this._update();
  }

  hide(): void {
    const { layout, state } = this._options;
    const pane = this._pane;
    if (pane) {
      this._pane = null;
      layout().showSecond(null);
      this._preview?.dispose();
      this._preview = null;
      this._view = null;
      pane.dispose();
      state.update({ second: null });
      this._update();
    }
  }

  toggle(): void {
    if (this.shown) {
      this.hide();
    } else {
      this._options.layout().codeShown = true;
      this.show();
    }
  }

  choose(id: string): void {
    this.show(id);
  }

  copy(): void {
    Clipboard.copyToSystem(this._view?.code ?? '');
  }

  dispose(): void {
    if (this._isDisposed) {
      return;
    }
    this._isDisposed = true;
    this._options.language.changed.disconnect(this._update, this);
    this._preview?.dispose();
    Signal.clearData(this);
  }

  private _create(): Widget {
    const { binding, editor, editorServices, language, trans } = this._options;
    const view = new CodeView({
      editorServices,
      label: trans.__('Generated code in the second language'),
      trans
    });
    this._view = view;
    this._preview = new CodePreview({
      binding,
      editor,
      isOther: true,
      language: this,
      view
    });
    return titled(
      createSecondHeader(this, language, trans),
      view,
      'jp-Jigsaw-secondPane'
    );
  }

  private _update(): void {
    this._changed.emit();
  }

  private readonly _changed = new Signal<this, void>(this);
  private _id: string | null = null;
  private _isDisposed = false;
  private _pane: Widget | null = null;
  private _preview: CodePreview | null = null;
  private _view: CodeView | null = null;
}

export namespace SecondCode {
  export interface IOptions {
    binding: WorkspaceBinding;
    editor: BlocklyEditor;
    editorServices: IEditorServices;
    /**
     * The first language.
     */
    language: LanguageChoice;
    /**
     * Where it is shown.
     */
    layout: () => PanelLayout;
    registry: LanguageRegistry;
    state: LayoutState;
    trans: TranslationBundle;
  }
}
