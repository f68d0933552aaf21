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
  const composite: Partial<IPanelSettings> = settings?.composite ?? {};
  // Of these alone: JupyterLab's own are among them, such as toolbars.
  const keys = Object.keys(DEFAULT_SETTINGS) as (keyof IPanelSettings)[];
  return Object.fromEntries(
    keys.map(key => [key, composite[key] ?? DEFAULT_SETTINGS[key]])
  ) as unknown as IPanelSettings;
}
