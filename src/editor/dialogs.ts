import {
  Dialog,
  InputDialog,
  Notification,
  showDialog
} from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import * as Blockly from 'blockly/core';

/**
 * Hints that Blockly shows over the blocks and that a JupyterLab user has no
 * need of: the menu names the same keys.
 */
const HINTS = /hint$/i;

/**
 * Put JupyterLab's dialogs in place of Blockly's, once for all workspaces.
 *
 * The browser's own `prompt()` is blocked in sandboxed frames, and Blockly's
 * `<dialog>` knows no theme.
 */
export function useLabDialogs(trans: TranslationBundle): void {
  Blockly.dialog.setAlert((message, callback) => {
    void keepingFocus(
      showDialog({ body: message, buttons: [Dialog.okButton()] })
    ).then(() => callback?.());
  });
  Blockly.dialog.setConfirm((message, callback) => {
    void keepingFocus(
      showDialog({
        body: message,
        buttons: [Dialog.cancelButton(), Dialog.okButton()]
      })
    ).then(result => callback(result.button.accept));
  });
  Blockly.dialog.setPrompt((message, defaultValue, callback) => {
    void keepingFocus(
      InputDialog.getText({
        title: message,
        text: defaultValue,
        okLabel: trans.__('OK')
      })
    ).then(result => callback(result.button.accept ? result.value : null));
  });
  Blockly.dialog.setToast((_workspace, { id, message }) => {
    if (!HINTS.test(id ?? '')) {
      Notification.info(message, { autoClose: 5000 });
    }
  });
}

/**
 * Lend the keyboard to a dialog, and give it back to what had it, in a flyout
 * that stays open for as long.
 */
async function keepingFocus<T>(dialog: Promise<T>): Promise<T> {
  const focus = Blockly.getFocusManager();
  if (focus.ephemeralFocusTaken()) {
    return dialog;
  }
  // Given to nothing that is on the page: the dialog takes it by itself.
  const giveBack = focus.takeEphemeralFocus(document.createElement('div'));
  try {
    return await dialog;
  } finally {
    giveBack();
  }
}
