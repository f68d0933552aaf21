import type { IThemeManager } from '@jupyterlab/apputils';
import { showErrorMessage } from '@jupyterlab/apputils';
import type { ITranslator, TranslationBundle } from '@jupyterlab/translation';
import type { ToolbarButtonComponent } from '@jupyterlab/ui-components';
import {
  redoIcon,
  Toolbar,
  ToolbarButton,
  undoIcon
} from '@jupyterlab/ui-components';
import type { Message } from '@lumino/messaging';
import { Panel } from '@lumino/widgets';

import '../../style/blockly.css';
import '../../style/cell.css';
import { buildToolbox } from '../blocks';
import { BlocklyEditor } from '../editor';
import type { LanguageRegistry } from '../languages';

/**
 * Blocks in the output of a cell, with buttons over them.
 */
export abstract class BlocksView extends Panel {
  constructor(options: BlocksView.IOptions) {
    super();
    const { height, language, languages, translator } = options;
    this._language = language;
    this._languages = languages;
    this.trans = translator.load('jupyterlab-jigsaw');
    this.addClass('jp-Jigsaw-cell');
    this.editor = new BlocklyEditor({
      ...options,
      oneBasedIndex:
        options.oneBasedIndex ?? languages.get(language ?? '')?.oneBasedIndex,
      toolbox: buildToolbox({ language: language ?? '', trans: this.trans })
    });
    this.editor.node.style.height = `${height}px`;
    this.toolbar = new Toolbar();
    this.toolbar.node.setAttribute('aria-label', this.trans.__('Blocks'));
    this.addWidget(this.toolbar);
    this.addWidget(this.editor);
    // A cell is not told of every change of its width.
    this._resizes = new ResizeObserver(() => this.editor.update());
    this._resizes.observe(this.editor.node);
  }

  override dispose(): void {
    if (this.isDisposed) {
      return;
    }
    this._resizes.disconnect();
    super.dispose();
  }

  handleEvent(event: Event): void {
    if (event.currentTarget === this.node) {
      this._onBubble(event as KeyboardEvent);
    } else if (
      event.target instanceof Element &&
      this.node.contains(event.target)
    ) {
      this._onKey(event as KeyboardEvent, event.target);
    }
  }

  protected abstract run(): Promise<void>;

  /**
   * Give the keyboard back to what is around the blocks.
   */
  protected abstract leave(): void;

  protected addButton(
    name: string,
    options: ToolbarButtonComponent.IProps
  ): ToolbarButton {
    const button = new ToolbarButton(options);
    this.toolbar.addItem(name, button);
    return button;
  }

  protected addUndoButtons(): void {
    this.addButton('undo', {
      icon: undoIcon,
      tooltip: this.trans.__('Undo'),
      onClick: () => this.editor.undo()
    });
    this.addButton('redo', {
      icon: redoIcon,
      tooltip: this.trans.__('Redo'),
      onClick: () => this.editor.redo()
    });
  }

  /**
   * The code of the blocks.
   *
   * @throws an error with a sentence for the user, if there is none
   */
  protected async generate(): Promise<string> {
    const generator = await this._languages.get(this._language ?? '')?.load();
    const { workspace } = this.editor;
    if (!generator) {
      throw new Error(
        this.trans.__(
          'There is no code of blocks in %1 yet.',
          this._language || this.trans.__('this language')
        )
      );
    }
    return workspace ? generator.generate(workspace).code : '';
  }

  /**
   * The code of the blocks, or null if there is none, which the user is told.
   */
  protected async generateOrSay(): Promise<string | null> {
    try {
      return await this.generate();
    } catch (error) {
      await showErrorMessage(
        this.trans.__('The blocks can’t be turned into code'),
        error instanceof Error ? error : String(error)
      );
      return null;
    }
  }

  protected override onAfterAttach(msg: Message): void {
    super.onAfterAttach(msg);
    // Before JupyterLab's shortcuts, which are heard on the document.
    window.addEventListener('keydown', this, true);
    this.node.addEventListener('keydown', this);
  }

  protected override onBeforeDetach(msg: Message): void {
    window.removeEventListener('keydown', this, true);
    this.node.removeEventListener('keydown', this);
    super.onBeforeDetach(msg);
  }

  /**
   * Blockly has had it; a notebook has a use for every key.
   */
  private _onBubble(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key === 'Escape' && !event.defaultPrevented && !this._wasBusy) {
      this.leave();
    }
  }

  private _onKey(event: KeyboardEvent, target: Element): void {
    const accel = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    if (key === 'enter' && (accel || event.shiftKey)) {
      event.preventDefault();
      event.stopPropagation();
      void this.run();
      return;
    }
    this._wasBusy = key === 'escape' && this.editor.isBusy;
    // Keys that blocks use, and free ones, do something to a notebook's cells;
    // JupyterLab looks for this where the focus is.
    const isLabs =
      accel && (event.shiftKey ? key !== 'z' : key === 's' || key === 'b');
    target.toggleAttribute('data-lm-suppress-shortcuts', !isLabs);
  }

  protected readonly trans: TranslationBundle;
  protected readonly editor: BlocklyEditor;
  protected readonly toolbar: Toolbar;
  private readonly _language: string | null;
  private readonly _languages: LanguageRegistry;
  private readonly _resizes: ResizeObserver;
  /**
   * Whether something was open or in hand when Escape was pressed, which it
   * has put away.
   */
  private _wasBusy = false;
}

export namespace BlocksView {
  export interface IServices {
    languages: LanguageRegistry;
    /**
     * Where Blockly's sprites and cursors lie, ending in a slash.
     */
    mediaUrl: string;
    themeManager: IThemeManager | null;
    translator: ITranslator;
  }

  export interface IOptions extends IServices {
    language: string | null;
    /**
     * Of the blocks, in pixels.
     */
    height: number;
    /**
     * Whether lists count from one; by default as the language has it.
     */
    oneBasedIndex?: boolean;
  }
}
