import { PageTheme } from '../theme';

/** A system that is light or dark, which jsdom has none of. */
class FakeSystem extends EventTarget {
  matches = false;

  change(isDark: boolean): void {
    this.matches = isDark;
    this.dispatchEvent(new Event('change'));
  }
}

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
      '<link rel="preload" data-jigsaw-theme="light"><link rel="preload" data-jigsaw-theme="dark">';
  });

  it('follows the system', () => {
    const theme = new PageTheme();
    const changed = jest.fn();
    theme.themeChanged.connect(changed);
    expect(theme.theme).toBe('light');
    expect(medias()).toEqual(['all', 'not all']);
    system.change(true);
    expect(theme.theme).toBe('dark');
    expect(medias()).toEqual(['not all', 'all']);
    expect(document.body.dataset.jpThemeLight).toBe('false');
    expect(changed).toHaveBeenCalledTimes(1);
  });

  it('remembers what is chosen, and follows again when that is the system’s', () => {
    new PageTheme().toggle();
    const next = new PageTheme();
    expect(next.theme).toBe('dark');
    system.change(true);
    system.change(false);
    expect(next.theme).toBe('dark');
    next.toggle();
    expect(next.theme).toBe('light');
    system.change(true);
    expect(next.theme).toBe('dark');
  });

  it('takes nothing from the browser’s memory that is no theme', () => {
    localStorage.setItem('jupyterlab-jigsaw:page-theme', 'javascript:');
    expect(new PageTheme().theme).toBe('light');
  });
});
