import { ThemeManager } from '@jupyterlab/apputils';
import { SettingRegistry } from '@jupyterlab/settingregistry';
import { DataConnector } from '@jupyterlab/statedb';
import { nullTranslator } from '@jupyterlab/translation';
import { Widget } from '@lumino/widgets';
import * as Blockly from 'blockly/core';

import { buildToolbox, defineBlocks } from '../../blocks';
import type { IThemeOptions } from '../theme';
import { createTheme, themeFor } from '../theme';

/**
 * The contrast ratio of a colour and white, as WCAG 2.1 defines it.
 */
function contrastWithWhite(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map(at => {
    const share = parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

const options = (light: boolean, highContrast: boolean): IThemeOptions => ({
  light,
  highContrast,
  fontFamily: 'serif'
});

const THEMES = [
  { light: true, highContrast: false, needed: 4.5 },
  { light: false, highContrast: false, needed: 4.5 },
  { light: true, highContrast: true, needed: 7 },
  { light: false, highContrast: true, needed: 7 }
];

describe('themeFor', () => {
  const manager = new ThemeManager({
    key: '@jupyterlab/apputils-extension:themes',
    host: new Widget(),
    settings: new SettingRegistry({
      connector: new (class extends DataConnector<never> {
        fetch = () => new Promise<never>(() => undefined);
      })()
    }),
    url: ''
  });

  it('is light before JupyterLab has loaded a theme', () => {
    expect(manager.theme).toBeNull();
    expect(themeFor(manager).name).toBe(themeFor(null).name);
  });
});

describe('createTheme', () => {
  it.each(THEMES)(
    'lets white text be read on every block: $light, $highContrast',
    ({ light, highContrast, needed }) => {
      const theme = createTheme(options(light, highContrast));
      const colours = Object.values(theme.blockStyles).map(
        ({ colourPrimary }) => colourPrimary
      );
      expect(colours.length).toBeGreaterThan(10);
      for (const colour of colours) {
        expect(contrastWithWhite(colour)).toBeGreaterThanOrEqual(needed);
      }
    }
  );

  it.each(THEMES)(
    'tells categories apart: $light, $highContrast',
    ({ light, highContrast }) => {
      const { categoryStyles } = createTheme(options(light, highContrast));
      const { hat_category, variable_category, ...others } = categoryStyles;
      expect(hat_category).toEqual(variable_category);
      const colours = [...Object.values(others), variable_category].map(
        ({ colour }) => colour
      );
      expect(new Set(colours).size).toBe(colours.length);
    }
  );

  it('has a style for every block and category on offer', () => {
    defineBlocks();
    const theme = createTheme(options(true, false));
    const toolbox = JSON.stringify(
      buildToolbox({
        language: 'python',
        trans: nullTranslator.load('jupyterlab-jigsaw')
      })
    );
    const styles = [...toolbox.matchAll(/"categorystyle":"([^"]+)"/gi)];
    expect(styles.length).toBeGreaterThan(5);
    for (const [, style] of styles) {
      expect(theme.categoryStyles).toHaveProperty(style);
    }
    const workspace = new Blockly.Workspace();
    for (const [, type] of toolbox.matchAll(/"type":"([^"]+)"/g)) {
      const style = workspace.newBlock(type).getStyleName();
      expect({ type, style, known: style in theme.blockStyles }).toEqual({
        type,
        style,
        known: true
      });
    }
    workspace.dispose();
  });

  it('gives each of the four themes a name of its own', () => {
    const names = THEMES.map(
      ({ light, highContrast }) =>
        createTheme(options(light, highContrast)).name
    );
    expect(new Set(names).size).toBe(4);
  });
});
