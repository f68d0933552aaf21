import type { IThemeManager } from '@jupyterlab/apputils';
import { showErrorMessage } from '@jupyterlab/apputils';
import type { ITranslator, TranslationBundle } from '@jupyterlab/translation';
import {
  addIcon,
  clearIcon,
  redoIcon,
  runIcon,
  Toolbar,
  ToolbarButton,
  type ToolbarButtonComponent,
  undoIcon
} from '@jupyterlab/ui-components';
import type { Message } from '@lumino/messaging';
import { Debouncer } from '@lumino/polling';
import { Panel } from '@lumino/widgets';

import '../../style/blockly.css';
import '../../style/cell.css';
import { buildToolbox } from '../blocks';
import type { INativeBlocks } from '../bridge';
import { BlocklyEditor, importXml } from '../editor';
import type { LanguageRegistry } from '../languages';
import type { FrameAction } from '../protocol';

/**
 * How long after an edit the blocks are kept, in milliseconds.
 */
const INTERVAL = 300;

/**
 * Blocks in the output of a cell, with buttons over them.
 */
export class CellBlocks extends Panel {
  constructor(private readonly _options: CellBlocks.IOptions) {
    super();
    const { height, language, languages, translator, xml } = _options;
    this._trans = translator.load('jupyterlab-jigsaw');
    this.addClass('jp-Jigsaw-cell');
    this._editor = new BlocklyEditor({
      ..._options,
      oneBasedIndex: languages.get(language ?? '')?.oneBasedIndex,
      toolbox: buildToolbox({ language: language ?? '', trans: this._trans })
    });
    this._editor.node.style.height = `${height}px`;
    this._editor.load(importXml(xml, this._trans).workspace ?? {});
    this._editor.edited.connect(() => {
      this._isKept = false;
      void this._keeper.invoke().catch(() => undefined);
    });
    this.addWidget(this._makeButtons());
    this.addWidget(this._editor);
    // A cell is not told of every change of its width.
    this._resizes = new ResizeObserver(() => this._editor.update());
    this._resizes.observe(this._editor.node);
  }

  override dispose(): void {
    if (this.isDisposed) {
      return;
    }
    // A cell that is moved ends, and begins elsewhere.
    this._keep();
    this._resizes.disconnect();
    this._keeper.dispose();
    super.dispose();
  }

  handleEvent(event: Event): void {
    if (event.currentTarget === this.node) {
      // Blockly has had it; a notebook has a use for every key.
      event.stopPropagation();
    } else if (
      event.target instanceof Element &&
      this.node.contains(event.target)
    ) {
      this._onKey(event as KeyboardEvent, event.target);
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

  private _makeButtons(): Toolbar {
    const trans = this._trans;
    const toolbar = new Toolbar();
    toolbar.node.setAttribute('aria-label', trans.__('Blocks'));
    const add = (name: string, options: ToolbarButtonComponent.IProps) =>
      toolbar.addItem(name, new ToolbarButton(options));
    add('run', {
      icon: runIcon,
      label: trans.__('Run'),
      tooltip: trans.__('Run the blocks in the notebook’s kernel'),
      onClick: () => void this._send('execute')
    });
    add('insert', {
      icon: addIcon,
      label: trans.__('Insert Code'),
      tooltip: trans.__('Insert the code of the blocks into the notebook'),
      onClick: () => void this._send('insert')
    });
    add('clear', {
      icon: clearIcon,
      label: trans.__('Clear Output'),
      tooltip: trans.__('Clear what the blocks have put out'),
      onClick: () => void this._send('clear')
    });
    add('undo', {
      icon: undoIcon,
      tooltip: trans.__('Undo'),
      onClick: () => this._editor.undo()
    });
    add('redo', {
      icon: redoIcon,
      tooltip: trans.__('Redo'),
      onClick: () => this._editor.redo()
    });
    return toolbar;
  }

  private async _send(action: FrameAction): Promise<void> {
    this._editor.closePopups();
    const code = action === 'clear' ? '' : await this._generate();
    if (code !== null && !this.isDisposed) {
      // What is sent is saved.
      this._isKept = true;
      this._options.act(action, code, this._editor.exportXml());
    }
  }

  private async _generate(): Promise<string | null> {
    const { language, languages } = this._options;
    try {
      const generator = await languages.get(language ?? '')?.load();
      const { workspace } = this._editor;
      if (!generator) {
        throw new Error(
          this._trans.__(
            'There is no code of blocks in %1 yet.',
            language ?? this._trans.__('this language')
          )
        );
      }
      return workspace && generator.generate(workspace).code;
    } catch (error) {
      await showErrorMessage(
        this._trans.__('The blocks can’t be turned into code'),
        error instanceof Error ? error : String(error)
      );
      return null;
    }
  }

  private _keep(): void {
    if (!this._isKept) {
      this._isKept = true;
      this._options.edited(this._editor.exportXml());
    }
  }

  private _onKey(event: KeyboardEvent, target: Element): void {
    const accel = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    if (key === 'enter' && (accel || event.shiftKey)) {
      event.preventDefault();
      event.stopPropagation();
      void this._send('execute');
      return;
    }
    // Keys that blocks use, and free ones, do something to a notebook's cells;
    // JupyterLab looks for this where the focus is.
    const isLabs =
      accel && (event.shiftKey ? key !== 'z' : key === 's' || key === 'b');
    target.toggleAttribute('data-lm-suppress-shortcuts', !isLabs);
  }

  private readonly _trans: TranslationBundle;
  private readonly _editor: BlocklyEditor;
  private readonly _resizes: ResizeObserver;
  private readonly _keeper = new Debouncer(() => this._keep(), INTERVAL);
  private _isKept = true;
}

export namespace CellBlocks {
  export interface IServices {
    languages: LanguageRegistry;
    /**
     * Where Blockly's sprites and cursors lie, ending in a slash.
     */
    mediaUrl: string;
    themeManager: IThemeManager | null;
    translator: ITranslator;
  }

  export interface IOptions extends IServices, INativeBlocks.IOptions {}
}
