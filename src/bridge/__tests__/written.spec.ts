import { WrittenPages } from '../written';

describe('WrittenPages', () => {
  let time: number;
  let pages: WrittenPages;
  let frame: HTMLIFrameElement;

  beforeEach(() => {
    time = 1_000;
    pages = new WrittenPages(() => time);
    frame = document.createElement('iframe');
  });

  it('knows the page that was written into a frame by its key', () => {
    const key = pages.add(frame, 'a/ws.html', 'page');
    expect(pages.fileOf(frame, `${key}/1`)).toBe('a/ws.html');
    expect(pages.fileOf(frame, `${key}/1`)).toBe('a/ws.html');
    expect(pages.fileOf(frame, 'guessed/1')).toBeNull();
    expect(pages.fileOf(frame, '')).toBeNull();
    const other = document.createElement('iframe');
    expect(pages.fileOf(other, `${key}/1`)).toBeNull();
  });

  it('takes no key of a page that another was written over', () => {
    const key = pages.add(frame, 'ws.html', 'page');
    const next = pages.add(frame, 'ws.html', 'page');
    expect(pages.fileOf(frame, `${key}/1`)).toBeNull();
    expect(pages.fileOf(frame, `${next}/1`)).toBe('ws.html');
  });

  it('believes one life of a page: another has older blocks', () => {
    const key = pages.add(frame, 'ws.html', 'page');
    expect(pages.load(frame)).toBe(false);
    expect(pages.fileOf(frame, `${key}/1`)).toBe('ws.html');
    // It speaks while it is still loading.
    expect(pages.fileOf(frame, `${key}/2`)).toBeNull();
    expect(pages.fileOf(frame, `${key}/1`)).toBe('ws.html');
    // A new one begins with the newest.
    const next = pages.add(frame, 'ws.html', 'page');
    expect(pages.fileOf(frame, `${next}/2`)).toBe('ws.html');
  });

  it('remembers what a page does not show until another is written', () => {
    expect(pages.isIncomplete(frame)).toBe(false);
    pages.add(frame, 'ws.html', 'page');
    pages.giveUp(frame);
    expect(pages.isIncomplete(frame)).toBe(true);
    pages.add(frame, 'ws.html', 'page');
    expect(pages.isIncomplete(frame)).toBe(false);
  });

  it('remembers the text of the page, whatever becomes of its frame', () => {
    expect(pages.textOf(frame)).toBeNull();
    pages.add(frame, 'ws.html', 'page');
    pages.load(frame);
    pages.load(frame);
    expect(pages.textOf(frame)).toBe('page');
  });

  it('has a page written anew when its frame loads a second time', () => {
    expect(pages.load(frame)).toBe(false);
    const key = pages.add(frame, 'ws.html', 'page');
    expect(pages.load(frame)).toBe(false);
    expect(pages.load(frame)).toBe(true);
    expect(pages.fileOf(frame, `${key}/1`)).toBeNull();
  });

  it('does not write one for ever that leads itself elsewhere', () => {
    const loads = () => {
      let count = 0;
      do {
        pages.add(frame, 'ws.html', 'page');
        pages.load(frame);
        count++;
      } while (pages.load(frame) && count < 100);
      return count;
    };
    expect(loads()).toBe(10);
    time += 5_000;
    expect(loads()).toBe(10);
  });
});
