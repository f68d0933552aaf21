import type { Contents } from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';

import { looksLikeWorkspaceXml } from '../document';
import { readText } from '../notebook';
import { documentOf, type IDocumentText } from './bundleText';

/**
 * The file that MetaKernel's `%jigsaw` has left of a workspace; it is only read.
 */
export class XmlFile {
  /**
   * @param _name - the path of the workspace, without an ending
   */
  constructor(
    private readonly _name: string,
    private readonly _contents: Contents.IManager
  ) {}

  /**
   * Its blocks; null if there is no such file.
   */
  async import(trans: TranslationBundle): Promise<IDocumentText | null> {
    const state = await this._read();
    return state === null ? null : documentOf({ language: '', state }, trans);
  }

  /**
   * Whether a text is what a kernel has read from it.
   */
  async isRead(text: string): Promise<boolean> {
    return (
      looksLikeWorkspaceXml(text) &&
      tidy(text) === tidy((await this._read()) ?? '')
    );
  }

  private _read(): Promise<string | null> {
    return readText(this._contents, `${this._name}.xml`);
  }
}

/**
 * A text as a kernel reads it, which makes one of all line ends.
 */
function tidy(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .trim();
}
