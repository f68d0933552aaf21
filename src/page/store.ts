import type { ReadonlyPartialJSONValue } from '@lumino/coreutils';

/**
 * What the page remembers from one visit to the next, in the browser.
 *
 * JupyterLab's state database is a part of its application.
 */
export const store = {
  fetch: (id: string): Promise<ReadonlyPartialJSONValue | undefined> =>
    attempt(() => {
      const text = localStorage.getItem(id);
      return text === null
        ? undefined
        : (JSON.parse(text) as ReadonlyPartialJSONValue);
    }),
  save: (id: string, value: ReadonlyPartialJSONValue): Promise<void> =>
    attempt(() => localStorage.setItem(id, JSON.stringify(value))),
  remove: (id: string): Promise<void> =>
    attempt(() => localStorage.removeItem(id))
};

/**
 * A browser that keeps nothing fails as a database does, in the promise.
 */
async function attempt<T>(action: () => T): Promise<T> {
  return action();
}
