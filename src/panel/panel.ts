import { Clipboard } from '@jupyterlab/apputils';
import type { DocumentRegistry } from '@jupyterlab/docregistry';
import type { NotebookPanel } from '@jupyterlab/notebook';
import type { Contents } from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { Message } from '@lumino/messaging';
import type { ISignal } from '@lumino/signaling';
import { Signal } from '@lumino/signaling';
import type { Widget } from '@lumino/widgets';
import { BoxLayout, BoxPanel } from '@lumino/widgets';

import '../../style/panel.css';
import '../../style/blockly.css';
import { CommandIDs } from '../commands';
import {
  addedBlocks,
  buildToolbox,
  defineBlocks,
  prepareBlocks
} from '../blocks';
import type { JigsawModel } from '../document';
import { codec } from '../document';
import {
  actionButton,
  BlocklyEditor,
  isPopup,
  WorkspaceBinding
} from '../editor';
import { reportOf, type IRun } from '../kernel';
import type { IJigsawLanguage } from '../languages';
import { Autosave } from './autosave';
import { CodePreview } from './codePreview';
import { CodeView } from './codeView';
import { ElapsedItem } from './elapsedItem';
import { createCodeHeader, createOutputHeader } from './headers';
import { KernelLink } from './kernelLink';
import { LanguageChoice } from './language';
import { PanelLayout } from './layout';
import { LayoutState } from './layoutState';
import { noCodeNotice } from './noCode';
import type { INoticeAction } from './notices';
import { NoticeBar } from './notices';
import { OutputView } from './outputView';
import { PanelNotices } from './panelNotices';
import { insertCode } from './insertCode';
import { hearPopups } from './popupKeys';
import { Readability } from './readability';
import { Runner } from './runner';
import { SecondCode } from './secondCode';
import { secondButton } from './secondHeader';
import { PanelSession } from './session';
import type { IPanelServices, IPanelSettings } from './tokens';
import { KernelItem, SessionItem } from './toolbarItems';

/**
 * The panel of a `.jigsaw` document: blocks, their code, and what a kernel
 * says to it.
 */
export class JigsawPanel extends BoxPanel {
  constructor(options: JigsawPanel.IOptions) {
    super({ direction: 'top-to-bottom', spacing: 0 });
    this.addClass('jp-Jigsaw-panel');
    const { context, services, settings } = options;
    const trans = services.translator.load('jupyterlab-jigsaw');
    defineBlocks(trans);
    context.model.read(codec);
    hearPopups(services.commands, isPopup);

    this.context = context;
    this._services = services;
    this._settings = settings;
    this._trans = trans;
    this.session = new PanelSession({
      own: context.sessionContext,
      notebooks: services.notebooks
    });
    this.runner = new Runner();
    this.language = new LanguageChoice({
      model: context.model,
      registry: services.registry.languages,
      defaultLanguage: settings.defaultLanguage
    });
    this.editor = new BlocklyEditor({
      mediaUrl: services.mediaUrl,
      themeManager: settings.followTheme ? services.themeManager : null,
      translator: services.translator,
      toolbox: this._toolbox(),
      oneBasedIndex: this.language.oneBasedIndex,
      look: settings
    });
    this._binding = new WorkspaceBinding(context.model, this.editor);
    this.code = new CodeView({
      editorServices: services.editorServices,
      trans
    });
    this._preview = new CodePreview({
      binding: this._binding,
      editor: this.editor,
      language: this.language,
      view: this.code
    });
    this.kernel = new KernelLink({
      context,
      language: this.language,
      runner: this.runner,
      services,
      session: this.session
    });
    this.output = new OutputView({
      rendermime: this.kernel.rendermime,
      translator: services.translator
    });
    this._state = new LayoutState(services.state, context.path);
    this.second = new SecondCode({
      binding: this._binding,
      editor: this.editor,
      editorServices: services.editorServices,
      language: this.language,
      layout: () => this.layoutParts,
      registry: services.registry.languages,
      state: this._state,
      trans
    });
    this.layoutParts = new PanelLayout({
      blocks: this.editor,
      code: this.code,
      codeHeader: createCodeHeader(
        this,
        trans,
        actionButton,
        secondButton(this.second, trans)
      ),
      output: this.output,
      outputHeader: createOutputHeader(this, trans, actionButton),
      state: this._state
    });
    this._autosave = new Autosave(context, settings.autosaveDelay);

    this.notices = new NoticeBar();
    this._readability = new Readability({
      panel: this,
      binding: this._binding,
      services,
      trans,
      close: options.close
    });
    this.addWidget(this.notices);
    this.addWidget(this._readability.view);
    this.addWidget(this.layoutParts.widget);
    BoxLayout.setStretch(this.notices, 0);
    BoxLayout.setStretch(this._readability.view, 1);
    BoxLayout.setStretch(this.layoutParts.widget, 1);

    this._binding.changed.connect(this._onBlocksChanged, this);
    this.kernel.changed.connect(this._onKernelChanged, this);
    this.language.changed.connect(this._onLanguageChanged, this);
    this.layoutParts.changed.connect(() => this._changed.emit());
    services.registry.toolboxes.changed.connect(this._onToolboxChanged, this);
    addedBlocks.changed.connect(this._onToolboxChanged, this);
    this.runner.started.connect(this._onRunStarted, this);
    context.model.problemChanged.connect(this._onProblemChanged, this);
    context.pathChanged.connect(this._onPathChanged, this);
    context.fileChanged.connect(this._onFileChanged, this);
    this._preview.failed.connect((preview, error) => {
      const retry = () => preview.refresh();
      this.notices.set('code', noCodeNotice(error, this.editor, trans, retry));
    });
    this._preview.updated.connect(() => this.notices.set('code', null));
    this._panelNotices = new PanelNotices(this, services, trans);
  }

