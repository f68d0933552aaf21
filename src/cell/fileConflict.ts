import { Notification } from '@jupyterlab/apputils';
import { PathExt } from '@jupyterlab/coreutils';
import type { TranslationBundle } from '@jupyterlab/translation';

import type { IDocumentText } from './bundleText';
import { fingerprint } from './fileText';

/**
 * The blocks of a cell that are not those of the file that it names.
 */
export interface IConflictingBlocks {
  /**
   * Show these in the file, too.
   */
  keepMine(): void;
  takeFile(): void;
}

/**
 * Asks which blocks are to be kept, those of cells or those of a file: once,
 * for all cells that have the same.
 */
export class FileConflict {
  /**
   * @param path - of the file
   * @param own - the blocks of the cell
   * @param theirs - the fingerprint of those of the file
   */
  static ask(
    cell: IConflictingBlocks,
    path: string,
    own: IDocumentText,
    theirs: string,
    trans: TranslationBundle
  ): FileConflict {
    const key = [path, theirs, fingerprint(own.text, trans)].join();
    let question = questions.get(key);
    if (!question) {
      const text = trans.__(
        'The blocks of a cell are not those of its file “%1”, which another has written.',
        PathExt.basename(path)
      );
      question = new FileConflict(key, text, trans);
      questions.set(key, question);
    }
    question._cells.add(cell);
    return question;
  }

  private constructor(
    private readonly _key: string,
    text: string,
    trans: TranslationBundle
  ) {
    const action = (
      label: string,
      act: (cell: IConflictingBlocks) => void
    ) => ({
      label,
      callback: () => this._answer(act)
    });
    this._notification = Notification.warning(text, {
      actions: [
        action(trans.__('Keep These Blocks'), cell => cell.keepMine()),
        action(trans.__('Take the File’s'), cell => cell.takeFile())
      ],
      autoClose: false
    });
  }

  /**
   * Say that a cell is there no more; nobody is asked about none.
   */
  drop(cell: IConflictingBlocks): void {
    this._cells.delete(cell);
    if (this._cells.size === 0) {
      this._end();
    }
  }

  private _answer(act: (cell: IConflictingBlocks) => void): void {
    const cells = [...this._cells];
    this._end();
    cells.forEach(act);
  }

  private _end(): void {
    this._cells.clear();
    if (questions.get(this._key) === this) {
      questions.delete(this._key);
    }
    Notification.dismiss(this._notification);
  }

  private readonly _cells = new Set<IConflictingBlocks>();
  private readonly _notification: string;
}

const questions = new Map<string, FileConflict>();
