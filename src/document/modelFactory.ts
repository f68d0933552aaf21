import type { DocumentRegistry } from '@jupyterlab/docregistry';
import type { Contents } from '@jupyterlab/services';
import type { ITranslator } from '@jupyterlab/translation';

import { FILE_TYPE } from './fileType';
import { JigsawModel } from './model';
import type { IJigsawCodec } from './tokens';

/**
 * Makes the models of `.jigsaw` files.
 */
export class JigsawModelFactory implements DocumentRegistry.IModelFactory<JigsawModel> {
  constructor(options: JigsawModelFactory.IOptions = {}) {
    this._codec = options.codec;
    this._translator = options.translator;
  }

  readonly name = FILE_TYPE;

  readonly contentType: Contents.ContentType = 'file';

  readonly fileFormat: Contents.FileFormat = 'text';

  readonly collaborative = false;

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  dispose(): void {
    this._isDisposed = true;
  }

  createNew(options: DocumentRegistry.IModelOptions = {}): JigsawModel {
    const { languagePreference } = options;
    return new JigsawModel({
      codec: this._codec,
      languagePreference,
      translator: this._translator
    });
  }

  /**
   * The language of a file before it is read: any.
   */
  preferredLanguage(path: string): string {
    return '';
  }

  private readonly _codec: IJigsawCodec | undefined;
  private readonly _translator: ITranslator | undefined;
  private _isDisposed = false;
}

export namespace JigsawModelFactory {
  export interface IOptions {
    /**
     * Given to the models; see there.
     */
    codec?: IJigsawCodec;
    translator?: ITranslator;
  }
}
