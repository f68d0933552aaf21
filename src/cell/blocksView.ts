import type { IThemeManager } from '@jupyterlab/apputils';
import { showErrorMessage } from '@jupyterlab/apputils';
import type { ITranslator, TranslationBundle } from '@jupyterlab/translation';
import type {
  ToolbarButton,
  ToolbarButtonComponent
} from '@jupyterlab/ui-components';
import { redoIcon, Toolbar, undoIcon } from '@jupyterlab/ui-components';
import type { Message } from '@lumino/messaging';
import { Panel } from '@lumino/widgets';

import '../../style/blockly.css';
import '../../style/cell.css';
import { addedBlocks, buildToolbox } from '../blocks';
import { actionButton, BlocklyEditor, isPopup } from '../editor';
import type {
  ICodeGenerator,
  IGeneratedCode,
  IJigsawLanguage
} from '../languages';
import { loadGenerator } from '../languages/load';
import type { IJigsawRegistry } from '../tokens';
import { StopButton } from './stopButton';

/**
 * Blocks in the output of a cell, with buttons over them.
 */
export abstract class BlocksView extends Panel {
  constructor(options: BlocksView.IOptions) {
    super();
    const { height, language, registry, translator } = options;
    this._language = language;
    this._registry = registry;
    this.trans = translator.load('jupyterlab-jigsaw');
    this.addClass('jp-Jigsaw-cell');
    this.editor = new BlocklyEditor({
      ...options,
      oneBasedIndex:
        options.oneBasedIndex ??
        findLanguage(registry, language)?.oneBasedIndex,
      toolbox: this._toolbox()
    });
    registry.toolboxes.changed.connect(this._onToolboxChanged, this);
    addedBlocks.changed.connect(this._onToolboxChanged, this);
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
    this._registry.toolboxes.changed.disconnect(this._onToolboxChanged, this);
    addedBlocks.changed.disconnect(this._onToolboxChanged, this);
    this._resizes.disconnect();
    super.dispose();
  }

