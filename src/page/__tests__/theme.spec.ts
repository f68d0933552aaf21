import { PageTheme } from '../theme';

/** A system that is light or dark, which jsdom has none of. */
class FakeSystem extends EventTarget {
  matches = false;

  change(isDark: boolean): void {
    this.matches = isDark;
    this.dispatchEvent(new Event('change'));
  }
}

const SYSTEM = [
  '(prefers-color-scheme: light)',
  '(prefers-color-scheme: dark)'
];

describe('PageTheme', () => {
  let system: FakeSystem;

  const medias = () =>
    [...document.querySelectorAll<HTMLLinkElement>('link')].map(
      ({ media }) => media
    );

  beforeEach(() => {
    localStorage.clear();
    system = new FakeSystem();
    window.matchMedia = () => system as unknown as MediaQueryList;
    document.head.innerHTML =
      '<link rel="preload" data-jigsaw-theme="light" media="(prefers-color-scheme: light)">' +
      '<link rel="preload" data-jigsaw-theme="dark" media="(prefers-color-scheme: dark)">';
  });

  it('follows the system', () => {
    const theme = new PageTheme();
    const changed = jest.fn();
    theme.themeChanged.connect(changed);
    expect(theme.theme).toBe('light');
    expect(medias()).toEqual(SYSTEM);
    system.change(true);
    expect(theme.theme).toBe('dark');
    expect(medias()).toEqual(SYSTEM);
    expect(document.body.dataset.jpThemeLight).toBe('false');
    expect(changed).toHaveBeenCalledTimes(1);
  });

  it('leaves style sheets alone that are as they should be', () => {
    const setMedia = jest.spyOn(HTMLLinkElement.prototype, 'media', 'set');
    const theme = new PageTheme();
    system.change(true);
    expect(setMedia).not.toHaveBeenCalled();
    theme.toggle();
    expect(setMedia).toHaveBeenCalledTimes(2);
    setMedia.mockRestore();
  });

  it('remembers what is chosen, and follows again when that is the system’s', () => {
    new PageTheme().toggle();
    const next = new PageTheme();
    expect(next.theme).toBe('dark');
    expect(medias()).toEqual(['not all', 'all']);
    system.change(true);
    system.change(false);
    expect(next.theme).toBe('dark');
    next.toggle();
    expect(next.theme).toBe('light');
    expect(medias()).toEqual(SYSTEM);
    system.change(true);
    expect(next.theme).toBe('dark');
  });

  it('takes nothing from the browser’s memory that is no theme', () => {
    localStorage.setItem('jupyterlab-jigsaw:page-theme', 'javascript:');
    expect(new PageTheme().theme).toBe('light');
  });
});
