import { SettingRegistry } from '@jupyterlab/settingregistry';
import { StateDB } from '@jupyterlab/statedb';
import type { ISettingRegistry } from '@jupyterlab/settingregistry';

import schema from '../../../schema/panel.json';
import { DEFAULT_SETTINGS } from '../../panel/tokens';
import { readSettings } from '../settings';

const ID = 'jupyterlab-jigsaw:panel';

/**
 * The settings as JupyterLab loads them, with what a user wrote.
 */
async function load(raw: string): Promise<ISettingRegistry.ISettings> {
  const connector = new StateDB<ISettingRegistry.IPlugin>();
  const plugin = {
    id: ID,
    raw,
    // JupyterLab itself puts toolbars and menus together.
    schema: { ...schema, 'jupyter.lab.transform': false },
    data: { composite: {}, user: {} },
    version: '1'
  } as unknown as ISettingRegistry.IPlugin;
  await connector.save(ID, plugin as never);
  const registry = new SettingRegistry({
    connector: connector as never
  });
  return registry.load(ID);
}

describe('readSettings', () => {
  it('has the defaults without settings', () => {
    expect(readSettings(null)).toEqual(DEFAULT_SETTINGS);
  });

  it('has the defaults when the user wrote nothing', async () => {
    expect(readSettings(await load('{}'))).toEqual(DEFAULT_SETTINGS);
  });

  it('takes what the user wrote, also what counts as nothing', async () => {
    const changes = {
      defaultLanguage: 'lua',
      renderer: 'geras',
      followTheme: false,
      autosaveDelay: 0,
      grid: false,
      snap: true,
      categories: []
    };
    expect(Object.keys(changes)).toEqual(Object.keys(DEFAULT_SETTINGS));
    expect(readSettings(await load(JSON.stringify(changes)))).toEqual(changes);
  });
});
