import { NoticeBar } from '../notices';

describe('NoticeBar', () => {
  let bar: NoticeBar;

  beforeEach(() => {
    bar = new NoticeBar();
  });

  afterEach(() => {
    bar.dispose();
  });

  const texts = () =>
    [...bar.node.querySelectorAll('.jp-Jigsaw-noticeText')].map(
      node => node.textContent
    );

  it('shows one notice a subject, and itself only with notices', () => {
    expect(bar.isHidden).toBe(true);
    bar.set('kernel', { severity: 'info', text: 'one' });
    bar.set('file', { severity: 'error', text: 'two' });
    bar.set('kernel', { severity: 'warning', text: 'three' });
    expect(texts()).toEqual(['three', 'two']);
    expect(bar.isHidden).toBe(false);
    bar.set('kernel', null);
    expect(texts()).toEqual(['two']);
    bar.set('file', null);
    expect(bar.isHidden).toBe(true);
  });

  it('shows texts as texts', () => {
    bar.set('file', { severity: 'error', text: '<img src=x onerror=y>' });
    expect(texts()).toEqual(['<img src=x onerror=y>']);
    expect(bar.node.querySelector('img')).toBeNull();
  });

  it('leaves what it shows alone when nothing is new', () => {
    bar.set('file', { severity: 'error', text: 'two' });
    const row = bar.node.firstChild;
    bar.set('kernel', null);
    expect(bar.node.firstChild).toBe(row);
  });

  it('does what its buttons say', () => {
    const execute = jest.fn();
    bar.set('file', {
      severity: 'info',
      text: 'one',
      actions: [{ label: 'Mend', execute }]
    });
    bar.node.querySelector('button')!.click();
    expect(execute).toHaveBeenCalledTimes(1);
  });
});
