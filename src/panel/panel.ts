import { Clipboard } from '@jupyterlab/apputils';
import { PathExt } from '@jupyterlab/coreutils';
import type { DocumentRegistry } from '@jupyterlab/docregistry';
import type { NotebookPanel } from '@jupyterlab/notebook';
import type { Contents } from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { Message } from '@lumino/messaging';
import type { ISignal } from '@lumino/signaling';
import { Signal } from '@lumino/signaling';
import type { Widget } from '@lumino/widgets';
import { BoxLayout, BoxPanel } from '@lumino/widgets';

import { buildToolbox, defineBlocks } from '../blocks';
import type { JigsawModel } from '../document';
import { BlocklyEditor } from '../editor';
import type { IRun } from '../kernel';
import type { IJigsawLanguage } from '../languages';
import { Autosave } from './autosave';
import { WorkspaceBinding } from './binding';
import { CodePreview } from './codePreview';
import { CodeView } from './codeView';
import { createCodeHeader, createOutputHeader } from './headers';
import { XmlImporter } from './importer';
import { chooseNotebook, insertCell } from './insert';
import { findKernel } from './kernels';
import { LanguageChoice } from './language';
import { PanelLayout } from './layout';
import { LayoutState } from './layoutState';
import type { INoticeAction } from './notices';
import { NoticeBar } from './notices';
import { OutputView } from './outputView';
import { PanelNotices } from './panelNotices';
import { ProblemView } from './problemView';
import { Runner } from './runner';
import { PanelSession } from './session';
import type { IPanelServices, IPanelSettings } from './tokens';

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

    this.context = context;
    this._close = options.close;
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
      registry: services.languages,
      defaultLanguage: settings.defaultLanguage
    });
    this.editor = new BlocklyEditor({
      mediaUrl: services.mediaUrl,
      themeManager: settings.followTheme ? services.themeManager : null,
      translator: services.translator,
      readOnly: context.model.problem !== null,
      toolbox: this._toolbox(),
      oneBasedIndex: this.language.current.oneBasedIndex,
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
    this.output = new OutputView({
      rendermime: this._rendermime(),
      translator: services.translator
    });
    this._state = new LayoutState(services.state, context.path);
    this.layoutParts = new PanelLayout({
      blocks: this.editor,
      code: this.code,
      codeHeader: createCodeHeader(this, trans),
      output: this.output,
      outputHeader: createOutputHeader(this, trans),
      state: this._state
    });
    this._autosave = new Autosave(context, settings.autosaveDelay);

    this.notices = new NoticeBar();
    this._problemView = new ProblemView();
    this.addWidget(this.notices);
    this.addWidget(this._problemView);
    this.addWidget(this.layoutParts.widget);
    BoxLayout.setStretch(this.notices, 0);
    BoxLayout.setStretch(this._problemView, 1);
    BoxLayout.setStretch(this.layoutParts.widget, 1);

    this.session.changed.connect(this._onSessionChanged, this);
    this.language.changed.connect(this._onLanguageChanged, this);
    this.runner.started.connect(this._onRunStarted, this);
    context.model.problemChanged.connect(this._showProblem, this);
    this._binding.failed.connect(this._onLoadFailed, this);
    context.pathChanged.connect(this._onPathChanged, this);
    this._panelNotices = new PanelNotices(this, services, trans);
    this._showProblem();
  }

  readonly context: DocumentRegistry.IContext<JigsawModel>;
  readonly session: PanelSession;
  readonly runner: Runner;
  readonly language: LanguageChoice;
  readonly editor: BlocklyEditor;
  readonly code: CodeView;
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
    return this._services.languages.list;
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
    const attached = notebook ?? remembered.notebook;
    if (attached) {
      this.session.attach(attached);
    } else {
      this._onSessionChanged();
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
    const code = await this._preview.generate(
      what === 'selected' ? this.editor.selectedBlocks : undefined
    );
    if (code === null || (await this._needsKernel())) {
      return null;
    }
    this.layoutParts.outputShown = true;
    return this.runner.run(code);
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
    const code = await this._preview.generate();
    if (code === null) {
      return null;
    }
    const panel = await chooseNotebook(
      this._services.notebooks,
      this.session.notebook,
      this._trans
    );
    if (panel) {
      insertCell(panel.content, code.trimEnd());
    }
    return panel;
  }

  async copyCode(): Promise<void> {
    const code = await this._preview.generate();
    if (code !== null) {
      Clipboard.copyToSystem(code);
    }
  }

  /**
   * The program as it is now.
   */
  generate(): Promise<string | null> {
    return this._preview.generate();
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
    this._binding.dispose();
    this._preview.dispose();
    this._panelNotices.dispose();
    this._autosave.dispose();
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

  protected override onResize(msg: Widget.ResizeMessage): void {
    super.onResize(msg);
    this.layoutParts.fit(msg.width < 0 ? this.node.offsetWidth : msg.width);
  }

  /**
   * Ask for a kernel when there is none to run on.
   *
   * @returns whether there still is none
   */
  private async _needsKernel(): Promise<boolean> {
    const context = this.session.context;
    if (!context) {
      return true;
    }
    await context.ready.catch(() => undefined);
    if (!context.session?.kernel) {
      await this._services.sessionDialogs.selectKernel(context);
    }
    return !context.session?.kernel;
  }

  private _onSessionChanged(): void {
    const { context, notebookPath } = this.session;
    this._kernelSource?.kernelChanged.disconnect(this._onKernelChanged, this);
    this._kernelSource = context;
    context?.kernelChanged.connect(this._onKernelChanged, this);
    this.runner.setSession(context);
    this.output.setRendermime(this._rendermime());
    this._state.update({ notebook: notebookPath });
    this._onKernelChanged();
    if (context === this.session.own && !this.context.model.problem) {
      void this._startOwn();
    }
    this._changed.emit();
  }

  private async _startOwn(): Promise<void> {
    const { model } = this.context;
    await this.session.startOwn(() => {
      const { specs } = this.session.own.specsManager;
      return (
        specs &&
        findKernel(
          specs,
          model.kernelspec?.name ?? null,
          this.language.current,
          this._services.languages
        )
      );
    });
    if (!this.isDisposed) {
      this._onKernelChanged();
    }
  }

  private _onKernelChanged(): void {
    const kernel = this.session.context?.session?.kernel ?? null;
    this.language.setKernel(kernel);
    void kernel?.spec.then(spec => {
      const { model } = this.context;
      // A file that nobody has edited yet is not made dirty by a kernel.
      if (spec && !this.isDisposed && (model.kernelspec || model.dirty)) {
        model.kernelspec = {
          name: spec.name,
          display_name: spec.display_name
        };
      }
    });
    this._changed.emit();
  }

  private _onLanguageChanged(): void {
    this.editor.setOneBasedIndex(this.language.current.oneBasedIndex);
    if (this._toolboxLanguage !== this.language.current.id) {
      this.editor.setToolbox(this._toolbox());
    }
    this._changed.emit();
  }

  private _onRunStarted(_: Runner, run: IRun): void {
    this.output.follow(run);
  }

  private _onPathChanged(_: unknown, path: string): void {
    this._state.move(path);
  }

  private _showProblem(): void {
    const { problem } = this.context.model;
    this._problemView.setHidden(!problem);
    this.layoutParts.widget.setHidden(!!problem);
    if (problem?.code === 'looks-like-xml') {
      void new XmlImporter({
        panel: this,
        services: this._services,
        trans: this._trans,
        view: this._problemView,
        close: this._close
      }).start();
    } else if (problem) {
      this._displayProblem(problem.message);
    }
    this._changed.emit();
  }

  private _onLoadFailed(_: WorkspaceBinding, error: Error): void {
    this.context.model.readOnly = true;
    this._problemView.show();
    this.layoutParts.widget.hide();
    this._displayProblem(
      this._trans.__(
        'Blockly could not show these blocks (%1). The file is left as it is; open it as text to mend it.',
        error.message
      )
    );
  }

  private _displayProblem(message: string): void {
    this._problemView.display(
      this._trans.__(
        '%1 can’t be shown as blocks',
        PathExt.basename(this.context.path)
      ),
      message,
      [
        this.openAsText,
        {
          label: this._trans.__('Try Again'),
          execute: () => void this.context.revert()
        }
      ]
    );
  }

  private _toolbox() {
    this._toolboxLanguage = this.language.current.id;
    return buildToolbox({
      language: this._toolboxLanguage,
      categories: this._settings.categories,
      trans: this._trans
    });
  }

  private _rendermime() {
    return (
      this.session.notebook?.content.rendermime ??
      (this._ownRendermime ??= this._services.rendermime.clone({
        resolver: this.context.urlResolver
      }))
    );
  }

  private _close: () => void;
  private _services: IPanelServices;
  private _settings: IPanelSettings;
  private _trans: TranslationBundle;
  private _binding: WorkspaceBinding;
  private _preview: CodePreview;
  private _autosave: Autosave;
  private _state: LayoutState;
  private _panelNotices: PanelNotices;
  private _problemView: ProblemView;
  private _toolboxLanguage = '';
  private _kernelSource: typeof this.session.context = null;
  private _ownRendermime: IPanelServices['rendermime'] | undefined;
  private _changed = new Signal<this, void>(this);
}

export namespace JigsawPanel {
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