  /**
   * Make a panel when the blocks of other extensions have come.
   */
  static async create(options: JigsawPanel.IOptions): Promise<JigsawPanel> {
    const { registry, translator } = options.services;
    await prepareBlocks(registry.blocks, translator.load('jupyterlab-jigsaw'));
    return new JigsawPanel(options);
  }

  readonly context: DocumentRegistry.IContext<JigsawModel>;
  readonly session: PanelSession;
  readonly runner: Runner;
  readonly kernel: KernelLink;
  readonly language: LanguageChoice;
  readonly editor: BlocklyEditor;
  readonly code: CodeView;
  readonly second: SecondCode;
  readonly output: OutputView;
  readonly layoutParts: PanelLayout;
  readonly notices: NoticeBar;

  /**
   * Emitted when what a command can do may have changed.
   */
  get changed(): ISignal<this, void> {
    return this._changed;
  }

  get contents(): Contents.IManager {
    return this._services.contents;
  }

  get languages(): readonly IJigsawLanguage[] {
    return this._services.registry.languages.list;
  }

  /**
   * Whether there is a program that may be run in the kernel of the moment.
   */
  get canRun(): boolean {
    return this.context.model.problem === null && this.language.fits;
  }

  /**
   * Take up the session and the sizes of last time.
   *
   * @param notebook - the path of a notebook to attach to
   */
  async start(notebook?: string): Promise<void> {
    const remembered = await this._state.load();
    await this.layoutParts.restore();
    if (remembered.second) {
      this.second.show(remembered.second);
    }
    const attached = notebook ?? remembered.notebook;
    if (attached) {
      this.session.attach(attached);
    } else {
      this.kernel.start();
    }
  }

  /**
   * The way out when a file can't be shown.
   */
  get openAsText(): INoticeAction {
    return {
      label: this._trans.__('Open as Text'),
      execute: () =>
        void this._services.commands.execute('docmanager:open', {
          path: this.context.path,
          factory: 'Editor'
        })
    };
  }

  /**
   * Run the program, or only the selected blocks and what hangs below them.
   *
   * @returns the run, or null when there is none: the panel says why.
   */
  async run(what: 'all' | 'selected' = 'all'): Promise<IRun | null> {
    if (!this.canRun) {
      return null;
    }
    this.editor.closePopups();
    const blocks = what === 'selected' ? this.editor.selectedBlocks : undefined;
    if (!(await this.kernel.ensureKernel())) {
      return null;
    }
    // The kernel may be another than before, and say only now which language
    // it speaks: it never gets code of another.
    const { kernel } = this.language;
    if (!(await this.runner.waitFor(this.language.known))) {
      return null;
    }
    const program = this.canRun ? await this._preview.generate(blocks) : null;
    if (!program || !this.canRun || kernel !== this.language.kernel) {
      return null;
    }
    this.layoutParts.outputShown = true;
    const run = this.runner.run(program.code);
    void this.editor.watch(program, reportOf(run));
    return run;
  }

  /**
   * Stop what runs, and what waits behind it.
   */
  async stop(): Promise<void> {
    try {
      await this.runner.stop(this.session.context !== this.session.own);
    } catch (error) {
      this.notices.set('run', {
        severity: 'error',
        text: this._trans.__(
          'The kernel could not be interrupted (%1). Try again, or restart it.',
          error instanceof Error ? error.message : String(error)
        )
      });
    }
  }

  /**
   * Give the output's place back.
   */
  clearOutput(): void {
    this.output.clear();
  }

  /**
   * Put the code into a notebook, in a new cell under its active one.
   *
   * @returns the notebook, or null when the user gave up
   */
  async insertCode(): Promise<NotebookPanel | null> {
    const code = await this.generate();
    const { notebook } = this.session;
    return code === null
      ? null
      : insertCode(code.trimEnd(), notebook, this._services);
  }

  async copyCode(): Promise<void> {
    const code = await this.generate();
    if (code !== null) {
      Clipboard.copyToSystem(code);
    }
  }

