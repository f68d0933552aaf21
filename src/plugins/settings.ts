import type { ISettingRegistry } from '@jupyterlab/settingregistry';

import type { IPanelSettings } from '../panel/tokens';
import { DEFAULT_SETTINGS } from '../panel/tokens';

/**
 * Read the settings of `schema/panel.json`.
 *
 * The schema has checked them; what it could not know falls back to the
 * default.
 */
export function readSettings(
  settings: ISettingRegistry.ISettings | null
): IPanelSettings {
  if (!settings) {
    return DEFAULT_SETTINGS;
  }
  const composite = settings.composite as Partial<IPanelSettings>;
  return {
    defaultLanguage:
      composite.defaultLanguage ?? DEFAULT_SETTINGS.defaultLanguage,
    renderer: composite.renderer ?? DEFAULT_SETTINGS.renderer,
    followTheme: composite.followTheme ?? DEFAULT_SETTINGS.followTheme,
    autosaveDelay: composite.autosaveDelay ?? DEFAULT_SETTINGS.autosaveDelay,
    grid: composite.grid ?? DEFAULT_SETTINGS.grid,
    snap: composite.snap ?? DEFAULT_SETTINGS.snap,
    categories: composite.categories ?? DEFAULT_SETTINGS.categories
  };
}
