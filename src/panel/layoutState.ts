import type { IStateDB } from '@jupyterlab/statedb';
import type { ReadonlyPartialJSONObject } from '@lumino/coreutils';
import { JSONExt } from '@lumino/coreutils';
import { Debouncer } from '@lumino/polling';

import { MEMORY_PREFIX } from './memoryChanges';

const SAVE_DELAY = 300;

/**
 * What a panel remembers from one showing to the next, by the file's path.
 */
export interface IRemembered extends ReadonlyPartialJSONObject {
  /**
   * Shares of the width: blocks, code.
   */
  columns?: readonly number[];
  /**
   * Shares of the height: blocks and code, output.
   */
  rows?: readonly number[];
  /**
   * Shares of the code and the same in a second language.
   */
  codes?: readonly number[];
  codeHidden?: boolean;
  outputHidden?: boolean;
  /**
   * The id of the language in which the code is shown beside the first; null
   * when it is not.
   */
  second?: string | null;
  /**
   * The path of the notebook that the panel is attached to.
   */
  notebook?: string | null;
}

/**
 * A panel's memory in JupyterLab's state database.
 */
export class LayoutState {
  constructor(state: LayoutState.IStore | null, path: string) {
    this._state = state;
    this._path = path;
  }

  /**
   * What was remembered; nothing when it can't be read.
   */
  async load(): Promise<IRemembered> {
    const value = await this._state?.fetch(this._key).catch(() => undefined);
    this._value = Private.read(value);
    return this._value;
  }

  /**
   * Remember more.
   */
  update(change: IRemembered): void {
    const value = { ...this._value, ...change };
    // What says nothing new must not bring back what a deleted file left.
    if (!JSONExt.deepEqual(value, this._value)) {
      this._value = value;
      this._saveSoon();
    }
  }

  /**
   * Go along when the file is renamed.
   */
  move(path: string): void {
    void this._state?.remove(this._key).catch(() => undefined);
    this._path = path;
    this._saveSoon();
  }

  dispose(): void {
    this._saver.dispose();
    if (this._unsaved) {
      this._save();
    }
  }

  private _saveSoon(): void {
    this._unsaved = true;
    void this._saver.invoke().catch(() => undefined);
  }

  private _save(): void {
    this._unsaved = false;
    void this._state?.save(this._key, this._value).catch(() => undefined);
  }

  private get _key(): string {
    return MEMORY_PREFIX + this._path;
  }

  private _state: LayoutState.IStore | null;
  private _path: string;
  private _value: IRemembered = {};
  private _unsaved = false;
  private _saver = new Debouncer(() => this._save(), SAVE_DELAY);
}

export namespace LayoutState {
  /**
   * Where it is remembered, such as JupyterLab's state database.
   */
  export type IStore = Pick<IStateDB, 'fetch' | 'remove' | 'save'>;
}

namespace Private {
  export function read(value: unknown): IRemembered {
    if (typeof value !== 'object' || value === null) {
      return {};
    }
    const { codes, columns, rows, codeHidden, outputHidden, notebook, second } =
      value as Record<string, unknown>;
    return {
      ...(shares(codes) && { codes }),
      ...(shares(columns) && { columns }),
      ...(shares(rows) && { rows }),
      codeHidden: codeHidden === true,
      outputHidden: outputHidden === true,
      ...(typeof second === 'string' && { second }),
      notebook: typeof notebook === 'string' ? notebook : null
    };
  }

  function shares(value: unknown): value is number[] {
    return (
      Array.isArray(value) &&
      value.length === 2 &&
      value.every(item => typeof item === 'number' && item > 0)
    );
  }
}
