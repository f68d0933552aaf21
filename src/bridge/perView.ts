/**
 * What is known of the workspaces that views of notebooks show: one thing for
 * each, by the name of its file. The file's path changes when a notebook is
 * moved; and what two views show of one file may differ.
 */
export class PerView<T> {
  get(view: object, filename: string): T | undefined {
    return this._all.get(view)?.get(filename);
  }

  set(view: object, filename: string, value: T): void {
    const ofView = this._all.get(view) ?? new Map<string, T>();
    this._all.set(view, ofView.set(filename, value));
  }

  delete(view: object, filename: string): void {
    this._all.get(view)?.delete(filename);
  }

  private readonly _all = new WeakMap<object, Map<string, T>>();
}
