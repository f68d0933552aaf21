import { DisposableDelegate, type IDisposable } from '@lumino/disposable';
import { Signal, type ISignal } from '@lumino/signaling';

import type { IJigsawLanguage } from './tokens';

/**
 * The languages that blocks can be turned into.
 *
 * No Blockly in here: this is loaded when JupyterLab starts.
 */
export class LanguageRegistry {
  /**
   * Emitted when a language came or went.
   */
  get changed(): ISignal<this, void> {
    return this._changed;
  }

  /**
   * The languages, in the order in which they were added.
   */
  get list(): readonly IJigsawLanguage[] {
    return [...this._languages.values()];
  }

  /**
   * Add a language; disposing of the answer takes it away again.
   *
   * @throws Error when there is a language of this id.
   */
  add(language: IJigsawLanguage): IDisposable {
    const { id } = language;
    if (this._languages.has(id)) {
      throw new Error(`A language '${id}' is registered already.`);
    }
    this._languages.set(id, language);
    this._changed.emit();
    return new DisposableDelegate(() => {
      if (this._languages.get(id) === language) {
        this._languages.delete(id);
        this._changed.emit();
      }
    });
  }

  /**
   * The language of an id.
   */
  get(id: string): IJigsawLanguage | undefined {
    return this._languages.get(id);
  }

  /**
   * The language for a kernel.
   *
   * @param name - the `name` of the kernel's `language_info`, or the
   *   `language` of its kernelspec
   * @param mimeType - the `mimetype` of its `language_info`; asked only when
   *   the name is nobody's, since many kernels say `text/plain`
   */
  forKernel(name: string, mimeType?: string): IJigsawLanguage | undefined {
    const wanted = name.trim().toLowerCase();
    const mime = mimeType?.split(';')[0].trim().toLowerCase();
    return (
      this.list.find(language => language.kernelLanguages.includes(wanted)) ??
      this.list.find(language => mime && language.mimeType === mime)
    );
  }

  private _changed = new Signal<this, void>(this);
  private _languages = new Map<string, IJigsawLanguage>();
}
