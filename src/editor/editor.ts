import type { ITranslator, TranslationBundle } from '@jupyterlab/translation';
import { nullTranslator } from '@jupyterlab/translation';
import type { JSONObject } from '@lumino/coreutils';
import { PromiseDelegate } from '@lumino/coreutils';
import type { Message } from '@lumino/messaging';
import type { ISignal } from '@lumino/signaling';
import { Signal } from '@lumino/signaling';
import { Widget } from '@lumino/widgets';
import * as Blockly from 'blockly/core';

import { addedBlocks, type IBlocksChange } from '../blocks';
import type { WorkspaceState } from '../document';
import type { IErrorReport, IGeneratedCode } from '../languages';
import { markCannot, setCannot, type Reasons } from './cannotMarks';
import { cullAgain, cullNow } from './culling';
import { FailureMark, PADDING } from './failureMark';
import { EditHistory } from './history';
import { injectWorkspace } from './inject';
import { isRedefined } from './redefined';
import { pastEvents } from './pastEvents';
import { scopeOf } from './scope';
import { hasRoom, scrollToStart } from './scrolling';
import { loadState, saveState } from './state';
import { type IThemes, themeFor } from './theme';
import { exportXml } from './xmlExport';

/**
 * A Blockly workspace as a Lumino widget.
 *
 * It is injected when it is first attached and visible, since Blockly measures
 * itself then; what is loaded before waits until then.
 */
export class BlocklyEditor extends Widget {
  constructor(options: BlocklyEditor.IOptions) {
    super();
    this.addClass('jp-Jigsaw-editor');
    this._media = options.mediaUrl;
    this._look = { ...BlocklyEditor.defaultLook, ...options.look };
    this._toolbox = options.toolbox;
    this._readOnly = options.readOnly ?? false;
    this._oneBasedIndex = options.oneBasedIndex ?? false;
    this._trans = (options.translator ?? nullTranslator).load(
      'jupyterlab-jigsaw'
    );
    this.setThemeManager(options.themeManager ?? null);
    addedBlocks.changed.connect(this._onBlocksChanged, this);
  }

  /**
   * The workspace, or null before the first showing.
   */
  get workspace(): Blockly.WorkspaceSvg | null {
    return this._workspace;
  }

  /**
   * Fulfilled when the blocks are drawn for the first time.
   */
  get ready(): Promise<void> {
    return this._ready.promise;
  }

  /**
   * The changes that a person made, as they happen: no events of the user
   * interface, none of loading, none of `apply`.
   */
  get edited(): ISignal<this, readonly JSONObject[]> {
    return this._edited;
  }

  /**
   * Emitted when the same blocks were drawn anew since definitions of some have
   * come or gone, with the error if that failed.
   */
  get redrawn(): ISignal<this, Error | null> {
    return this._redrawn;
  }

  /**
   * Emitted when other blocks are selected.
   */
  get selectionChanged(): ISignal<this, void> {
    return this._selectionChanged;
  }

  /**
   * Ids of the selected blocks; while the keyboard is elsewhere, as in a menu,
   * those that were selected when it left.
   */
  get selectedBlocks(): string[] {
    return this._selected && this._workspace?.getBlockById(this._selected)
      ? [this._selected]
      : [];
  }

  /**
   * What can be undone here, and in other views that are given it.
   */
  get history(): EditHistory {
    return this._history;
  }
  set history(value: EditHistory) {
    this._history = value;
    if (this._workspace) {
      value.share(this._workspace);
    }
  }

  /**
   * Ids of the blocks whose lines of code are those of the selected block.
   */
  get selectedScope(): ReadonlySet<string> {
    const [id] = this.selectedBlocks;
    const block = id === undefined ? null : this._workspace?.getBlockById(id);
    return block ? scopeOf(block) : new Set();
  }

  /**
   * Select a block, bring it into sight and give it the keyboard.
   */
  select(id: string): void {
    const workspace = this._workspace;
    const block = workspace?.getBlockById(id);
    if (workspace && block) {
      Blockly.common.setSelected(block);
      workspace.scrollBoundsIntoView(
        block.getBoundingRectangleWithoutChildren(),
        PADDING
      );
    }
  }

  /**
   * Show a state in place of what is there, which leaves what can be undone to
   * the caller.
   *
   * @param state - the state, or a way to get at it when it is needed, which
   * before the first showing may be never
   * @throws what Blockly throws on a state that it cannot load; the workspace
   * is empty then.
   */
  load(state: WorkspaceState | (() => WorkspaceState)): void {
    this._state = typeof state === 'function' ? state : () => state;
    if (this._workspace) {
      this._loadInto(this._workspace);
    }
  }

