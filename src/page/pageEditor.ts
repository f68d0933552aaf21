import { Clipboard } from '@jupyterlab/apputils';
import type { Context } from '@jupyterlab/docregistry';
import type { ServiceManager } from '@jupyterlab/services';
import type { ITranslator, TranslationBundle } from '@jupyterlab/translation';
import { type ISignal, Signal } from '@lumino/signaling';
import type { Widget } from '@lumino/widgets';
import { BoxLayout, BoxPanel } from '@lumino/widgets';

import '../../style/blockly.css';
import '../../style/panel.css';
import '../../style/shell.css';
import { buildToolbox, defineBlocks } from '../blocks';
import { codec, type JigsawModel } from '../document';
import { BlocklyEditor, type IThemes, WorkspaceBinding } from '../editor';
import { type IRun, reportOf } from '../kernel';
import type { IJigsawLanguage } from '../languages';
import type { LanguageRegistry } from '../languages/registry';
import { Autosave } from '../panel/autosave';
import { CodePreview } from '../panel/codePreview';
import { createCodeHeader, createOutputHeader } from '../panel/headers';
import { LanguageChoice } from '../panel/language';
import { PanelLayout } from '../panel/layout';
import { LayoutState } from '../panel/layoutState';
import { noCodeNotice } from '../panel/noCode';
import { NoticeBar } from '../panel/notices';
import type { OutputView } from '../panel/outputView';
import { Runner } from '../panel/runner';
import { RunNotices } from '../panel/runNotices';
import { DEFAULT_SETTINGS } from '../panel/tokens';
import { iconButton } from './iconButton';
import { LateCode, LatePane } from './latePane';
import { loadReact } from './lateReact';
import { PageKernel } from './pageKernel';
import { PageNotices } from './pageNotices';

/**
 * The editor of a workspace without JupyterLab around it: the panel's parts,
 * and a kernel that is found on the server.
 */
export class PageEditor extends BoxPanel {
  constructor(options: PageEditor.IOptions) {
    super({ direction: 'top-to-bottom', spacing: 0 });
    this.addClass('jp-Jigsaw-panel');
    const { context, languages, services, translator } = options;
    const trans = translator.load('jupyterlab-jigsaw');
    defineBlocks(trans);
    context.model.read(codec);

    this.context = context;
    this._options = options;
    this._trans = trans;
    this.runner = new Runner();
    this.language = new LanguageChoice({
      model: context.model,
      registry: languages,
      defaultLanguage: DEFAULT_SETTINGS.defaultLanguage
    });
    this.editor = new BlocklyEditor({
      mediaUrl: options.mediaUrl,
      themeManager: options.themes,
      translator,
      toolbox: this._toolbox(),
      oneBasedIndex: this.language.oneBasedIndex,
      look: DEFAULT_SETTINGS
    });
    this._binding = new WorkspaceBinding(context.model, this.editor);
    this._preview = new CodePreview({
      binding: this._binding,
      editor: this.editor,
      language: this.language,
      view: this.code
    });
    this.kernel = new PageKernel({
      services,
      path: context.localPath,
      model: context.model,
      language: this.language,
      languages,
      runner: this.runner,
      trans
    });
    this._state = new LayoutState(options.store, context.path);
    this.layoutParts = new PanelLayout({
      blocks: this.editor,
      code: this.code,
      codeHeader: createCodeHeader(this, trans, iconButton),
      output: this.output,
      outputHeader: createOutputHeader(this, trans, iconButton),
      state: this._state
    });
    this._autosave = new Autosave(context, DEFAULT_SETTINGS.autosaveDelay);
    this.addWidget(this.notices);
    this.addWidget(this.layoutParts.widget);
    BoxLayout.setStretch(this.notices, 0);
    BoxLayout.setStretch(this.layoutParts.widget, 1);

    this.editor.edited.connect(this._onChanged, this);
    this.runner.started.connect(this._onRunStarted, this);
    this.kernel.changed.connect(this._onChanged, this);
    this.language.changed.connect(this._onLanguageChanged, this);
    context.fileChanged.connect(this._onChanged, this);
    context.model.problemChanged.connect(this._onChanged, this);
    context.model.stateChanged.connect(this._onChanged, this);
    this._runNotices = new RunNotices({
      view: this,
      trans,
      changeKernel: () => void this.kernel.select(),
      restartKernel: () => void this.kernel.restart()
    });
    this._pageNotices = new PageNotices(this, services.serverSettings, trans);
    this._preview.failed.connect((preview, error) => {
      const retry = () => preview.refresh();
      this.notices.set('code', noCodeNotice(error, this.editor, trans, retry));
    });
    this._preview.updated.connect(() => this.notices.set('code', null));
  }

  readonly context: Context<JigsawModel>;
  readonly runner: Runner;
  readonly kernel: PageKernel;
  readonly language: LanguageChoice;
  readonly editor: BlocklyEditor;
  readonly code = new LateCode();
  readonly output = new LatePane<OutputView>();
  readonly layoutParts: PanelLayout;
  readonly notices = new NoticeBar();

