import type { ILoggerRegistry } from '@jupyterlab/logconsole';
import type { TranslationBundle } from '@jupyterlab/translation';

import type { RefusalReason } from '../protocol';
import type { INotifications } from './tokens';

/**
 * How often refused messages are written down, in milliseconds.
 */
const INTERVAL = 1_000;

/**
 * Tells of messages that were refused: each in JupyterLab's log console, or the
 * browser's where there is none, where those of a second and a reason share an
 * entry, and once to the user.
 */
export class Refusals {
  constructor(private readonly _options: Refusals.IOptions) {}

  /**
   * @param path - of the document in whose log it is to be, or null
   */
  note(reason: RefusalReason, path: string | null): void {
    const key = JSON.stringify([path, reason]);
    this._counts.set(key, (this._counts.get(key) ?? 0) + 1);
    this._timer ??= setTimeout(() => this._write(), INTERVAL);
    if (!this._isSaid && reason !== 'too-early') {
      this._isSaid = true;
      const { loggers, notifications, trans } = this._options;
      const sentence = explainRefusal(reason, trans);
      notifications.info(
        loggers
          ? trans.__(
              'A frame asked to run code, and Jigsaw refused: %1. More is in the log console.',
              sentence
            )
          : trans.__(
              'A frame asked to run code, and Jigsaw refused: %1. More is in the browser’s console.',
              sentence
            ),
        { autoClose: 8_000 }
      );
    }
  }

  private _write(): void {
    this._timer = undefined;
    const { loggers, trans } = this._options;
    for (const [key, count] of this._counts) {
      const [path, reason] = JSON.parse(key) as [string | null, RefusalReason];
      const sentence = explainRefusal(reason, trans);
      const data =
        count === 1
          ? trans.__('Jigsaw refused a message of a frame: %1.', sentence)
          : trans.__(
              'Jigsaw refused %1 messages of frames: %2.',
              count,
              sentence
            );
      if (loggers) {
        const logger = loggers.getLogger(path ?? '');
        logger.log({ type: 'text', level: 'warning', data });
      } else {
        console.warn(data);
      }
    }
    this._counts.clear();
  }

  private readonly _counts = new Map<string, number>();
  private _timer: ReturnType<typeof setTimeout> | undefined;
  private _isSaid = false;
}

export namespace Refusals {
  export interface IOptions {
    loggers: ILoggerRegistry | null;
    notifications: INotifications;
    trans: TranslationBundle;
  }
}

/**
 * Why a message was refused, as the end of a sentence.
 */
export function explainRefusal(
  reason: RefusalReason,
  trans: TranslationBundle
): string {
  switch (reason) {
    case 'not-a-frame':
      return trans.__('it came from another window');
    case 'nested':
      return trans.__(
        'the frame is in a page that is shown here, and no notebook has it; open the notebook, or the frame’s own page'
      );
    case 'unknown-place':
      return trans.__('the frame is not in the output of a code cell');
    case 'untrusted':
      return trans.__('the notebook is not trusted');
    case 'no-magic':
      return trans.__(
        'its cell has no %jigsaw for the workspace; write it there and run the cell again'
      );
    case 'untouched':
      return trans.__('nobody has clicked in the frame yet');
    case 'foreign-page':
      return trans.__('the frame shows no file of this server');
    case 'too-early':
      return trans.__('the page was still being made ready; try again');
    case 'foreign-origin':
      return trans.__('the frame is of another site');
    case 'wrong-file':
      return trans.__(
        'its page is of another folder; after moving a notebook, restart the kernel and run the cell again'
      );
    case 'too-many':
      return trans.__('the frame sends too much');
    case 'replayed':
      return trans.__('it was sent before');
    case 'too-large':
      return trans.__('it is too large');
    case 'bad-filename':
      return trans.__('the name of its workspace leads elsewhere');
    case 'not-an-object':
    case 'unknown-version':
    case 'unknown-action':
    case 'bad-code':
    case 'bad-xml':
    case 'bad-id':
      return trans.__('it can’t be understood (%1)', reason);
  }
}
