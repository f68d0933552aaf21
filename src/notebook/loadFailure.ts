import type { TranslationBundle } from '@jupyterlab/translation';
import { Widget } from '@lumino/widgets';

/**
 * Says that the code of blocks could not be loaded, and has a button that tries
 * again; it goes with it.
 */
export function loadFailure(
  error: unknown,
  trans: TranslationBundle,
  retry: () => void
): Widget {
  console.error(error);
  const message = new Widget();
  message.addClass('jp-Jigsaw-problem');
  const text = document.createElement('p');
  text.textContent = trans.__(
    'The blocks could not be loaded. Check the connection, then try again.'
  );
  const button = document.createElement('button');
  button.className = 'jp-mod-styled jp-mod-reject';
  button.textContent = trans.__('Try Again');
  button.addEventListener('click', () => {
    message.dispose();
    retry();
  });
  message.node.append(text, button);
  return message;
}
