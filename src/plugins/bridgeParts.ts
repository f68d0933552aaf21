import type { IThemeManager } from '@jupyterlab/apputils';
import type { ISettingRegistry } from '@jupyterlab/settingregistry';
import type { ITranslator } from '@jupyterlab/translation';

import {
  Bridge,
  DEFAULT_BRIDGE_SETTINGS,
  type IBridgeSettings
} from '../bridge';
import type { IJigsawRegistry } from '../tokens';

/**
 * Make what is loaded with the first frame.
 */
export function createBridge(options: createBridge.IOptions): Bridge {
  const { mediaUrl, registry, settings, themeManager, translator } = options;
  const trans = translator.load('jupyterlab-jigsaw');
  return new Bridge({
    ...options,
    kernelLanguages: name =>
      registry.languages.get(name)?.kernelLanguages ?? null,
    native: async () => {
      const { FrameBlocks, prepareBlocks } = await import('../cell');
      await prepareBlocks(registry.blocks, trans);
      return new FrameBlocks({
        mediaUrl,
        registry,
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
    /**
     * Where Blockly's sprites and cursors lie, ending in a slash.
     */
    mediaUrl: string;
    registry: IJigsawRegistry;
    settings: ISettingRegistry.ISettings | undefined;
    themeManager: IThemeManager | null;
    translator: ITranslator;
  }
}
