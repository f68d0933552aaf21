import { Registry } from '../registry';
import type { IJigsawLanguage } from './tokens';

/**
 * The languages that blocks can be turned into.
 *
 * No Blockly in here: this is loaded when JupyterLab starts.
 */
export class LanguageRegistry extends Registry<IJigsawLanguage> {
  constructor() {
    super('language', 'id');
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
      // Others' languages may lack what theirs must have.
      this.list.find(language => language.kernelLanguages?.includes(wanted)) ??
      this.list.find(language => mime && language.mimeType === mime)
    );
  }
}
