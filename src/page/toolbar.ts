import {
  caretDownIcon,
  downloadIcon,
  type LabIcon,
  redoIcon,
  runIcon,
  saveIcon,
  stopIcon,
  undoIcon
} from '@jupyterlab/ui-components';
import type { ServiceManager } from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import type { Message } from '@lumino/messaging';
import { Panel, Widget } from '@lumino/widgets';

import { ElapsedItem } from '../panel/elapsedItem';
import { folderOf, pageUrl } from './addresses';
import { PageCommandIDs } from './commands';
import { statusLabel } from './kernelLabels';
import { openKernelMenu } from './kernelMenu';
import type { PageEditor } from './pageEditor';

/**
 * The line above the blocks: whose they are, what can be done, and with which
 * kernel.
 */
export function createToolbar(options: IToolbarOptions): Panel {
  const { commands, editor, trans } = options;
  const bar = new Panel();
  bar.addClass('jp-JigsawPage-bar');
  bar.node.setAttribute('role', 'toolbar');
  bar.node.setAttribute('aria-label', trans.__('Workspace'));
  const add = (id: string, icon: LabIcon | null, withText = false) =>
    bar.addWidget(new CommandButton(commands, id, icon, withText));
  bar.addWidget(new NameItem(options));
  add(PageCommandIDs.run, runIcon, true);
  add(PageCommandIDs.stop, stopIcon, true);
  add(PageCommandIDs.undo, undoIcon);
  add(PageCommandIDs.redo, redoIcon);
  add(PageCommandIDs.save, saveIcon);
  add(PageCommandIDs.download, downloadIcon);
  bar.addWidget(new ElapsedItem(editor, trans));
  bar.addWidget(new KernelButton(options));
  add(PageCommandIDs.toggleTheme, null, true);
  return bar;
}

export interface IToolbarOptions {
  commands: CommandRegistry;
  editor: PageEditor;
  services: ServiceManager.IManager;
  trans: TranslationBundle;
}

/**
 * A button of a command.
 */
export class CommandButton extends Widget {
  constructor(
    private readonly _commands: CommandRegistry,
    private readonly _id: string,
    icon: LabIcon | null,
    withText: boolean
  ) {
    super({ node: document.createElement('button') });
    this.addClass('jp-JigsawPage-button');
    this.node.dataset.command = this._id;
    if (icon) {
      this.node.append(icon.element({ tag: 'span' }));
    }
    if (withText) {
      this.node.append(this._text);
    }
    this._commands.commandChanged.connect(this._update, this);
    this._update();
  }

  handleEvent(event: Event): void {
    if (event.type === 'click') {
      void this._commands.execute(this._id);
    }
  }

  override dispose(): void {
    this._commands.commandChanged.disconnect(this._update, this);
    super.dispose();
  }

  protected override onAfterAttach(msg: Message): void {
    super.onAfterAttach(msg);
    this.node.addEventListener('click', this);
  }

  protected override onBeforeDetach(msg: Message): void {
    this.node.removeEventListener('click', this);
    super.onBeforeDetach(msg);
  }

  private _update(): void {
    const label = this._commands.label(this._id);
    const button = this.node as HTMLButtonElement;
    this._text.data = label;
    button.title = this._commands.caption(this._id) || label;
    button.setAttribute('aria-label', label);
    button.disabled = !this._commands.isEnabled(this._id);
  }

  private readonly _text = document.createTextNode('');
}

/**
 * The workspace's name, with a mark while there is something to save, and the
 * way to the list.
 */
class NameItem extends Widget {
  constructor({ editor, services, trans }: IToolbarOptions) {
    super();
    this.addClass('jp-JigsawPage-name');
    this._editor = editor;
    this._trans = trans;
    const list = document.createElement('a');
    list.className = 'jp-JigsawPage-home';
    list.textContent = trans.__('Workspaces');
    list.href = pageUrl(
      services.serverSettings.baseUrl,
      folderOf(editor.context.localPath)
    );
    this._state.setAttribute('role', 'status');
    this.node.append(list, this._name, this._state);
    editor.context.model.stateChanged.connect(this._update, this);
    editor.context.saveState.connect(this._onSaveState, this);
    this._update();
  }

  private _onSaveState(_: unknown, state: string): void {
    this._isSaving = state === 'started';
    this._update();
  }

  private _update(): void {
    const { model, localPath } = this._editor.context;
    const name = localPath.split('/').pop() ?? '';
    this._name.textContent = name;
    this._name.title = localPath;
    const isDirty = model.dirty;
    this.node.classList.toggle('jp-mod-dirty', isDirty);
    this._state.textContent = this._isSaving
      ? this._trans.__('saving…')
      : isDirty
        ? this._trans.__('not saved')
        : '';
    document.title = `${isDirty ? '● ' : ''}${name}`;
  }

  private readonly _editor: PageEditor;
  private readonly _trans: TranslationBundle;
  private readonly _name = document.createElement('strong');
  private readonly _state = document.createElement('span');
  private _isSaving = false;
}

/**
 * The kernel's name and what it does; it opens the menu of kernels.
 */
class KernelButton extends Widget {
  constructor(private readonly _options: IToolbarOptions) {
    super({ node: document.createElement('button') });
    this.addClass('jp-JigsawPage-button');
    this.addClass('jp-JigsawPage-kernel');
    this.node.setAttribute('aria-haspopup', 'menu');
    this.node.setAttribute('aria-expanded', 'false');
    this._dot.className = 'jp-JigsawPage-dot';
    this.node.append(
      this._dot,
      this._text,
      caretDownIcon.element({ tag: 'span' })
    );
    this._options.editor.kernel.changed.connect(this._update, this);
    this._update();
  }

  handleEvent(event: Event): void {
    if (event.type === 'click') {
      const { commands, editor, services, trans } = this._options;
      openKernelMenu(this.node, editor, commands, services, trans);
    }
  }

  protected override onAfterAttach(msg: Message): void {
    super.onAfterAttach(msg);
    this.node.addEventListener('click', this);
  }

  protected override onBeforeDetach(msg: Message): void {
    this.node.removeEventListener('click', this);
    super.onBeforeDetach(msg);
  }

  private _update(): void {
    const { editor, trans } = this._options;
    const { kernel } = editor;
    const { status } = kernel.executor;
    const what = statusLabel(status, trans);
    this.node.dataset.status = status;
    this._text.data = kernel.label ? `${kernel.label} · ${what}` : what;
    this.node.title = kernel.isOwn
      ? trans.__('The kernel that the blocks run in')
      : trans.__('The blocks share the session of “%1”', kernel.path);
    this.node.setAttribute(
      'aria-label',
      trans.__('Kernel: %1', this._text.data)
    );
  }

  private readonly _dot = document.createElement('span');
  private readonly _text = document.createTextNode('');
}
