const PREFIX = 'jupyterlab-jigsaw:attach:';

/**
 * Leave word for a panel that opens in another tab of the browser: the
 * notebook in whose session it is to work.
 *
 * @param path - of the panel's document
 */
export function leaveAttachment(path: string, notebook: string): void {
  window.localStorage.setItem(PREFIX + path, notebook);
}

/**
 * Take the word that was left for a panel, once.
 */
export function takeAttachment(path: string): string | null {
  const notebook = window.localStorage.getItem(PREFIX + path);
  if (notebook !== null) {
    window.localStorage.removeItem(PREFIX + path);
  }
  return notebook;
}
