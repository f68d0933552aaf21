import { Notification } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';

/**
 * The blocks of a cell that are not those of the file that it names.
 */
export interface IDoubtful {
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
export class WhichBlocks {
  /**
   * @param key - what tells the question from others
   * @param text - the question
   */
  static ask(
    cell: IDoubtful,
    key: string,
    text: string,
    trans: TranslationBundle
  ): WhichBlocks {
    let question = questions.get(key);
    if (!question) {
      question = new WhichBlocks(key, text, trans);
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
    const action = (label: string, act: (cell: IDoubtful) => void) => ({
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
  drop(cell: IDoubtful): void {
    this._cells.delete(cell);
    if (this._cells.size === 0) {
      this._end();
    }
  }

  private _answer(act: (cell: IDoubtful) => void): void {
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

  private readonly _cells = new Set<IDoubtful>();
  private readonly _notification: string;
}

const questions = new Map<string, WhichBlocks>();