  /**
   * The state as it is now; what was to be loaded, if Blockly did not take it.
   */
  save(): WorkspaceState {
    return this._workspace && !this._loadFailed
      ? saveState(this._workspace, this._rest)
      : this._state();
  }

  /**
   * Do here what another view of the same workspace did, which the history
   * that both share has already. When an event does not fit, the caller has to
   * load the other's state.
   *
   * @returns whether every event fitted
   */
  apply(events: readonly JSONObject[]): boolean {
    const workspace = this._workspace;
    if (!workspace) {
      return false;
    }
    this._forgetFailure();
    Blockly.Events.disable();
    try {
      for (const json of events) {
        Blockly.Events.fromJson(json, workspace).run(true);
      }
      markCannot(workspace);
      return true;
    } catch {
      return false;
    } finally {
      Blockly.Events.enable();
      cullAgain(workspace);
    }
  }

  /**
   * Mark the block of a program in whose code an error comes up, until the next
   * edit or program.
   *
   * @param failure - what there will be to say of an error, null for none
   */
  async watch(
    program: IGeneratedCode,
    failure: Promise<BlocklyEditor.IFailure | null>
  ): Promise<void> {
    this._failure.clear();
    const turn = ++this._watches;
    await pastEvents();
    if (turn !== this._watches) {
      return;
    }
    this._program = program;
    const report = await failure;
    const block = report && program.failedBlock(report);
    if (block && this._workspace && this._program === program) {
      this._failure.show(this._workspace, block, report.message);
    }
  }

  /**
   * Follow a theme manager, or none: the blocks are light then.
   */
  setThemeManager(manager: IThemes | null): void {
    if (manager === this._themeManager) {
      return;
    }
    this._themeManager?.themeChanged.disconnect(this._onThemeChanged, this);
    this._themeManager = manager;
    manager?.themeChanged.connect(this._onThemeChanged, this);
    this._onThemeChanged();
  }

  /**
   * Close what is open over the blocks; a field keeps what was typed.
   */
  closePopups(): void {
    this._workspace?.hideChaff();
  }

  /**
   * Show what has the keyboard. Blockly does so by itself where it hears Tab on
   * the document.
   */
  showKeyboard(): void {
    Blockly.keyboardNavigationController.setIsActive(true);
  }

  /**
   * Whether something is open over the blocks or in hand, which Escape puts
   * away.
   */
  get isBusy(): boolean {
    const workspace = this._workspace;
    return (
      !!workspace &&
      (workspace.isDragging() ||
        !!workspace.getFlyout()?.isVisible() ||
        this.hasPopup)
    );
  }

  /**
   * Whether a field or menu of these blocks has the keyboard, which is one for
   * all blocks of the page.
   */
  get hasPopup(): boolean {
    const focus = Blockly.getFocusManager();
    const tree = focus.getFocusedTree();
    return (
      focus.ephemeralFocusTaken() &&
      tree instanceof Blockly.WorkspaceSvg &&
      // The small workspace of a mutator has its block's as root.
      (tree.getRootWorkspace() ?? tree) === this._workspace
    );
  }

  /**
   * Whether there is somewhere to scroll to in a direction, or something is
   * open over the blocks that may be scrolled.
   */
  canScroll(deltaX: number, deltaY: number): boolean {
    const workspace = this._workspace;
    if (!workspace || workspace.getFlyout()?.isVisible() || this.hasPopup) {
      return true;
    }
    return hasRoom(workspace, deltaX, deltaY);
  }

  get canUndo(): boolean {
    return this._workspace !== null && this._history.canUndo;
  }

  get canRedo(): boolean {
    return this._workspace !== null && this._history.canRedo;
  }

  undo(): void {
    this._workspace?.undo(false);
  }

  redo(): void {
    this._workspace?.undo(true);
  }

  /**
   * Put other blocks on offer.
   */
  setToolbox(toolbox: Blockly.utils.toolbox.ToolboxDefinition): void {
    this._toolbox = toolbox;
    if (!this._readOnly) {
      this._workspace?.updateToolbox(toolbox);
    }
  }

  /**
   * Say what the language of the blocks cannot do, and why, which shows on them.
   *
   * @param reasons - sentences, by the types of blocks
   */
  setCannot(reasons: Reasons): void {
    this._cannot = reasons;
    if (this._workspace) {
      setCannot(this._workspace, reasons);
    }
  }

  /**
   * Whether lists and texts count from one, which shows in tooltips and code.
   */
  setOneBasedIndex(oneBased: boolean): void {
    this._oneBasedIndex = oneBased;
    if (this._workspace) {
      this._workspace.options.oneBasedIndex = oneBased;
    }
  }

