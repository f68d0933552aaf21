import type { DocumentRegistry } from '@jupyterlab/docregistry';

import type { WorkspaceSaver } from './saver';

/**
 * Blocks that were edited and are not on disk.
 */
export interface IDraft {
  /**
   * All blocks of the workspace.
   */
  readonly xml: string;
  /**
   * What was on disk when they were begun; null if nothing is known of that.
   */
  readonly base: string | null;
  /**
   * The notebook in which they were edited; null for a console.
   */
  readonly context: DocumentRegistry.Context | null;
  /**
   * Save them.
   */
  readonly save: () => void;
}

/**
 * Keeps the drafts of workspaces, by the paths of their files. They are a part
 * of the notebook to its user: they make it dirty, are saved when it is, and
 * go when it is closed without.
 */
export class Drafts {
  constructor(private readonly _saver: Pick<WorkspaceSaver, 'isLast'>) {}

  get(path: string): IDraft | undefined {
    return this._drafts.get(path);
  }

  /**
   * Keep a draft in the place of an older one.
   *
   * @returns whether it is kept; false if it is what was saved last, as after
   * an edit that was undone, and if its notebook is closed
   */
  keep(path: string, draft: IDraft): boolean {
    const { context, xml } = draft;
    if (context?.isDisposed || this._saver.isLast(path, xml)) {
      this._drafts.delete(path);
      return false;
    }
    this._drafts.set(path, draft);
    if (context) {
      context.model.dirty = true;
      this._follow(context);
    }
    return true;
  }

  /**
   * Forget a draft that is on disk, unless there is a newer one by now.
   */
  forget(path: string, draft: IDraft | undefined): void {
    if (this._drafts.get(path) === draft) {
      this._drafts.delete(path);
    }
  }

  private _follow(context: DocumentRegistry.Context): void {
    if (this._followed.has(context)) {
      return;
    }
    this._followed.add(context);
    context.saveState.connect((_, state) => {
      if (state === 'started') {
        for (const draft of this._of(context).values()) {
          draft.save();
        }
      }
    });
    context.disposed.connect(() => {
      for (const path of this._of(context).keys()) {
        this._drafts.delete(path);
      }
    });
  }

  private _of(context: DocumentRegistry.Context): Map<string, IDraft> {
    return new Map(
      [...this._drafts].filter(([, draft]) => draft.context === context)
    );
  }

  private readonly _drafts = new Map<string, IDraft>();
  private readonly _followed = new WeakSet<DocumentRegistry.Context>();
}
