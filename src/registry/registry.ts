import { DisposableDelegate, type IDisposable } from '@lumino/disposable';
import { Signal, type ISignal } from '@lumino/signaling';

/**
 * Things of one kind that can be added and taken away again.
 *
 * No Blockly in here: this is loaded when JupyterLab starts.
 */
export class Registry<T extends object> {
  /**
   * @param what - what one of them is called in errors
   * @param key - the property by which they are told apart
   */
  constructor(what: string, key: keyof T) {
    this._what = what;
    this._key = key;
  }

  /**
   * Emitted when one came or went.
   */
  get changed(): ISignal<this, void> {
    return this._changed;
  }

  /**
   * All of them, in the order in which they were added.
   */
  get list(): readonly T[] {
    return [...this._items.values()];
  }

  /**
   * Add one; disposing of the answer takes it away again.
   *
   * @throws Error when there is one of this name.
   */
  add(item: T): IDisposable {
    const id = item[this._key];
    if (this._items.has(id)) {
      throw new Error(`A ${this._what} '${id}' is registered already.`);
    }
    this._items.set(id, item);
    this._changed.emit();
    return new DisposableDelegate(() => {
      if (this._items.get(id) === item) {
        this._items.delete(id);
        this._changed.emit();
      }
    });
  }

  /**
   * The one of a name.
   */
  get(id: string): T | undefined {
    return this._items.get(id);
  }

  private _changed = new Signal<this, void>(this);
  private _items = new Map<unknown, T>();
  private _key: keyof T;
  private _what: string;
}
