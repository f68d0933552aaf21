import { type ISignal, Signal } from '@lumino/signaling';

import type { IThemes } from '../editor';

const KEY = 'jupyterlab-jigsaw:page-theme';

const NAMES = ['light', 'dark'] as const;

type Name = (typeof NAMES)[number];

/**
 * The page's theme: that of the user's system, until they choose the other.
 *
 * The style sheets of both are in the page, each for its kind of system by its
 * `media`, which is left alone until somebody chooses: nothing is drawn in the
 * wrong one.
 */
export class PageTheme implements IThemes {
  constructor() {
    const stored = readStored();
    this._chosen = NAMES.find(name => name === stored) ?? null;
    this._system.addEventListener('change', () => this._apply());
    this._apply();
  }

  readonly themes: readonly string[] = NAMES;

  get theme(): Name {
    return this._chosen ?? this._systems;
  }

  get themeChanged(): ISignal<this, void> {
    return this._changed;
  }

  isLight(name: string): boolean {
    return name === 'light';
  }

  /**
   * Take the other theme, and remember it unless it is the system's.
   */
  toggle(): void {
    const next = this.theme === 'light' ? 'dark' : 'light';
    this._chosen = next === this._systems ? null : next;
    store(this._chosen);
    this._apply();
  }

  private get _systems(): Name {
    return this._system.matches ? 'dark' : 'light';
  }

  private _apply(): void {
    const { theme } = this;
    for (const link of document.querySelectorAll<HTMLLinkElement>(
      'link[data-jigsaw-theme]'
    )) {
      const own = link.dataset.jigsawTheme;
      const media = !this._chosen
        ? `(prefers-color-scheme: ${own})`
        : own === theme
          ? 'all'
          : 'not all';
      // The browser loads a style sheet again whose media is set as it loads.
      if (link.media !== media) {
        link.media = media;
      }
    }
    document.body.dataset.jpThemeLight = String(theme === 'light');
    document.body.dataset.jpThemeName = theme;
    document.documentElement.style.colorScheme = theme;
    this._changed.emit();
  }

  private _chosen: Name | null;
  private readonly _system = matchMedia('(prefers-color-scheme: dark)');
  private readonly _changed = new Signal<this, void>(this);
}

function readStored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // A browser may keep nothing.
  }
}

function store(name: Name | null): void {
  try {
    if (name) {
      localStorage.setItem(KEY, name);
    } else {
      localStorage.removeItem(KEY);
    }
  } catch {
    // It lasts as long as the page then.
  }
}
