import * as utils from '@jupyterlab/testutils';

/**
 * How long to wait for a dialog, in milliseconds. JupyterLab's own quarter of
 * a second is too short for a machine that has other things to do.
 */
const PATIENCE = 5_000;

/**
 * Wait until a dialog is there.
 *
 * @throws when none comes
 */
export function waitForDialog(): Promise<void> {
  return utils.waitForDialog(document.body, PATIENCE);
}

/**
 * Press the button of the next dialog that is pressed by Enter.
 *
 * @throws when none comes
 */
export function acceptDialog(): Promise<void> {
  return utils.acceptDialog(document.body, PATIENCE);
}

/**
 * Send the next dialog away.
 *
 * @throws when none comes
 */
export function dismissDialog(): Promise<void> {
  return utils.dismissDialog(document.body, PATIENCE);
}
