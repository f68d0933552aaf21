import { Notification } from '@jupyterlab/apputils';
import { PathExt } from '@jupyterlab/coreutils';
import type { TranslationBundle } from '@jupyterlab/translation';

import { explainFileError } from '../notebook';

/**
 * Says why a file was not saved; the last reason takes the place of others.
 */
export class FileNotice {
  constructor(
    path: string,
    private readonly _trans: TranslationBundle
  ) {
    this._name = PathExt.basename(path);
  }

  failed(error: unknown): void {
    this._warn(
      this._trans.__(
        '“%1” could not be saved: %2',
        this._name,
        explainFileError(error, this._trans)
      )
    );
  }

  /**
   * Ask which blocks are to be kept in a file that another has changed.
   */
  changed(keep: () => void, take: () => void): void {
    this._warn(
      this._trans.__(
        '“%1” was not saved: another has changed the file.',
        this._name
      ),
      [
        { label: this._trans.__('Keep These Blocks'), callback: keep },
        { label: this._trans.__('Take the File’s'), callback: take }
      ]
    );
  }

  dismiss(): void {
    Notification.dismiss(this._shown);
  }

  private _warn(text: string, actions: Notification.IAction[] = []): void {
    this.dismiss();
    this._shown = Notification.warning(text, { actions, autoClose: false });
  }

  private readonly _name: string;
  private _shown = '';
}
