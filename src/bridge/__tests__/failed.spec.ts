import { FailedFrames } from '../failed';

describe('FailedFrames', () => {
  let failed: FailedFrames;
  let looked: number[];
  let frame: HTMLIFrameElement;

  beforeEach(() => {
    jest.useFakeTimers();
    looked = [];
    frame = document.createElement('iframe');
    document.body.append(frame);
    failed = new FailedFrames(
      () => looked.push(performance.now()),
      () => performance.now()
    );
  });

  afterEach(() => {
    frame.remove();
    jest.useRealTimers();
  });

  it('looks at a frame again, more and more seldom', () => {
    const pauses = [5, 10, 20, 40, 60, 60].map(seconds => {
      failed.add(frame);
      const begun = performance.now();
      jest.runAllTimers();
      expect(looked.at(-1)).toBe(begun + 1_000 * seconds);
      return seconds;
    });
    expect(looked).toHaveLength(pauses.length);
    failed.delete(frame);
    failed.add(frame);
    jest.advanceTimersByTime(5_000);
    expect(looked).toHaveLength(pauses.length + 1);
  });

  it('does so once, and not while it is being looked at', () => {
    failed.add(frame);
    failed.add(frame);
    expect(failed.has(frame)).toBe(true);
    failed.begin(frame);
    expect(failed.has(frame)).toBe(false);
    jest.runAllTimers();
    expect(looked).toEqual([]);
  });

  it('leaves alone a frame that is gone', () => {
    failed.add(frame);
    frame.remove();
    jest.runAllTimers();
    expect(looked).toEqual([]);
  });

  it('hurries when the user wants something, but not at once', () => {
    failed.hurry(frame);
    failed.add(frame);
    failed.begin(frame);
    // It is to take ten seconds by now.
    failed.add(frame);
    failed.hurry(frame);
    jest.advanceTimersByTime(4_999);
    failed.hurry(frame);
    expect(looked).toEqual([]);
    jest.advanceTimersByTime(1);
    failed.hurry(frame);
    expect(looked).toHaveLength(1);
  });
});