  /**
   * Change renderer, grid or snapping, which makes Blockly start anew.
   */
  setLook(look: Partial<BlocklyEditor.ILook>): void {
    const next = { ...this._look, ...look };
    if (
      (Object.keys(next) as (keyof BlocklyEditor.ILook)[]).every(
        key => next[key] === this._look[key]
      )
    ) {
      return;
    }
    this._look = next;
    if (this._workspace) {
      const state = this.save();
      this._state = () => state;
      this._eject();
      this.update();
    }
  }

  /**
   * An SVG picture of the blocks, as markup that stands alone.
   */
  async picture(): Promise<string> {
    const { pictureOf } = await import('./picture');
    return this._workspace ? pictureOf(this._workspace) : '';
  }

  /**
   * The workspace as MetaKernel keeps it.
   */
  exportXml(): string {
    return exportXml(this.save());
  }

  /**
   * Give the keyboard to the blocks.
   */
  focus(): void {
    if (this._workspace) {
      Blockly.getFocusManager().focusTree(this._workspace);
    }
  }

  /**
   * Remember the blocks as they are, for `isChanged`.
   */
  mark(): void {
    this._marked = this._workspace && JSON.stringify(this.save());
  }

  /**
   * Whether the blocks are others than when they were marked. Blockly tells of
   * an edit a frame later at the earliest, for which a view that closes has no
   * time.
   */
  get isChanged(): boolean {
    return (
      this._workspace !== null &&
      !this._loadFailed &&
      this._marked !== null &&
      JSON.stringify(this.save()) !== this._marked
    );
  }

  override dispose(): void {
    if (this.isDisposed) {
      return;
    }
    addedBlocks.changed.disconnect(this._onBlocksChanged, this);
    this._eject();
    this._ready.promise.catch(() => undefined);
    this._ready.reject(new Error('The editor was disposed'));
    Signal.clearData(this);
    super.dispose();
  }

  protected override onActivateRequest(msg: Message): void {
    super.onActivateRequest(msg);
    this.focus();
  }

  protected override onAfterShow(msg: Message): void {
    super.onAfterShow(msg);
    this.update();
  }

  protected override onAfterAttach(msg: Message): void {
    super.onAfterAttach(msg);
    this.update();
  }

  protected override onResize(msg: Widget.ResizeMessage): void {
    super.onResize(msg);
    this.update();
  }

  protected override onBeforeHide(msg: Message): void {
    // Menus and tooltips lie outside the workspace and would stay behind.
    this._workspace?.hideChaff();
    super.onBeforeHide(msg);
  }

  protected override onBeforeDetach(msg: Message): void {
    this._workspace?.hideChaff();
    super.onBeforeDetach(msg);
  }

  protected override onUpdateRequest(msg: Message): void {
    super.onUpdateRequest(msg);
    if (!this.isVisible || !this.node.clientWidth || !this.node.clientHeight) {
      return;
    }
    if (this._workspace) {
      Blockly.svgResize(this._workspace);
    } else {
      this._inject();
    }
  }

  private _inject(): void {
    const workspace = injectWorkspace(this.node, {
      look: this._look,
      mediaUrl: this._media,
      oneBasedIndex: this._oneBasedIndex,
      readOnly: this._readOnly,
      theme: themeFor(this._themeManager),
      toolbox: this._toolbox,
      trans: this._trans
    });
    this._workspace = workspace;
    this._history.share(workspace);
    setCannot(workspace, this._cannot);
    workspace.addChangeListener(event => this._onEvent(event));
    try {
      this._loadInto(workspace);
      this._ready.resolve();
    } catch (error) {
      this._ready.promise.catch(() => undefined);
      this._ready.reject(error);
    }
  }

  private _eject(): void {
    this._workspace?.hideChaff();
    this._workspace?.dispose();
    this._workspace = null;
    this._loads = 0;
  }

  private _forgetFailure(): void {
    this._failure.clear();
    this._program = null;
  }

  private _loadInto(workspace: Blockly.WorkspaceSvg): void {
    this._forgetFailure();
    // Blockly fires the events of loading later, in order, and says at the end
    // that it has finished. A load that throws never says so: what is done on
    // the canvas then is not the user's work and is never reported as such.
    this._loadFailed = true;
    try {
      this._rest = loadState(this._state(), workspace);
    } catch (error) {
      // Blockly leaves what came before the block that it didn't take: half a
      // program, that nobody wrote.
      workspace.clear();
      workspace.clearUndo();
      throw error;
    }
    this._loadFailed = false;
    this._loads++;
    scrollToStart(workspace);
    cullNow(workspace);
  }