  /**
   * Emitted when what can be done may have changed.
   */
  get changed(): ISignal<this, void> {
    return this._changed;
  }

  /**
   * Emitted when Blockly can't show what the file says.
   */
  get failed(): ISignal<WorkspaceBinding, Error> {
    return this._binding.failed;
  }

  get languages(): readonly IJigsawLanguage[] {
    return this._options.languages.list;
  }

  /**
   * Whether there is a program that may be run in the kernel of the moment.
   */
  get canRun(): boolean {
    return this.context.model.problem === null && this.language.fits;
  }

  /**
   * Take the sizes of last time, load what stands beside the blocks, and find
   * the kernel.
   */
  async start(): Promise<void> {
    await this.layoutParts.restore();
    // What is refused now may be mended.
    await this.editor.ready.catch(() => undefined);
    void this.kernel.start();
    await this._loadLate();
  }

  /**
   * Run the program.
   *
   * @returns the run, or null when there is none: the page says why.
   */
  async run(): Promise<IRun | null> {
    if (!this.canRun) {
      return null;
    }
    this.editor.closePopups();
    this.layoutParts.outputShown = true;
    const isReady = await this.runner.waitFor(
      Promise.all([this.kernel.ensure(), this._loadLate()]).then(
        () => this.language.known
      )
    );
    // What the kernel speaks may be known only now.
    if (!isReady || !this.kernel.executor.kernel || !this.output.part) {
      return null;
    }
    const { kernel } = this.language;
    const program = this.canRun ? await this._preview.generate() : null;
    if (!program || !this.canRun || kernel !== this.language.kernel) {
      return null;
    }
    const run = this.runner.run(program.code);
    void this.editor.watch(program, reportOf(run));
    return run;
  }

  /**
   * Stop what runs, and what waits behind it.
   */
  async stop(): Promise<void> {
    try {
      await this.runner.stop(!this.kernel.isOwn);
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

  clearOutput(): void {
    this.output.part?.clear();
  }

  async copyCode(): Promise<void> {
    const program = this.context.model.problem
      ? null
      : await this._preview.generate();
    if (program) {
      Clipboard.copyToSystem(program.code);
    }
  }

  override dispose(): void {
    if (this.isDisposed) {
      return;
    }
    this._binding.dispose();
    this._preview.dispose();
    this._runNotices.dispose();
    this._pageNotices.dispose();
    this._autosave.dispose();
    this.kernel.dispose();
    this.runner.dispose();
    this.language.dispose();
    this._state.dispose();
    Signal.clearData(this);
    super.dispose();
  }

  protected override onResize(msg: Widget.ResizeMessage): void {
    super.onResize(msg);
    this.layoutParts.fit(msg.width < 0 ? this.node.offsetWidth : msg.width);
  }

  /**
   * Load what stands beside the blocks, unless it is there or on its way.
   */
  private _loadLate(): Promise<void> {
    if (this.output.part) {
      return Promise.resolve();
    }
    this._late ??= this._load().finally(() => {
      this._late = null;
    });
    return this._late;
  }

  private async _load(): Promise<void> {
    try {
      const [{ createLateParts }] = await Promise.all([
        import('./lateParts'),
        loadReact()
      ]);
      if (!this.isDisposed) {
        const { code, output } = createLateParts({
          contents: this._options.services.contents,
          path: this.context.path,
          translator: this._options.translator
        });
        this.code.fill(code);
        this.output.fill(output);
        this.notices.set('late', null);
      }
    } catch {
      this._pageNotices.sayNotLoaded(() => void this._loadLate());
    }
  }

  private _onChanged(): void {
    this._changed.emit();
  }

  private _onLanguageChanged(): void {
    this.editor.setOneBasedIndex(this.language.oneBasedIndex);
    if (this._toolboxLanguage !== this.language.current.id) {
      this.editor.setToolbox(this._toolbox());
    }
    this._changed.emit();
  }

  private _onRunStarted(_: Runner, run: IRun): void {
    this.output.part?.follow(run);
  }

  private _toolbox() {
    this._toolboxLanguage = this.language.current.id;
    return buildToolbox({
      language: this._toolboxLanguage,
      categories: DEFAULT_SETTINGS.categories,
      trans: this._trans
    });
  }

  private readonly _options: PageEditor.IOptions;
  private readonly _trans: TranslationBundle;
  private readonly _binding: WorkspaceBinding;
  private readonly _preview: CodePreview;
  private readonly _runNotices: RunNotices;
  private readonly _pageNotices: PageNotices;
  private readonly _autosave: Autosave;
  private readonly _state: LayoutState;
  private _late: Promise<void> | null = null;
  private _toolboxLanguage = '';
  private readonly _changed = new Signal<this, void>(this);
}

export namespace PageEditor {
  export interface IOptions {
    context: Context<JigsawModel>;
    languages: LanguageRegistry;
    /**
     * Where Blockly's sprites and cursors lie, ending in a slash.
     */
    mediaUrl: string;
    services: ServiceManager.IManager;
    store: LayoutState.IStore;
    themes: IThemes;
    translator: ITranslator;
  }
}
