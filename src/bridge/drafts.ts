import type { IFramePlace, ISavedDocument } from '../notebook';
import type { CellKey } from './perCell';
import type { WorkspaceSaver } from './saver';

/**
 * Blocks that were edited and are not on disk.
 */
export interface IDraft extends CellKey {
  /**
   * Of the workspace's file, from its notebook's folder.
   */
  readonly filename: string;
  /**
   * Of the workspace's file, from the server's root, when they were edited.
   */
  readonly path: string;
  /**
   * All blocks of the workspace.
   */
  readonly xml: string;
  /**
   * What they were edited in, by which `WorkspaceSaver` knows with what they
   * were begun.
   */
  holder: object;
  /**
   * What has shown them.
   */
  cell: IFramePlace['cell'];
  cellId: string;
  /**
   * The notebook; null for a console.
   */
  readonly context: ISavedDocument | null;
  /**
   * Save them.
   */
  readonly save: () => void;
  /**
   * Say that they are shown by another frame now, which begins with them.
   */
  readonly goOn: (frame: HTMLIFrameElement, place: IFramePlace) => void;
}

/**
 * Keeps the drafts of workspaces, one for each cell that shows one in a view of a
 * notebook. They are a part of the notebook to its user: they make it dirty, are saved when it is,
 * and go when it is closed without.
 */
export class Drafts {
  constructor(private readonly _saver: Pick<WorkspaceSaver, 'isSaved'>) {}

  /**
   * The draft of what a cell shows. A cell that was cut and pasted may have
   * another id: it goes on with what one that is gone has left.
   */
  get(filename: string, { cellId, view }: CellKey): IDraft | undefined {
    const drafts = this._drafts.filter(
      draft => draft.filename === filename && draft.view === view
    );
    return (
      drafts.find(draft => draft.cellId === cellId) ??
      drafts.find(draft => draft.cell.isDisposed)
    );
  }

  /**
   * Keep a draft in the place of an older one.
   *
   * @returns whether it is kept; false if it is what was saved last, as after
   * an edit that was undone, and if its notebook is closed
   */
  keep(draft: IDraft): boolean {
    const { context, filename, path, xml } = draft;
    const older = this.get(filename, draft);
    if (context?.isDisposed || this._saver.isSaved(path, xml)) {
      this.forget(older);
      return false;
    }
    this._drafts = [...this._drafts.filter(other => other !== older), draft];
    if (context) {
      if (!context.model.dirty && context.model.contentChanged) {
        this._waiting.add(context);
      }
      context.model.dirty = true;
      this._follow(context);
    }
    return true;
  }

  /**
   * Forget a draft that is on disk, unless there is a newer one by now. If its
   * notebook was dirty for that alone, it is so no more.
   */
  forget(draft: IDraft | undefined): void {
    this._drafts = this._drafts.filter(other => other !== draft);
    const context = draft?.context;
    if (
      context &&
      this._of(context).length === 0 &&
      this._waiting.delete(context)
    ) {
      context.model.dirty = false;
    }
  }

  /**
   * Say that a draft could not be saved: its notebook stays dirty, so that
   * nobody closes it without being asked.
   */
  refuse(draft: IDraft): void {
    if (this._drafts.includes(draft) && draft.context) {
      draft.context.model.dirty = true;
    }
  }

  private _follow(context: ISavedDocument): void {
    if (this._followed.has(context)) {
      return;
    }
    this._followed.add(context);
    context.saveState.connect((_, state) => {
      if (state === 'started') {
        for (const draft of this._of(context)) {
          draft.save();
        }
      } else if (this._of(context).length > 0) {
        // The notebook calls itself clean as soon as its own file is saved; a
        // copy that is saved leaves it as it was.
        const isSaved = state === 'completed' && !context.model.dirty;
        context.model.dirty = true;
        if (isSaved && context.model.contentChanged) {
          this._waiting.add(context);
        }
      }
    });
    context.model.contentChanged?.connect(() => {
      this._waiting.delete(context);
    });
    context.disposed.connect(() => {
      this._waiting.delete(context);
      this._of(context).forEach(draft => this.forget(draft));
    });
  }

  private _of(context: ISavedDocument): readonly IDraft[] {
    return this._drafts.filter(draft => draft.context === context);
  }

  private _drafts: readonly IDraft[] = [];
  /**
   * Notebooks that were clean, and have changed in nothing but drafts since.
   */
  private readonly _waiting = new WeakSet<ISavedDocument>();
  private readonly _followed = new WeakSet<ISavedDocument>();
}
