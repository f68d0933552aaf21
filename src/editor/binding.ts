import type { JSONObject } from '@lumino/coreutils';
import type { IDisposable } from '@lumino/disposable';
import { DisposableDelegate } from '@lumino/disposable';
import type { ISignal } from '@lumino/signaling';
import { Signal } from '@lumino/signaling';

import type {
  IWorkspaceEdit,
  IWorkspaceSource,
  JigsawModel,
  WorkspaceState
} from '../document';
import type { BlocklyEditor } from './editor';
import { EditHistory } from './history';

/**
 * Keeps a model and a view of it in step, both ways.
 */
export class WorkspaceBinding implements IDisposable, IWorkspaceSource {
  /**
   * @param options.isBrief - the view may close at once after an edit; what it
   *   was not told of then is looked for, which costs time with every save
   */
  constructor(
    model: JigsawModel,
    editor: BlocklyEditor,
    options: { isBrief?: boolean } = {}
  ) {
    this._model = model;
    this._editor = editor;
    this._isBrief = options.isBrief ?? false;
    bindings.add(this);
    editor.history = historyOf(model);
    editor.edited.connect(this._onEditorEdited, this);
    editor.redrawn.connect(this._onRedrawn, this);
    model.workspaceReplaced.connect(this._onReplaced, this);
    model.workspaceEdited.connect(this._onModelEdited, this);
    this._reload();
    editor.ready.then(() => this._mark()).catch(error => this._fail(error));
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  get model(): JigsawModel {
    return this._model;
  }

  get editor(): BlocklyEditor {
    return this._editor;
  }

  /**
   * Emitted when what the view shows has changed, whoever did it.
   */
  get changed(): ISignal<this, void> {
    return this._changed;
  }

  /**
   * Emitted when Blockly could not show the workspace. The file stays as it
   * is, since a view that failed never reports an edit.
   */
  get failed(): ISignal<this, Error> {
    return this._failed;
  }

  save(): WorkspaceState {
    this._mark();
    return this._editor.save();
  }

  dispose(): void {
    if (this._isDisposed) {
      return;
    }
    this._isDisposed = true;
    bindings.delete(this);
    this._editor.edited.disconnect(this._onEditorEdited, this);
    this._editor.redrawn.disconnect(this._onRedrawn, this);
    this._model.workspaceReplaced.disconnect(this._onReplaced, this);
    this._model.workspaceEdited.disconnect(this._onModelEdited, this);
    this._model.release(this);
    if (this._isBrief && this._editor.isChanged) {
      this._model.replaceWorkspace(this._editor.save());
    }
    Signal.clearData(this);
  }

  private _onEditorEdited(
    _: BlocklyEditor,
    events: readonly JSONObject[]
  ): void {
    this._model.edited(this, events);
    this._changed.emit();
  }

  private _onModelEdited(_: JigsawModel, edit: IWorkspaceEdit): void {
    if (edit.source === this) {
      return;
    }
    if (this._editor.workspace && this._editor.apply(edit.events)) {
      this._mark();
      this._changed.emit();
    } else {
      this._reload();
    }
  }

  private _onReplaced(): void {
    this._editor.history.clear();
    this._reload();
  }

  private _reload(): void {
    if (this._model.problem) {
      return;
    }
    try {
      this._editor.load(() => this._model.content.workspace);
      this._mark();
      this._changed.emit();
    } catch (error) {
      this._fail(error);
    }
  }

  private _onRedrawn(_: BlocklyEditor, error: Error | null): void {
    if (error) {
      this._fail(error);
    } else {
      this._changed.emit();
    }
  }

  private _mark(): void {
    if (this._isBrief) {
      this._editor.mark();
    }
  }

  private _fail(error: unknown): void {
    if (!this._isDisposed) {
      this._failed.emit(
        error instanceof Error ? error : new Error(String(error))
      );
    }
  }

  private _model: JigsawModel;
  private _editor: BlocklyEditor;
  private readonly _isBrief: boolean;
  private _isDisposed = false;
  private _changed = new Signal<this, void>(this);
  private _failed = new Signal<this, Error>(this);
}

const histories = new WeakMap<JigsawModel, EditHistory>();

/**
 * Those that there are, for changes of what they share.
 */
const bindings = new Set<WorkspaceBinding>();

function historyOf(model: JigsawModel): EditHistory {
  let history = histories.get(model);
  if (!history) {
    histories.set(model, (history = new EditHistory()));
  }
  return history;
}

/**
 * Have two models that are kept in step share what can be undone, from the
 * first's on.
 *
 * @returns what gives the second one of its own again
 */
export function shareHistory(
  first: JigsawModel,
  second: JigsawModel
): IDisposable {
  const use = (history: EditHistory) => {
    histories.set(second, history);
    for (const { editor, model } of bindings) {
      if (model === second) {
        editor.history = history;
      }
    }
  };
  use(historyOf(first));
  return new DisposableDelegate(() => use(new EditHistory()));
}
