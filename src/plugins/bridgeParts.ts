import type { IThemeManager } from '@jupyterlab/apputils';
import type { ISettingRegistry } from '@jupyterlab/settingregistry';
import type { ITranslator } from '@jupyterlab/translation';

import {
  Bridge,
  DEFAULT_BRIDGE_SETTINGS,
  type IBridgeSettings
} from '../bridge';
import type { LanguageRegistry } from '../languages';

/**
 * What kernels call the languages of `%jigsaw` that we have no code for.
 */
const OTHER_LANGUAGES: Record<string, readonly string[]> = {
  // Its kernel says that it speaks Java.
  processing: ['processing', 'java']
};

/**
 * Make what is loaded with the first frame.
 */
export function createBridge(options: createBridge.IOptions): Bridge {
  const { languages, mediaUrl, settings, themeManager, translator } = options;
  const trans = translator.load('jupyterlab-jigsaw');
  return new Bridge({
    ...options,
    kernelLanguages: name =>
      languages.get(name)?.kernelLanguages ?? OTHER_LANGUAGES[name] ?? null,
    native: async () => {
      const { FrameBlocks } = await import('../cell');
      return new FrameBlocks({
        languages,
        mediaUrl,
        themeManager,
        translator
      });
    },
    settings: () => ({
      ...DEFAULT_BRIDGE_SETTINGS,
      ...(settings?.composite as Partial<IBridgeSettings> | undefined)
    }),
    trans
  });
}

export namespace createBridge {
  export interface IOptions extends Omit<
    Bridge.IOptions,
    'kernelLanguages' | 'native' | 'settings' | 'trans'
  > {
    languages: LanguageRegistry;
    /**
     * Where Blockly's sprites and cursors lie, ending in a slash.
     */
    mediaUrl: string;
    settings: ISettingRegistry.ISettings | undefined;
    themeManager: IThemeManager | null;
    translator: ITranslator;
  }
}