  /**
   * The program as it is now, or null when there is none.
   */
  async generate(): Promise<string | null> {
    const program = this.context.model.problem
      ? null
      : await this._preview.generate();
    return program?.code ?? null;
  }

  /**
   * A part of the toolbar that is more than a command's button.
   *
   * @param tab - the id of the panel's tab
   */
  toolbarItem(name: JigsawPanel.ToolbarItem, tab: string): Widget {
    const { commands, sessionDialogs, translator } = this._services;
    switch (name) {
      case 'kernel':
        return new KernelItem(this, sessionDialogs, translator);
      case 'session':
        return new SessionItem(
          this,
          () => void commands.execute(CommandIDs.changeSession, { panel: tab }),
          this._trans
        );
      case 'elapsed':
        return new ElapsedItem(this, this._trans);
    }
  }

  /**
   * Save nothing until the next edit: the user is asked what is to become of
   * the last ones.
   */
  holdAutosave(): void {
    this._autosave.hold();
  }

  /**
   * Take over changed settings.
   */
  setSettings(settings: IPanelSettings): void {
    this._settings = settings;
    this.language.setDefault(settings.defaultLanguage);
    this._autosave.delay = settings.autosaveDelay;
    this.editor.setThemeManager(
      settings.followTheme ? this._services.themeManager : null
    );
    this.editor.setLook(settings);
    this.editor.setToolbox(this._toolbox());
  }

  override dispose(): void {
    if (this.isDisposed) {
      return;
    }
    const { toolboxes } = this._services.registry;
    toolboxes.changed.disconnect(this._onToolboxChanged, this);
    addedBlocks.changed.disconnect(this._onToolboxChanged, this);
    this._binding.dispose();
    this._preview.dispose();
    this.second.dispose();
    this._panelNotices.dispose();
    this._autosave.dispose();
    this._readability.dispose();
    this.kernel.dispose();
    this.runner.dispose();
    this.session.dispose();
    this.language.dispose();
    this._state.dispose();
    Signal.clearData(this);
    super.dispose();
  }

  protected override onActivateRequest(msg: Message): void {
    super.onActivateRequest(msg);
    this.editor.activate();
  }

  protected override onAfterAttach(msg: Message): void {
    super.onAfterAttach(msg);
    // What it is put into has its size already, and is not resized.
    this.layoutParts.fit(this.node.offsetWidth);
  }

  protected override onResize(msg: Widget.ResizeMessage): void {
    super.onResize(msg);
    this.layoutParts.fit(msg.width < 0 ? this.node.offsetWidth : msg.width);
  }

  private _onBlocksChanged(): void {
    const { canRedo, canUndo } = this.editor;
    if (canRedo !== this._canRedo || canUndo !== this._canUndo) {
      this._canRedo = canRedo;
      this._canUndo = canUndo;
      this._changed.emit();
    }
  }

  private _onKernelChanged(): void {
    this.output.setRendermime(this.kernel.rendermime);
    this._state.update({ notebook: this.session.notebookPath });
    this._changed.emit();
  }

  private _onProblemChanged(): void {
    if (!this.context.model.problem) {
      this.kernel.start();
    }
    this._changed.emit();
  }

  private _onLanguageChanged(): void {
    this.editor.setOneBasedIndex(this.language.oneBasedIndex);
    if (this._toolboxLanguage !== this.language.current.id) {
      this.editor.setToolbox(this._toolbox());
    }
    this._changed.emit();
  }

  private _onToolboxChanged(): void {
    this.editor.setToolbox(this._toolbox());
  }

  private _onRunStarted(_: Runner, run: IRun): void {
    this.output.follow(run);
  }

  private _onFileChanged(): void {
    // It may have another name now, and be one that may be written to.
    this._changed.emit();
  }

  private _onPathChanged(_: unknown, path: string): void {
    this._state.move(path);
  }

  private _toolbox() {
    this._toolboxLanguage = this.language.current.id;
    return buildToolbox({
      added: this._services.registry.toolboxes.list,
      language: this._toolboxLanguage,
      categories: this._settings.categories,
      trans: this._trans
    });
  }

  private _services: IPanelServices;
  private _settings: IPanelSettings;
  private _trans: TranslationBundle;
  private _binding: WorkspaceBinding;
  private _preview: CodePreview;
  private _autosave: Autosave;
  private _state: LayoutState;
  private _panelNotices: PanelNotices;
  private _readability: Readability;
  private _canRedo = false;
  private _canUndo = false;
  private _toolboxLanguage = '';
  private _changed = new Signal<this, void>(this);
}

export namespace JigsawPanel {
  export type ToolbarItem = 'kernel' | 'session' | 'elapsed';

  export interface IOptions {
    context: DocumentRegistry.IContext<JigsawModel>;
    services: IPanelServices;
    settings: IPanelSettings;
    /**
     * Close the tab.
     */
    close: () => void;
  }
}
