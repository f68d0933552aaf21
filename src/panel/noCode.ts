import type { TranslationBundle } from '@jupyterlab/translation';

import type { BlocklyEditor } from '../editor';
import { CannotError, GenerationError } from '../languages/error';
import type { INotice } from './notices';

/**
 * What to tell the user when there is no code.
 *
 * @param retry - called to make it once more
 */
export function noCodeNotice(
  error: Error,
  editor: BlocklyEditor,
  trans: TranslationBundle,
  retry: () => void
): INotice {
  const text = trans.__('There is no code of these blocks: %1', error.message);
  if (error instanceof CannotError) {
    const { id } = error.block;
    return {
      severity: 'error',
      text,
      actions: [
        { label: trans.__('Show Block'), execute: () => editor.select(id) }
      ]
    };
  }
  // Of the same blocks there comes the same error, but for a part of us that
  // did not arrive.
  const actions =
    error instanceof GenerationError
      ? []
      : [{ label: trans.__('Try Again'), execute: retry }];
  return { severity: 'error', text, actions };
}
