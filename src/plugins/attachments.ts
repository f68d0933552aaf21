/**
 * How long a word counts, in milliseconds: a tab that hasn't opened by then,
 * as when the browser blocked it, is not the one it was left for.
 */
const FRESH = 60_000;

/**
 * Leave word for a panel that opens in another tab of the browser: the
 * notebook in whose session it is to work.
 *
 * @param server - the base URL of the server: those of a hub share one storage
 *   of the browser
 * @param path - of the panel's document
 */
export function leaveAttachment(
  server: string,
  path: string,
  notebook: string
): void {
  const word: IWord = { notebook, time: Date.now() };
  window.localStorage.setItem(keyOf(server, path), JSON.stringify(word));
}

/**
 * Take the word that was left for a panel, once.
 */
export function takeAttachment(server: string, path: string): string | null {
  const key = keyOf(server, path);
  const text = window.localStorage.getItem(key);
  if (text === null) {
    return null;
  }
  window.localStorage.removeItem(key);
  try {
    const { notebook, time } = JSON.parse(text) as Partial<IWord>;
    return typeof notebook === 'string' && Date.now() - Number(time) < FRESH
      ? notebook
      : null;
  } catch {
    return null;
  }
}

interface IWord {
  notebook: string;
  /**
   * When it was left, in milliseconds.
   */
  time: number;
}

function keyOf(server: string, path: string): string {
  return `jupyterlab-jigsaw:attach:${server}:${path}`;
}
