import type { ISignal } from '@lumino/signaling';
import * as Blockly from 'blockly/core';

/**
 * Hues in degrees, by the prefix of Blockly's style names; the same in every
 * theme, so that a category is known by its colour.
 */
const HUES: Record<string, number> = {
  logic: 210,
  loop: 130,
  math: 235,
  text: 165,
  list: 265,
  colour: 20,
  variable: 335,
  variable_dynamic: 310,
  procedure: 290,
  python: 45,
  processing: 85,
  hat: 335
};

const STYLE_OF_UNKNOWN = 'unknown';

/**
 * WCAG 2.1, success criterion 1.4.3 (AA) and 1.4.6 (AAA): the contrast of text.
 */
const CONTRAST = { normal: 4.5, high: 7 } as const;

/**
 * What the blocks need to know of the page's theme.
 */
export interface IThemes {
  readonly theme: string | null;
  readonly themes: readonly string[];
  readonly themeChanged: ISignal<unknown, unknown>;
  isLight(name: string): boolean;
}

export interface IThemeOptions {
  /**
   * Whether JupyterLab's theme is a light one.
   */
  light: boolean;
  highContrast: boolean;
  /**
   * A font family that a canvas understands; Blockly measures texts with it,
   * and a canvas knows no CSS variables.
   */
  fontFamily: string;
}

/**
 * Blockly's theme for the theme that JupyterLab has now; a light one without a
 * manager, and before the first theme has been loaded.
 */
export function themeFor(manager: IThemes | null): Blockly.Theme {
  const name = manager?.theme ?? '';
  return createTheme({
    light: !manager?.themes.includes(name) || manager.isLight(name),
    highContrast: /high contrast/i.test(name),
    fontFamily:
      getComputedStyle(document.body)
        .getPropertyValue('--jp-ui-font-family')
        .trim() || 'sans-serif'
  });
}

/**
 * Blockly's theme for a theme of JupyterLab.
 *
 * Everything but the blocks takes its colour from `--jp-*` variables at the
 * time of painting.
 */
export function createTheme(options: IThemeOptions): Blockly.Theme {
  const blockStyles: Record<string, { colourPrimary: string; hat?: string }> =
    {};
  const categoryStyles: Record<string, { colour: string }> = {};
  for (const [name, hue] of Object.entries(HUES)) {
    const colour = blockColour(hue, options);
    blockStyles[`${name}_blocks`] = { colourPrimary: colour };
    categoryStyles[`${name}_category`] = { colour };
  }
  blockStyles[`${STYLE_OF_UNKNOWN}_blocks`] = {
    colourPrimary: blockColour(null, options)
  };
  blockStyles['hat_blocks'].hat = 'cap';
  const kind = `${options.light ? 'light' : 'dark'}${options.highContrast ? '-high-contrast' : ''}`;
  return Blockly.Theme.defineTheme(`jp-jigsaw-${kind}`, {
    name: `jp-jigsaw-${kind}`,
    blockStyles,
    categoryStyles,
    fontStyle: { family: options.fontFamily },
    componentStyles: {
      workspaceBackgroundColour: 'var(--jp-layout-color1)',
      toolboxBackgroundColour: 'var(--jp-layout-color2)',
      toolboxForegroundColour: 'var(--jp-ui-font-color1)',
      flyoutBackgroundColour: 'var(--jp-layout-color2)',
      flyoutForegroundColour: 'var(--jp-ui-font-color1)',
      flyoutOpacity: 1,
      scrollbarColour: 'var(--jp-border-color0)',
      scrollbarOpacity: 0.5,
      insertionMarkerColour: 'var(--jp-inverse-layout-color1)',
      insertionMarkerOpacity: 0.3,
      selectedGlowColour: 'var(--jp-brand-color1)'
    }
  });
}

/**
 * The brightest colour of a hue on which white text can be read.
 *
 * @param hue - in degrees, or null for grey
 */
function blockColour(hue: number | null, options: IThemeOptions): string {
  const needed = options.highContrast ? CONTRAST.high : CONTRAST.normal;
  const saturation = hue === null ? 0 : options.light ? 0.62 : 0.55;
  for (let value = options.light ? 215 : 185; value > 0; value -= 5) {
    const hex = Blockly.utils.colour.hsvToHex(hue ?? 0, saturation, value);
    if (contrastWithWhite(hex) >= needed) {
      return hex;
    }
  }
  return Blockly.utils.colour.hsvToHex(0, 0, 0);
}

/**
 * The contrast ratio of WCAG 2.1 against white, 1 to 21.
 */
function contrastWithWhite(hex: string): number {
  const [r, g, b] = Blockly.utils.colour.hexToRgb(hex).map(channel => {
    const c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05);
}
