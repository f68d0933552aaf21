import type { DocumentRegistry } from '@jupyterlab/docregistry';
import { addIcon, launchIcon, runIcon } from '@jupyterlab/ui-components';
import type { Message } from '@lumino/messaging';

import { defineBlocks } from '../blocks';
import { problem } from '../document';
import { clearIcon, pastEvents, pictureOf, WorkspaceBinding } from '../editor';
import { reportOf } from '../kernel';
import type { IGeneratedCode } from '../languages';
import type { FindPlace, ICellPlace } from '../notebook';
import { executorOf, whyNotRun } from '../notebook';
import { BlocksView, findLanguage } from './blocksView';
import type { CellDocument } from './cellDocument';
import { type ILooks, MAX_DRAWN } from './looks';
import { ProblemNote } from './problemNote';
import { showOutput } from './showOutput';
import type { StopButton } from './stopButton';

/**
 * The blocks of an output of `%jigsaw`, with what can be done with them.
 */
export class CellView extends BlocksView {
  constructor(private readonly _options: CellView.IOptions) {
    super({
      ..._options,
      height: _options.document.bundle.height,
      language: languageOf(_options),
      oneBasedIndex: isOneBased(_options)
    });
    const { document, translator } = _options;
    const { trans } = this;
    defineBlocks(translator.load('jupyterlab-jigsaw'));
    this._binding = new WorkspaceBinding(document.model, this.editor, {
      isBrief: true
    });
    this._binding.failed.connect(this._onFailed, this);
    document.edited.connect(this._onEdited, this);
    // When the blocks are there, and what makes code of them.
    void Promise.all([this.editor.ready, this.prepare()])
      .then(() => document.addLooks(() => this._looks()))
      .catch(() => undefined);
    this.addButton('run', {
      icon: runIcon,
      label: trans.__('Run'),
      tooltip: trans.__(
        'Run the blocks in the notebook’s kernel (Shift+Enter)'
      ),
      onClick: () => void this.run()
    });
    this._stop = this.addStop(text => this._place?.runs(trans).say(text));
    this.addButton('insert', {
      icon: addIcon,
      label: trans.__('Insert Code'),
      tooltip: trans.__('Insert the code of the blocks into a new cell below'),
      onClick: () => void this._insert()
    });
    this.addButton('clear', {
      icon: clearIcon,
      label: trans.__('Clear Output'),
      tooltip: trans.__('Clear what the blocks have put out'),
      onClick: () => this._place?.runs(trans).clear()
    });
    const { openInPanel } = _options;
    if (openInPanel) {
      this.addButton('panel', {
        icon: launchIcon,
        tooltip: trans.__('Open the blocks in a panel beside the notebook'),
        onClick: () =>
          this._withPlace(place => openInPanel(_options.document, place))
      });
    }
    this.addUndoButtons();
    // Other views of the same blocks have the same history.
    this._binding.changed.connect(() => this.showHistory());
    this.node.addEventListener('focusout', () => {
      document.flush();
      // The edit of a field that is left is told of a frame later.
      void pastEvents().then(() => document.flush());
    });
  }

  override dispose(): void {
    if (this.isDisposed) {
      return;
    }
    this._binding.dispose();
    this._options.document.dispose();
    super.dispose();
  }

  protected async run(): Promise<void> {
    this.editor.closePopups();
    const place = this._place;
    const program = place && (await this.generateOrSay());
    if (!place || !program || this.isDisposed) {
      return;
    }
    const runs = place.runs(this.trans);
    const executor = executorOf(place.session);
    const name = languageOf(this._options);
    const language = findLanguage(this._options.registry, name);
    const refusal = await whyNotRun(
      language?.displayName ?? name,
      language?.kernelLanguages ?? null,
      executor,
      this.trans,
      this._options.document.bundle.inserted
    );
    if (refusal) {
      runs.say(refusal);
    } else {
      const run = runs.execute(program.code, executor);
      this._stop.follow(run);
      showOutput(this.node, run);
      void this.editor.watch(program, reportOf(run));
    }
  }

