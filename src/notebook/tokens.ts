import type { ISessionContext } from '@jupyterlab/apputils';
import type { CodeCell } from '@jupyterlab/cells';
import type { DocumentRegistry } from '@jupyterlab/docregistry';
import type { OutputArea } from '@jupyterlab/outputarea';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { IDisposable } from '@lumino/disposable';
import type { ISignal } from '@lumino/signaling';
import type { Widget } from '@lumino/widgets';

import type { IInputRequest, IKernelExecutor, IRun } from '../kernel';
import type { RunWriter } from './runWriter';

/**
 * Where something stands that is shown, if we look there.
 */
export interface IPlace {
  /**
   * The path of the document, from the server's root: where it is now, also
   * when it was moved since.
   */
  readonly path: string;
  /**
   * Whether the user trusts what the place shows.
   */
  readonly isTrusted: boolean;
  /**
   * The code of the cell that has put it out, as it is now; empty where no cell
   * has.
   */
  readonly source: string;
  /**
   * The path of the page that is shown, where the document itself is that page:
   * no cell asks for it, but the user has opened it.
   */
  readonly page?: string;
}

/**
 * A place in which frames are heard, of whichever front end.
 */
export interface IFramePlace extends IPlace {
  /**
   * What shows the frame, and goes with it.
   */
  readonly cell: ILifetime;
  /**
   * What edits belong to until they are saved: the view of a notebook.
   */
  readonly view: object;
  /**
   * The id of the cell, which it keeps when it is moved; empty where there is
   * none.
   */
  readonly cellId: string;
  /**
   * The document that is saved with them; null for none.
   */
  readonly context: ISavedDocument | null;
  /**
   * What is said of the kernel that is there.
   */
  readonly session: IPlaceSession;
  /**
   * The widget in which blocks can be shown in the place of the frame; null for
   * none.
   */
  readonly area: Widget | null;
  /**
   * Put a line of text to the frame, where an element behind it is not seen.
   */
  readonly addSign?: (sign: HTMLElement) => void;
  /**
   * Give the keyboard to the document, at this place.
   */
  readonly focus: () => void;
  /**
   * Have what is shown drawn anew; null where that would show the same.
   */
  readonly redraw: ((frame: HTMLIFrameElement) => void) | null;
  /**
   * Put code where the user would write it next; null where there is no such
   * place.
   */
  readonly insert: ((code: string) => void) | null;
  /**
   * The runs of what is shown there, whose outputs come below it.
   */
  runs(trans: TranslationBundle): IPlaceRuns;
  /**
   * What runs code there. It may have no kernel, as when the user was asked for
   * one and gave none.
   */
  executor(): IKernelExecutor | Promise<IKernelExecutor>;
}

/**
 * What others may outlive.
 */
export interface ILifetime {
  readonly isDisposed: boolean;
  readonly disposed: ISignal<unknown, unknown>;
}

/**
 * What is said of the kernel of a place: a part of `ISessionContext`.
 */
export interface IPlaceSession extends ILifetime {
  readonly hasNoKernel: boolean;
  readonly kernelDisplayName: string;
  readonly kernelChanged: ISignal<unknown, unknown>;
  readonly statusChanged: ISignal<unknown, unknown>;
}

/**
 * A document that edits are saved with: a part of a document's context.
 */
export interface ISavedDocument extends ILifetime {
  readonly model: {
    dirty: boolean;
    /**
     * Emitted with each change of what is saved in the document; none where
     * nobody tells of it.
     */
    readonly contentChanged?: ISignal<unknown, void>;
  };
  readonly saveState: ISignal<unknown, DocumentRegistry.SaveState>;
}

/**
 * The runs of what a place shows; see `CellRuns`.
 */
export interface IPlaceRuns {
  /**
   * Those that go on, wherever they were started.
   */
  pending(): readonly IRun[];
  execute(code: string, executor: IKernelExecutor): IRun;
  clear(): void;
  say(text: string): void;
  show(code: string, language: string | null): void;
}

/**
 * What has outputs to which those of runs are added: a code cell, of whichever
 * front end.
 */
export interface IRunHost extends ILifetime {
  /**
   * Whether it goes because something is undone, and may come back as it was,
   * where that can be.
   */
  readonly isUndone?: boolean;
  /**
   * All of its outputs, now.
   */
  outputs(): IOutputList;
  /**
   * Show whether code is being run.
   */
  setRunning(isRunning: boolean): void;
  /**
   * Have the user answer a question of the kernel.
   *
   * @returns the question, which goes when it is disposed
   */
  ask(request: IInputRequest): IDisposable;
}

/**
 * The outputs of a cell, of whichever front end. A text that is added behind
 * one of the same stream becomes a part of that.
 */
export interface IOutputList extends Pick<
  RunWriter.IModel,
  'add' | 'get' | 'length' | 'set'
> {
  /**
   * Whether they have gone, where they may go before what shows them.
   */
  readonly isDisposed?: boolean;
  /**
   * Take away those from one place up to before another.
   */
  splice(start: number, end: number): void;
}

/**
 * The output of a code cell, in a notebook or a console.
 */
export interface ICellPlace extends IFramePlace {
  /**
   * The cell that has put it out; it may be shown elsewhere, too.
   */
  readonly cell: CodeCell;
  /**
   * The output area in which it stands: the cell's, or a view of it.
   */
  readonly area: OutputArea;
  /**
   * The view of a notebook, or the console, that the cell is drawn in.
   */
  readonly view: Widget;
  /**
   * The cell's notebook; null in a console.
   */
  readonly context: DocumentRegistry.Context | null;
  /**
   * The session of the cell's notebook or console.
   */
  readonly session: ISessionContext;
  readonly insert: (code: string) => void;
}

/**
 * Finds the places of one kind.
 */
export type FindPlace<P extends IPlace> = (element: Element) => P | null;