  private _onEvent(event: Blockly.Events.Abstract): void {
    if (event.type === Blockly.Events.FINISHED_LOADING) {
      this._loads = Math.max(0, this._loads - 1);
      return;
    }
    if (event instanceof Blockly.Events.BlockCreate && this._workspace) {
      markCannot(this._workspace, blocksOf(this._workspace, event.ids ?? []));
    }
    if (event instanceof Blockly.Events.Selected) {
      this._onSelected(event.newElementId ?? null);
    }
    const loading = this._loadFailed || this._loads > 0;
    if (loading || event.isUiEvent || event.isNull()) {
      return;
    }
    this._forgetFailure();
    this._edited.emit([event.toJson() as unknown as JSONObject]);
  }

  private _onSelected(id: string | null): void {
    // Blockly ends the selection when the focus goes, which it does to the
    // menu or the palette in which something is chosen to be done with it.
    const focused = Blockly.getFocusManager().getFocusedTree();
    if (id !== null || focused === this._workspace) {
      this._selected = id;
      this._selectionChanged.emit();
    }
  }

  private _onBlocksChanged(_: unknown, change: IBlocksChange): void {
    const workspace = this._workspace;
    if (!workspace || this._loadFailed || !isRedefined(workspace, change)) {
      return;
    }
    const { isChanged, _marked: marked } = this;
    const { scrollX, scrollY } = workspace;
    // In the middle of a drag a block is nowhere yet.
    workspace.cancelCurrentGesture();
    this.closePopups();
    const state = this.save();
    this._state = () => state;
    // What was done is told in the words of the blocks as they were.
    this._history.clear();
    try {
      this._loadInto(workspace);
    } catch (error) {
      this._redrawn.emit(
        error instanceof Error ? error : new Error(String(error))
      );
      return;
    }
    workspace.scroll(scrollX, scrollY);
    if (marked !== null && !isChanged) {
      this.mark();
    }
    this._redrawn.emit(null);
  }

  private _onThemeChanged(): void {
    this._workspace?.setTheme(themeFor(this._themeManager));
  }

  private _workspace: Blockly.WorkspaceSvg | null = null;
  private _state: () => WorkspaceState = () => ({});
  /**
   * What the workspace has no place for.
   */
  private _rest: WorkspaceState = {};
  private _selected: string | null = null;
  private _cannot: Reasons = {};
  private _loadFailed = false;
  /**
   * How many loads there are of which Blockly has not fired the events yet.
   */
  private _loads = 0;
  private _history = new EditHistory();
  private readonly _failure = new FailureMark();
  /**
   * The program of which an error is marked: none once it has been edited.
   */
  private _program: IGeneratedCode | null = null;
  /**
   * How many programs were to be watched.
   */
  private _watches = 0;
  private _look: BlocklyEditor.ILook;
  private _toolbox: Blockly.utils.toolbox.ToolboxDefinition;
  private _readOnly: boolean;
  private _oneBasedIndex: boolean;
  private _media: string;
  private _themeManager: IThemes | null = null;
  private _trans: TranslationBundle;
  private _ready = new PromiseDelegate<void>();
  private _edited = new Signal<this, readonly JSONObject[]>(this);
  private _redrawn = new Signal<this, Error | null>(this);
  private _marked: string | null = null;
  private _selectionChanged = new Signal<this, void>(this);
}

function blocksOf(
  workspace: Blockly.WorkspaceSvg,
  ids: readonly string[]
): Blockly.BlockSvg[] {
  return ids
    .map(id => workspace.getBlockById(id))
    .filter((block): block is Blockly.BlockSvg => block !== null);
}

export namespace BlocklyEditor {
  export interface IFailure extends IErrorReport {
    /**
     * What went wrong in a line, which the sign of the block says.
     */
    readonly message: string;
  }

  export interface ILook {
    /**
     * One of Blockly's renderers.
     */
    renderer: 'zelos' | 'thrasos' | 'geras';
    grid: boolean;
    snap: boolean;
  }

  export interface IOptions {
    /**
     * Where Blockly's sprites and cursors lie, ending in a slash.
     */
    mediaUrl: string;
    toolbox: Blockly.utils.toolbox.ToolboxDefinition;
    look?: Partial<ILook>;
    readOnly?: boolean;
    oneBasedIndex?: boolean;
    /**
     * Followed when given; else the blocks are light.
     */
    themeManager?: IThemes | null;
    translator?: ITranslator;
  }

  export const defaultLook: ILook = {
    renderer: 'zelos',
    grid: true,
    snap: false
  };
}