  protected override async generate(): Promise<IGeneratedCode | null> {
    const found = this._options.document.model.problem;
    if (found) {
      throw new Error(found.message);
    }
    return super.generate();
  }

  protected leave(): void {
    this._place?.focus();
  }

  protected override onAfterAttach(msg: Message): void {
    super.onAfterAttach(msg);
    const place = this._place;
    this._context = place?.context ?? null;
    this._context?.saveState.connect(this._onSaveState, this);
    this._stop.executor = place && executorOf(place.session);
    // A cell that was moved is another: what goes on is written there.
    place?.runs(this.trans);
  }

  protected override onAfterShow(msg: Message): void {
    super.onAfterShow(msg);
    this._options.document.catchUp();
  }

  protected override onBeforeHide(msg: Message): void {
    // Hidden blocks can't be drawn, and their notebook can be saved.
    this._options.document.finish();
    super.onBeforeHide(msg);
  }

  protected override onBeforeDetach(msg: Message): void {
    this._context?.saveState.disconnect(this._onSaveState, this);
    this._stop.executor = null;
    this._options.document.finish();
    super.onBeforeDetach(msg);
  }

  private get _place(): ICellPlace | null {
    return this._options.findPlace(this.node);
  }

  private _withPlace(use: (place: ICellPlace) => unknown): void {
    const place = this._place;
    if (place) {
      use(place);
    }
  }

  private async _insert(): Promise<void> {
    this.editor.closePopups();
    const program = await this.generateOrSay();
    if (program) {
      this._withPlace(({ insert }) => insert(program.code.trimEnd()));
    }
  }

  /**
   * Blockly can't show the blocks, which stay in the output as they are.
   */
  private _onFailed(_: WorkspaceBinding, error: Error): void {
    const found = problem('not-shown', this.trans, { reason: error.message });
    this._options.document.model.refuse(found);
    this.toolbar.hide();
    this.editor.hide();
    this.addWidget(new ProblemNote(found.message));
  }

  private _onEdited(): void {
    const { registry, document } = this._options;
    document.model.indexBase ??= findLanguage(
      registry,
      languageOf(this._options)
    )?.oneBasedIndex
      ? 1
      : 0;
    const context = this._place?.context;
    if (context) {
      context.model.dirty = true;
    }
  }

  private _onSaveState(
    _: DocumentRegistry.Context,
    state: DocumentRegistry.SaveState
  ): void {
    if (state === 'started') {
      void this._options.document.save();
    }
  }

  private _looks(): ILooks | null {
    const { workspace } = this.editor;
    if (this.isDisposed || !workspace) {
      return null;
    }
    const code = this.generateNow();
    if (!this.isVisible) {
      return { code };
    }
    const isDrawn = workspace.getAllBlocks(false).length <= MAX_DRAWN;
    return { code, picture: isDrawn ? pictureOf(workspace) : null };
  }

  private readonly _binding: WorkspaceBinding;
  private readonly _stop: StopButton;
  private _context: DocumentRegistry.Context | null = null;
}

export namespace CellView {
  export interface IOptions extends BlocksView.IServices {
    document: CellDocument;
    findPlace: FindPlace<ICellPlace>;
    /**
     * Open the blocks in a panel; null where there is no room for one.
     */
    openInPanel:
      ((document: CellDocument, place: ICellPlace) => Promise<void>) | null;
  }
}

/**
 * The language of the blocks: as the cell asks for it, else as they were made.
 */
function languageOf({ document }: CellView.IOptions): string {
  return document.bundle.language || document.model.language || '';
}

function isOneBased({ document }: CellView.IOptions): boolean | undefined {
  const { indexBase } = document.model;
  return indexBase === null ? undefined : indexBase === 1;
}