  handleEvent(event: Event): void {
    if (event.type === 'focusout') {
      this._onFocusOut(event as FocusEvent);
    } else if (event.type === 'wheel') {
      this._onWheel(event as WheelEvent);
    } else if (event.type === 'pointerdown') {
      this._onPointerDown(event as PointerEvent);
    } else if (event.currentTarget === this.node) {
      this._onBubble(event as KeyboardEvent);
    } else if (event.target instanceof Element) {
      this._onWindow(event as KeyboardEvent, event.target);
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
    const button = actionButton(options);
    this.toolbar.addItem(name, button);
    return button;
  }

  /**
   * Add a button that interrupts the kernel.
   *
   * @param say - called with what went wrong
   */
  protected addStop(say: (text: string) => void): StopButton {
    const stop = new StopButton({
      add: (name, options) => this.addButton(name, options),
      say,
      trans: this.trans
    });
    this.disposed.connect(() => stop.dispose());
    return stop;
  }

  protected addUndoButtons(): void {
    const undo = this.addButton('undo', {
      icon: undoIcon,
      tooltip: this.trans.__('Undo'),
      onClick: () => this.editor.undo()
    });
    const redo = this.addButton('redo', {
      icon: redoIcon,
      tooltip: this.trans.__('Redo'),
      onClick: () => this.editor.redo()
    });
    this.showHistory = () => {
      undo.enabled = this.editor.canUndo;
      redo.enabled = this.editor.canRedo;
    };
    this.editor.edited.connect(this.showHistory);
    this.editor.redrawn.connect(this.showHistory);
    this.showHistory();
  }

  /**
   * Say whether there is something to undo and to do again.
   */
  protected showHistory: () => void = () => undefined;

  /**
   * The program of the blocks; null when they are gone.
   *
   * @throws an error with a sentence for the user, if there is none
   */
  protected async generate(): Promise<IGeneratedCode | null> {
    await this.prepare();
    const { workspace } = this.editor;
    if (!this._generator) {
      throw new Error(
        this.trans.__(
          'There is no code of blocks in %1 yet.',
          this._language || this.trans.__('this language')
        )
      );
    }
    return workspace && this._generator.generate(workspace);
  }

  /**
   * Load what makes code of the blocks, if there is any.
   */
  protected async prepare(): Promise<void> {
    const language = findLanguage(this._registry, this._language);
    this._generator ??= language ? await loadGenerator(language) : null;
    if (!this.isDisposed) {
      this._showCannot();
    }
  }

  /**
   * The code of the blocks, or null if there is none or it is not prepared.
   */
  protected generateNow(): string | null {
    const { workspace } = this.editor;
    try {
      return workspace && this._generator
        ? this._generator.generate(workspace).code
        : null;
    } catch {
      return null;
    }
  }

  /**
   * The program of the blocks, or null if there is none, which the user is told.
   */
  protected async generateOrSay(): Promise<IGeneratedCode | null> {
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
    window.addEventListener('pointerdown', this, true);
    this.node.addEventListener('wheel', this, { capture: true, passive: true });
    this.node.addEventListener('keydown', this);
    this.node.addEventListener('focusout', this);
  }

  protected override onBeforeDetach(msg: Message): void {
    window.removeEventListener('keydown', this, true);
    window.removeEventListener('pointerdown', this, true);
    this.node.removeEventListener('wheel', this, true);
    this.node.removeEventListener('keydown', this);
    this.node.removeEventListener('focusout', this);
    super.onBeforeDetach(msg);
  }

  /**
   * Other blocks of the page have the keyboard: nothing of these stays open.
   */
  private _onFocusOut({ relatedTarget }: FocusEvent): void {
    if (
      relatedTarget instanceof Element &&
      !this.node.contains(relatedTarget) &&
      relatedTarget.closest('.jp-Jigsaw-editor')
    ) {
      this.editor.closePopups();
    }
  }

  /**
   * The wheel is the notebook's until the blocks are in use, and when they can
   * be scrolled no further.
   */
  private _onWheel(event: WheelEvent): void {
    const isInUse = this.editor.node.contains(document.activeElement);
    // With Ctrl it makes blocks larger and smaller.
    const isTaken =
      isAccel(event) || this.editor.canScroll(event.deltaX, event.deltaY);
    if (!isInUse || !isTaken) {
      event.stopPropagation();
    }
  }

  /**
   * A click on the cell around the blocks is for the cell. A notebook gives it
   * the keyboard only when none of the cell has it.
   */
  private _onPointerDown({ target }: PointerEvent): void {
    if (
      target instanceof Element &&
      this.node.contains(document.activeElement) &&
      !this.node.contains(target) &&
      this.node.closest('.jp-Cell')?.contains(target)
    ) {
      this.leave();
    }
  }

  private _toolbox() {
    const language = this._language;
    return buildToolbox({
      added: this._registry.toolboxes.list,
      language: findLanguage(this._registry, language)?.id ?? language ?? '',
      trans: this.trans
    });
  }

  private _onToolboxChanged(): void {
    this._showCannot();
    this.editor.setToolbox(this._toolbox());
  }

  private _showCannot(): void {
    this.editor.setCannot(this._generator?.cannot ?? {});
  }

  /**
   * Blockly has had it; a notebook has a use for every key.
   */
  private _onBubble(event: KeyboardEvent): void {
    if (event.key === 'Tab') {
      this.editor.showKeyboard();
    }
    if (!isLabs(event)) {
      event.stopPropagation();
    }
    if (event.key === 'Escape' && !event.defaultPrevented && !this._wasBusy) {
      this.leave();
    }
  }

  private _onWindow(event: KeyboardEvent, target: Element): void {
    const isHere = this.node.contains(target);
    // A field that is typed in lies outside.
    const isOurs = isHere || (this.editor.hasPopup && isPopup(target));
    const key = event.key.toLowerCase();
    if (isOurs && key === 'enter' && (isAccel(event) || event.shiftKey)) {
      event.preventDefault();
      event.stopPropagation();
      void this.run();
    } else if (isHere) {
      this._onKey(event, target, key);
    }
  }

  private _onKey(event: KeyboardEvent, target: Element, key: string): void {
    this._wasBusy = key === 'escape' && this.editor.isBusy;
    // Keys that blocks use, and free ones, do something to a notebook's cells.
    // Notebook 7 hears them before they come to the blocks, and looks for this
    // where the focus is.
    target.toggleAttribute('data-lm-suppress-shortcuts', !isLabs(event));
  }

  protected readonly trans: TranslationBundle;
  protected readonly editor: BlocklyEditor;
  protected readonly toolbar: Toolbar;
  private readonly _language: string | null;
  private readonly _registry: IJigsawRegistry;
  private readonly _resizes: ResizeObserver;
  private _generator: ICodeGenerator | null = null;
  /**
   * Whether something was open or in hand when Escape was pressed, which it
   * has put away.
   */
  private _wasBusy = false;
}

const isAccel = ({ ctrlKey, metaKey }: KeyboardEvent | WheelEvent): boolean =>
  ctrlKey || metaKey;

/**
 * Whether a key does something to JupyterLab, and nothing to blocks.
 */
function isLabs(event: KeyboardEvent): boolean {
  const key = event.key.toLowerCase();
  return (
    isAccel(event) &&
    (event.shiftKey ? key !== 'z' : ['s', 'b', ','].includes(key))
  );
}

/**
 * A language by its id, or by what a kernel calls it.
 */
export function findLanguage(
  { languages }: IJigsawRegistry,
  name: string | null
): IJigsawLanguage | undefined {
  return languages.get(name ?? '') ?? languages.forKernel(name ?? '');
}

export namespace BlocksView {
  export interface IServices {
    /**
     * Where Blockly's sprites and cursors lie, ending in a slash.
     */
    mediaUrl: string;
    registry: IJigsawRegistry;
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
