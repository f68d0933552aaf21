import { ToolbarWidgetRegistry } from '@jupyterlab/apputils';
import { Widget } from '@lumino/widgets';
import * as Blockly from 'blockly/core';

import schema from '../../../schema/panel.json';
import { categoryIds } from '../../blocks';
import { CommandIDs } from '../../commands';
import { languages } from '../../languages';
import { DEFAULT_SETTINGS } from '../../panel/tokens';
import { addToolbarItems } from '../toolbar';

const commands = new Set<string>([
  ...Object.values(CommandIDs),
  'docmanager:save'
]);

const { properties } = schema;

/**
 * Every object in a part of the schema that satisfies a condition.
 */
function* all(value: unknown, key: string): Generator<unknown> {
  if (typeof value === 'object' && value !== null) {
    if (key in value) {
      yield (value as Record<string, unknown>)[key];
    }
    for (const child of Object.values(value)) {
      yield* all(child, key);
    }
  }
}

describe('schema/panel.json', () => {
  it.each(['toolbars', 'menus', 'shortcuts'] as const)(
    'names only commands that there are: %s',
    part => {
      const named = [...all(schema[`jupyter.lab.${part}`], 'command')];
      expect(named.length).toBeGreaterThan(0);
      expect(named.filter(id => !commands.has(String(id)))).toEqual([]);
    }
  );

  it('has a factory for every toolbar item that is no command', () => {
    const registry = new ToolbarWidgetRegistry({
      defaultFactory: () => new Widget()
    });
    const added = jest.spyOn(registry, 'addFactory');
    addToolbarItems(registry, 'Jigsaw');
    const made = added.mock.calls.map(([, name]) => name);
    const items = schema['jupyter.lab.toolbars'].Jigsaw.filter(
      item => !('command' in item) && !('type' in item)
    );
    expect(items.map(({ name }) => name).sort()).toEqual(made.sort());
  });

  it('gives no two items of a toolbar the same name or rank', () => {
    for (const items of Object.values(schema['jupyter.lab.toolbars'])) {
      for (const key of ['name', 'rank'] as const) {
        const values = items.map(item => item[key]);
        expect(new Set(values).size).toBe(values.length);
      }
    }
  });

  it('has the default settings of the code', () => {
    const { toolbar, ...settings } = properties;
    expect(toolbar.default).toEqual([]);
    expect(
      Object.fromEntries(
        Object.entries(settings).map(([key, value]) => [key, value.default])
      )
    ).toEqual(DEFAULT_SETTINGS);
  });

  it('offers what there is to choose from', () => {
    expect(properties.defaultLanguage.enum).toEqual(
      languages.map(({ id }) => id)
    );
    expect(properties.categories.items.enum).toEqual([...categoryIds]);
    for (const name of properties.renderer.enum) {
      expect(
        Blockly.registry.hasItem(Blockly.registry.Type.RENDERER, name)
      ).toBe(true);
    }
  });
});
