import { Dialog, InputDialog, showDialog } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';

import { FILE_EXTENSION } from '../document/fileType';

/**
 * What a server takes as a name, for the browser to check: a slash would be a
 * folder, and what begins with a dot is hidden.
 */
const NAME = '\\s*[^\\/\\\\:.\\s][^\\/\\\\:]*';

/**
 * Ask for another name of a workspace.
 *
 * @returns the name, or null when the user gave up or left it as it is
 */
export async function askName(
  name: string,
  trans: TranslationBundle
): Promise<string | null> {
  const stem = name.slice(0, -FILE_EXTENSION.length);
  const { button, value } = await InputDialog.getText({
    title: trans.__('Rename “%1”', name),
    label: trans.__('New name'),
    text: stem,
    selectionRange: stem.length,
    suffix: FILE_EXTENSION,
    pattern: NAME,
    required: true,
    okLabel: trans.__('Rename')
  });
  const typed = (value ?? '').trim();
  const chosen = typed.endsWith(FILE_EXTENSION)
    ? typed
    : typed + FILE_EXTENSION;
  return button.accept && typed && chosen !== name ? chosen : null;
}

/**
 * Ask before a workspace is deleted; Enter alone does not do it.
 *
 * @param isRunning - whether a session of it runs
 */
export async function confirmDelete(
  name: string,
  isRunning: boolean,
  trans: TranslationBundle
): Promise<boolean> {
  const { button } = await showDialog({
    title: trans.__('Delete “%1”?', name),
    body: isRunning
      ? trans.__(
          'It is deleted from the server, and its kernel is shut down. This can’t be undone.'
        )
      : trans.__('It is deleted from the server. This can’t be undone.'),
    buttons: [
      Dialog.cancelButton({ label: trans.__('Cancel') }),
      Dialog.warnButton({ label: trans.__('Delete') })
    ],
    defaultButton: 0
  });
  return button.accept;
}

/**
 * Ask for the name of a new folder.
 *
 * @returns the name, or null when the user gave up
 */
export async function askFolderName(
  trans: TranslationBundle
): Promise<string | null> {
  const text = trans.__('Untitled Folder');
  const { button, value } = await InputDialog.getText({
    title: trans.__('New Folder'),
    label: trans.__('Name'),
    text,
    selectionRange: text.length,
    pattern: NAME,
    required: true,
    okLabel: trans.__('Create')
  });
  return (button.accept && value?.trim()) || null;
}

/**
 * Ask before a workspace is put in the place of another; Enter alone does not do it.
 */
export async function confirmReplace(
  name: string,
  trans: TranslationBundle
): Promise<boolean> {
  const { button } = await showDialog({
    title: trans.__('Replace “%1”?', name),
    body: trans.__(
      'There is something of that name already. What it holds is lost.'
    ),
    buttons: [
      Dialog.cancelButton({ label: trans.__('Keep It') }),
      Dialog.warnButton({ label: trans.__('Replace') })
    ],
    defaultButton: 0
  });
  return button.accept;
}
