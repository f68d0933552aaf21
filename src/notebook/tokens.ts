import type { ISessionContext } from '@jupyterlab/apputils';
import type { CodeCell } from '@jupyterlab/cells';
import type { DocumentRegistry } from '@jupyterlab/docregistry';
import type { OutputArea } from '@jupyterlab/outputarea';
import type { Widget } from '@lumino/widgets';

/**
 * Where something stands that is shown, if we look there.
 */
export interface IPlace {
  /**
   * The path of the document, from the server's root.
   */
  readonly path: string;
  /**
   * Whether the user trusts what the place shows.
   */
  readonly isTrusted: boolean;
  /**
   * The code of the cell that has put it out, as it is now.
   */
  readonly source: string;
}

/**
 * The output of a code cell, in a notebook or a console.
 */
export interface ICellPlace extends IPlace {
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
  /**
   * Give the keyboard to the notebook, at this cell.
   */
  readonly focus: () => void;
  /**
   * Put code where the user would write it next.
   */
  insert(code: string): void;
}

/**
 * Finds the places of one kind.
 */
export type FindPlace<P extends IPlace> = (element: Element) => P | null;
